import { compareIssuers, issuersOfSuffix } from "../src/citation/issuers.ts";
import { KINDS } from "../src/citation/kinds.ts";
import { fold } from "../src/core/text.ts";
import type { FindReferences } from "./identify.ts";
import { type OwnNumber, wholeNumber } from "./identity-number.ts";
import type { PageIdentity } from "./identity-page.ts";

const party = KINDS.filter(({ only }) => only !== "state").flatMap(({ symbols }) => symbols);
// DA, without marks, is ĐA (Đề án) too.
const SYMBOL = [...new Set(party.map((symbol) => fold(symbol)))]
  .filter((folded) => new Set(party.filter((symbol) => fold(symbol) === folded)).size === 1)
  .sort((a, b) => b.length - a.length)
  .join("|");
const SUFFIX = "(?:vp|btc|ubkt|btg|btgdv|bnc|bdv|bkt)?t[uw]|duk?|hu|qu";
const GAP = "[-_. ]{0,3}";
const NAME = new RegExp(
  `(?<![a-z0-9])(?:(?:${SYMBOL})${GAP})?(?:so${GAP})?(\\d{1,5})${GAP}(${SYMBOL})${GAP}(${SUFFIX})(?![a-z0-9])`,
  "g",
);

/** The number that a file is named by: `213-qd-tw.pdf`, `QD_213_QDTW.docx`; `null` unless it is whole and the only one. */
export function numberInName(fileName: string, findReferences: FindReferences): OwnNumber | null {
  const name = fold(fileName.replace(/\.[^.]+$/, ""));
  const written = Array.from(name.matchAll(NAME), ([, digits, symbol = "", suffix = ""]) => {
    const body = suffix.toUpperCase().replace(/^D(?=UK?$)/, "Đ");
    return `${digits}-${symbol.toUpperCase()}/${body}`;
  });
  const [first = "", another] = new Set(written);
  return another === undefined ? wholeNumber(first, findReferences) : null;
}

/** Whether the page is a document of its own and says nothing that such a number would contradict. */
export function nameFits({ symbol, suffix }: OwnNumber, page: PageIdentity): boolean {
  if (!page.isOfficial || page.isUnnumbered) return false;
  return fitsKind(page.kind, symbol) && fitsIssuer(page.issuer, suffix);
}

/** Whether documents of the kind are numbered with the symbol. */
export function fitsKind(kind: string | null, symbol: string | null): boolean {
  const known = KINDS.find(({ name }) => name === kind);
  return known === undefined || symbol === null || known.symbols.length === 0 || known.symbols.includes(symbol);
}

/** Whether the body may sign with the suffix. Typed without marks, TU is Trung ương or a Tỉnh ủy: only the body tells. */
export function fitsIssuer(issuer: string | null, suffix: string | null): boolean {
  const bodies = issuersOfSuffix(suffix ?? "");
  if (issuer === null) return suffix !== "TU";
  return bodies.length === 0 || bodies.some((body) => compareIssuers(body, issuer) !== "different");
}
