import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import { mixedDraft } from "../fakes/cited-documents.ts";
import { fakeParts, noEvidence, ready } from "../fakes/library.ts";

const secret = "S3cret-token";
const parts = fakeParts({
  telegramWebhook: { secret, accept: async () => "accepted" },
});

async function openApi() {
  const response = await createApp(parts).request("/openapi.json");
  // The shape is what this test is about; a wrong one fails below.
  return (await response.json()) as { openapi: string; paths: Record<string, Record<string, unknown>> };
}

function postJson(path: string, body: unknown, headers: Record<string, string> = {}) {
  return createApp(parts).request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

const telegram = { "X-Telegram-Bot-Api-Secret-Token": secret };
const calls: readonly (readonly [string, string, number, string, () => Response | Promise<Response>])[] = [
  ["an answer", "/api/ask", 200, "post", () => postJson("/api/ask", { question: "qd 213" })],
  ["a choice", "/api/ask", 200, "post", () => postJson("/api/ask", { question: "NQ 18" })],
  ["a refusal", "/api/ask", 200, "post", () => postJson("/api/ask", { question: "đảng phí" })],
  ["no question", "/api/ask", 400, "post", () => postJson("/api/ask", {})],
  ["a large body", "/api/ask", 413, "post", () => postJson("/api/ask", "a".repeat(300_000))],
  ["no JSON", "/api/ask", 415, "post", () => postJson("/api/ask", {}, { "content-type": "text/plain" })],
  [
    "a failure",
    "/api/ask",
    500,
    "post",
    () =>
      createApp(fakeParts({ ask: () => Promise.reject(new Error()) })).request("/api/ask", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"question":"213"}',
      }),
  ],
  ["hits", "/api/search", 200, "get", () => createApp(parts).request("/api/search?q=a")],
  ["k out of range", "/api/search", 400, "get", () => createApp(parts).request("/api/search?q=a&k=0")],
  ["a number", "/api/cite", 200, "post", () => postJson("/api/cite", { text: "335" })],
  ["several", "/api/cite", 200, "post", () => postJson("/api/cite", { text: "18", asOf: "2020-01-01" })],
  ["differing sources", "/api/cite", 200, "post", () => postJson("/api/cite", { text: "680" })],
  ["no such day", "/api/cite", 400, "post", () => postJson("/api/cite", { text: "18", asOf: "2020-02-30" })],
  ["a draft", "/api/check", 200, "post", () => postJson("/api/check", { text: mixedDraft })],
  ["an empty draft", "/api/check", 200, "post", () => postJson("/api/check", { text: "" })],
  ["no draft", "/api/check", 400, "post", () => postJson("/api/check", {})],
  ["a long draft", "/api/check", 413, "post", () => postJson("/api/check", { text: "a".repeat(200_001) })],
  ["the register", "/api/documents", 200, "get", () => createApp(parts).request("/api/documents")],
  ["a document", "/api/documents/{id}", 200, "get", () => createApp(parts).request("/api/documents/ha-tinh-2018")],
  ["no document", "/api/documents/{id}", 404, "get", () => createApp(parts).request("/api/documents/none")],
  ["alive", "/healthz", 200, "get", () => createApp(parts).request("/healthz")],
  ["ready", "/readyz", 200, "get", () => createApp(parts).request("/readyz")],
  [
    "not ready",
    "/readyz",
    503,
    "get",
    () =>
      createApp(fakeParts({ readiness: async () => ({ ...ready, ready: false, problem: "empty" }) })).request(
        "/readyz",
      ),
  ],
  ["an update", "/telegram/webhook", 200, "post", () => postJson("/telegram/webhook", { update_id: 1 }, telegram)],
  ["a stranger", "/telegram/webhook", 401, "post", () => postJson("/telegram/webhook", { update_id: 1 })],
  ["no update", "/telegram/webhook", 400, "post", () => postJson("/telegram/webhook", {}, telegram)],
];

describe("/openapi.json describes what the server says", () => {
  it.each(calls)("%s: %s %i", async (_, path, status, method, call) => {
    const response = await call();
    const type = response.headers.get("content-type") ?? "";
    const pointer = ["paths", path, method, "responses", status, "content", type, "schema"]
      .map((step) => encodeURIComponent(String(step).replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const validator = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    validator.addSchema(await openApi(), "openapi");
    const validate = validator.compile({ $ref: `openapi#/${pointer}` });
    validate(await response.json());
    expect([response.status, validate.errors]).toEqual([status, null]);
  });

  it("refuses an answer of another shape", async () => {
    const validator = new Ajv2020({ strict: false, validateFormats: false });
    validator.addSchema(await openApi(), "openapi");
    const validate = validator.compile({ $ref: "openapi#/components/schemas/Answer" });
    expect(validate({ ...noEvidence, reason: "tired" })).toBe(false);
  });
});

it("every route of the contract is in it", async () => {
  const { openapi, paths } = await openApi();
  expect([openapi, Object.keys(paths).sort()]).toEqual([
    "3.1.0",
    [
      "/api/ask",
      "/api/check",
      "/api/cite",
      "/api/documents",
      "/api/documents/{id}",
      "/api/search",
      "/healthz",
      "/readyz",
      "/telegram/webhook",
    ],
  ]);
});

it("the webhook is only in it when there is one", async () => {
  const response = await createApp(fakeParts()).request("/openapi.json");
  expect(await response.text()).not.toContain("telegram/webhook");
});
