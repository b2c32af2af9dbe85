import { findReferences } from "../../citation/find.ts";
import type { Language, Topic, TopicDocument } from "../../core/answer.ts";
import type { Query } from "../../core/query.ts";
import { fold, matchForm } from "../../core/text.ts";
import { languageOf } from "../../search/language.ts";
import { type Dependence, dependenceOf, namesAnother } from "./signs.ts";
import { putInstead } from "./slots.ts";

/** A document of the topic with the name that a question can call it by. */
export interface NamedTopic extends TopicDocument {
  readonly called: string;
}

/** What a question means after the ones before it. */
export type FollowUp =
  /** It reads thus by itself. */
  | { readonly question: string }
  /** It goes on about one of several documents. */
  | { readonly choices: readonly [AskedTopic, AskedTopic, ...AskedTopic[]] };

/** With the question about it. */
export interface AskedTopic extends NamedTopic {
  readonly question: string;
}

type Asked = Pick<Query, "text" | "restored" | "isPlain" | "language" | "named">;

/**
 * What a question means after `topic`, by rules: the document that it refers to or leaves out is named, an elliptic one
 * gets the words of the question before. `undefined` where it stands by itself, or too little shows what it hangs on.
 */
export function followUp(
  query: Asked,
  topic: Pick<Topic, "questions">,
  documents: readonly NamedTopic[],
): FollowUp | undefined {
  const before = askedBefore(topic, documents);
  if (query.named.length > 0) return aboutAnother(query, before);
  const number = aboutNumber(query.text, before, documents);
  if (number) return number;
  const dependence = dependenceIn(query);
  if (dependence === undefined || dependence.form === "vague") return undefined;
  const text = query.restored ?? query.text;
  if (dependence.form === "instead") {
    const isSame =
      languageOf(documents.reduce((rest, { called }) => rest.replace(called, ""), before.text)) === query.language;
    const put = isSame && putInstead(before.text, text.slice(dependence.span.start, dependence.span.end));
    if (put) return { question: put };
  }
  const write = (names: readonly NamedTopic[]) => written(text, { dependence, names, language: query.language });
  const meant = documents.filter(({ reference }) => fits(reference.kind, dependence));
  const [first, second, ...others] = meant;
  if (!first) return undefined;
  const areAll = dependence.form === "refers" && dependence.several;
  if (dependence.form === "asks" && dependence.ofPassage) return { question: write([first]) };
  if (!second) return areAll ? undefined : { question: write(meant) };
  if (areAll) return { question: write(meant) };
  const asking = (document: NamedTopic) => ({ ...document, question: write([document]) });
  return { choices: [asking(first), asking(second), ...others.map(asking)] };
}

/** Whether anything shows that a question hangs on the ones before, also where rules cannot tell how. */
export function mayFollowOn(query: Asked): boolean {
  return query.named.length === 0 && dependenceIn(query) !== undefined;
}

// What was typed without diacritics is read as typed: restored ones may be wrong.
function dependenceIn({ text, restored, isPlain, language }: Asked): Dependence | undefined {
  return dependenceOf(isPlain ? text : (restored ?? text), { isPlain, language });
}

function fits(kind: string | null, dependence: Dependence): boolean {
  return dependence.form !== "refers" || dependence.kind === null || kind === null || dependence.kind === kind;
}

/** The last question, its document named in full; `named` is where it names one, if it names no other. */
function askedBefore({ questions }: Pick<Topic, "questions">, documents: readonly NamedTopic[]) {
  const text = questions.at(-1) ?? "";
  const [found, other] = findReferences(text);
  const [document, another] = documents;
  if (!found || other) return { text, named: undefined };
  if (!document || another) return { text, named: found.span };
  const written = text.indexOf(document.called);
  const start = written === -1 ? found.span.start : written;
  const end = written === -1 ? found.span.end : written + document.called.length;
  const full = text.slice(0, start) + document.called + text.slice(end);
  return { text: full, named: { start, end: start + document.called.length } };
}

/** "Còn Kết luận 28?": the question before, about the document named now. */
function aboutAnother(
  { text, named, isPlain }: Pick<Query, "text" | "named" | "isPlain">,
  before: ReturnType<typeof askedBefore>,
): FollowUp | undefined {
  const [other, ...more] = named;
  if (!other || !before.named || more.some(({ span }) => span.start !== other.span.start)) return undefined;
  const { start, end } = other.span;
  if (!namesAnother(text.slice(0, start), text.slice(end), isPlain)) return undefined;
  const question =
    before.text.slice(0, before.named.start) + text.slice(start, end) + before.text.slice(before.named.end);
  return { question };
}

/** "Thế còn 680?": the question before, about the document of that kind and number. */
function aboutNumber(
  text: string,
  before: ReturnType<typeof askedBefore>,
  [document]: readonly NamedTopic[],
): FollowUp | undefined {
  const number =
    /^(?:the con|vay con|con|what about|how about) (?:so )?((?!(?:19|20)\d\d)\d{1,4})(?: thi sao)?[\s?]*$/.exec(
      fold(text),
    )?.[1];
  const kind = document?.reference.kind;
  if (!number || !kind || !before.named) return undefined;
  const { start, end } = before.named;
  return { question: `${before.text.slice(0, start)}${kind} ${number}${before.text.slice(end)}` };
}

function written(
  text: string,
  {
    dependence,
    names,
    language,
  }: { readonly dependence: Dependence; readonly names: readonly NamedTopic[]; readonly language: Language },
): string {
  const name = names.map(({ called }) => called).join(language === "en" ? " and " : " và ");
  if (dependence.form === "refers")
    return capital(text.slice(dependence.start, dependence.span.start) + name + text.slice(dependence.span.end));
  if (dependence.form === "instead") {
    const rest = text.slice(dependence.span.start, dependence.span.end);
    if (language === "en") return `What does ${name} say about ${rest}?`;
    const hasHead = /^(?:doi voi|danh cho|ve|tai|trong|o|neu)\s/.test(fold(rest));
    return `${name} quy định thế nào ${hasHead ? "" : "về "}${rest}?`;
  }
  const rest = dependence.form === "asks" ? text.slice(dependence.start).trimStart() : text;
  return PREDICATE.test(matchForm(rest))
    ? `${name} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`
    : `${name}: ${rest}`;
}

// What a sentence goes on with behind its subject.
const PREDICATE =
  /^(?:ban hành|ra đời|được|bị|đã|còn|hết|có|gồm|nói|nêu|quy định|yêu cầu|điều chỉnh|áp dụng|thay thế|sửa đổi|bãi bỏ|do|của|số mấy)(?!\p{L})/u;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
