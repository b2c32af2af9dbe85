import type { KnownDocument } from "../citation/resolve.ts";
import { statedOf } from "../citation/seen-relations.ts";
import type { Language } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { fold } from "../core/text.ts";
import { PHRASES } from "./phrases.ts";
import { DOCUMENTS } from "./question.ts";
import { evidenceQuote } from "./validity.ts";
import { type Draft, toCitations } from "./verify.ts";

const DOCUMENT = `(?:${fold(DOCUMENTS)}|cai)`;
const BEFORE = new RegExp(
  `(?<!\\b(?:bi|duoc) )\\bthay(?: the)?(?: cho)?(?: nhung| cac)? (?:${DOCUMENT} nao|(?:cai |nhung )?gi)\\b|` +
    "\\b(?:what|which)\\b[^?]*\\b(?:did|does)\\b[^?]*\\b(?:replace|supersede|take the place of)\\b(?![^?]*\\bwith\\b)",
);
const AFTER = new RegExp(
  `\\b${DOCUMENT} nao (?:da |moi |se )?thay(?: the)?(?: cho)?\\b|` +
    `\\b(?:bi|duoc) thay(?: the)? (?:bang|boi) (?:${DOCUMENT} nao|gi)\\b|\\b(?:what|which)\\b[^?]*\\b(?:replaced|superseded|took the place of)\\b(?![^?]*\\bby\\b)`,
);

/** Whether a question asks what the document that it names took the place of, or what took its place. */
export function askedOfReplacement(question: string): "before" | "after" | undefined {
  const folded = fold(question);
  if (BEFORE.test(folded)) return "before";
  return AFTER.test(folded) ? "after" : undefined;
}

/** Whether a sentence tells of the other direction than asked: that something was replaced, not what it replaced. */
export function tellsOfSuccessor(text: string): boolean {
  return /(?:được|bị) thay(?: thế)? (?:bằng|bởi)/u.test(text);
}

/** The sentences that state which documents this one took the place of; `undefined` where none does. */
export async function replacedBy(
  subject: KnownDocument,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Draft | undefined> {
  const ids = subject.held.map(({ id }) => id);
  const stated = await statedOf(subject, { types: ["replaces"], side: "from" }, store);
  const found = await store.get([...new Set(stated.map(({ passageId }) => passageId))]);
  const hits = new Map(found.map((hit): [string, ScoredPassage] => [hit.passage.id, { ...hit, score: 0, near: [] }]));
  const quotes = stated.flatMap((relation) => evidenceQuote(relation, hits.get(relation.passageId)) ?? []);
  const distinct = [...new Map(quotes.map((quote) => [quote.quote, quote])).values()];
  const phrases = PHRASES[language];
  const isDigest = distinct[0]?.directive.isDigest ?? false;
  const isOwn = distinct.every(({ directive }) => ids.includes(directive.id));
  const lead = isDigest ? [phrases.digest(isOwn ? phrases.thisDocument : "")] : [];
  return toCitations([...lead, ...distinct.map(({ quote }, at) => `“${quote}” [${at + 1}]`)].join("\n"), distinct);
}
