import type { DirectiveHead } from "../core/directive.ts";
import type { DocumentReference } from "../core/reference.ts";
import { printedDate } from "./dates.ts";

/** What a citation is made of: a held document, or a reference to one. */
export type Citable = Pick<DirectiveHead, "kind" | "number" | "issuer" | "issuedOn"> & {
  readonly title: string | null;
} & Partial<Pick<DocumentReference, "name" | "serial" | "symbol">>;

/**
 * The canonical citation, e.g. `Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị` (Hướng dẫn 05-HD/VPTW of
 * 27/5/2026). What is not known is left out; the title stands in where nothing else names the document.
 */
export function formatCitation(document: Citable): string {
  const { title, issuedOn, issuer, name = null } = document;
  const called = named(document, " số ");
  const date = issuedOn === null ? "" : `, ngày ${printedDate(issuedOn)}`;
  // Of a numbered document the meeting says more than the body that met.
  const body = name === null ? issuer : hasNumber(document) ? name : null;
  return `${called ?? title ?? ""}${date}${body === null ? "" : ` của ${body}`}`;
}

/** The citation with its title, as at the first mention in a text. */
export function formatFullCitation(document: Citable): string {
  const citation = formatCitation(document);
  const { title } = document;
  if (title === null || named(document, " ") === null) return citation;
  const [first = "", ...rest] = title;
  const isAbout = /^(?:về|ban hành|thi hành|thí điểm|một số (?:vấn đề|điều))\s/iu.test(title);
  const about =
    first === first.toUpperCase() && title !== title.toUpperCase() ? first.toLowerCase() + rest.join("") : title;
  // A stop or a bracket inside would end a title without quotation marks.
  const isPlain = isAbout && !/[.;:()"“”\n]/.test(title);
  return `${citation} ${isPlain ? about : `“${title.replace(/["“”]/g, "")}”`}`;
}

/** As it is cited again later: `Quy định 213-QĐ/TW`, `Nghị quyết Hội nghị Trung ương 4 khóa XII`. */
export function formatShort(document: Citable): string {
  return named(document, " ") ?? document.title ?? "";
}

/** Kind and number, or as much of its name as is known. */
function named({ kind, number, serial = "", symbol = null, name = null }: Citable, joint: string): string | null {
  if (number !== null) return kind === null ? number : `${kind}${joint}${number}`;
  // As in a whole number, a single digit is printed with a zero.
  const digits = serial.padStart(2, "0");
  if (serial !== "")
    return kind === null ? [symbol, digits].filter((part) => part !== null).join(" ") : `${kind}${joint}${digits}`;
  if (name === null || name === kind) return name;
  return kind === null ? name : `${kind} ${name}`;
}

function hasNumber({ number, serial = "" }: Citable): boolean {
  return number !== null || serial !== "";
}
