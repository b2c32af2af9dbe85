import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import worker, { type Env } from "../../src/worker.ts";
import { newDocument } from "../contracts/new-document.ts";
import { createFakeVectorize } from "../fakes/vectorize.ts";
import { createFakeAi } from "../fakes/workers-ai.ts";
import { emptyDatabase } from "./empty-database.ts";

const SECRET = "a-secret-of-this-test";
const TELEGRAM = {
  TELEGRAM_BOT_TOKEN: "1234567:test-token",
  TELEGRAM_API_ROOT: "https://telegram.test",
  TELEGRAM_WEBHOOK_SECRET: SECRET,
  PUBLIC_URL: "https://thu-vien.test",
};
const RULE = newDocument(
  {
    id: "213",
    kind: "Quy định",
    number: "213-QĐ/TW",
    title: "Về nơi cư trú",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
  },
  [
    "Đảng viên phải tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập.",
    "Đảng phí của đảng viên hưu trí do chi bộ thu hằng tháng.",
  ],
);

let db: SqliteDatabase;
beforeEach(async () => {
  db = await emptyDatabase();
});

const settings = (more: Partial<Env> = {}): Env => ({ DB: env.DB, LOG_LEVEL: "error", ...more });
const meaning = () => ({ AI: createFakeAi(), INDEX: createFakeVectorize(1_024) });

async function fetchFrom(
  path: string,
  { settings: given = settings(), ...init }: RequestInit & { settings?: Env } = {},
) {
  const execution = createExecutionContext();
  const response = await worker.fetch(new Request(`https://thu-vien.test${path}`, init), given, execution);
  await waitOnExecutionContext(execution);
  return response;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests look at
async function json(response: Response): Promise<any> {
  return response.json();
}

async function post(path: string, body: unknown, more: { settings?: Env; headers?: Record<string, string> } = {}) {
  const headers = { "content-type": "application/json", ...more.headers };
  return fetchFrom(path, { ...more, method: "POST", headers, body: JSON.stringify(body) });
}

describe("the Worker with a library", () => {
  beforeEach(async () => {
    await createPassageStore(db).put(RULE);
  });

  it("is alive and ready, and says that it does not search by meaning without Workers AI and Vectorize", async () => {
    expect((await fetchFrom("/healthz")).status).toBe(200);
    const ready = await fetchFrom("/readyz");
    expect(ready.status).toBe(200);
    expect(await json(ready)).toMatchObject({
      ready: true,
      documents: 1,
      passages: 2,
      search: { number: true, words: true, meaning: false },
      embeddingModel: null,
      telegram: "off",
    });
  });

  it("answers a question with a verbatim quote", async () => {
    const question = "Ai triệu tập các cuộc họp mà đảng viên phải tham gia ở nơi cư trú?";
    const answer = await json(await post("/api/ask", { question }));
    expect(answer.kind).toBe("answered");
    const [{ quote, span, document }] = answer.citations;
    expect(RULE.directive.text.slice(span.start, span.end)).toBe(quote);
    expect(quote).toContain("chi ủy nơi cư trú triệu tập");
    expect(document.number).toBe("213-QĐ/TW");
  });

  it("serves the pages, the reader and the register", async () => {
    const pages = await Promise.all(
      ["/", "/documents", "/documents/213", "/?q=213", "/openapi.json"].map((path) => fetchFrom(path)),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await json(await post("/api/cite", { text: "QĐ 213" }))).candidates[0].held).toBe(true);
  });

  it("finds passages although the full-text table was never made", async () => {
    await db.run(sql`DROP TABLE passages_fts`);
    await db.run(sql`DELETE FROM meta WHERE key = 'fullText'`);
    const { hits } = await json(await fetchFrom(`/api/search?q=${encodeURIComponent("đảng phí hằng tháng")}`));
    expect(hits[0].passageId).toBe("213:2");
  });

  it("finds passages that were loaded while it runs", async () => {
    const given = settings();
    await fetchFrom("/healthz", { settings: given });
    await db.run(sql`INSERT INTO passages(id, document_id, path, start, end, text, context)
      VALUES ('213:3', '213', '[]', 0, 1, 'Kỷ luật khiển trách', '')`);
    await db.run(sql`UPDATE meta SET value = value + 1 WHERE key = 'revision'`);
    const { hits } = await json(
      await fetchFrom(`/api/search?q=${encodeURIComponent("khiển trách")}`, { settings: given }),
    );
    expect(hits[0].passageId).toBe("213:3");
  });

  it("embeds what waits when the cron trigger fires, and then searches by meaning", async () => {
    const given = settings(meaning());
    await worker.scheduled({}, given);
    expect((await createVectorStore(db).pending(10)).length).toBe(0);
    const ready = await json(await fetchFrom("/readyz", { settings: given }));
    expect(ready).toMatchObject({ search: { meaning: true }, embeddingModel: "@cf/baai/bge-m3" });
    const retrieved = await json(
      await fetchFrom("/api/search?q=monthly%20fee%20%C4%91%E1%BA%A3ng%20ph%C3%AD", { settings: given }),
    );
    expect(retrieved.hits[0].passageId).toBe("213:2");
  });

  it("embeds a large library over several runs", async () => {
    await createPassageStore(db).put(
      newDocument(
        { id: "large" },
        Array.from({ length: 800 }, (_, at) => `Đoạn ${at}`),
      ),
    );
    const given = settings(meaning());
    await worker.scheduled({}, given);
    expect((await createVectorStore(db).vectorIds()).length).toBe(500);
    await worker.scheduled({}, given);
    expect((await createVectorStore(db).vectorIds()).length).toBe(802);
    expect(given.INDEX).toMatchObject({ vectors: { size: 802 } });
  });
});

