import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createUploads } from "../../ingest/uploads.ts";
import { createAccess } from "../../src/adapters/sqlite/access.ts";
import { createAnsweredQuestions } from "../../src/adapters/sqlite/answered.ts";
import { createConversations } from "../../src/adapters/sqlite/conversations.ts";
import { createFeedback } from "../../src/adapters/sqlite/feedback.ts";
import { createGaps } from "../../src/adapters/sqlite/gaps.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { createOutbox } from "../../src/adapters/sqlite/outbox.ts";
import { acceptUpdate } from "../../src/bot/accept-update.ts";
import { createAtOnce } from "../../src/bot/at-once.ts";
import { createBot } from "../../src/bot/bot.ts";
import type { Sleep } from "../../src/bot/sleep.ts";
import { createInboxWorker } from "../../src/bot/worker.ts";
import { findReferences } from "../../src/citation/find.ts";
import { parseConfig } from "../../src/config.ts";
import { withGaps } from "../../src/create-reading.ts";
import { buildLibrary } from "../../src/node/build-library.ts";
import { openLibrary } from "../../src/node/open-library.ts";
import { readDraftBytes } from "../../src/node/read-draft.ts";
import { createPeer } from "../peer/peer.ts";

const MORNING = Date.UTC(2026, 10, 23, 1);
const ADMIN = 5001;

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** The bot over the library that ships, with an administrator; nobody else is invited yet. */
export async function openOffice() {
  const home = mkdtempSync(join(tmpdir(), "transcripts-"));
  const failures: object[] = [];
  const log = (entry: { readonly level: string }) => {
    if (entry.level === "error" || entry.level === "warn") failures.push(entry);
  };
  const now = () => MORNING;
  const config = parseConfig({ TRICHDAN_HOME: home });
  const library = await openLibrary(config, log);
  await buildLibrary(library, log);
  const peer = await createPeer();
  const { db } = library;
  const gaps = createGaps(db);
  const inbox = createInbox(db);
  const access = createAccess(db, { mode: "invitation", adminIds: [ADMIN], caps: config.caps, now });
  const bot = createBot({
    token: peer.token,
    botInfo: peer.me,
    apiRoot: peer.apiRoot,
    reading: withGaps(library.reading, { gaps, now, onFailure: (error) => failures.push({ error }) }),
    access,
    gaps,
    feedback: createFeedback(db),
    uploads: createUploads({ ...library, tokens: library.embedder, findReferences }),
    readDraft: readDraftBytes,
    outbox: createOutbox(db),
    conversations: createConversations(db),
    answered: createAnsweredQuestions(db),
    revision: () => library.vectors.revision(),
    now,
    sleep: untilDone,
    log,
  });
  const accept = acceptUpdate({ inbox, now, atOnce: createAtOnce({ bot, access, log }) });
  const worker = createInboxWorker({ inbox, handle: (update) => bot.handleUpdate(update), now, log });

  return {
    peer,
    admin: peer.user({ name: "Đức", id: ADMIN }),
    failures,
    /** What one of the people does, and all that the bot does about it. */
    async after(update: unknown): Promise<void> {
      await accept(update);
      await worker.runOnce();
    },
    async close(): Promise<void> {
      await worker.drain();
      await peer.close();
      await library.close();
      rmSync(home, { recursive: true });
    },
  };
}

/** Nothing is shown meanwhile, which would depend on how fast the machine is. */
const untilDone: Sleep = (_durationMs, signal) =>
  new Promise((resolve) => {
    if (!signal || signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve());
  });
