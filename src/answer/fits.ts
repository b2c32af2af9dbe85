import { findReferences } from "../citation/find.ts";
import { placeIn } from "../citation/places.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import { findWordedNumbers } from "../core/number-words.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { agrees } from "../core/reference.ts";
import { fold, matchForm } from "../core/text.ts";
import { type Figure, findFigures } from "./figures.ts";
import { namesPerson, saysDeed } from "./person.ts";
import type { ReadQuestion } from "./read-question.ts";

const FULL_DATE = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/g;
const DATE =
  /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|ngày \d{1,2} tháng|tháng \d{1,2}|năm \d{1,4}\b|(?<!số )\b(?:1\d|20)\d\d\b(?!-\p{L})|\d{1,2}-\d{4}|thế k[ỷỉ]/giu;
const WHO = /đồng chí|Bộ Chính trị|Ban Bí thư|Ban Thường vụ|Ban Chấp hành|cấp ủy|Tỉnh ủy|Đảng ủy|Ban [\p{Lu}]/u;

const PLACE = /(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Bb]ang)\s\p{Lu}\p{Ll}+/u;
// A year and a day of the month are no lengths of time.
const DURATION = /\d\s*(?:ngày|tuần|tháng|năm|quý|giờ|phút|thế k[ỷỉ]|thập k[ỷỉ])(?![\p{L}\p{M}])(?!\s*\d)/iu;
const UNIT_OF_TIME = /^\s*(?:ngày|tuần|tháng|năm|quý|giờ|phút|thế k[ỷỉ]|thập k[ỷỉ])(?![\p{L}\p{M}])/iu;

/** Whether a sentence has what the kind of question asks for: a figure, a date, a document, a list … */
export function fitsKind(
  { kind, asksPerson, folded, figures, serials, numbers, foldedSyllables }: ReadQuestion,
  text: string,
  hit: ScoredPassage,
  subject: KnownDocument | undefined,
): boolean {
  switch (kind) {
    case "number":
      return (
        findFigures(text).some(
          (figure) =>
            !figures.has(figure.text) &&
            !numbers.has(Number(figure.text)) &&
            figure.start > 0 &&
            (ORDINAL.test(folded) || (/^\d[\d.,]*(?:\/\d+)?%?$/.test(figure.text) && !isName(text, figure))) &&
            !isYear(text, figure),
        ) || findWordedNumbers(text, "vi").some(({ value }) => value > 1 && !numbers.has(value))
      );
    case "date":
      if (RULE.test(folded) && CONDITION.test(text)) return true;
      // Of a conference on a document the date is another than the document's.
      return subject && !EVENT.test(folded)
        ? isDated(text, folded, hit, subject)
        : datesIn(text, folded).some(
            (date) => !folded.includes(fold(date)) && (!OF_DAY.test(folded) || !YEAR.test(date)),
          );
    case "duration":
      return DURATION.test(text) || findWordedNumbers(text, "vi").some(({ end }) => UNIT_OF_TIME.test(text.slice(end)));
    case "place":
      return placeIn(text) !== null || PLACE.test(text);
    case "document":
      return findReferences(text).some(({ reference }) => !serials.has(reference.serial));
    case "who":
      if (asksPerson) return namesPerson(text) && saysDeed(folded, text);
      return WHO.test(text) || namesIn(text).some((name) => !foldedSyllables.has(fold(name)));
    case "list":
      return /:\s*$/.test(text) || /(?:gồm|như sau|sau đây)/u.test(text) || (text.match(/[,;]/g)?.length ?? 0) >= 3;
    case "status":
      return /thay thế|hiệu lực|bãi bỏ/u.test(text);
    case "about":
    case "open":
      return false;
  }
}

// "Khi nào phải lấy ý kiến?" may be answered by a case or a rhythm.
const RULE =
  /\b(?:khi nao|luc nao|bao gio)\b.*\b(?:phai|can|nen|co the|moi duoc|chi duoc)\b|\b(?:phai|can|nen|co the|duoc phep)\b.*\b(?:khi nao|luc nao|bao gio)\b|\bwhen (?:must|should|may|can|(?:do|does) .* (?:have|need) to)\b/;
const CONDITION =
  /(?<![\p{L}\p{M}])(?:khi(?! đó)|trước khi|sau khi|trường hợp|nếu|h[ằà]ng (?:năm|quý|tháng|tuần)|định kỳ|một lần)(?![\p{L}\p{M}])/iu;

const EVENT =
  /\b(?:hoi nghi|cuoc hop|buoi (?:hop|le)|le (?:trao|cong bo|ky niem)|dien ra|conference|meeting|briefing|held|took place)\b/;

// A year alone is no day.
const OF_DAY = /\b(?:ngay|hom) (?:nao|may|bao nhieu)\b|\b(?:what|which|exact) (?:date|day)\b/;
const YEAR = /^(?:năm )?\d{4}$/iu;
// A term of office or a plan's years date nothing, its beginning does.
const TERM = /(?<!(?:đầu|giữa|cuối)\s)(?:nhiệm kỳ|giai đoạn|khóa|khoá)\s\d{4}\s?[-–]\s?\d{4}/giu;

const OF_TERM = /\b(?:nhiem ky|giai doan|term|period)\b/;

function datesIn(text: string, question: string): string[] {
  return (OF_TERM.test(question) ? text : text.replace(TERM, " ")).match(DATE) ?? [];
}

/** Capitalised syllables that do not merely open a sentence or a quotation. */
function namesIn(text: string): string[] {
  return text.match(/(?<=[\p{L}\p{M}\p{N},] )\p{Lu}[\p{L}\p{M}]*/gu)?.map(matchForm) ?? [];
}

// Congresses, terms and prizes are counted in Roman numerals.
const ORDINAL = /\b(?:thu|khoa|lan) (?:may|bao nhieu)\b/;

/** Whether a date of the sentence can be the subject's: it speaks of it, and dates of other documents are none. */
function isDated(
  text: string,
  question: string,
  { directive }: Pick<ScoredPassage, "directive">,
  { reference, held }: KnownDocument,
): boolean {
  const named = findReferences(text);
  const others = named.filter((found) => !agrees(found.reference, reference));
  const isAbout = others.length < named.length || held.some((own) => own.id === directive.id);
  const foreign = others.filter((found) => found.reference.issuedOn !== null).length;
  return isAbout && datesIn(text, question).length > 0 && (text.match(FULL_DATE)?.length ?? foreign + 1) > foreign;
}

function isYear(text: string, { start, text: printed }: Figure): boolean {
  return /^(?:19|20)\d\d$/.test(printed) && /(?:năm|-|–)\s*$/iu.test(text.slice(Math.max(0, start - 6), start));
}

/** A day, a month, an article: what names counts nothing. */
function isName(text: string, { start }: Figure): boolean {
  return NAMED.test(text.slice(Math.max(0, start - 20), start));
}

const NAMED =
  /(?<![\p{L}\p{M}])(?:ngày|tháng|quý|điều|khoản|chương|khóa|khoá|thứ|(?:quy định|quyết định|nghị quyết|kết luận|chỉ thị|hướng dẫn|kế hoạch|công văn) số)\s$/iu;
