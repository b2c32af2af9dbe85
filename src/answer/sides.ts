import { readIssuer } from "../citation/read-issuer.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import type { NamedDocument, Query } from "../core/query.ts";
import { fold, tokenise } from "../core/text.ts";
import { ENGLISH_FUNCTION_WORDS } from "../search/language.ts";
import { contentTerms } from "./question.ts";
import type { Subject } from "./subjects.ts";

/** One of several documents that a question puts side by side, with the question as it reads about this one alone. */
export interface Side {
  readonly asked: NamedDocument;
  /** As it is called in the question. */
  readonly name: string;
  /** `undefined` where the library does not know it. */
  readonly known: KnownDocument | undefined;
  readonly question: string;
  /** Whether no more is asked than what it is about. */
  readonly isAbout: boolean;
}

/** Stands where a document was named. */
const NAME = "\ufffc";

// All on folded text. Words that ask for a comparison; "mới", "khác" and "giống" alone may belong to what is asked about.
const END = "(?![a-z])";
const WHICH = "(?:\\s+(?:nhu\\s+)?(?:the nao|ra sao|o (?:nhung |cac )?(?:diem|cho) (?:nao|gi)|gi|nao))?";
const COMPARING = new RegExp(
  `(?<![a-z])(?:(?:hay )?(?:so sanh|doi chieu)(?: su)?|so voi|(?:(?:co |nhung |cac |su )*(?:gi |diem |net |cho )*` +
    "(?:khac nhau|khac biet|giong nhau|(?:khac|giong) va (?:khac|giong)(?: nhau)?)" +
    "|(?:co |nhung |cac )*(?:diem|net|gi) (?:gi )?(?:moi|khac|giong|chung|tuong dong)|moi(?= so voi| hon)" +
    `|(?:khac|giong)(?=\\s*${NAME}| (?:gi|the nao|nhu the nao|ra sao|o|voi|so voi|hay)${END}))(?: gi)?(?: nhau)?${WHICH}` +
    "|compar(?:e|es|ed|ing|ison)(?: of| between)?|(?:(?:main|key) )?(?:differences?|similarit(?:y|ies))(?: between)?" +
    "|differ(?:s|ent|ently)?(?: from)?|versus|vs|in common|new(?= in)|(?:what's|what is) new|contrast)" +
    END,
  "g",
);
// What only leads to the names.
const LEADING = new RegExp(
  `(?<![a-z])(?:giua|between|both|o (?:nhung |cac )?(?:diem|cho) (?:nao|gi))${END}|(?<![a-z])(?:ca )?(?:hai|ba|bon|cac|nhung|the|two|three) (?:van ban|documents?)${END}` +
    `|(?<![a-z])(?:hai|ba|bon|two|three)(?=\\s*${NAME})`,
  "g",
);
const AND = "(?:va|voi|cung|cung voi|hoac|hay|and|or|with|from|to|than|in)";
const DATE =
  /^,?\s*(?:(?:ngay )?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\((?:nam )?(?:19|20)\d\d\)|nam (?:19|20)\d\d(?!\d))/;
const JOINED = new RegExp(`^\\s*(?:[,;&]\\s*)?(?:(?:${AND}|so voi)\\s+)?(?:(?:ca|cac|nhung)\\s+)?$`);
// Bounded, as it is tried at every place.
const FURTHER = new RegExp(`(?:[\\s,;&]|(?<![a-z])${AND}${END}){0,12}${NAME}`, "g");

/**
 * The documents that a question names together ("213 và 76") or compares, each with its own question; `undefined` where it
 * names one, or asks about one of them what it has to do with another.
 */
export function sidesOf({ text, isPlain, language }: Query, subjects: readonly Subject[]): Side[] | undefined {
  const distinct = subjects.filter(
    ({ known: [known] }, at) => !known || !subjects.slice(0, at).some((other) => isSame(other.known[0], known)),
  );
  if (distinct.length < 2) return undefined;
  const named = withNames(text, subjects);
  const isCompared = cut(named, COMPARING) !== named;
  if (!isCompared && !areJoined(named)) return undefined;
  const plain = cut(cut(named, COMPARING), LEADING);
  const start = plain.indexOf(NAME) + 1;
  const alone = plain.slice(0, start) + cut(plain.slice(start), FURTHER);
  const isAbout = !hasTopic(alone.replace(NAME, " "), { isPlain, language });
  return distinct.map(({ asked, known: [known] }) => {
    const name = nameIn(text, asked, subjects);
    const about = language === "en" ? `What is ${NAME} about?` : `${NAME} nói về gì?`;
    const question = (isAbout ? about : alone).replace(NAME, name).replace(/\s+/gu, " ").trim();
    return { asked, name, known, question, isAbout };
  });
}

/** What to ask of a document that says nothing of what was asked. */
export function aboutOf(side: Side, language: Query["language"]): Side {
  const question = language === "en" ? `What is ${side.name} about?` : `${side.name} nói về gì?`;
  return { ...side, question, isAbout: true };
}

function isSame(one: KnownDocument | undefined, other: KnownDocument): boolean {
  const [held] = other.held;
  if (!one || one.held.length > 0 !== (held !== undefined)) return false;
  if (held) return one.held.some(({ id }) => id === held.id);
  return one.mentions[0] !== undefined && one.mentions[0] === other.mentions[0];
}

/** Documents of a list share a place. */
function withNames(text: string, subjects: readonly Subject[]): string {
  const places = [...new Map(subjects.map(({ asked: { span } }) => [span.start, span])).values()];
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end }) => `${rest.slice(0, start)}${NAME}${rest.slice(endOfName(text, end))}`,
      text.replaceAll(NAME, " "),
    );
}

/** Behind the date and the issuer, which are one document's and no part of what is asked of all. */
function endOfName(text: string, end: number): number {
  const folded = fold(text);
  const dated = end + (DATE.exec(folded.slice(end))?.[0].length ?? 0);
  const by = /^,?\s+(?:cua|do)\s+/.exec(folded.slice(dated));
  return (by && readIssuer(text, folded, dated + by[0].length)?.end) ?? dated;
}

function areJoined(named: string): boolean {
  return named
    .split(NAME)
    .slice(1, -1)
    .every((between) => between.trim() !== "" && JOINED.test(fold(between)));
}

/** Without what the pattern finds in the folded text. */
function cut(text: string, pattern: RegExp): string {
  return Array.from(fold(text).matchAll(pattern))
    .toReversed()
    .reduce((rest, { 0: found, index }) => `${rest.slice(0, index)} ${rest.slice(index + found.length)}`, text);
}

/** As typed; one of a list, or called by its digits, by its kind and number. */
function nameIn(text: string, { reference, span }: NamedDocument, subjects: readonly Subject[]): string {
  const isListed = subjects.some(({ asked }) => asked.span.start === span.start && asked.reference !== reference);
  const printed = text.slice(span.start, span.end);
  if (!isListed && !/^\d+$/.test(printed)) return printed;
  const { kind, symbol, number, serial } = reference;
  return [kind ?? symbol, number ?? serial].filter(Boolean).join(" ");
}

function hasTopic(rest: string, { isPlain, language }: Pick<Query, "isPlain" | "language">): boolean {
  if (language === "vi") return contentTerms(rest, isPlain).length > 0;
  return tokenise(rest).some(({ text }) => !ENGLISH_FUNCTION_WORDS.has(text) && !SAYING.has(text));
}

const SAYING = new Set(
  "in on do to say says cover covers govern contain provide regulate require main content contents".split(" "),
);
