import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client/sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { honest, lies } from "../fakes/llm-replies.ts";
import { type LlmMode, startLlmServer } from "../fakes/llm-server.ts";
import { createPeer, type Peer } from "../peer/peer.ts";
import type { Player } from "../peer/users.ts";
import { freePort, type RunningServer, runProgram, startProgram, startServer } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "trichdan-server-"));
const home = join(folder, "home");
const question = "QĐ 213 yêu cầu gì đối với đảng viên ở nơi cư trú?";
const secret = "webhook-secret_that-must-not-be-logged";

let telegram: Peer;
let lan: Player;
beforeAll(async () => {
  telegram = await createPeer({ realTime: true });
  lan = telegram.user({ name: "Lan" });
});
afterAll(async () => {
  await telegram.close();
  rmSync(folder, { recursive: true });
});

// One home and one Telegram go through the life of a server: the parts below run in order.

describe("the first start", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ TRICHDAN_HOME: home });
  }, 120_000);
  afterAll(() => server.kill());

  it("builds the library that ships, and is then ready", async () => {
    expect(server.stderr()).toMatch(/"building-library".+\n.+"library-ready"/);
    const response = await fetch(`${server.url}/readyz`);
    const state = await response.json();
    expect([response.status, state]).toMatchObject([200, { ready: true, telegram: "off", llm: false, problem: null }]);
    expect(state.documents).toBeGreaterThan(40);
  });

  it.each([
    ["in Vietnamese", question],
    ["without diacritics", "qd 213 yeu cau gi doi voi dang vien o noi cu tru"],
    ["in English", "What does Regulation 213-QĐ/TW require of Party members at their place of residence?"],
  ])("answers the running example %s with quotes that stand in the documents", async (_, asked) => {
    const answer = await ask(server, asked);
    expect(answer).toMatchObject({ kind: "answered", composer: "extractive", fallback: null });
    expect(answer.citations[0]?.document.number).toBe("213-QĐ/TW");
    for (const { quote, span, document } of answer.citations) {
      const { text } = await (await fetch(`${server.url}/api/documents/${document.id}`)).json();
      expect(text.slice(span.start, span.end)).toBe(quote);
    }
  });

  it("shows the quotes on a page without JavaScript", async () => {
    const { citations } = await ask(server, question);
    const page = await (await fetch(`${server.url}/?q=${encodeURIComponent(question)}`)).text();
    const [line = ""] = citations[0]?.quote.split("\n") ?? [];
    expect(page).toContain(line);
    expect(page).toContain("213-QĐ/TW");
  });

  it("refuses a number that the library does not know", async () => {
    const answer = await ask(server, "Quy định 214-QĐ/TW nói về gì?");
    expect(answer).toMatchObject({ kind: "no-evidence", reason: "unknown-document" });
  });

  it("answers while another process ingests, and then knows what that one has added", async () => {
    const rain = "Quy định số 9901-QĐ/TW về việc đo mưa";
    const before = await ask(server, rain);
    writeLongDocument("9901-QĐ/TW", "Về việc đo mưa");
    const ingest = startProgram(["ingest", join(folder, "documents")], { TRICHDAN_HOME: home });
    const answers = [];
    while (ingest.isRunning()) answers.push((await ask(server, question)).kind);
    expect(await ingest.ended).toMatchObject({ code: 0 });
    expect(new Set(answers)).toEqual(new Set(["answered"]));
    expect(before).toMatchObject({ kind: "no-evidence" });
    expect((await ask(server, rain)).citations[0]?.document.file).toBe("9901-qd-tw.md");
  });

  it("leaves no question in the log", () => expectNoQuestion(server));

  it("ends in order when it is told to", async () => {
    expect(await server.terminate()).toMatchObject({ code: 0 });
  });
});

