import type { TextField } from "../core/ports.ts";
import type { Variant } from "../core/query.ts";
import { fold } from "../core/text.ts";

/** Puts texts into the question's own words, as far as they have others of the same meaning. */
export interface Rewording {
  /** One of these, a word or two neighbouring ones, stands in every text that has such words. */
  readonly openings: readonly string[];
  /** The text itself where it has none of them. */
  reword(text: string): string;
}

/** For texts as `matchForm` has them, or folded ones; `null` where there is nothing to reword. */
export function rewordingFor(variants: readonly Variant[], field: TextField): Rewording | null {
  const inField = (words: string) => (field === "folded" ? fold(words) : words);
  const asked = new Map(variants.map((variant) => [inField(variant.written), inField(variant.asked)]));
  if (asked.size === 0) return null;
  const written = Array.from(asked.keys()).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "gu");
  return {
    openings: [...new Set(written.map((words) => words.split(" ").slice(0, 2).join(" ")))],
    reword(text) {
      // Looking for words costs much less than matching a pattern, and most texts have none of them.
      if (!written.some((words) => text.includes(words))) return text;
      return text.replace(pattern, (words) => asked.get(words) ?? words);
    },
  };
}
