import type { DirectiveHead } from "../core/directive.ts";
import { printedDate } from "./dates.ts";

/**
 * The canonical citation, e.g. `Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị`. What is not known is left
 * out; the title stands in for a missing number.
 */
export function formatCitation(directive: DirectiveHead): string {
  const { kind, number, title, issuedOn, issuer } = directive;
  const name = number === null ? title : kind === null ? number : `${kind} số ${number}`;
  const date = issuedOn === null ? "" : `, ngày ${printedDate(issuedOn)}`;
  return `${name}${date}${issuer === null ? "" : ` của ${issuer}`}`;
}
