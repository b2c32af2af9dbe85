import { type Amount, findAmounts } from "../amounts.ts";
import { formOf, hasTerm } from "../compare.ts";
import { contentTerms } from "../question.ts";

const COUNTED = 4;

/**
 * Whether a number of a Vietnamese sentence counts what it does not count in the quotes: "49 đảng viên mới" over
 * "9.818 đảng viên mới, trong đó có 49 đảng viên gốc giáo".
 */
export function misplacesFigure(sentence: string, quotes: readonly string[]): boolean {
  const amounts = findAmounts(sentence, "vi");
  return amounts.some((amount, at) => {
    const value = amount.says.find((said) => said.startsWith("value "));
    const counted = countedAfter(sentence.slice(amount.end, amounts[at + 1]?.start));
    if (value === undefined || counted.length === 0 || isDated(amount)) return false;
    const places = quotes.flatMap((quote) => surroundings(quote, value));
    return places.length > 0 && !places.some((form) => counted.every((syllable) => hasTerm(form, syllable)));
  });
}

function isDated({ says }: Amount): boolean {
  return says.some((said) => said.startsWith("year "));
}

/** The first syllables that mean something, up to a mark or a word that does not. */
function countedAfter(text: string): string[] {
  const [phrase = ""] = /^[\p{L}\p{M} ]*/u.exec(text) ?? [];
  const words = phrase.trim().split(/ +/).filter(Boolean);
  const content = new Set(contentTerms(phrase, false));
  const end = words.findIndex((word) => !content.has(word.toLowerCase()));
  return words.slice(0, Math.min(COUNTED, end < 0 ? words.length : end)).map((word) => word.toLowerCase());
}

/** What stands with each place that gives this value: the words that it counts, else those around it. */
function surroundings(quote: string, value: string): string[] {
  const amounts = findAmounts(quote, "vi");
  return amounts.flatMap(({ says, shows, end }, at) => {
    if (![...says, ...shows].includes(value)) return [];
    const after = quote.slice(end, amounts[at + 1]?.start);
    const around = quote.slice(amounts[at - 1]?.end ?? 0, amounts[at + 1]?.start);
    const counted = /^[\p{L}\p{M} ]*/u.exec(after)?.[0] ?? "";
    return [formOf({ plain: false }, countedAfter(after).length > 0 ? counted : around)];
  });
}
