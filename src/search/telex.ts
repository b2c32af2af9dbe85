import { matchForm, tokenise } from "../core/text.ts";
import { inCaseOf } from "./case.ts";
import { languageOf } from "./language.ts";
import { isSyllable } from "./syllables.ts";

const TONES: Readonly<Record<string, string>> = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
// In this order: "uow" is both letters.
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/dd/g, "đ"],
  [/u?wow|uwo|uow/g, "ươ"],
  [/aa/g, "â"],
  [/ee/g, "ê"],
  [/oo/g, "ô"],
  [/aw/g, "ă"],
  [/ow/g, "ơ"],
  [/u?w/g, "ư"],
];
// So much of a text must be Vietnamese when it is read so, that no other language is taken for it.
const MOSTLY = 0.85;
const FEWEST = 2;
// Keys of tones alone, at the ends of words, are letters of English words too.
const FEWEST_TONED = 3;
const DOUBLED = /dd|aa|ee|oo|w/;

/** A text typed by the Telex rules without an input method ("ddaangr vieen"), as it was meant; any other stays. */
export function fromTelex(text: string): string {
  // "18-NQ/TW" is typed as it is meant.
  const words = tokenise(text).filter(({ text: word, start }) => /^\p{L}+$/u.test(word) && text[start - 1] !== "/");
  const read = words.map((word) => ({ ...word, isWord: isSyllable(word.text), meant: decoded(word.text) }));
  const keyed = read.filter(({ isWord, meant }) => !isWord && meant !== undefined);
  const vietnamese = read.filter(({ isWord, meant }) => isWord || meant !== undefined).length;
  const fewest = keyed.some(({ text: word }) => DOUBLED.test(word)) ? FEWEST : FEWEST_TONED;
  if (keyed.length < fewest || vietnamese < MOSTLY * words.length || languageOf(text) === "en") return text;
  // In such a text "thoong" is no rare syllable either.
  const typed = read.filter(({ isWord, text: word }) => !isWord || DOUBLED.test(word));
  return typed.reduceRight((rest, { start, end, meant }) => {
    return meant === undefined
      ? rest
      : rest.slice(0, start) + inCaseOf(rest.slice(start, end), meant) + rest.slice(end);
  }, text.normalize("NFC"));
}

function decoded(word: string): string | undefined {
  // "nghieengs" is the longest.
  if (!/^[a-z]{2,10}$/.test(word)) return undefined;
  const [, onset = "", rest = ""] = /^([^aeiouyw]*)(.*)$/.exec(word) ?? [];
  const tone = TONES[(rest.match(/[sfrxj]/g) ?? []).at(-1) ?? ""] ?? "";
  const letters = LETTERS.reduce(
    (form, [keys, letter]) => form.replace(keys, letter),
    onset + rest.replace(/[sfrxj]/g, ""),
  );
  const meant = withTone(letters, tone);
  return meant !== word && isSyllable(meant) ? meant : undefined;
}

/** On the vowel that carries it: the marked one, the last before a consonant, else the second of three or the first. */
function withTone(syllable: string, tone: string): string {
  const [, head = "", vowels = "", coda = ""] =
    /^((?:qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư])*)([aeiouyăâêôơư]+)(.*)$/.exec(syllable) ?? [];
  const marked = Array.from(vowels).findLastIndex((vowel) => /[ăâêôơư]/.test(vowel));
  const at = marked >= 0 ? marked : coda !== "" ? vowels.length - 1 : vowels.length > 2 ? 1 : 0;
  return matchForm(head + vowels.slice(0, at + 1) + tone + vowels.slice(at + 1) + coda);
}
