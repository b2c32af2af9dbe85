import { type Api, GrammyError, type MiddlewareFn } from "grammy";
import type { Outbox, OutgoingMessage } from "../core/outbox.ts";
import { againButton } from "./asked-again.ts";
import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { messagesFor } from "./messages.ts";
import { MAX_WAIT_MS, MAX_WAITS, type Pacing, retryAfterMs } from "./obey-retry-after.ts";
import { grammySignal, sleep as realSleep } from "./sleep.ts";

/** `sendMessage` as it goes over the wire. */
export type MessageCall = Parameters<Api["raw"]["sendMessage"]>[0];

/** What sending through the outbox needs besides the update. */
export interface Delivering {
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly log: Log;
  readonly pacing?: Pacing;
}

/** The messages that answer one update. */
export interface Delivery {
  /** Keeps all of them before the first goes out; the ids of those that Telegram is known to have. */
  send(calls: readonly MessageCall[]): Promise<number[]>;
}

// The one message beside the answer that says that something may be missing; its place is after all others.
const NOTE = 1000;
const TIMEOUT_MS = 20_000;

/**
 * Gives every update its delivery, before everything else. After a crash, what had been composed is sent, and nothing is
 * composed again.
 */
export function deliver(parts: Delivering): MiddlewareFn<BotContext> {
  const inTurn = parts.pacing?.isInTurn === false ? atOnce : createTurns();
  return async (ctx, next) => {
    const delivery = createDelivery(ctx, parts, inTurn);
    ctx.delivery = delivery;
    if (!(await delivery.resume())) await next();
  };
}

/** The same update for the last time: it is not handled any more, and who waits for an answer is told so. */
export function asGivenUp<U extends object>(update: U): U {
  return { ...update, [GIVEN_UP]: true };
}

const GIVEN_UP = "trichdan_given_up";

type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** One after the other: whenever the process ends, no more than one message is on its way. */
function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

const atOnce: InTurn = (work) => work();

function createDelivery(ctx: BotContext, { outbox, now, log, pacing }: Delivering, inTurn: InTurn) {
  const { sleep = realSleep } = pacing ?? {};
  const updateId = ctx.update.update_id;
  const state = { next: 0, isNoted: false, isLost: false };
  // After a crash nobody has been asked yet which language the person has chosen.
  const strings = () => (ctx.messages ?? messagesFor(ctx.from?.language_code)).delivery;

  async function plan(calls: readonly MessageCall[], firstPart: number): Promise<OutgoingMessage[]> {
    // In all calls of the bot a chat is a number.
    const planned = calls.map((call, at) => ({ updateId, part: firstPart + at, chatId: Number(call.chat_id), call }));
    try {
      await outbox.plan(planned, now());
      return planned;
    } catch (error) {
      // Another process answers this update; nothing more may be said from here.
      state.isLost = true;
      throw error;
    }
  }

  async function sendAll(messages: readonly OutgoingMessage[]): Promise<number[]> {
    const sent: (number | "unknown" | "taken")[] = [];
    for (const [at, message] of messages.entries()) {
      try {
        sent.push(await sendPatiently(message));
      } catch (error) {
        const isOver = retryAfterMs(error) === undefined;
        if (isOver) for (const rest of messages.slice(at)) await outbox.end(rest, { state: "failed" });
        throw error;
      }
    }
    if (sent.includes("unknown")) await note(strings().interrupted);
    return sent.filter((id) => typeof id === "number");
  }

  /** Throws where Telegram refuses the message, or asks for a longer wait; then it is planned again. */
  async function sendPatiently(message: OutgoingMessage): Promise<number | "unknown" | "taken"> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await inTurn(() => send(message));
      } catch (error) {
        const waitMs = retryAfterMs(error);
        if (waitMs === undefined || waitMs > MAX_WAIT_MS || waits >= MAX_WAITS) throw error;
        await sleep(waitMs);
      }
    }
  }

  /** `unknown`: it may have arrived, and is never sent again. `taken`: another process is at it. */
  async function send(message: OutgoingMessage): Promise<number | "unknown" | "taken"> {
    if (!(await outbox.begin(message))) return "taken";
    try {
      const signal = grammySignal(AbortSignal.timeout(TIMEOUT_MS));
      // What was planned here, or read back as it was planned.
      const { message_id: messageId } = await ctx.api.raw.sendMessage(message.call as MessageCall, signal);
      await outbox.end(message, { state: "sent", messageId }).catch(unwritable);
      return messageId;
    } catch (error) {
      const isOff = retryAfterMs(error) !== undefined;
      if (isOff) await outbox.end(message, { state: "planned" });
      if (isOff || (error instanceof GrammyError && error.error_code < 500)) throw error;
      log({ level: "warn", event: "send-unknown", updateId, part: message.part, ...describeError(error) });
      await outbox.end(message, { state: "unknown" }).catch(unwritable);
      return "unknown";
    }
  }

  /** Once for an update. That it may be missing, too, cannot be helped. */
  async function note(text: string): Promise<void> {
    const { chatId, msg, msgId } = ctx;
    if (state.isNoted || chatId === undefined) return;
    state.isNoted = true;
    const call: MessageCall = {
      chat_id: chatId,
      text,
      reply_markup: againButton(updateId, strings().again),
      ...(msg?.is_topic_message && msg.message_thread_id && { message_thread_id: msg.message_thread_id }),
      ...(msgId !== undefined && { reply_parameters: { message_id: msgId, allow_sending_without_reply: true } }),
    };
    await sendAll(await plan([call], NOTE));
  }

  /** Sent it is; only that is not kept. */
  function unwritable(error: unknown): void {
    log({ level: "error", event: "outbox-unwritable", updateId, ...describeError(error) });
  }

  return {
    async send(calls: readonly MessageCall[]): Promise<number[]> {
      if (state.isLost) return [];
      const firstPart = state.next;
      state.next += calls.length;
      return sendAll(await plan(calls, firstPart));
    },

    /** Ends what an earlier attempt began; `false` where it had not come to sending. */
    async resume(): Promise<boolean> {
      if (ctx.chatId === undefined) return GIVEN_UP in ctx.update;
      const earlier = await outbox.messagesOf(updateId);
      const answer = earlier.filter(({ part }) => part !== NOTE);
      state.next = answer.length;
      state.isNoted = earlier.length > answer.length;
      for (const message of earlier.filter(({ state }) => state === "sending")) {
        // A note twice does less harm than neither answer nor note.
        await outbox.end(message, { state: message.part === NOTE ? "planned" : "unknown" });
      }
      const isOpen = ({ state, part }: (typeof earlier)[number]) =>
        state === "planned" || (state === "sending" && part === NOTE);
      await sendAll(earlier.filter(isOpen));
      const isCut = answer.some(({ state }) => state === "sending" || state === "unknown");
      const isGivenUp = answer.length === 0 && GIVEN_UP in ctx.update;
      if (isCut || isGivenUp) await note(strings().restarted);
      return earlier.length > 0 || isGivenUp;
    },
  };
}
