import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";
import { fold, hasDiacritics, matchForm } from "../core/text.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { CITATION, COUNTED, COUNTED_FEW, kindNames, symbols } from "./patterns.ts";
import { readSurroundings } from "./surroundings.ts";

/** A document named in a text. `span` covers kind and number; date, issuer and title may stand behind it. */
export interface FoundReference {
  readonly reference: DocumentReference;
  readonly span: Span;
}

/** A match, with each part as the folded text and as the text itself has it. */
interface Match {
  readonly folded: Readonly<Record<string, string | undefined>>;
  readonly printed: (part: string) => string;
  readonly typedPlain: boolean;
}

/** Every document named in the text, in reading order; those of a list share a span ("số 920 và 1011-CTr/TƯ"). */
export function findReferences(text: string): FoundReference[] {
  const folded = fold(text);
  const typedPlain = !hasDiacritics(text);
  const found: FoundReference[] = [];
  for (const { 0: all, index, groups = {}, indices } of folded.matchAll(CITATION)) {
    const printed = (part: string) => text.slice(...(indices?.groups?.[part] ?? [0, 0]));
    const match: Match = { folded: groups, printed, typedPlain };
    const serials = serialsOf(all, groups, folded.slice(index + all.length, index + all.length + 30));
    const read = readKind(match);
    const [first] = serials;
    const last = serials.at(-1);
    if (!first || !last || !read) continue;
    const start = /^[a-z]/.test(all) ? index : index + first.start;
    const end = index + (groups["tail"] || groups["year"] ? all.length : last.end);
    const number = numbering(match, read.symbol);
    const around = readSurroundings(text, folded, end);
    for (const { digits } of serials) {
      const serial = digits.replace(/^0+(?=\d)/, "");
      const reference = { ...read, serial, suffix: number.suffix, number: number.of(serial), ...around };
      found.push({ span: { start, end }, reference });
    }
  }
  return found;
}

/** The numbers of a list, without those that count something, are a year, or head a paragraph. */
function serialsOf(all: string, groups: Match["folded"], rest: string): (Span & { readonly digits: string })[] {
  const { serials = "", so, no, tail, year } = groups;
  const from = all.length - (tail ?? "").length - (year ? 5 : 0) - serials.length;
  const list = Array.from(serials.matchAll(/\d+/g), ({ 0: digits, index }) => {
    return { digits, start: from + index, end: from + index + digits.length };
  });
  // Without "số" before it a list is not of documents: "khoản 2, 213-QĐ/TW".
  if (tail && /^\d/.test(all)) return list.slice(-1);
  if (tail) return list.filter(({ digits }, at) => at === list.length - 1 || !isYear(digits));
  const head = all.slice(0, from);
  const isHeading = /\n\s*\n/.test(head) || (/[:\n]/.test(head) && !so && /^[.)]/.test(rest));
  if (isHeading) return [];
  if (year || so || no) return list;
  return list.filter(({ digits }, at) => !isYear(digits) && !(at === list.length - 1 && isCount(digits, rest)));
}

function isYear(digits: string): boolean {
  return /^(?:199\d|20[0-4]\d)$/.test(digits);
}

function isCount(digits: string, rest: string): boolean {
  if (digits.startsWith("0") || digits.length > 2) return false;
  return COUNTED.test(rest) || (digits.length === 1 && COUNTED_FEW.test(rest));
}

/** The kind that the words and the symbol say; `undefined` when the letters are no symbol (HĐ is not HD). */
function readKind(match: Match): { kind: string | null; symbol: string | null } | undefined {
  const { kind: word, symbol: written, suffix, tail, year } = match.folded;
  const named = word ? kindNames.get(word.replace(/\s+/g, " ")) : undefined;
  if (!word && !written) return undefined;
  const symbol = written
    ? symbolOf(match.printed("symbol"), match.typedPlain)
    : named
      ? undefined
      : symbolOf(match.printed("kind"), match.typedPlain);
  if ((written || !named) && !symbol) return undefined;
  // Typed without diacritics "da 5 năm" is "đã", not a Đề án.
  if (!tail && match.printed("kind") === "da") return undefined;
  const kinds = KINDS.filter((kind) => symbol && kind.symbols.includes(symbol));
  const otherSide = suffix === undefined ? undefined : isState(match) ? "party" : "state";
  const fitting = kinds.filter((kind) => kind.only === undefined || kind.only !== otherSide);
  const said = KINDS.find((kind) => kind.name === named);
  if (year && !written && said?.only !== "state") return undefined;
  return {
    kind: kindOf(said, symbol ?? null, fitting.length > 0 ? fitting : kinds),
    symbol: symbol ?? said?.symbols[0] ?? null,
  };
}

/** The word decides, unless the number itself is of another kind: "Thông báo kết luận số 45-TB/TW". */
function kindOf(said: Kind | undefined, symbol: string | null, kinds: readonly Kind[]): string | null {
  if (said && (!symbol || said.symbols.includes(symbol))) return said.name;
  return kinds.length === 1 ? (kinds[0]?.name ?? null) : null;
}

/** Marks may be missing ("QD"), but not differ; DA is Dự án, and only without any marks around it Đề án. */
function symbolOf(printed: string, typedPlain: boolean): string | undefined {
  return symbols.find((symbol) => {
    if (matchForm(symbol) === matchForm(printed)) return true;
    return fold(symbol) === fold(printed) && !hasDiacritics(printed) && (typedPlain || symbol !== "ĐA");
  });
}

// The party writes number-KIND/ISSUER, the state number/KIND-ISSUER or number/YEAR/KIND-ISSUER.
const PARTY_SUFFIX = /(?:t[uw]|duk?|hu|qu|cb|tgv)$/;

function isState({ folded: { year, tail = "", link = "", suffix } }: Match): boolean {
  if (year) return true;
  return (
    suffix !== undefined &&
    /^\s*\//.test(tail) &&
    !link.includes("/") &&
    !PARTY_SUFFIX.test(suffix.replace(/[.\s]/g, ""))
  );
}

/** How the numbers of the match go on behind the serial; `null` where it does not say all of it. */
function numbering(match: Match, symbol: string | null) {
  const { suffix: separate, joined, body, spaced, year } = match.folded;
  const part = separate ? "suffix" : joined ? "joined" : body ? "body" : spaced ? "spaced" : undefined;
  const suffix = part ? spelled(match.printed(part)) : null;
  const state = isState(match);
  const of = (serial: string) => {
    if (!symbol || !suffix) return null;
    const digits = serial.padStart(2, "0");
    return state ? `${digits}${year ? `/${year}` : ""}/${symbol}-${suffix}` : `${digits}-${symbol}/${suffix}`;
  };
  return { suffix, of };
}

function spelled(printed: string): string {
  const letters = printed.replace(/[.\s]/g, "").toUpperCase();
  // "T.Ư" is Trung ương; "TU" a tỉnh ủy or thành ủy; "TƯ" is met for both and stays as printed.
  if (letters === "TƯ" && printed.includes(".")) return "TW";
  return letters === "TTG" ? "TTg" : letters;
}
