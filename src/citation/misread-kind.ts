import { fold } from "../core/text.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { symbolsOf } from "./numbering.ts";
import { symbols } from "./patterns.ts";
import { isMisreadOf } from "./spelling.ts";

/** The word before `start` with one letter or mark wrong, where it names a kind that has the symbol: "Ouyết định". */
export function misreadKind(
  folded: string,
  { start, since, symbol }: { readonly start: number; readonly since: number; readonly symbol: string | null },
): { readonly kind: Kind; readonly start: number } | undefined {
  const from = Math.max(since, start - LONGEST);
  const before = folded.slice(from, start).trimEnd();
  for (const { kind, name } of kindsWith.get(symbol ?? "") ?? []) {
    const at = before.length - name.length;
    if (at < 0 || /[a-z]/.test(before.charAt(at - 1)) || !isMisreadOf(before.slice(at), name)) continue;
    return { kind, start: from + at };
  }
  return undefined;
}

// Longer than the name of any kind with the spaces behind it.
const LONGEST = 30;

const kindsWith = new Map(
  symbols.map((symbol) => [
    symbol,
    KINDS.filter((kind) => symbolsOf(kind).includes(symbol)).map((kind) => ({ kind, name: fold(kind.name) })),
  ]),
);
