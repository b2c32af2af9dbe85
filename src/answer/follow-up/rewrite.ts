import { z } from "zod";
import { rewritePrompt } from "../../../prompts/rewrite.ts";
import { findReferences } from "../../citation/find.ts";
import type { Language } from "../../core/answer.ts";
import type { ChatModel } from "../../core/chat-model.ts";
import { TrichdanError } from "../../core/errors.ts";
import { agrees, type DocumentReference } from "../../core/reference.ts";
import type { Spending } from "../../core/spending.ts";
import { fold, normalise, tokenise, wordsOf } from "../../core/text.ts";
import { ENGLISH_FUNCTION_WORDS } from "../../search/language.ts";
import { chatWithin } from "../model/chat-within.ts";
import { firstObject } from "../model/reply.ts";
import { isEmptyWord } from "../question.ts";

/** A question as it reads by itself; `null` where it does already, `undefined` where nothing usable was written. */
export type Rewrite = (
  question: string,
  topic: {
    /** Those before, the latest last. */
    readonly questions: readonly string[];
    /** What the documents that they were about are called. */
    readonly names: readonly string[];
    readonly language: Language;
    readonly signal: AbortSignal | undefined;
    readonly spending?: Spending | undefined;
  },
) => Promise<string | null | undefined>;

const MAX_LENGTH = 400;
// Words that stand in none of the questions: more of them is another question, or an answer.
const MAX_NEW_WORDS = 3;

/** Rewriting by a language model; what it writes may hold no document and no figure of its own. */
export function createRewrite({
  chat,
  onFailure,
}: {
  readonly chat: ChatModel;
  readonly onFailure?: (error: TrichdanError) => void;
}): Rewrite {
  return async (question, { questions, names, language, signal, spending }) => {
    const prompt = rewritePrompt(question, { questions, names, language, nonce: crypto.randomUUID() });
    const said = await chatWithin(chat, prompt, { spending, signal }).catch((error: unknown) => {
      if (signal?.aborted || !(error instanceof TrichdanError)) throw error;
      onFailure?.(error);
    });
    const written = said === undefined || said === "over-budget" ? undefined : parse(said.reply);
    if (typeof written !== "string") return written;
    const plain = normalise(written).replace(/\s+/g, " ").trim();
    return isFaithful(plain, question, { questions, names }) ? plain : undefined;
  };
}

const replySchema = z.object({ question: z.string().nullable() });

function parse(reply: string): string | null | undefined {
  const json = firstObject(reply);
  try {
    return json === undefined ? undefined : replySchema.safeParse(JSON.parse(json)).data?.question;
  } catch {
    return undefined;
  }
}

/** Whether nothing in it comes from anywhere but the question and what was said before. */
function isFaithful(
  written: string,
  question: string,
  { questions, names }: { readonly questions: readonly string[]; readonly names: readonly string[] },
): boolean {
  if (written === "" || written.length > MAX_LENGTH) return false;
  const inFull = names.flatMap(referencesIn);
  // "QĐ 205" leaves open what the full name of the same document says.
  const inPart = questions.flatMap(referencesIn).filter((part) => !inFull.some((full) => agrees(part, full)));
  const known = [...referencesIn(question), ...inFull, ...inPart];
  if (!referencesIn(written).every((reference) => known.some((other) => agrees(reference, other)))) return false;
  const words = new Set([question, ...questions, ...names].flatMap((text) => wordsOf(text).map(fold)));
  const added = tokenise(written)
    .map((token) => fold(token.text))
    .filter((word) => !words.has(word));
  const telling = added.filter((word) => !isEmptyWord(word) && !ENGLISH_FUNCTION_WORDS.has(word));
  return telling.length <= MAX_NEW_WORDS && !added.some((word) => /\d/.test(word));
}

function referencesIn(text: string): DocumentReference[] {
  return findReferences(text).map(({ reference }) => reference);
}
