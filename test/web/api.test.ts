import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import type { Check } from "../../src/core/check.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { createApp } from "../../src/web/app.ts";
import { answerJson, checkJson, citeJson, hitsJson } from "../../src/web/json.ts";
import type { WebParts } from "../../src/web/parts.ts";
import { checkResult, mixedDraft } from "../fakes/cited-documents.ts";
import { citationOf, hitsOf, recognised, regulation213, regulation335, report2018 } from "../fakes/held-documents.ts";
import { answered, citeResult, fakeParts, noEvidence, ready } from "../fakes/library.ts";

const scan = recognised(report2018, "680");

function post(parts: WebParts, path: string, body: string | object, headers: Record<string, string> = {}) {
  return createApp(parts).request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function problemOf(answer: Response | Promise<Response>) {
  const response = await answer;
  // The tests below look at what it is.
  const body = (await response.json()) as { detail: string };
  return { status: response.status, type: response.headers.get("content-type"), body };
}

describe("POST /api/ask", () => {
  it("answers as `ask --json` does", async () => {
    const response = await post(fakeParts(), "/api/ask", { question: "qd 213" });
    expect(await response.json()).toEqual(answerJson(answered));
  });

  it("hands on the trimmed question and the language", async () => {
    const parts = fakeParts();
    await post(parts, "/api/ask", { question: "  Regulation 213?\n", lang: "en" });
    expect(parts.asked).toMatchObject([{ question: "Regulation 213?", options: { language: "en" } }]);
  });

  it("answers no more than may be asked in a day, and says when it goes on", async () => {
    const parts = fakeParts({ admit: async () => false });
    const { status, type, body } = await problemOf(post(parts, "/api/ask", { question: "qd 213" }));
    expect([status, type, body.detail]).toEqual([
      429,
      "application/problem+json",
      expect.stringContaining("sau 0 giờ (giờ Việt Nam)"),
    ]);
    expect(parts.asked).toEqual([]);
  });

  it("does not count what is no question", async () => {
    let counted = 0;
    const admit = async () => {
      counted += 1;
      return true;
    };
    await post(fakeParts({ admit }), "/api/ask", { question: "" });
    await post(fakeParts({ admit }), "/api/ask", { question: "ệ".repeat(4097) });
    expect(counted).toBe(0);
  });

  it("leaves the language to the question unless it is given", async () => {
    const parts = fakeParts();
    await post(parts, "/api/ask", { question: "qd 213" }, { "accept-language": "en" });
    expect(parts.asked[0]?.options).not.toHaveProperty("language");
  });

  it("stops when the caller goes away", async () => {
    const caller = new AbortController();
    const parts = fakeParts();
    const body = JSON.stringify({ question: "qd 213" });
    const headers = { "content-type": "application/json" };
    await createApp(parts).request("/api/ask", { method: "POST", headers, body, signal: caller.signal });
    caller.abort();
    expect(parts.asked[0]?.options?.signal?.aborted).toBe(true);
  });

  it("takes a question of 4,096 characters", async () => {
    expect((await post(fakeParts(), "/api/ask", { question: "ủ".repeat(4096) })).status).toBe(200);
  });

  it("names the words of a scan that are not sure, in quotes and in what is merely near", async () => {
    const { span } = citationOf(scan, "680-QĐ/TU");
    const doubt = { text: "680-QĐ/TU", span, isFigure: true };
    const quoting = { ...answered, citations: [citationOf(scan, "Quy định số 680-QĐ/TU")] } as const;
    const near = { ...noEvidence, nearest: hitsOf(scan).slice(1) };
    const asked = async (answer: Answer) =>
      (await post(fakeParts({ ask: async () => answer }, [scan]), "/api/ask", { question: "680" })).json();
    expect(await asked(quoting)).toMatchObject({ citations: [{ uncertain: [doubt] }] });
    expect(await asked(near)).toMatchObject({ nearest: [{ uncertain: [doubt] }] });
  });

  it("forbids keeping the answer", async () => {
    const response = await post(fakeParts(), "/api/ask", { question: "qd 213" });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("GET /api/search", () => {
  it("returns the hits, and says that all their words are sure", async () => {
    const response = await createApp(fakeParts()).request("/api/search?q=nơi+cư+trú&k=2");
    expect(await response.json()).toEqual(hitsJson(hitsOf(regulation213).slice(0, 2), new Map()));
  });

  it("names the words of a scan that are not sure", async () => {
    const response = await createApp(fakeParts({}, [scan])).request("/api/search?q=cán+bộ&k=2");
    const { hits } = await response.json();
    expect(hits).toMatchObject([{ uncertain: [] }, { uncertain: [{ text: "680-QĐ/TU", isFigure: true }] }]);
  });

  it("looks for ten passages unless told otherwise", async () => {
    const parts = fakeParts();
    await createApp(parts).request("/api/search?q=nơi+cư+trú");
    expect(parts.searched).toEqual([{ question: "nơi cư trú", limit: 10 }]);
  });
});

describe("POST /api/cite", () => {
  it("resolves a number", async () => {
    const response = await post(fakeParts(), "/api/cite", { text: "qd 335" });
    expect(await response.json()).toEqual(citeJson(citeResult));
  });

  it("hands on the day, and none where none is given", async () => {
    const parts = fakeParts();
    await post(parts, "/api/cite", { text: "qd 335", asOf: "2017-01-31" });
    await post(parts, "/api/cite", { text: "qd 335" });
    expect(parts.cited.map(({ options }) => options)).toEqual([{ asOf: "2017-01-31" }, {}]);
  });
});

describe("POST /api/check", () => {
  it("checks every citation of a draft", async () => {
    const response = await post(fakeParts(), "/api/check", { text: mixedDraft });
    expect(await response.json()).toEqual(checkJson(checkResult(mixedDraft)));
  });

  it("hands on the draft as it is, so that spans point into it", async () => {
    const drafts: string[] = [];
    const check: Check = async (draft) => {
      drafts.push(draft);
      return checkResult(draft);
    };
    await post(fakeParts({ check }), "/api/check", { text: "  \n NQ 18 " });
    expect(drafts).toEqual(["  \n NQ 18 "]);
  });

  it("takes 200,000 characters, however many bytes they are", async () => {
    const escaped = `{"text":"${"\\u1ee7".repeat(200_000)}"}`;
    expect((await post(fakeParts(), "/api/check", escaped)).status).toBe(200);
  });

  it("finds nothing in an empty draft", async () => {
    const response = await post(fakeParts(), "/api/check", { text: "" });
    expect(await response.json()).toEqual({ text: "", citations: [] });
  });

  it("may not be kept, and logs nothing of the draft when it fails", async () => {
    const parts = fakeParts({ check: (draft) => Promise.reject(new Error(draft)) });
    const response = await post(parts, "/api/check", { text: "bản thảo mật" });
    expect([response.status, response.headers.get("cache-control")]).toEqual([500, "no-store"]);
    expect(JSON.stringify(parts.logged)).not.toContain("mật");
    expect(await response.text()).not.toContain("mật");
  });
});

describe("GET /api/documents", () => {
  it("lists every document that is held, with the status that the register shows", async () => {
    const directive = { ...regulation335.directive, status: "unknown" } as const;
    const parts = fakeParts({}, [regulation213, report2018, { ...regulation335, directive }]);
    const { documents } = await (await createApp(parts).request("/api/documents")).json();
    expect(documents).toMatchObject([
      { id: "quy-dinh-213", status: "replacement-ordered" },
      { id: "ha-tinh-2018", status: "unknown" },
      { id: "quy-dinh-335", status: "superseded" },
    ]);
  });

  it("lists every document that is only named", async () => {
    const { mentioned } = await (await createApp(fakeParts()).request("/api/documents")).json();
    expect(mentioned).toEqual([
      {
        number: "680-QĐ/TU",
        kind: "Quy định",
        title: "về phân cấp quản lý cán bộ",
        issuer: null,
        issuedOn: "2018-05-16",
        status: "in-force",
        citation: "Quy định số 680-QĐ/TU, ngày 16/05/2018",
        mentions: 1,
      },
    ]);
  });
});

it("GET /api/documents/:id has the status that the register shows", async () => {
  const directive = { ...regulation335.directive, status: "unknown" } as const;
  const app = createApp(fakeParts({}, [report2018, { ...regulation335, directive }]));
  expect(await (await app.request("/api/documents/quy-dinh-335")).json()).toMatchObject({ status: "superseded" });
});

it("GET /api/documents/:id gives the text once, and 304 while it stays the same", async () => {
  const app = createApp(fakeParts());
  const first = await app.request("/api/documents/quy-dinh-213");
  const again = await app.request("/api/documents/quy-dinh-213", {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect([await first.json(), again.status]).toMatchObject([{ text: regulation213.directive.text }, 304]);
});

it("GET /healthz is alive even while nothing is ready", async () => {
  const parts = fakeParts({ readiness: () => Promise.reject(new Error("no database")) });
  const response = await createApp(parts).request("/healthz");
  expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
});

it.each([
  [true, 200],
  [false, 503],
])("GET /readyz with ready = %s answers %i and says what is on", async (isReady, status) => {
  const state = { ...ready, ready: isReady };
  const response = await createApp(fakeParts({ readiness: async () => state })).request("/readyz");
  expect([response.status, await response.json()]).toEqual([status, state]);
});

describe("a request that cannot be served gets a problem that names the remedy", () => {
  const parts = fakeParts();
  it.each([
    ["broken JSON", post(parts, "/api/ask", "{"), 400, "JSON"],
    ["JSON that is no object", post(parts, "/api/ask", "[1]"), 400, "/openapi.json"],
    ["no question", post(parts, "/api/ask", {}), 400, "4.096"],
    ["a blank question", post(parts, "/api/ask", { question: " \n" }), 400, "4.096"],
    ["a question that is no text", post(parts, "/api/ask", { question: 213 }), 400, "4.096"],
    ["a question that is too long", post(parts, "/api/ask", { question: "a".repeat(4097) }), 400, "4.096"],
    ["an unknown language", post(parts, "/api/ask", { question: "213", lang: "fr" }), 400, "`vi`"],
    ["another content type", post(parts, "/api/ask", "{}", { "content-type": "text/plain" }), 415, "application/json"],
    ["a body above 256 KB", post(parts, "/api/ask", { question: "a".repeat(256 * 1024) }), 413, "256 KB"],
    ["no text to cite", post(parts, "/api/cite", { question: "213" }), 400, "`text`"],
    ["no day", post(parts, "/api/cite", { text: "213", asOf: "31/01/2020" }), 400, "2020-01-31"],
    ["a day that is none", post(parts, "/api/cite", { text: "213", asOf: "2020-02-30" }), 400, "2020-01-31"],
    ["no draft", post(parts, "/api/check", { draft: "213" }), 400, "`text`"],
    ["a draft that is no text", post(parts, "/api/check", { text: ["213"] }), 400, "200.000"],
    ["a long draft", post(parts, "/api/check", { text: "a".repeat(200_001) }), 413, "chia thành nhiều phần"],
    ["a huge draft", post(parts, "/api/check", "a".repeat(2 ** 21 + 1)), 413, "chia thành nhiều phần"],
    ["a draft that is no JSON", post(parts, "/api/check", "{"), 400, "JSON"],
    ["no search text", createApp(parts).request("/api/search"), 400, "`q`"],
    ["k below 1", createApp(parts).request("/api/search?q=a&k=0"), 400, "`k`"],
    ["k above 100", createApp(parts).request("/api/search?q=a&k=101"), 400, "`k`"],
    ["k that is no whole number", createApp(parts).request("/api/search?q=a&k=1.5"), 400, "`k`"],
    ["an unknown document", createApp(parts).request("/api/documents/no-such"), 404, "/api/documents"],
    ["an unknown route", createApp(parts).request("/api/no-such"), 404, "/openapi.json"],
    ["a method that is not there", post(parts, "/api/search?q=a", {}), 404, "/openapi.json"],
  ])("%s", async (_, response, status, remedy) => {
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status, type: "application/problem+json", body: { type: "about:blank", status } });
    expect(problem.body.detail).toContain(remedy);
  });

  it("in English for who asks in English", async () => {
    const { body } = await problemOf(post(parts, "/api/ask", {}, { "accept-language": "en-GB,en;q=0.9,vi;q=0.5" }));
    expect(body.detail).toBe("`question` must be a text of 1 to 4,096 characters.");
  });
});

describe("an unexpected failure", () => {
  const secret = "LLM_API_KEY=abc, question: lương của tôi";

  it("is answered politely, without its message", async () => {
    const parts = fakeParts({ ask: () => Promise.reject(new Error(secret)) });
    const response = await post(parts, "/api/ask", { question: "213" });
    const text = await response.text();
    expect([response.status, text.includes("Hệ thống gặp lỗi"), text.includes("abc")]).toEqual([500, true, false]);
  });

  it("is logged once, without the message of strangers", async () => {
    const parts = fakeParts({ ask: () => Promise.reject(new Error(secret)) });
    await post(parts, "/api/ask", { question: "213" });
    expect(parts.logged).toMatchObject([{ level: "error", event: "request-failed", path: "/api/ask", error: "Error" }]);
    expect(JSON.stringify(parts.logged)).not.toContain("abc");
  });

  it("is logged with our own message, which names the remedy", async () => {
    const parts = fakeParts({ ask: () => Promise.reject(new TrichdanError("Run `npm run trichdan -- ingest`.")) });
    await post(parts, "/api/ask", { question: "213" });
    expect(parts.logged).toMatchObject([{ message: "Run `npm run trichdan -- ingest`." }]);
  });

  it("is no error in the log when the caller has gone", async () => {
    const caller = new AbortController();
    const parts = fakeParts({
      ask: (_, options) => {
        caller.abort();
        return Promise.reject(options?.signal?.reason);
      },
    });
    await createApp(parts).request("/?q=213", { signal: caller.signal });
    expect(parts.logged).toMatchObject([{ level: "info", event: "request-aborted" }]);
  });
});
