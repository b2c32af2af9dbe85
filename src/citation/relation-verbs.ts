import type { Span } from "../core/passage.ts";
import type { RelationType } from "../core/relation.ts";
import { fold, matchForm } from "../core/text.ts";
import { anyOf } from "./patterns.ts";
import type { Reading } from "./relation-reading.ts";
import { CHANGES, COMPANIONS, GUIDED, RELATION_VERBS, type RelationVerb, SPELLED_EXACTLY } from "./relation-words.ts";

/** Verbs that share their subject and their object: "sửa đổi, bổ sung". */
export interface VerbPhrase extends Span {
  readonly verbs: readonly (RelationVerb & { readonly said: string })[];
  /** One of them or the other: "sửa đổi hoặc thay thế". */
  readonly isEither: boolean;
}

const folded = (words: readonly string[]) => anyOf(words.map(fold));
const COMPANY = `(?:(?:${folded(COMPANIONS)})[\\s,]{1,3}(?:va\\s{1,3})?){0,6}`;
const TAIL = `(?:\\s{1,3}(?:${folded(GUIDED)})){0,4}`;
const ONE = RELATION_VERBS.map(({ words, type }, at) => {
  const verb = `(?<v${at}>${folded(words)})`;
  if (type === "implements") return COMPANY + verb;
  return type === "guides" ? `(?:${folded(COMPANIONS)}[\\s,]{1,3})?${verb}${TAIL}` : verb;
}).join("|");
const EITHER = "\\s{0,2}/\\s{0,2}|\\s{1,3}(?:hoac|hay)\\s{1,3}";
const JOINT = `\\s{0,2},\\s{0,3}(?:va\\s{1,3})?|\\s{1,3}va\\s{1,3}|${EITHER}`;
const unnamed = ONE.replace(/\?<v\d>/g, "?:");
const VERB = new RegExp(`(?<![a-z0-9])(?:${ONE})(?![a-z0-9])`, "g");
const PHRASE = new RegExp(
  `(?<![a-z0-9])(?:${unnamed})(?![a-z0-9])(?:(?:${JOINT})(?:${unnamed})(?![a-z0-9])){0,5}`,
  "g",
);

/** The verb phrases of the text, in order. */
export function findVerbs({ text, folded: form }: Reading): VerbPhrase[] {
  return Array.from(form.matchAll(PHRASE), ({ 0: phrase, index: start }) => {
    const verbs = Array.from(phrase.matchAll(VERB), ({ groups = {}, index }) => {
      const [name, words = ""] = Object.entries(groups).find(([, group]) => group !== undefined) ?? [];
      const verb = RELATION_VERBS[Number(name?.slice(1))];
      const from = start + index;
      const isExact = !SPELLED_EXACTLY.includes(words) || matchForm(text.slice(from, from + words.length)) === words;
      return verb && isExact ? [{ ...verb, said: words }] : [];
    }).flat();
    return { start, end: start + phrase.length, verbs, isEither: new RegExp(EITHER).test(phrase) };
  }).filter(({ verbs }) => verbs.length > 0);
}

/** What the phrase says of its subject and object; nothing where it leaves open which of its verbs is meant. */
export function typesOf({ verbs, isEither }: VerbPhrase, isPartly: boolean): RelationType[] {
  const types = new Set(verbs.map(({ type, partly }) => (isPartly ? partly : type)));
  // What goes on to be amended is not replaced as a whole.
  if (types.has("amends") || types.has("supplements")) types.delete("replaces");
  return [...types].filter((type) => !isEither || !CHANGES.has(type));
}
