import { matchForm, wordsOf } from "../../core/text.ts";

const VIETNAMESE = /^(?:không|chưa|chẳng|đừng|cấm)$/;
// "không chỉ … mà còn" affirms, "không ngừng" says always.
const NO_NEGATION = /(?<!\p{L})không (?:chỉ|những|ngừng|ngại|gian)(?!\p{L})/gu;
// They turn what is said into its opposite without being negations.
const TURNING = /^(?:miễn|trừ|thôi|ngừng|dừng|hoãn|bãi|hủy|khỏi|mất|hết)$/;
const AUXILIARY = /^(?:được|phải|có|thể|là|hề|để|cho|bị)$/;
const ENGLISH =
  /\b(?:not|no|never|nor|neither|without|cannot|none|prohibited|forbidden|banned|except|exempt(?:ed)?|unless|lack(?:s|ed)?|failed)\b|n't\b/i;

/** Whether the sentence affirms what its quotes deny, or denies what they affirm. */
export function contradicts(sentence: string, quotes: readonly string[]): boolean {
  const denied = quotes.flatMap(deniedIn);
  if (ENGLISH.test(sentence)) return denied.length === 0;
  const own = deniedIn(sentence);
  const said = new Set(quotes.flatMap(words));
  if (words(sentence).some((word) => TURNING.test(word) && !said.has(word))) return true;
  const form = ` ${words(sentence).join(" ")} `;
  // A word that the quotes deny everywhere must be denied, and the other way round.
  const affirms = denied.some(
    (words) => form.includes(` ${words} `) && !own.includes(words) && !affirmedIn(quotes).includes(` ${words} `),
  );
  return affirms || own.some((words) => !denied.includes(words));
}

/** The two syllables after each negation, what only helps the verb left out. */
function deniedIn(text: string): string[] {
  const tokens = words(text);
  return tokens.flatMap((token, at) => {
    if (!VIETNAMESE.test(token)) return [];
    const after = tokens.slice(at + 1).findIndex((next) => !AUXILIARY.test(next) && !VIETNAMESE.test(next));
    const denied = after < 0 ? [] : tokens.slice(at + 1 + after, at + 3 + after);
    return [denied.join(" ")];
  });
}

function affirmedIn(quotes: readonly string[]): string {
  const parts = quotes.map((quote) => {
    const tokens = words(quote);
    return tokens
      .map((token, at) => (tokens.slice(Math.max(0, at - 4), at).some((word) => VIETNAMESE.test(word)) ? "|" : token))
      .join(" ");
  });
  return ` ${parts.join(" | ")} `;
}

function words(text: string): string[] {
  return wordsOf(matchForm(text).replace(NO_NEGATION, " "));
}
