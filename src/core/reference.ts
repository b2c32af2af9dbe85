import type { DirectiveHead } from "./directive.ts";
import { fold } from "./text.ts";

/**
 * A document as a text names it: in full ("Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"), or in part
 * ("QĐ 213"). Whatever the text leaves open is `null`.
 */
export interface DocumentReference {
  /** `null` when the symbol stands for two kinds (QĐ: Quy định or Quyết định) and no word decides. */
  readonly kind: string | null;
  /** The running number without leading zeros, e.g. `213`. */
  readonly serial: string;
  /** e.g. `QĐ`. */
  readonly symbol: string | null;
  /** Who issued it, as the number has it: `TW`, `TU`, `BTCTW`. */
  readonly suffix: string | null;
  /** Canonical spelling where serial, symbol and suffix are all known: `213-QĐ/TW`. */
  readonly number: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  /** The words after "về", as printed. */
  readonly title: string | null;
}

/** Whether two references can mean the same document: nothing that both of them say differs. */
export function agrees(a: DocumentReference, b: DocumentReference): boolean {
  return (
    a.serial === b.serial &&
    same(a.kind, b.kind) &&
    same(a.issuedOn, b.issuedOn) &&
    (a.suffix === null || b.suffix === null || sameSuffix(a.suffix, b.suffix))
  );
}

/** How a document of the library refers to itself. */
export function ownReference(directive: DirectiveHead): DocumentReference {
  const { kind, number, issuedOn, issuer, title } = directive;
  const [, serial = "", symbol = null, suffix = null] = number?.match(/^0*(\d+)(?:-([^/]+)\/(.+))?/) ?? [];
  return { kind, serial, symbol, suffix, number, issuedOn, issuer, title };
}

function same(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

// Typed without diacritics DUK is ĐUK; "TƯ" is Trung ương (TW), but is also met for a tỉnh ủy (TU).
function sameSuffix(a: string, b: string): boolean {
  return fold(a) === fold(b) || (a === "TƯ" && b === "TW") || (a === "TW" && b === "TƯ");
}