describe("the next start, with a bot by long polling and a language model that is honest", () => {
  let server: RunningServer;
  let revision: unknown;
  beforeAll(async () => {
    revision = await libraryRevision();
    // Sent while the server was down.
    lan.says(question);
    server = await startServer({ ...bot(), TELEGRAM_ADMIN_IDS: String(lan.user.id), ...(await model(honest)) });
  }, 120_000);
  afterAll(() => server.kill());

  it("finds the library unchanged", async () => {
    expect(server.stderr()).not.toContain("building-library");
    expect(await libraryRevision()).toEqual(revision);
  });

  it("answers in Telegram with quotes", async () => {
    const message = await nextMessage();
    const quotes = quotesIn(message);
    expect(quotes.length).toBeGreaterThan(0);
    const { citations } = await ask(server, question);
    const shown = citations.map(({ quote }) => quote.replace(/\s+/g, " "));
    expect(quotes.map((quote) => quote.replace(/\s+/g, " "))).toEqual(shown);
  });

  it("lets the language model write the answer", async () => {
    const answer = await ask(server, question);
    expect(answer).toMatchObject({ kind: "answered", composer: "llm", fallback: null });
  });

  it("tells an administrator in Telegram what the web page could not answer", async () => {
    await ask(server, "Quy định 9977-QĐ/TW nói gì?");
    lan.says("/thieu");
    expect((await nextMessage()).text).toContain("1. Quy định 9977-QĐ/TW nói gì?");
  });

  it("takes a document that an administrator sends in Telegram, and answers from it on the web page", async () => {
    lan.sendsDocument("tb-9978.md", "Thông báo số 9978-TB/TU nêu 37 trạm đo mưa.", { caption: "/them" });
    const progress = await nextMessage();
    lan.presses("Mọi người", progress);
    await vi.waitUntil(() => lan.chat.messages.at(-1)?.text?.includes("Đã thêm"), { timeout: 20_000, interval: 50 });
    const answer = await ask(server, "Thông báo 9978-TB/TU nêu bao nhiêu trạm đo mưa?");
    expect(answer.citations?.[0]?.quote).toContain("37 trạm đo mưa");
  });

  it("keeps another server off its port, which says what to do", async () => {
    const { port } = new URL(server.url);
    const { code, stderr } = await runProgram(["serve"], { TRICHDAN_HOME: home, PORT: port });
    const sentence = stderr.trim().split("\n").at(-1);
    expect([code, sentence]).toEqual([
      1,
      `The server could not listen on 127.0.0.1:${port}. Set PORT or HOST to a free one.`,
    ]);
  });

  it("leaves neither token nor question in the log", () => expectNoSecrets(server));

  it("ends in order although a long poll is open", async () => {
    expect(await server.terminate()).toMatchObject({ code: 0 });
  });
});

