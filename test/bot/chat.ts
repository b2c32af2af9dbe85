import { expect, onTestFinished, vi } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createAccess } from "../../src/adapters/sqlite/access.ts";
import { createAnsweredQuestions } from "../../src/adapters/sqlite/answered.ts";
import { createConversations } from "../../src/adapters/sqlite/conversations.ts";
import { createFeedback } from "../../src/adapters/sqlite/feedback.ts";
import { createGaps } from "../../src/adapters/sqlite/gaps.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { createOutbox } from "../../src/adapters/sqlite/outbox.ts";
import { acceptUpdate } from "../../src/bot/accept-update.ts";
import { createAtOnce } from "../../src/bot/at-once.ts";
import { type BotParts, createBot } from "../../src/bot/bot.ts";
import type { Log } from "../../src/bot/log.ts";
import { createInboxWorker } from "../../src/bot/worker.ts";
import type { Answer } from "../../src/core/answer.ts";
import type { PassageStore, Retriever } from "../../src/core/ports.ts";
import type { Reading, ReadingFor } from "../../src/core/reading.ts";
import { createPeer } from "../peer/peer.ts";
import { createLan } from "./lan.ts";
import { ANSWER } from "./sample-answers.ts";
import { checkOf, citeOf, passagesOf } from "./sample-candidates.ts";

const NO_RETRIEVER: Retriever = {
  read: () => Promise.reject(new Error("This library is not searched.")),
  retrieve: () => Promise.reject(new Error("This library is not searched.")),
};

const CAPS = { userQuestions: 1000, questions: 1000, userTokens: 1000, tokens: 1000 };

export type Chat = Awaited<ReturnType<typeof createChat>>;

/** What a test says of the bot; by default it answers every question, knows no document and talks to the peer. */
export type ChatParts = Partial<
  Omit<BotParts, "botInfo" | "log" | "reading"> &
    Pick<Reading, "ask" | "cite" | "check"> & {
      readonly passages: Pick<PassageStore, "get">;
      /** A whole library in place of these. */
      readonly library: ReadingFor;
      /** Who may use the bot and how much; by default everyone, and nobody is an administrator. */
      readonly rights: Partial<Parameters<typeof createAccess>[1]>;
    }
>;

/** A bot with an inbox, talking to a Bot API server; `handles` takes an update all the way through. */
export async function createChat({
  ask = async () => ANSWER,
  cite = citeOf(),
  check = checkOf(),
  passages = passagesOf({}),
  library,
  rights = {},
  ...parts
}: ChatParts = {}) {
  // A server of one's own hands on files of any size, and so the bot has to look.
  const peer = await createPeer({ maxDownloadBytes: Number.POSITIVE_INFINITY });
  const api = { ...peer, ...createLan(peer) };
  const { db, close } = await openLibsql(":memory:");
  const inbox = createInbox(db);
  const outbox = createOutbox(db);
  const gaps = createGaps(db);
  const access = createAccess(db, { mode: "open", adminIds: [], caps: CAPS, now: () => 0, ...rights });
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
    reading:
      library ?? (() => ({ ask: recorded, cite, check, store: passages as PassageStore, retriever: NO_RETRIEVER })),
    access,
    gaps,
    feedback: createFeedback(db),
    outbox,
    conversations: createConversations(db),
    answered: createAnsweredQuestions(db),
    revision: async () => "1",
    now: () => 0,
    log,
    ...parts,
  });
  const atOnce = createAtOnce({ bot, access, log });
  const createWorker = (now = () => 0) =>
    createInboxWorker({ inbox, handle: (update) => bot.handleUpdate(update), now, log, concurrency: 2 });
  const accept = acceptUpdate({ inbox, now: () => 0, atOnce });
  const worker = createWorker();

  onTestFinished(async () => {
    await worker.drain();
    await api.close();
    close();
  });

  const last = () => {
    const message = api.sent.at(-1);
    if (!message) throw new Error("nothing was sent");
    return message;
  };
  /** Accepts the update and works until the inbox is empty; the texts sent meanwhile. */
  const handles = async (update: unknown): Promise<string[]> => {
    const before = api.sent.length;
    await accept(update);
    await worker.runOnce();
    return api.sent.slice(before).map(({ text = "" }) => text);
  };

  return {
    api,
    access,
    bot,
    db,
    gaps,
    inbox,
    outbox,
    log,
    logged,
    questions,
    accept,
    worker,
    createWorker,
    handles,
    /** The message that the bot sent last, as it is now. */
    last,
    /** A press of a button of that message. */
    press: (label: string) => handles(api.userPress(last(), label)),
  };
}

/** An answer that takes until typing is shown. */
export async function whenTyping({ api }: Chat): Promise<Answer> {
  await vi.waitFor(() => expect(api.calls.map(({ method }) => method)).toContain("sendChatAction"), 10_000);
  return ANSWER;
}
