import { z } from "zod";
import { answerPrompt } from "../../prompts/answer.ts";
import type { Citation, Language } from "../core/answer.ts";
import type { ChatModel } from "../core/chat-model.ts";
import { TrichdanError } from "../core/errors.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { normalise, tokenise } from "../core/text.ts";
import { toCitations, unsupported, type VerifiedQuote, verifyQuote } from "./verify.ts";

/** What a language model wrote, reduced to the sentences that the text of the library bears out. */
export interface Draft {
  /** With markers `[1]`; one sentence a line when there are more than three. */
  readonly text: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** `llm-failed`: no reply. `llm-unverified`: a reply of which nothing could be shown in the text, or an empty one. */
export type Generate = (
  question: string,
  passages: readonly ScoredPassage[],
  options: { readonly language: Language; readonly signal?: AbortSignal | undefined },
) => Promise<Draft | { readonly failure: "llm-failed" | "llm-unverified" }>;

/** `onFailure` hears why there was no reply, for the log: the caller only learns that there was none. */
export function createGenerate({
  chat,
  onFailure,
}: {
  readonly chat: ChatModel;
  readonly onFailure?: (error: TrichdanError) => void;
}): Generate {
  return async (question, passages, { language, signal }) => {
    const reply = await chat(answerPrompt(question, passages, language), signal).catch((error: unknown) => {
      if (signal?.aborted || !(error instanceof TrichdanError)) throw error;
      onFailure?.(error);
    });
    if (reply === undefined) return { failure: "llm-failed" };

    const sentences = parseReply(reply)
      .slice(0, MAX_SENTENCES)
      .flatMap((sentence) => verifySentence(sentence, passages, language === "vi" ? question : undefined) ?? []);
    return assemble(sentences) ?? { failure: "llm-unverified" };
  };
}

const MAX_SENTENCES = 20;
const MAX_SENTENCE_LENGTH = 600;

interface Sentence {
  readonly text: string;
  readonly quotes: readonly VerifiedQuote[];
}

function verifySentence(
  { text: written, quotes: proposed }: z.output<typeof replySchema>["sentences"][number],
  passages: readonly ScoredPassage[],
  question: string | undefined,
): Sentence | undefined {
  if (written.length > MAX_SENTENCE_LENGTH) return undefined;
  const text = normalise(written)
    .replace(/\s+/gu, " ")
    .replace(OWN_MARKERS, "")
    .replace(/^[-–•]\s/u, "")
    .trim();
  if (ACTIVE_TEXT.test(text) || SEVERAL_SENTENCES.test(text)) return undefined;

  const quotes = proposed.flatMap(({ passage: id, quote }) => {
    const named = passages[Number(/^P(\d+)$/.exec(id)?.[1] ?? 0) - 1];
    return (named && verifyQuote(quote, [named])) ?? [];
  });
  if (quotes.length === 0 || unsupported(text, quotes).length > 0) return undefined;
  return question !== undefined && !keepsToWordsOf(text, [question, ...quotes.map(({ quote }) => quote)])
    ? undefined
    : { text, quotes };
}

// Our markers are added after the check; a model's own would point nowhere.
const OWN_MARKERS = /\s?\[P?\d{1,2}\]/gu;
// Links, addresses, @mentions, /commands, #tags, HTML and Markdown: a text of the library may talk a model into them.
const ACTIVE_TEXT =
  /[@#<>*_`~|\\[\]{}]|&\w+;|:\/\/|(?<![\p{L}\p{M}\p{N}])\/|\$\p{L}|[\p{L}\p{M}\p{N}]\.\p{L}{2}|\p{N}+(?:\.\p{N}+){3}|\b(?:tel|mailto|tg|javascript|data):/iu;
const SEVERAL_SENTENCES = /[\p{Ll}\p{N}][.!?…]["”»]?\s+\p{Lu}/u;

/** Whether at least half the words of `text` are taken from `sources`: it rests on its quote, not only beside it. */
function keepsToWordsOf(text: string, sources: readonly string[]): boolean {
  const known = new Set(sources.flatMap(tokenise).map((token) => token.text));
  const words = tokenise(text);
  return words.filter((word) => known.has(word.text)).length * 2 >= words.length;
}

function assemble(sentences: readonly Sentence[]): Draft | undefined {
  const quotes = sentences.flatMap((sentence) => sentence.quotes);
  const texts = sentences.map(({ text, quotes: own }) => {
    const markers = own.map((quote) => `[${quotes.indexOf(quote) + 1}]`).join("");
    const [, body = text, end = ""] = /^(.*?)([.!?…:;]*)$/u.exec(text) ?? [];
    return `${body} ${markers}${end || "."}`;
  });
  return toCitations(texts.join(texts.length > 3 ? "\n" : " "), quotes);
}

const replySchema = z.object({
  sentences: z.array(
    z.object({ text: z.string(), quotes: z.array(z.object({ passage: z.string(), quote: z.string() })) }),
  ),
});

/** The sentences of the first JSON object of `reply`; none when there is no such object. */
function parseReply(reply: string): z.output<typeof replySchema>["sentences"] {
  const json = firstObject(reply.replace(/^\s*<think>[\s\S]*?<\/think>/u, ""));
  if (json === undefined) return [];
  try {
    return replySchema.safeParse(JSON.parse(json)).data?.sentences ?? [];
  } catch {
    return [];
  }
}

// Models put prose or a code fence around the object, so its end is found by its braces, those in strings left out.
function firstObject(text: string): string | undefined {
  const start = text.indexOf("{");
  const tokens = /"(?:[^"\\]|\\.)*(?:"|$)|[{}]/gsu;
  tokens.lastIndex = Math.max(0, start);
  for (let depth = 0, token = tokens.exec(text); token && start >= 0; token = tokens.exec(text)) {
    if (token[0] === "{") depth += 1;
    if (token[0] === "}") depth -= 1;
    if (depth === 0) return text.slice(start, tokens.lastIndex);
  }
  return undefined;
}
