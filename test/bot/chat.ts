import { expect, onTestFinished, vi } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { acceptUpdate } from "../../src/bot/accept-update.ts";
import { type BotParts, createBot } from "../../src/bot/bot.ts";
import type { Log } from "../../src/bot/log.ts";
import { createInboxWorker } from "../../src/bot/worker.ts";
import type { Answer } from "../../src/core/answer.ts";
import type { PassageStore, Retriever } from "../../src/core/ports.ts";
import type { Reading } from "../../src/core/reading.ts";
import { createFakeBotApi } from "../fakes/bot-api.ts";
import { ANSWER } from "./sample-answers.ts";
import { checkOf, citeOf, passagesOf } from "./sample-candidates.ts";

const NO_RETRIEVER: Retriever = {
  read: () => Promise.reject(new Error("This library is not searched.")),
  retrieve: () => Promise.reject(new Error("This library is not searched.")),
};

export type Chat = Awaited<ReturnType<typeof createChat>>;

/** What a test says of the bot; by default it answers every question and knows no document. */
export type ChatParts = Partial<
  Omit<BotParts, "token" | "botInfo" | "apiRoot" | "log" | "reading"> &
    Pick<Reading, "ask" | "cite" | "check"> & { readonly passages: Pick<PassageStore, "get"> }
>;

/** A bot with an inbox, talking to a fake Bot API server; `handles` takes an update all the way through. */
export async function createChat({
  ask = async () => ANSWER,
  cite = citeOf(),
  check = checkOf(),
  passages = passagesOf({}),
  ...parts
}: ChatParts = {}) {
  const api = await createFakeBotApi();
  const { db, close } = await openLibsql(":memory:");
  const inbox = createInbox(db);
  const logged: Parameters<Log>[0][] = [];
  const log: Log = (entry) => void logged.push(entry);
  const questions: string[] = [];
  const recorded: Reading["ask"] = (question, options) => {
    questions.push(question);
    return ask(question, options);
  };
  const bot = createBot({
    token: api.token,
    botInfo: api.me,
    apiRoot: api.apiRoot,
    // A test that looks at more of the library than this opens a real one.
    reading: () => ({ ask: recorded, cite, check, store: passages as PassageStore, retriever: NO_RETRIEVER }),
    roleOf: async () => null,
    log,
    ...parts,
  });
  const createWorker = () =>
    createInboxWorker({ inbox, handle: (update) => bot.handleUpdate(update), now: () => 0, log, concurrency: 2 });
  const accept = acceptUpdate(inbox, () => 0);
  const worker = createWorker();

  onTestFinished(async () => {
    await worker.drain();
    await api.close();
    close();
  });

  return {
    api,
    bot,
    inbox,
    log,
    logged,
    questions,
    accept,
    worker,
    createWorker,
    /** Accepts the update and works until the inbox is empty; the texts sent meanwhile. */
    async handles(update: unknown): Promise<string[]> {
      const before = api.sent.length;
      await accept(update);
      await worker.runOnce();
      return api.sent.slice(before).map(({ text }) => text);
    },
  };
}

/** An answer that takes until typing is shown. */
export async function whenTyping({ api }: Chat): Promise<Answer> {
  await vi.waitFor(() => expect(api.calls.map(({ method }) => method)).toContain("sendChatAction"), 10_000);
  return ANSWER;
}