describe("Telegram's webhook on the Worker", () => {
  const calls = async () => json(await fetch("https://telegram.test/calls"));
  const update = (id: number) => ({
    update_id: id,
    message: {
      message_id: id,
      date: 0,
      chat: { id: 1001, type: "private" },
      from: { id: 1001, is_bot: false, first_name: "Lan" },
      text: "Đảng phí của đảng viên hưu trí do ai thu?",
    },
  });
  const deliver = (secret: string, id: number, given: Env) =>
    post("/telegram/webhook", update(id), { settings: given, headers: { "x-telegram-bot-api-secret-token": secret } });

  beforeEach(async () => {
    await createPassageStore(db).put(RULE);
    await calls();
  });

  it("answers an update that has the secret, once", async () => {
    const given = settings(TELEGRAM);
    expect((await deliver(SECRET, 7, given)).status).toBe(200);
    expect((await deliver(SECRET, 7, given)).status).toBe(200);
    const sent = (await calls()).filter(({ method }: { method: string }) => method === "sendMessage");
    expect(sent).toHaveLength(1);
    expect(sent[0].fields.text).toContain("chi bộ thu hằng tháng");
  });

  it.each(["", "wrong", `${SECRET}x`])("refuses the secret %j and keeps nothing", async (secret) => {
    expect((await deliver(secret, 8, settings(TELEGRAM))).status).toBe(401);
    expect(await db.all(sql`SELECT * FROM inbox`)).toEqual([]);
    expect(await calls()).toEqual([]);
  });

  it("does not exist without a bot", async () => {
    expect((await deliver(SECRET, 9, settings())).status).toBe(404);
  });

  it("is made known to Telegram by the cron trigger, once", async () => {
    const given = settings(TELEGRAM);
    await worker.scheduled({}, given);
    await worker.scheduled({}, given);
    const made = (await calls()).filter(({ method }: { method: string }) => method === "setWebhook");
    expect(made).toHaveLength(1);
    expect(made[0].fields).toMatchObject({ url: "https://thu-vien.test/telegram/webhook", secret_token: SECRET });
  });

  it("is worked on by the cron trigger when the request that brought the update was cut off", async () => {
    const given = settings(TELEGRAM);
    await db.run(sql`INSERT INTO inbox("update_id", "update", state, chat_id, received_at)
      VALUES (10, ${JSON.stringify(update(10))}, 'waiting', 1001, ${Date.now()})`);
    await worker.scheduled({}, given);
    expect((await calls()).map(({ method }: { method: string }) => method)).toContain("sendMessage");
  });
});

describe("the Worker that is not set up", () => {
  it("says that the library is empty", async () => {
    const ready = await fetchFrom("/readyz");
    expect(ready.status).toBe(503);
    expect((await json(ready)).problem).toMatch(/docs\/deploy\.md/);
  });

  it.each([
    ["settings that do not fit", () => settings({ LLM_BASE_URL: "no url" })],
    ["a database without tables", () => settings({ DB: noDatabase() })],
  ])("answers politely with %s", async (_, given) => {
    const response = await fetchFrom("/", { settings: given() });
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/thử lại sau/);
  });
});

function noDatabase(): Env["DB"] {
  const prepare = () => {
    throw new Error("D1_ERROR: no such table: meta");
  };
  // Only what is called before it fails.
  return { prepare } as unknown as Env["DB"];
}
