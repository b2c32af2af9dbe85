import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";
import { fold, hasDiacritics } from "../core/text.ts";
import { readSurroundings } from "./surroundings.ts";
import { KINDS } from "./kinds.ts";

/** A document named in a text. `span` covers kind and number; date, issuer and title may stand behind it. */
export interface FoundReference {
  readonly reference: DocumentReference;
  readonly span: Span;
}

// All patterns run on folded text, which has the length of the text itself: an offset in one is an offset in the other.
const kindNames = new Map(
  KINDS.flatMap(({ name, english }) => [fold(name), ...english].map((word): [string, string] => [word, name])),
);
const symbols = [...new Set(KINDS.flatMap((kind) => kind.symbols))];
const alternatives = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join("|").replaceAll(" ", "\\s+");

const KIND = alternatives(kindNames.keys());
const SYMBOL = alternatives(symbols.map(fold));
const SERIAL = "\\d{1,5}(?![\\d%]|[.,/]\\d)";
// "-QĐ/TW", and with the separators swapped or spaced as the web has them: "/NQ-TW", "- KL/TU".
const TAIL = `\\s*[-–/]\\s*(?<symbol>${SYMBOL})(?:\\s*[/–-]\\s*(?<suffix>t\\.\\s?u|[a-z]{2,12}))?(?![a-z])`;
const HEAD = `(?<kind>${KIND}|${SYMBOL})(?:\\s+hanh\\s+dong)?(?:\\s+so)?\\s*:?\\s*(?:no\\.?\\s*)?`;
const CITATION = new RegExp(
  `(?<![a-z0-9])(?:${HEAD}|so\\s*:?\\s*)?(?<![\\d.,/-])(?<serials>${SERIAL}(?:\\s*(?:,|va|and)\\s*${SERIAL})*)(?:${TAIL})?`,
  "g",
);

/** Every document named in the text, in reading order; those of a list share a span ("số 920 và 1011-CTr/TƯ"). */
export function findReferences(text: string): FoundReference[] {
  const folded = fold(text);
  const typedPlain = !hasDiacritics(text);
  const found: FoundReference[] = [];
  for (const match of folded.matchAll(CITATION)) {
    const { kind, serials = "", symbol, suffix } = match.groups ?? {};
    if (!kind && !symbol) continue;
    const start = match.index;
    const end = start + match[0].length;
    const printed = text.slice(start, end);
    const read = readKind(kind, symbol, printed, typedPlain);
    if (!read) continue;
    const issuedBy = suffix ? readSuffix(printed, suffix) : null;
    const around = readSurroundings(text, folded, end);
    for (const digits of serials.match(/\d+/g) ?? []) {
      const serial = digits.replace(/^0+(?=\d)/, "");
      const number = read.symbol && issuedBy ? `${serial.padStart(2, "0")}-${read.symbol}/${issuedBy}` : null;
      found.push({ span: { start, end }, reference: { ...read, serial, suffix: issuedBy, number, ...around } });
    }
  }
  return found;
}

/** The kind that the words say, and the symbol; `undefined` when the letters are no symbol (HĐ is not HD). */
function readKind(kindWord: string | undefined, symbolWord: string | undefined, printed: string, typedPlain: boolean) {
  const named = kindWord ? kindNames.get(kindWord.replace(/\s+/g, " ")) : undefined;
  const written = symbolWord ?? (named ? undefined : kindWord);
  const symbol = written ? symbols.find((known) => isWritten(known, written, printed, typedPlain)) : undefined;
  if (written && !symbol) return undefined;
  const kinds = symbol ? KINDS.filter((kind) => kind.symbols.includes(symbol)) : [];
  const onlyKind = kinds.length === 1 ? kinds[0]?.name : undefined;
  return { kind: named ?? onlyKind ?? null, symbol: symbol ?? null };
}

function isWritten(symbol: string, folded: string, printed: string, typedPlain: boolean): boolean {
  if (fold(symbol) !== folded) return false;
  return typedPlain || printed.toLowerCase().includes(symbol.toLowerCase()) || !hasDiacritics(printed);
}

function readSuffix(printed: string, folded: string): string {
  const asPrinted = printed.slice(printed.length - folded.length);
  // "T.Ư" is Trung ương; "TU" a tỉnh ủy or thành ủy; "TƯ" is met for both and stays as printed.
  if (/^t\.\s?ư$/i.test(asPrinted)) return "TW";
  return asPrinted.toUpperCase();
}
