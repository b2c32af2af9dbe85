import { type Context, GrammyError } from "grammy";
import { grammySignal, sleep as realSleep, type Sleep } from "./sleep.ts";
import type { Stops } from "./stops.ts";
import { showTyping, whileTyping } from "./typing.ts";

// Drafts that come faster are answered with long waits; work that is done sooner needs none.
const STEP_MS = 1000;
// Telegram shows a draft for 30 seconds. https://core.telegram.org/bots/api#sendmessagedraft
const RENEW_STEPS = 20;
const DRAFT_TIMEOUT_MS = 3000;
const FOREVER_MS = 2 ** 31 - 1;

/** What long work needs to be followed and stopped. */
export interface Progress {
  readonly signal: AbortSignal;
  /** What is being done now, in one line; seen where it takes long. */
  readonly say: (line: string) => void;
}

/** What showing progress needs besides the update. */
export interface Showing {
  readonly stops: Stops;
  readonly sleep?: Sleep;
}

/**
 * Shows that the work goes on: in a private chat by a draft with what is being done and a button that stops it, elsewhere
 * by "typing …". No draft comes after the work, so that none can stand under its result.
 */
export async function whileWorking<Result>(
  ctx: Context,
  { stops, sleep = realSleep }: Showing,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result | "stopped"> {
  const { chat } = ctx;
  if (chat?.type !== "private")
    return whileTyping(ctx, () => work({ signal: new AbortController().signal, say: () => undefined }));
  const draftId = ctx.update.update_id || 1;
  const { signal, end } = stops.begin(chat.id, draftId);
  const done = new AbortController();
  showTyping(ctx, done.signal);
  const state = { line: "" };
  const drafts = showDrafts({
    send: () => sendDraft(ctx, draftId, state.line),
    line: () => state.line,
    signal: AbortSignal.any([signal, done.signal]),
    sleep,
  });
  try {
    const result = await work({
      signal,
      say: (line) => {
        state.line = line;
      },
    });
    return signal.aborted ? "stopped" : result;
  } catch (error) {
    if (signal.aborted) return "stopped";
    throw error;
  } finally {
    end();
    done.abort();
    await drafts;
  }
}

interface Drafts {
  /** How long to be silent after it, in milliseconds. */
  readonly send: () => Promise<number>;
  readonly line: () => string;
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
}

async function showDrafts({ send, line, signal, sleep }: Drafts): Promise<void> {
  let shown = "";
  let steps = 0;
  let pause = STEP_MS;
  for (;;) {
    await sleep(pause, signal);
    if (signal.aborted) return;
    pause = STEP_MS;
    steps += 1;
    if (line() === "" || (line() === shown && steps < RENEW_STEPS)) continue;
    shown = line();
    steps = 0;
    pause = await send();
  }
}

async function sendDraft(ctx: Context, draftId: number, line: string): Promise<number> {
  const { chatId, msg } = ctx;
  const thread = msg?.is_topic_message && msg.message_thread_id && { message_thread_id: msg.message_thread_id };
  try {
    const signal = grammySignal(AbortSignal.timeout(DRAFT_TIMEOUT_MS));
    await ctx.api.sendMessageDraft(chatId ?? 0, draftId, line, { can_stop: true, ...thread }, signal);
    return STEP_MS;
  } catch (error) {
    // It decides nothing: too many are paused as long as Telegram says, and where drafts do not work there are none.
    const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
    return seconds === undefined ? FOREVER_MS : Math.max(STEP_MS, seconds * 1000);
  }
}
