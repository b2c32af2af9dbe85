import type { DirectiveHead } from "./directive.ts";
import { fold } from "./text.ts";

/**
 * A document as a text names it: in full ("Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"), or in part
 * ("QĐ 213"). Whatever the text leaves open is `null`.
 */
export interface DocumentReference {
  /** `null` when the symbol stands for two kinds (QĐ: Quy định or Quyết định) and no word decides. */
  readonly kind: string | null;
  /** The running number without leading zeros, e.g. `213`; empty where only `name` says which document it is. */
  readonly serial: string;
  /** e.g. `QĐ`. */
  readonly symbol: string | null;
  /** Who issued it, as the number has it: `TW`, `TU`, `BTCTW`. */
  readonly suffix: string | null;
  /** Canonical spelling where serial, symbol and suffix are all known: `213-QĐ/TW`. */
  readonly number: string | null;
  /** The meeting that a resolution is named after: `Hội nghị Trung ương 4 khóa XII`, `Đại hội XIII`. */
  readonly name: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  /** The words after "về", as printed. */
  readonly title: string | null;
  /** Province or city of a local issuer, where the text or the body that wrote it tells: `Hà Tĩnh`. */
  readonly place: string | null;
}

/** Nothing said, to be filled in. */
export const OPEN: Omit<DocumentReference, "serial"> = {
  kind: null,
  symbol: null,
  suffix: null,
  number: null,
  name: null,
  issuedOn: null,
  issuer: null,
  title: null,
  place: null,
};

/** Whether two references can mean the same document: nothing that both of them say differs. */
export function agrees(a: DocumentReference, b: DocumentReference): boolean {
  return agreesButForDate(a, b) && same(a.issuedOn, b.issuedOn);
}

/** As `agrees`, where the date may be a mistake on one side. */
export function agreesButForDate(a: DocumentReference, b: DocumentReference): boolean {
  return (
    sameName(a, b) &&
    sameKind(a, b) &&
    same(yearIn(a.number), yearIn(b.number)) &&
    same(a.place, b.place) &&
    (a.suffix === null || b.suffix === null || sameSuffix(a.suffix, b.suffix))
  );
}

/** How a document of the library refers to itself. */
export function ownReference(directive: DirectiveHead): DocumentReference {
  const { kind, number, issuedOn, issuer, title } = directive;
  const [, serial = "", symbol = null, suffix = null] =
    number?.match(/^0*(\d+)(?:\/\d{4})?(?:(?:-(?=[^/]+\/)|\/(?=[^-/]+-))([^-/]+)[-/](.+))?/) ?? [];
  return { ...OPEN, kind, serial, symbol, suffix, number, issuedOn, issuer, title };
}

/** A number decides; where one side has none, the meeting. */
function sameName(a: DocumentReference, b: DocumentReference): boolean {
  if (a.serial !== "" && b.serial !== "") return a.serial === b.serial && same(a.name, b.name);
  return a.name !== null && a.name === b.name;
}

function same(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

// A symbol that stands for two kinds leaves open which of them, but not that it is one of them.
const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  QĐ: ["Quy định", "Quyết định"],
  TT: ["Thông tri", "Thông tư"],
};

function sameKind(a: DocumentReference, b: DocumentReference): boolean {
  return kindsOf(a).some((kind) => kind === null || kindsOf(b).some((other) => other === null || other === kind));
}

function kindsOf({ kind, symbol }: DocumentReference): readonly (string | null)[] {
  return kind === null && symbol !== null ? (KINDS_OF[symbol] ?? [null]) : [kind];
}

/** Numbers of the state begin anew every year and carry it: `16/2020/NĐ-CP`. */
function yearIn(number: string | null): string | null {
  return number?.match(/^\d+\/(\d{4})\//)?.[1] ?? null;
}

// Typed without diacritics DUK is ĐUK; "TƯ" is Trung ương (TW), but is also met for a tỉnh ủy (TU).
function sameSuffix(a: string, b: string): boolean {
  return fold(a) === fold(b) || (a === "TƯ" && b === "TW") || (a === "TW" && b === "TƯ");
}
