import { findReferences } from "../citation/find.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { agrees } from "../core/reference.ts";
import { fold } from "../core/text.ts";
import { type Figure, findFigures } from "./figures.ts";
import type { ReadQuestion } from "./read-question.ts";

const FULL_DATE = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/g;
const DATE = /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|ngày \d{1,2} tháng|tháng \d{1,2}|năm \d{4}|\d{1,2}-\d{4}/iu;
const WHO = /đồng chí|Bộ Chính trị|Ban Bí thư|Ban Thường vụ|Ban Chấp hành|cấp ủy|Tỉnh ủy|Đảng ủy|Ban [\p{Lu}]/u;

/** Whether a sentence has what the kind of question asks for: a figure, a date, a document, a list … */
export function fitsKind(
  { kind, text: asked }: ReadQuestion,
  text: string,
  hit: ScoredPassage,
  subject: KnownDocument | undefined,
): boolean {
  const known = new Set(findFigures(asked).map((figure) => figure.text));
  switch (kind) {
    case "number":
      return findFigures(text).some(
        (figure) =>
          !known.has(figure.text) &&
          figure.start > 0 &&
          (ORDINAL.test(fold(asked)) || /^\d[\d.,]*(?:\/\d+)?%?$/.test(figure.text)) &&
          !isYear(text, figure),
      );
    case "date":
      return subject ? isDated(text, hit, subject) : DATE.test(text);
    case "document": {
      const named = new Set(findReferences(asked).map(({ reference }) => reference.serial));
      return findReferences(text).some(({ reference }) => !named.has(reference.serial));
    }
    case "who":
      return WHO.test(text);
    case "list":
      return /:\s*$/.test(text) || /(?:gồm|như sau|sau đây)/u.test(text) || (text.match(/[,;]/g)?.length ?? 0) >= 3;
    case "status":
      return /thay thế|hiệu lực|bãi bỏ/u.test(text);
    case "about":
    case "open":
      return false;
  }
}

// Congresses, terms and prizes are counted in Roman numerals.
const ORDINAL = /\b(?:thu|khoa|lan) may\b/;

/** Whether a date of the sentence can be the subject's: it speaks of it, and dates of other documents are none. */
function isDated(
  text: string,
  { directive }: Pick<ScoredPassage, "directive">,
  { reference, held }: KnownDocument,
): boolean {
  const named = findReferences(text);
  const others = named.filter((found) => !agrees(found.reference, reference));
  const isAbout = others.length < named.length || held.some((own) => own.id === directive.id);
  const foreign = others.filter((found) => found.reference.issuedOn !== null).length;
  return isAbout && DATE.test(text) && (text.match(FULL_DATE)?.length ?? foreign + 1) > foreign;
}

function isYear(text: string, { start, text: printed }: Figure): boolean {
  return /^(?:19|20)\d\d$/.test(printed) && /(?:năm|-|–)\s*$/iu.test(text.slice(Math.max(0, start - 6), start));
}

/** "Bao nhiêu quần chúng" is answered by a figure that stands right before the thing counted: "269 quần chúng". */
export function isCounted({ counted }: ReadQuestion, text: string): boolean {
  if (!counted) return false;
  return new RegExp(`\\d[\\d.,]*\\s*(?:[\\p{L}]+\\s+){0,2}${counted}`, "u").test(fold(text));
}
