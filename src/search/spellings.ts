import { fold, matchForm } from "../core/text.ts";

// A vowel written without marks stands for these; each may carry one of five tones or none.
const VOWELS: Readonly<Record<string, string>> = { a: "aăâ", e: "eê", i: "i", o: "oôơ", u: "uư", y: "y" };
const TONES = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const SYLLABLE = /^([bcdghklmnpqrstvx]{0,3})([aeiouy]{1,3})([chgmnpt]{0,2})$/;

const known = new Map<string, readonly string[]>();

/**
 * Every way to put marks on a syllable typed without them, itself included, in `matchForm`; most are no words. What
 * cannot be a Vietnamese syllable is its own only spelling.
 */
export function spellingsOf(syllable: string): readonly string[] {
  const folded = fold(syllable);
  const made = known.get(folded) ?? spell(folded);
  known.set(folded, made);
  return made;
}

function spell(folded: string): readonly string[] {
  const [, onset, nucleus, coda] = SYLLABLE.exec(folded) ?? [];
  if (onset === undefined || nucleus === undefined || coda === undefined) return [folded];
  const onsets = onset === "d" ? ["d", "đ"] : [onset];
  const bases = Array.from(nucleus).reduce<string[]>(
    (begun, vowel) => begun.flatMap((start) => Array.from(VOWELS[vowel] ?? vowel, (letter) => start + letter)),
    [""],
  );
  const toned = bases.flatMap((base) => [
    base,
    ...Array.from(base).flatMap((_, at) => TONES.map((tone) => base.slice(0, at + 1) + tone + base.slice(at + 1))),
  ]);
  const forms = onsets.flatMap((start) => toned.map((vowels) => matchForm(`${start}${vowels}${coda}`)));
  return [...new Set(forms)];
}
