import type { Answer, Ask, Topic } from "../core/answer.ts";
import type { AnsweredQuestion, AnsweredQuestions } from "../core/answered.ts";
import type { Conversations } from "../core/ports.ts";
import { questionIn } from "./addressed.ts";
import { answerButtons } from "./answer-buttons.ts";
import { answeredQuestion, conversationKey, isOwnPress } from "./asker.ts";
import { orApology } from "./attempt.ts";
import { findChoice } from "./choice.ts";
import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import { type Progress, type Showing, whileWorking } from "./draft-progress.ts";
import type { Log } from "./log.ts";
import { originalMessage } from "./original-message.ts";
import { renderAnswer } from "./render.ts";
import { replaceReplies, replyText } from "./reply.ts";
import { codePointLength, MAX_MESSAGE_LENGTH } from "./text-limits.ts";

// Longer than anybody waits.
const ASK_TIMEOUT_MS = 60_000;

/** What answering needs besides the update. */
export interface Answering extends Showing {
  readonly publicUrl?: string;
  readonly conversations: Conversations;
  readonly answered: AnsweredQuestions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** Question in, answer out, as replies to the message that asked; in place of `earlier` replies to it. */
export async function answerQuestion(
  ctx: BotContext,
  question: string,
  answering: Answering,
  earlier: readonly number[] = [],
): Promise<void> {
  const { messages, msgId: messageId } = ctx;
  if (question === "") return replyText(ctx, messages.emptyQuestion);
  if (codePointLength(question) > MAX_MESSAGE_LENGTH) return replyText(ctx, messages.longQuestion);
  if (messageId === undefined) return;
  await sendAnswer(ctx, { question, messageId, earlier, isKept: true }, answering, (ask) => ask(question));
}

/**
 * The document that a `which` answer asked for was chosen: the original question is read from the message that the
 * choices reply to, asked again, and the chosen document's own question after it. For somebody else than the asker the
 * answer stands for itself: what is kept of the question stays the asker's.
 */
export async function answerChoice(ctx: BotContext, answering: Answering): Promise<void> {
  const data = ctx.callbackQuery?.data ?? "";
  const original = originalMessage(ctx);
  const question = original ? questionIn(original, ctx.me) : "";
  if (!original || question === "") return replyText(ctx, ctx.messages.questionGone);
  const asked = { question, messageId: original.message_id, earlier: [], isKept: isOwnPress(ctx) };
  await sendAnswer(ctx, asked, answering, async (ask) => {
    const answer = await ask(question);
    const choice = answer.kind === "which" ? findChoice(answer.choices, data) : undefined;
    return choice ? ask(choice.question) : answer;
  });
}

interface Asked {
  readonly question: string;
  readonly messageId: number;
  /** Messages that are replaced by the answer. */
  readonly earlier: readonly number[];
  /** Whether its buttons are to find it again. */
  readonly isKept: boolean;
}

async function sendAnswer(
  ctx: BotContext,
  asked: Asked,
  answering: Answering,
  work: (ask: Ask) => Promise<Answer>,
): Promise<void> {
  const { messages } = ctx;
  const { publicUrl, log } = answering;
  const refusal = await ctx.countQuestion();
  if (refusal !== undefined) return replyText(ctx, refusal, asked.messageId);
  const key = conversationKey(ctx);
  const ask = async ({ signal, say }: Progress) => {
    say(messages.working.searching);
    const history = key === undefined ? undefined : await answering.conversations.recall(key, answering.now());
    const options = {
      signal: AbortSignal.any([signal, AbortSignal.timeout(ASK_TIMEOUT_MS)]),
      ...(ctx.person?.language && { language: ctx.person.language }),
      ...(history && { history }),
      onFound: (passages: number) => say(messages.working.found(passages)),
    };
    return work((question) => ctx.reading.ask(question, options));
  };
  const outcome = await orApology(ctx, () => whileWorking(ctx, answering, ask), { log, event: "ask-failed" });
  if (outcome === undefined) return;
  if (outcome === "stopped") return replyText(ctx, messages.working.stopped, asked.messageId);
  const rows = asked.isKept ? answerButtons(outcome, asked.messageId) : [];
  const rendered = renderAnswer(outcome, publicUrl, rows);
  const kept = asked.isKept ? answeredQuestion(ctx, { ...asked, replies: asked.earlier }, outcome) : undefined;
  // Before it is sent, because what comes after that may be cut off.
  await remember(ctx, kept, outcome.topic, answering);
  const replies = await replaceReplies(ctx, asked.earlier, rendered, asked.messageId);
  if (kept) await remember(ctx, { ...kept, replies }, null, answering);
}

/** For follow-ups and buttons, without which an answer is still an answer. */
async function remember(
  ctx: BotContext,
  kept: AnsweredQuestion | undefined,
  topic: Topic | null,
  { conversations, answered, now, log }: Answering,
): Promise<void> {
  const key = conversationKey(ctx);
  try {
    if (key !== undefined && ctx.from && topic) await conversations.remember(key, ctx.from.id, topic, now());
    if (kept) await answered.put(kept, now());
  } catch (error) {
    log({ level: "warn", event: "answer-not-remembered", ...describeError(error) });
  }
}
