import type { Update, UserFromGetMe } from "grammy/types";
import type { PeerChat } from "./chats.ts";
import { createClock } from "./clock.ts";
import type { UpdateKind } from "./delivery.ts";
import { type Call, createFaults } from "./faults.ts";
import { createApiServer } from "./server.ts";
import { transcriptOf } from "./transcript.ts";
import { createPlayer, type NewUser } from "./users.ts";
import { createWorld } from "./world.ts";

export type Peer = Awaited<ReturnType<typeof createPeer>>;

interface PeerOptions {
  /** What BotFather and `getMe` know of the bot: `supports_inline_queries`, `can_read_all_group_messages` … */
  readonly me?: Partial<UserFromGetMe>;
  /** Retries, expiry and long polls follow the wall clock instead of `clock.advance`. */
  readonly realTime?: boolean;
  readonly inlineFeedback?: boolean;
  readonly maxDownloadBytes?: number;
  /** From 0 to 1: where the longest pause between two deliveries lies between one and two minutes. */
  readonly random?: () => number;
}

const UNTIL_MS = 10_000;

/** A Bot API server that refuses what Telegram refuses, and the people who talk to the bot. See README.md. */
export async function createPeer(options: PeerOptions = {}) {
  const token = "1234567:test-token_that-must-not-be-logged";
  const clock = createClock({ isReal: options.realTime ?? false });
  const world = createWorld({
    me: { ...ME, ...options.me },
    clock,
    inlineFeedback: options.inlineFeedback ?? true,
    maxDownloadBytes: options.maxDownloadBytes ?? 20 * 1024 * 1024,
    random: options.random ?? Math.random,
  });
  const faults = createFaults();
  const calls: Call[] = [];
  const watchers = new Set<() => void>();
  const notify = () => {
    for (const watch of [...watchers]) watch();
  };
  const server = await createApiServer({
    world,
    token,
    onCall(call) {
      calls.push(call);
      notify();
      return faults.take(call);
    },
    onAnswered: notify,
  });
  const { delivery } = world;

  return {
    apiRoot: server.apiRoot,
    token,
    me: world.me,
    clock,
    /** Every call as it arrived; reading a file is the method "download". */
    calls,
    /** The messages the bot sent, as they are now. */
    sent: world.sent,
    losses: world.losses,
    attempts: delivery.attempts,
    failNext: faults.failNext,
    failWhen: faults.failWhen,
    user: (user: NewUser = {}) => createPlayer(world, user),
    group: world.chats.group,
    /** Opens a topic in a forum; its thread id. */
    topic: (chat: PeerChat, name: string) => world.chats.addTopic(chat, name),
    transcript: transcriptOf,
    /** A file of a user, for a message put together by hand. */
    addFile: world.files.add,
    /** Any update, put together by hand. */
    tells: (kind: UpdateKind, content: object) => world.tell(kind, content, { about: 0 }),
    /** Delivers an update once more, at once and out of turn; the status of the answer, by webhook. */
    redeliver: (update: Update) => delivery.redeliver(update),
    /** Updates that the bot has not confirmed. */
    pending: () => delivery.pending(),
    endLongPoll: delivery.endLongPoll,
    /** Waits until no delivery is under way; what has to be tried again later still waits. */
    settled: () => clock.settled(),
    /** Waits until the bot's calls have made it true. */
    async until(isTrue: () => boolean, what = "what was waited for"): Promise<void> {
      if (isTrue()) return;
      await new Promise<void>((resolve, reject) => {
        const end = (run: () => void) => {
          watchers.delete(watch);
          clearTimeout(timer);
          run();
        };
        const watch = () => isTrue() && end(resolve);
        const timer = setTimeout(() => end(() => reject(new Error(`The bot did not do ${what}`))), UNTIL_MS);
        watchers.add(watch);
      });
    },
    async close(): Promise<void> {
      clock.stop();
      delivery.endLongPoll();
      await server.close();
    },
  };
}

const ME: UserFromGetMe = {
  id: 1_234_567,
  is_bot: true,
  first_name: "Trích dẫn",
  username: "trichdan_test_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: true,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};
