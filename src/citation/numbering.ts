import { fold, hasDiacritics, matchForm } from "../core/text.ts";
import { isPartySuffix } from "./issuers.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { symbols } from "./patterns.ts";

/** What stands around the digits of a number, as printed. */
export interface Letters {
  /** The kind that the word before the number says. */
  readonly word: Kind | undefined;
  /** The symbol before the number: "QĐ 213". */
  readonly short: string | undefined;
  readonly year: string | undefined;
  readonly symbol: string | undefined;
  readonly suffix: string | undefined;
  /** `QH15` of a law. */
  readonly assembly: string | undefined;
  /** number/KIND-ISSUER, as the state writes it. */
  readonly isStateOrder: boolean;
  /** Whether the whole text has no diacritics. */
  readonly typedPlain: boolean;
}

/** What kind and letters say about every number of a list. */
export interface Numbering {
  readonly kind: string | null;
  readonly symbol: string | null;
  readonly suffix: string | null;
  /** Canonical spelling of a running number; `null` where the letters do not say all of it. */
  readonly numberOf: (serial: string) => string | null;
}

/** Reads kind, symbol and suffix; `undefined` when the letters are no symbol (HĐ is not HD) or not of such a kind. */
export function readNumbering(letters: Letters): Numbering | undefined {
  const { word, short, year } = letters;
  if (letters.assembly !== undefined) return year === undefined ? undefined : ofAssembly(letters, letters.assembly);
  const printed = letters.symbol ?? (word ? undefined : short);
  const symbol = printed === undefined ? word?.symbols[0] : symbolOf(printed, letters);
  if (symbol === undefined && (printed !== undefined || !word)) return undefined;
  // In small letters "da 5 năm" is "đã" and "đa số 30" a majority, not a Đề án.
  if (letters.symbol === undefined && /^[dđ]a$/.test(short ?? "")) return undefined;
  const suffix = letters.suffix === undefined ? null : suffixOf(letters.suffix);
  const isOwn = symbol !== undefined && word !== undefined && symbolsOf(word).includes(symbol);
  if (word?.naming === "whole" && (!isOwn || suffix === null)) return undefined;
  // A year behind a kind of the Party is a month's or a plan's: "Kế hoạch 10/2024".
  if (year !== undefined && letters.symbol === undefined && word?.only !== "state") return undefined;
  const isState = suffix !== null && !isPartySuffix(suffix) && (year !== undefined || letters.isStateOrder);
  return {
    kind: kindOf(word, symbol, suffix === null ? undefined : isState ? "state" : "party"),
    symbol: symbol ?? null,
    suffix,
    numberOf(serial) {
      if (symbol === undefined || suffix === null) return null;
      const digits = serial.padStart(2, "0");
      return isState
        ? `${digits}${year === undefined ? "" : `/${year}`}/${symbol}-${suffix}`
        : `${digits}-${symbol}/${suffix}`;
    },
  };
}

/** All symbols of a kind, those that nobody confirmed last. */
export function symbolsOf({ symbols: own, inferred = [] }: Kind): readonly string[] {
  return [...own, ...inferred];
}

/** A symbol by its letters: marks may be missing ("QD"), but not differ. */
function symbolOf(printed: string, { typedPlain, word }: Pick<Letters, "typedPlain" | "word">): string | undefined {
  const exact = bySpelling.get(matchForm(printed));
  const bare = hasDiacritics(printed) ? [] : (byLetters.get(fold(printed)) ?? []);
  const own = [exact, ...bare].find((symbol) => symbol !== undefined && word && symbolsOf(word).includes(symbol));
  if (own !== undefined) return own;
  // DA is Dự án, and only where nothing around it has marks Đề án.
  if (typedPlain && bare.includes("ĐA")) return "ĐA";
  return exact ?? bare.find((symbol) => typedPlain || symbol !== "ĐA");
}

const bySpelling = new Map(symbols.map((symbol) => [matchForm(symbol), symbol]));
const byLetters = new Map(
  symbols.map((symbol) => [fold(symbol), symbols.filter((other) => fold(other) === fold(symbol))]),
);

/** A law of the National Assembly has no symbol: `117/2025/QH15`. */
function ofAssembly({ word, year }: Letters, assembly: string): Numbering {
  const suffix = assembly.toUpperCase();
  return {
    kind: word?.assembly ? word.name : null,
    symbol: null,
    suffix,
    numberOf: (serial) => `${serial.padStart(2, "0")}/${year}/${suffix}`,
  };
}

/** The word decides, unless the number itself is of another kind: "Kết luận số 45-TB/TW". */
function kindOf(word: Kind | undefined, symbol: string | undefined, side: Kind["only"]): string | null {
  if (word && (symbol === undefined || symbolsOf(word).includes(symbol))) return word.name;
  const kinds = KINDS.filter((kind) => symbol !== undefined && kind.symbols.includes(symbol));
  const fitting = kinds.filter((kind) => kind.only === undefined || side === undefined || kind.only === side);
  const [kind, another] = fitting.length > 0 ? fitting : kinds;
  return another ? null : (kind?.name ?? null);
}

/** The canonical spelling of a suffix. */
export function suffixOf(printed: string): string {
  const letters = printed.replace(/[.\s]/g, "").toUpperCase();
  // "T.Ư" is Trung ương; "TU" a tỉnh ủy or thành ủy; "TƯ" is met for both and stays as printed.
  if (letters === "TƯ" && printed.includes(".")) return "TW";
  return letters.replace(/(?<=^|-)TTG(?=$|-)/, "TTg");
}