describe("a bot by webhook, with a language model that lies", () => {
  let server: RunningServer;
  let publicUrl: string;
  afterAll(() => server.kill());

  it("answers after a restart what it had accepted before it was killed", async () => {
    // Where Telegram cannot be reached the bot does not know its own name, and updates wait.
    const offline = { ...bot(), TELEGRAM_API_ROOT: "http://127.0.0.1:9" };
    server = await startServer({ ...offline, ...webhook("http://127.0.0.1:9") });
    const headers = { "x-telegram-bot-api-secret-token": secret };
    const response = await server.post("/telegram/webhook", lan.says(question), headers);
    expect(response.status).toBe(200);
    await server.kill();
    expectNoSecrets(server);

    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}`;
    const settings = { ...bot(), ...webhook(publicUrl), PORT: String(port) };
    server = await startServer({ ...settings, ...(await model(lies["an invented quote"] ?? honest)) });
    const message = await nextMessage();
    expect(message.text).toContain("213-QĐ/TW");
  });

  it("registers itself with its secret", async () => {
    const registered = telegram.calls.find((call) => call.method === "setWebhook");
    expect(registered?.fields).toMatchObject({ url: `${publicUrl}/telegram/webhook`, secret_token: secret });
  });

  it("answers what comes by webhook with quotes, and says that it did without the language model", async () => {
    const { update_id: updateId } = lan.says(question);
    const message = await nextMessage();
    expect(telegram.attempts.filter((attempt) => attempt.updateId === updateId)).toMatchObject([{ status: 200 }]);
    expect(quotesIn(message)[0]).toContain("213-QĐ/TW");
    expect(message.text).toContain("mô hình ngôn ngữ");
  });

  it("says so over HTTP, too", async () => {
    const answer = await ask(server, question);
    expect(answer).toMatchObject({ kind: "answered", composer: "extractive", fallback: "llm-unverified" });
  });

  it("leaves neither token, secret nor question in the log", () => expectNoSecrets(server));

  it("ends in order when it is told to", async () => {
    expect(await server.terminate()).toMatchObject({ code: 0 });
  });
});

describe("wrong settings", () => {
  it("are named together, and their values are not shown", async () => {
    const wrong = { PORT: "eighty", PUBLIC_URL: "http://example.com", TELEGRAM_BOT_TOKEN: "token-without-number" };
    const { code, stdout, stderr } = await runProgram(["serve"], { TRICHDAN_HOME: home, ...wrong });
    expect([code, stdout]).toEqual([1, ""]);
    for (const [name, value] of Object.entries(wrong)) {
      expect(stderr).toContain(`- ${name} `);
      expect(stderr).not.toContain(value);
    }
  });
});

interface AskResult {
  readonly kind: string;
  readonly citations: readonly {
    readonly quote: string;
    readonly span: { readonly start: number; readonly end: number };
    readonly document: { readonly id: string; readonly file: string; readonly number: string | null };
  }[];
}

async function ask(server: RunningServer, asked: string): Promise<AskResult> {
  const response = await server.post("/api/ask", { question: asked });
  expect(response.status).toBe(200);
  return response.json();
}

function bot() {
  return { TRICHDAN_HOME: home, TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
}

function webhook(publicUrl: string) {
  return { PUBLIC_URL: publicUrl, TELEGRAM_WEBHOOK_SECRET: secret };
}

/** Settings for a language model that behaves like this until the tests end. */
async function model(mode: LlmMode) {
  const { url, close } = await startLlmServer(mode);
  afterAll(close);
  return { LLM_BASE_URL: url, LLM_MODEL: "test-model" };
}

/** The oldest message of the bot that has not been looked at, as soon as there is one. */
function nextMessage() {
  return vi.waitUntil(() => telegram.sent.shift(), { timeout: 20_000, interval: 50 });
}

function quotesIn({ text = "", entities = [] }: Peer["sent"][number]): string[] {
  return entities
    .filter(({ type }) => type === "expandable_blockquote")
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

function expectNoQuestion(server: RunningServer): void {
  expect(server.stderr()).not.toMatch(/yêu cầu gì|yeu cau gi|require of|đo mưa/);
}

function expectNoSecrets(server: RunningServer): void {
  expectNoQuestion(server);
  expect(server.stderr()).not.toContain(telegram.token.split(":")[1]);
  expect(server.stderr()).not.toContain(secret);
}

async function libraryRevision(): Promise<unknown> {
  const client = createClient({ url: `file:${join(home, "library.db")}` });
  const { rows } = await client.execute("SELECT value FROM meta WHERE key = 'revision'");
  client.close();
  return rows[0]?.["value"];
}

/** Long enough that its ingest takes some seconds. */
function writeLongDocument(number: string, title: string): void {
  const sections = Array.from({ length: 60 }, (_, at) => {
    return `## Điều ${at + 1}. Trạm số ${at + 1}\n\nTrạm số ${at + 1} đo mưa lúc ${at % 24} giờ mỗi ngày và gửi số liệu về tỉnh.`;
  });
  const head = `---\nkind: Quy định\nnumber: ${number}\ntitle: ${title}\nissuer: Tỉnh ủy Hà Tĩnh\n---`;
  mkdirSync(join(folder, "documents"));
  writeFileSync(join(folder, "documents", "9901-qd-tw.md"), [head, ...sections].join("\n\n"));
}
