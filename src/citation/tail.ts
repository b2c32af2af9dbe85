import { isPartySuffix } from "./issuers.ts";
import type { Letters } from "./numbering.ts";
import { symbols } from "./patterns.ts";

/** Symbol and issuer behind the digits, as printed; `end` is where they end. */
export interface Tail extends Pick<Letters, "symbol" | "suffix" | "assembly" | "isStateOrder"> {
  readonly end: number;
}

/** Reads what a pattern took for symbol and issuer; `undefined` where it is something else ("213 - HD", "10 - CT"). */
export function readTail(
  { groups = {}, indices }: RegExpExecArray,
  { text, isHeaded }: { readonly text: string; readonly isHeaded: boolean },
): Tail | undefined {
  const [start, end] = indices?.groups?.["tail"] ?? [0, 0];
  const printed = (part: string) =>
    groups[part] === undefined ? undefined : text.slice(...(indices?.groups?.[part] ?? [0, 0]));
  const { serials = "", tail = "", link = "" } = groups;
  if (end === 0) return undefined;
  const symbol = printed("symbol");
  const named = printed("suffix");
  const other = printed("joined") ?? printed("body") ?? printed("spaced");
  const assembly = printed("assembly");
  if (named === undefined && other === undefined && assembly === undefined) {
    // Only the symbol, right behind the digits: "02-HD" is a number as the Party writes it, "10-CT" may be anything.
    const isOfficial =
      symbols.some((known) => known === symbol) && (/^0/.test(serials) || !/^(?!NQ|KL)[A-Z]{2}$/.test(symbol ?? ""));
    return /^\S+$/.test(text.slice(start, end)) && (isHeaded || isOfficial)
      ? { symbol, suffix: undefined, assembly, isStateOrder: false, end }
      : undefined;
  }
  const suffix = named === undefined ? other : ownPart(named);
  // Before a known issuer spaces around the slash are noise; before a word they, and tone marks in it, are a sentence.
  const isWord = suffix !== undefined && suffix !== suffix.toUpperCase() && !isPartySuffix(suffix);
  if (isWord && (/\s/.test(link) || /\p{M}/u.test(suffix.normalize("NFD").replace(/[uo]\u031b/giu, ""))))
    return undefined;
  const cut = named === undefined || suffix === undefined ? 0 : named.length - suffix.length;
  return { symbol, suffix, assembly, isStateOrder: /^\s*\//.test(tail) && !link.includes("/"), end: end - cut };
}

/** Of "BNV-BTC" all, of "tw-ve-cong-tac" (an address) the first part. */
function ownPart(printed: string): string {
  const parts = printed.split("-");
  const isBody = (part: string) => part === part.toUpperCase() || /^TTg$/i.test(part);
  const end = parts.findIndex((part, at) => at > 0 && !isBody(part));
  const [first = ""] = parts;
  return isBody(first) ? parts.slice(0, end === -1 ? undefined : end).join("-") : first;
}
