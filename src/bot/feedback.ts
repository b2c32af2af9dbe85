import { type Composer, GrammyError } from "grammy";
import type { AnsweredQuestions } from "../core/answered.ts";
import type { AnswerPlace, Feedback } from "../core/feedback.ts";
import type { Complaint, Gaps } from "../core/gaps.ts";
import type { BotContext } from "./context.ts";
import { readFeedbackData, type Word, withFeedback } from "./feedback-buttons.ts";
import { messages } from "./messages.ts";

/** What hearing about answers needs besides the update. */
export interface Hearing {
  readonly feedback: Feedback;
  readonly answered: AnsweredQuestions;
  readonly gaps: Gaps;
  readonly now: () => number;
}

/** The buttons under an answer, and 👍 and 👎 on it where Telegram tells of them. */
export function handleFeedback(composer: Composer<BotContext>, parts: Hearing): void {
  composer.callbackQuery(/^fb:/, (ctx) => press(ctx, parts));
  composer.reaction(["👍", "👎"], (ctx) => react(ctx, parts));
}

async function press(ctx: BotContext, parts: Hearing): Promise<void> {
  const { chatId, from, callbackQuery } = ctx;
  const pressed = readFeedbackData(callbackQuery?.data ?? "");
  if (!pressed || chatId === undefined || !from) return;
  const { word, messageId } = pressed;
  const asked = await parts.answered.find(chatId, messageId);
  await hear({ chatId, messageId }, { userId: from.id, word, question: asked?.understood }, parts);
  const tally = await parts.feedback.tally({ chatId, messageId });
  const said = { ...tally, word, isPrivate: ctx.chat?.type === "private" };
  const rows = callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
  const { feedback } = asked ? messages[asked.language] : ctx.messages;
  await showRows(ctx, withFeedback(rows, messageId, { said, feedback }));
}

/** The buttons stay as they are: the update does not bring them. */
async function react(ctx: BotContext, parts: Hearing): Promise<void> {
  const { chatId, from, messageReaction } = ctx;
  if (chatId === undefined || !from || !messageReaction) return;
  const asked = await parts.answered.findByReply(chatId, messageReaction.message_id);
  if (asked?.outcome !== "answered") return;
  const word = ctx.reactions().emojiAdded.includes("👎") ? "bad" : "good";
  await hear(asked, { userId: from.id, word, question: asked.understood }, parts);
}

interface Heard {
  readonly userId: number;
  readonly word: Word;
  /** `undefined` where it is no longer kept: then nothing can be counted. */
  readonly question: string | undefined;
}

/** One word for each person and answer: the last one. A question counts as a gap while it is called wrong. */
async function hear(
  { chatId, messageId }: AnswerPlace,
  { userId, word, question }: Heard,
  { feedback, gaps, now }: Hearing,
): Promise<void> {
  const isGood = word === "good";
  const outcome = await feedback.judge({ chatId, messageId }, userId, isGood, now());
  if (question === undefined) return;
  if (isGood) return outcome === "changed" ? gaps.retract(question) : undefined;
  if (outcome !== "same") await gaps.note(question, "disliked", now());
  if (isComplaint(word)) await gaps.explain(question, word);
}

function isComplaint(word: Word): word is Complaint {
  return word !== "good" && word !== "bad";
}

async function showRows(ctx: BotContext, rows: ReturnType<typeof withFeedback>): Promise<void> {
  try {
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: rows } });
  } catch (error) {
    // The same button pressed twice, or a message that is gone: the word has been heard all the same.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}
