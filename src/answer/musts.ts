import { ordinalOf, roman } from "../citation/numerals.ts";
import { blanked, fold, matchForm, wordsOf } from "../core/text.ts";
import { formOf, hasTerm } from "./compare.ts";
import { formsOfPeriod } from "./periods.ts";
import { isEmptyWord } from "./question.ts";
import type { ReadQuestion } from "./read-question.ts";

/** Years that stand alone; those of dates and document numbers are compared as a whole elsewhere. */
export function yearsIn(text: string): string[] {
  return text.match(/(?<![\d/.-])(?:19|20)\d{2}(?![\d/]|-[\d\p{L}])/gu) ?? [];
}

// "khóa XIII", "Đại hội lần thứ 14", "giải … lần thứ X", "congress XIV", "the 14th Party Congress".
const TERM =
  /\b(?:khoa|dai hoi(?: dang| toan quoc)*(?: lan)?(?: thu)?|lan thu|congress|tenure) ([ivx]{1,5}|\d\d?)\b|\b(\d\d?)(?:st|nd|rd|th) (?:[a-z]+ ){0,2}(?:congress|tenure)\b/g;
const FIGURE = /(?<![\p{L}\d.,/-])(?:[1-9]\d*(?:[.,]\d+)+|[1-9]\d+)(?![\p{L}\d/]|-(?!(?:year|month|week|day)\b))/gu;

/** Congresses and terms by their number, then figures from ten on, years aside; smaller ones are written in many ways. */
export function countsIn(text: string): string[] {
  const terms = Array.from(fold(text).matchAll(TERM), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const figures = blanked(text, terms).match(FIGURE) ?? [];
  return [...terms.map(({ start, end }) => text.slice(start, end)), ...figures.filter((figure) => !isYear(figure))];
}

function isYear(figure: string): boolean {
  return /^(?:19|20)\d\d$/.test(figure);
}

/** Runs of capitalised syllables: "Nghệ An", "Búa Liềm"; the word that merely opens the sentence is none. */
export function namesOf(text: string): string[] {
  const runs = text.match(/(?<!\p{L})\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+/gu) ?? [];
  return runs.flatMap((run) => {
    const [first = "", ...rest] = run.split(/\s/);
    const name = text.trimStart().startsWith(run) && opensOrdinarily(first) ? rest : [first, ...rest];
    return name.length > 1 ? [name.join(" ")] : [];
  });
}

/** Syllables that are written with a capital, as they are compared. */
export function capitalsOf(text: string, plain: boolean): string[] {
  return text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu)?.map(plain ? fold : matchForm) ?? [];
}

// A sentence may open with one of these and a capital behind it ("Ngành Tổ chức …", "Tỉnh Quảng Bình").
const OPENERS = new Set(
  (
    "ngành ban bộ đảng tỉnh huyện xã thành cấp hội khối ủy chi trung quy nghị kết chỉ hướng kế chương văn đồng giải mô " +
    "công cán học đoàn mặt liên tổ phong năm tháng ngày toàn các những ngoài tên sau khi trước nếu hiện cùng người " +
    "nước ông bà vua phía bên"
  )
    .split(" ")
    .map(fold),
);

function opensOrdinarily(word: string): boolean {
  return isEmptyWord(word) || OPENERS.has(fold(word));
}

/** "Điều 5", "khoản 2", as written: what a question asks of an article must come from that article. */
export function pinpointsOf(text: string): string[] {
  const places = fold(text).matchAll(/\b(?:dieu|khoan|article)\s(\d{1,3})\b/g);
  return Array.from(places, (place) =>
    place[0].startsWith("article") ? `Điều ${place[1]}` : text.slice(place.index, place.index + place[0].length),
  );
}

/** Those of the question's `musts` that neither the text nor what is known of its document has. */
export function missingOf(
  {
    kind,
    musts,
    plain,
    textLanguage,
    foldedRewording,
  }: Pick<ReadQuestion, "kind" | "musts" | "plain" | "textLanguage" | "foldedRewording">,
  text: string,
  context: string,
): string[] {
  if (musts.length === 0) return [];
  const formWith = (own: string) => formOf({ plain: true, rewording: foldedRewording }, joined(`${own} ${context}`));
  const whole = formWith(text);
  const asksOfPeriod = musts.filter(isYear).length > 1;
  const ofYears = ISSUED.has(kind) || asksOfPeriod ? whole : formWith(text.replace(PASSING_YEAR, " "));
  const dated = `${text} ${context}`;
  const undated = () => fold(ISSUED.has(kind) ? dated : dated.replace(DAY, " "));
  const isUnmarked = plain || textLanguage === "en";
  const capitals = new Set(capitalsOf(dated, isUnmarked));
  // All its parts as names, in whatever order: "Vua James I" is "James I, vua nước Anh".
  const isNamed = (name: string) => {
    const parts = capitalsOf(name, isUnmarked);
    return parts.length > 0 && parts.every((part) => capitals.has(part));
  };
  return musts.filter((must) => {
    const term = termIn(must);
    if (term !== undefined) return !formsOfTerm(term).some((form) => hasTerm(whole, form));
    const period = formsOfPeriod(must);
    if (period) return !period.test(undated());
    if (hasTerm(isYear(must) ? ofYears : whole, wordsOf(fold(joined(must))).join(" "))) return false;
    return !isNamed(must);
  });
}

/** Kinds of question for which the date of a document is a word about its year. */
export const ISSUED: ReadonlySet<string> = new Set(["date", "document", "list"]);
const DAY = /\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?!\d)/g;

// Neither a date nor a period in a passage is a word about that year: "Nghị quyết … ngày 26/4/2021" tells nothing of 2021.
const PASSING_YEAR = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}\s?[-–]\s?\d{4}/g;

/** "1.077" and "1077" are one. */
function joined(text: string): string {
  return text.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "");
}

function termIn(must: string): number | undefined {
  const [, after, before] = fold(must).matchAll(TERM).next().value ?? [];
  return ordinalOf(after ?? before ?? "");
}

function formsOfTerm(term: number): string[] {
  const written = [String(term), roman(term).toLowerCase()];
  return ["khoa", "hoi", "thu", "dang", "ky"].flatMap((word) => written.map((number) => `${word} ${number}`));
}
