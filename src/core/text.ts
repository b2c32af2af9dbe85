/**
 * Vietnamese text, in three strengths. `normalise` is what the library stores and quotes; `matchForm` and
 * `fold` are for comparing only. Both keep the length of NFC text, so an offset found in them is an offset
 * of the text itself.
 */

// Word writes a line end inside a paragraph as \v, and a page end as \f.
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Canonical text: NFC, `\n` line ends, plain spaces, no invisible or direction characters. */
export function normalise(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(SPACES, " ").replace(INVISIBLE, "").normalize("NFC");
}

/** Without case, tone and letter marks, `đ` included: `Đảng uỷ` → `dang uy`. Same length as NFC input. */
export function fold(text: string): string {
  return text.normalize("NFC").replace(/[^\x00-\x60\x7b-\x7f]|[A-Z]/g, foldCharacter);
}

/** Lower case with one placement of tone marks: `HOÀ`, `hoà` and `hòa` are one. Same length as NFC input. */
export function matchForm(text: string): string {
  const composed = text.normalize("NFC");
  const small = composed.toLowerCase();
  // The whole at once is many times faster; only "İ" grows by it.
  const lowered =
    small.length === composed.length ? small.replaceAll("ð", "đ") : composed.replace(/[^\x00-\x7f]|[A-Z]/g, lower);
  return lowered.replace(NEW_STYLE_TONE, (pair) => OLD_STYLE[pair] ?? pair);
}

/** A run of letters and digits with its place in the text it was read from. */
export interface Token {
  /** As `matchForm` has it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Syllables and numbers in reading order. Vietnamese writes a space between syllables, so a token is a syllable. */
export function tokenise(text: string): Token[] {
  const form = matchForm(text);
  return Array.from(form.matchAll(wordPattern(form)), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with spaces in place of the spans, so that all else keeps its place. */
export function blanked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}

/** As `tokenise` has them, without their places. */
export function wordsOf(text: string): string[] {
  const form = matchForm(text);
  return form.match(wordPattern(form)) ?? [];
}

/** Runs of letters and digits; classes of the whole of Unicode take three times as long as what Vietnamese needs. */
function wordPattern(text: string): RegExp {
  return LATIN.test(text)
    ? /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]+/g
    : /[\p{L}\p{M}\p{N}]+/gu;
}

const LATIN = /^[\u0000-\u024f\u1ea0-\u1ef9\u2000-\u206f]*$/;

/** Whether any letter carries a Vietnamese mark: text typed without diacritics has none. */
export function hasDiacritics(text: string): boolean {
  return /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]/.test(text.normalize("NFC"));
}

function lower(character: string): string {
  if (character === "\u00d0" || character === "\u00f0") return "đ";
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}

function foldCharacter(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const folded = baseOf(character);
  FOLDED.set(character, folded);
  return folded;
}

// Taking a letter apart costs much more than remembering it; there are at most 65,536 of them.
const FOLDED = new Map<string, string>();

function baseOf(character: string): string {
  if (lower(character) === "đ") return "d";
  const base = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return base.length === character.length ? base : lower(character);
}

// Tone on the second vowel of oa, oe, uy at the end of a syllable ("hoà", "khoẻ", "uỷ") is the newer spelling;
// "quý" has its tone there in both, because its u belongs to qu.
const NEW_STYLE_TONE = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/gu;
const TONED: Readonly<Record<string, string>> = { o: "òóỏõọ", u: "ùúủũụ" };
const OLD_STYLE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["o", "a", "àáảãạ"],
    ["o", "e", "èéẻẽẹ"],
    ["u", "y", "ỳýỷỹỵ"],
  ].flatMap(([first = "", second = "", toned = ""]) =>
    Array.from(toned, (vowel, tone) => [first + vowel, (TONED[first]?.[tone] ?? first) + second]),
  ),
);
