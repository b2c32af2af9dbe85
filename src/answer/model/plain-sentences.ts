import { sentences } from "../../core/sentences.ts";
import { normalise } from "../../core/text.ts";

const MAX_LENGTH = 600;
const MAX_WORD = 40;

/**
 * The sentences of what a model wrote, without invisible signs, bullets and its own markers. A sentence that could do
 * anything but be read is left out: links, addresses, mentions, commands, tags, HTML, Markdown, other scripts.
 */
export function plainSentences(written: string): string[] {
  // Longer is no sentence, and costly to look through.
  if (written.length > 4 * MAX_LENGTH) return [];
  const text = normalise(written)
    .replace(INVISIBLE, "")
    .replace(/[ \t]+/g, " ")
    .replace(OWN_MARKERS, "");
  return sentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end).replace(/\s+/gu, " ").replace(BULLET, "").trim();
    return isPlain(sentence) ? [sentence] : [];
  });
}

// Letters of Vietnamese and of its neighbours, digits, and the marks of prose; what is not here has no place in an answer.
const PROSE = /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff0-9 .,;:!?…()"“”'‘’«»–—\-/%‰°×²³]*$/;
// Signs without width, direction marks, tags.
const INVISIBLE = /\p{Cf}/gu;
// Our markers are added after the check; a model's own would point nowhere.
const OWN_MARKERS = /\s?\[\s?(?:P\s?)?\d{1,2}(?:\s?[,;]\s?(?:P\s?)?\d{1,2})*\s?\]/gu;
const BULLET = /^(?:[-–—•*]\s+)+/u;
// A slash, a full stop or a colon that does not stand as in prose: paths, commands, domains, addresses, "tel:".
const ACTIVE =
  /(?<![\p{L}\p{N}])\/|\/(?![\p{L}\p{N}])|[\p{L}\p{N}]\.\p{L}{2}|\d+(?:\.\d{1,2}){3}|\p{L}:\S|\b(?:https?|www|mailto|javascript)\b/iu;

function isPlain(sentence: string): boolean {
  return (
    sentence.length <= MAX_LENGTH &&
    /[\p{L}\p{N}]/u.test(sentence) &&
    PROSE.test(sentence) &&
    !ACTIVE.test(sentence) &&
    sentence.split(" ").every((word) => word.length <= MAX_WORD)
  );
}
