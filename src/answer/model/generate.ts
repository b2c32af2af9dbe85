import { answerPrompt } from "../../../prompts/answer.ts";
import type { Fallback, Language } from "../../core/answer.ts";
import type { ChatModel } from "../../core/chat-model.ts";
import { TrichdanError } from "../../core/errors.ts";
import type { ScoredPassage } from "../../core/passage.ts";
import type { Spending } from "../../core/spending.ts";
import { type Draft, toCitations, type VerifiedQuote, verifyQuote } from "../verify.ts";
import { withinBudget } from "./budget.ts";
import { chatWithin } from "./chat-within.ts";
import { addressesModel } from "./orders.ts";
import { plainSentences } from "./plain-sentences.ts";
import { type ProposedSentences, parseReply } from "./reply.ts";
import { isSupported, rarityAmong, type SupportContext } from "./support.ts";

/** `failure` where nothing that it wrote can be shown. */
export type Generate = (
  question: string,
  passages: readonly ScoredPassage[],
  options: {
    readonly language: Language;
    readonly signal?: AbortSignal | undefined;
    readonly spending?: Spending | undefined;
  },
) => Promise<Draft | { readonly failure: Fallback }>;

// With rules and reply it fits into a context of 8,000 tokens.
const MAX_TOKENS = 4_000;
const MAX_SENTENCES = 20;

/** `onFailure` hears why there was no reply, for the log: the caller only learns that there was none. */
export function createGenerate({
  chat,
  onFailure,
  maxTokens = MAX_TOKENS,
}: {
  readonly chat: ChatModel;
  readonly onFailure?: (error: TrichdanError) => void;
  /** For the passages alone. */
  readonly maxTokens?: number;
}): Generate {
  return async (question, passages, { language, signal, spending }) => {
    const trusted = passages.filter((found) => !addressesModel(found));
    const shown = withinBudget(trusted, maxTokens);
    if (shown.length === 0) return { failure: passages.length === 0 ? "llm-found-nothing" : "llm-unverified" };

    const prompt = answerPrompt(question, shown, { language, nonce: crypto.randomUUID() });
    const said = await chatWithin(chat, prompt, { spending, signal }).catch((error: unknown) => {
      if (signal?.aborted || !(error instanceof TrichdanError)) throw error;
      onFailure?.(error);
    });
    if (said === undefined) return { failure: "llm-failed" };
    if (said === "over-budget") return { failure: "llm-budget" };

    const proposed = parseReply(said.reply);
    if (proposed?.length === 0) return { failure: "llm-found-nothing" };
    const context = { question, language, weigh: rarityAmong(trusted) };
    // Quotes are looked for in the whole of what was shown in part.
    const read = trusted.slice(0, shown.length);
    const verified = (proposed ?? []).slice(0, MAX_SENTENCES).flatMap((one) => verifySentences(one, read, context));
    return assemble(verified) ?? { failure: "llm-unverified" };
  };
}

interface Sentence {
  readonly text: string;
  readonly quotes: readonly [VerifiedQuote, ...VerifiedQuote[]];
}

/** A model that writes several sentences over the same quotes has each of them checked. */
function verifySentences(
  { text, quotes: proposed }: ProposedSentences[number],
  passages: readonly ScoredPassage[],
  context: SupportContext,
): Sentence[] {
  const [first, ...rest] = proposed.slice(0, MAX_QUOTES).flatMap(({ passage: id, quote }) => {
    const named = passages[Number(/^\[?P(\d{1,2})\]?$/.exec(id.trim())?.[1] ?? 0) - 1];
    return (named && verifyQuote(quote, [named])) ?? [];
  });
  if (!first) return [];
  const quotes = [first, ...rest] as const;
  return plainSentences(text).flatMap((sentence) =>
    isSupported(sentence, quotes, context) ? [{ text: sentence, quotes }] : [],
  );
}

const MAX_QUOTES = 6;

function assemble(sentences: readonly Sentence[]): Draft | undefined {
  const quotes = sentences.flatMap((sentence) => sentence.quotes);
  const texts = sentences.map(({ text, quotes: own }) => {
    const markers = own.map((quote) => `[${quotes.indexOf(quote) + 1}]`).join("");
    const [, body = text, end = ""] = /^(.*?)([.!?…:;]*)$/u.exec(text) ?? [];
    return `${body} ${markers}${end || "."}`;
  });
  return toCitations(texts.join(texts.length > 3 ? "\n" : " "), quotes);
}
