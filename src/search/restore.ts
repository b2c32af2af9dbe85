import type { Span } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { type Token, tokenise } from "../core/text.ts";
import { COMMON_PAIRS, COMMON_WORDS } from "./common-phrases.ts";
import { spellingsOf } from "./spellings.ts";

// Longer than any question; what follows stays as typed.
const MOST_SYLLABLES = 100;
// Enough of the spellings that a library has of one syllable; rarer ones change nothing.
const MOST_SPELLINGS = 8;
// How much the neighbour tells beside the frequency of the spelling itself.
const NEIGHBOUR = 0.995;
// How often a common phrase goes on as it does, where the library does not have it.
const COMMON = 0.5;

/**
 * Puts diacritics on a text by the language of the library: the likeliest sequence of spellings by how often they, and
 * pairs of neighbours, stand in it (Viterbi over a bigram model; counts are of passages). The result is as long as the
 * text; `kept` stays as typed.
 */
export function createRestore(
  store: Pick<PassageStore, "frequencies">,
): (text: string, kept?: readonly Span[]) => Promise<string> {
  return async (text, kept = []) => {
    const tokens = tokenise(text)
      .filter(({ start }) => !kept.some((span) => span.start <= start && start < span.end))
      .slice(0, MOST_SYLLABLES);
    const spelled = tokens.map((token) => spellingsOf(token.text));
    const counts = await store.frequencies([...new Set(spelled.flat())], "words");
    const choices = spelled.map((spellings, at) => {
      const seen = spellings
        .map((spelling) => ({ spelling, count: counts.get(spelling) ?? Number(COMMON_WORDS.has(spelling)) }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count)
        .slice(0, MOST_SPELLINGS);
      return seen.length > 0 ? seen : [{ spelling: tokens[at]?.text ?? "", count: 1 }];
    });
    const pairs = choices
      .slice(1)
      .flatMap((next, at) =>
        (choices[at] ?? []).flatMap((before) => next.map((after) => `${before.spelling} ${after.spelling}`)),
      );
    const together = await store.frequencies([...new Set(pairs)], "words");
    return respell(text, tokens, likeliest(choices, together));
  };
}

interface Choice {
  readonly spelling: string;
  readonly count: number;
}

function likeliest(choices: readonly (readonly Choice[])[], together: ReadonlyMap<string, number>): string[] {
  let paths: { readonly spellings: readonly string[]; readonly last: Choice | null; readonly cost: number }[] = [
    { spellings: [], last: null, cost: 0 },
  ];
  for (const choice of choices) {
    const all = choice.reduce((sum, { count }) => sum + count, 0);
    paths = choice.map((next) => {
      const costs = paths.map(({ spellings, last, cost }) => {
        const own = next.count / all;
        const both = last ? `${last.spelling} ${next.spelling}` : "";
        const pair = last ? Math.max((together.get(both) ?? 0) / last.count, COMMON_PAIRS.has(both) ? COMMON : 0) : 0;
        const weight = last ? NEIGHBOUR : 0;
        return {
          spellings: [...spellings, next.spelling],
          last: next,
          cost: cost - Math.log(weight * pair + (1 - weight) * own),
        };
      });
      return costs.reduce((best, other) => (other.cost < best.cost ? other : best));
    });
  }
  const best = paths.reduce((some, other) => (other.cost < some.cost ? other : some));
  return [...best.spellings];
}

/** The text with its syllables spelled anew, capitals kept. */
function respell(text: string, tokens: readonly Token[], spellings: readonly string[]): string {
  return tokens.reduceRight((rest, { start, end }, at) => {
    const typed = text.slice(start, end);
    const spelling = spellings[at] ?? typed;
    const [first = ""] = typed;
    const isCapital = first !== first.toLowerCase();
    const written =
      typed === typed.toUpperCase() && typed.length > 1
        ? spelling.toUpperCase()
        : isCapital
          ? spelling.charAt(0).toUpperCase() + spelling.slice(1)
          : spelling;
    return rest.slice(0, start) + written + rest.slice(end);
  }, text);
}
