import { fold } from "../core/text.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { symbolsOf } from "./numbering.ts";
import { anyOf, matchAt } from "./patterns.ts";
import { type Numbers, readNumber, type Source } from "./read-numbers.ts";
import { readSurroundings, type Surroundings } from "./surroundings.ts";

/** A number with what stands between it and the word for its kind. */
export interface Qualified extends Numbers {
  readonly between: Surroundings;
  readonly isOpen: boolean;
}

// Nominal words that describe a kind: "Chương trình hành động số", "Thông báo kết luận số".
const WORDS =
  /(?:\s{1,3}(?!(?:so|tai|cua|theo|ve|o|trong|ngay|do|va|voi|tu|den|cho|la|co|nay|tren|neu|dieu|khoan)(?![a-z]))[a-z]{1,8}){1,6}?(?=\s{1,3}so\s{0,3}:?\s{0,3}\d)/y;
const CALL = /\s{0,3}(?:,\s{0,3})?(?:(?<open>\()\s{0,3})?(?<so>so\s{0,3}:?\s{0,3})?/y;
// A law has its name before its number: "Luật Cán bộ, công chức số 22/2008/QH12".
const LAW = /(?:(?:\s{0,3},)?\s{1,3}[a-z]{1,10}){1,14}?(?=\s{1,3}so\s{0,3}:?\s{0,3}\d)/y;
const OTHER_LAW = /nghi\s{1,3}quyet|phap\s{1,3}lenh|bo\s{1,3}luat/;
// As far back as another kind may claim the number.
const BACK = 120;

/**
 * A number that is not right behind its kind, but proved to be of it by its symbol: "Quyết định của Bộ Chính trị số
 * 31-QĐ/TW", "Quy định về thi hành Điều lệ Đảng (số 24-QĐ/TW)". Where two kinds of one symbol stand before it, it is neither's.
 */
export function readQualified(
  source: Source,
  kind: Kind,
  at: { start: number; end: number; since: number },
): Qualified | undefined {
  const { text, folded } = source;
  const isLaw = kind.assembly === true && kind.naming === "whole";
  const described = matchAt(isLaw ? LAW : WORDS, folded, at.end)?.[0].length ?? 0;
  const between = readSurroundings(text, folded, { from: at.end + described, suffix: null });
  if (described === 0 && between.end === at.end) return undefined;
  const call = matchAt(CALL, folded, between.end);
  const isOpen = call?.groups?.["open"] !== undefined;
  if (!call || (!isOpen && call.groups?.["so"] === undefined)) return undefined;
  const numbers = readNumber(source, between.end + call[0].length, kind);
  const { symbol = null, suffix = null } = numbers?.numbering ?? {};
  const within = folded.slice(at.end, between.end);
  if (numbers && isLaw && symbol === null) return OTHER_LAW.test(within) ? undefined : { ...numbers, between, isOpen };
  if (!numbers || symbol === null || suffix === null || !symbolsOf(kind).includes(symbol)) return undefined;
  const before =
    folded
      .slice(Math.max(at.since, at.start - BACK), at.start)
      .split(/[.;:()\n]/)
      .at(-1) ?? "";
  if (rivals(symbol).test(before) || rivals(symbol).test(within)) return undefined;
  return { ...numbers, between, isOpen };
}

/** The words for kinds that have the symbol. */
function rivals(symbol: string): RegExp {
  const known = RIVALS.get(symbol);
  if (known) return known;
  const names = KINDS.filter((kind) => symbolsOf(kind).includes(symbol)).flatMap(({ name, aliases = [] }) => [
    name,
    ...aliases,
  ]);
  const pattern = new RegExp(`(?<![a-z])(?:${anyOf(names.map(fold))})(?![a-z])`);
  RIVALS.set(symbol, pattern);
  return pattern;
}

const RIVALS = new Map<string, RegExp>();
