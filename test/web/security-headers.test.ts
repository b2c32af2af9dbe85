import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import { fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("a page may run its own style and script, and nothing else", async () => {
  const { response, source } = await getPage(fakeParts(), "/?q=qd+213");
  const style = /<style>([\s\S]*?)<\/style>/.exec(source)?.[1] ?? "";
  const script = /<script>([\s\S]*?)<\/script>/.exec(source)?.[1] ?? "";
  expect(response.headers.get("content-security-policy")).toBe(
    `default-src 'none'; style-src ${sha256(style)}; script-src ${sha256(script)}; img-src data:; ` +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
});

it.each(["/", "/check", "/citations/213", "/api/documents", "/healthz", "/no-such", "/api/search?q=a&k=0"])(
  "%s is guarded",
  async (path) => {
    const { headers } = await createApp(fakeParts()).request(path);
    expect([
      headers.get("x-content-type-options"),
      headers.get("referrer-policy"),
      headers.get("content-security-policy")?.startsWith("default-src 'none'"),
    ]).toEqual(["nosniff", "no-referrer", true]);
  },
);

it("a page has no style or script outside the two that are allowed", async () => {
  const { document } = await getPage(fakeParts(), "/documents/quy-dinh-213");
  expect(document.querySelectorAll("[style], link[rel=stylesheet], script[src]").length).toBe(0);
});

it("an unknown address is a page for people and a problem for programs", async () => {
  const page = await getPage(fakeParts(), "/no-such");
  const problem = await createApp(fakeParts()).request("/no-such");
  expect([page.response, problem].map(({ status, headers }) => [status, headers.get("content-type")])).toEqual([
    [404, "text/html; charset=UTF-8"],
    [404, "application/problem+json"],
  ]);
});

it("a failing page says so politely", async () => {
  const parts = fakeParts({ ask: () => Promise.reject(new Error("secret")) });
  const { response, source, texts } = await getPage(parts, "/?q=213");
  expect([response.status, texts("h1"), source.includes("secret")]).toEqual([500, ["Có lỗi xảy ra"], false]);
});
