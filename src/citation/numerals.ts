const ORDINALS: Readonly<Record<string, number>> = {
  nhat: 1,
  "thu nhat": 1,
  mot: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const TENS = ["", "X", "XX", "XXX"];
const UNIT = "nhat|mot|hai|nhi|ba|tu|bon|nam|lam|sau|bay|tam|chin";

/** Digits and Roman numerals in a folded text. */
export const NUMERAL = "(?:\\d{1,2}|[ivx]{1,6})(?![a-z0-9])";

/** Ordinals up to 39 in a folded text: digits, Roman numerals, or words ("tư", "mười một"). */
export const ORDINAL = `(?:\\d{1,2}|[ivx]{1,6}|(?:(?:hai|ba)\\s{1,3})?muoi(?:\\s{1,3}(?:${UNIT}))?|${UNIT})(?![a-z0-9])`;

/** The value of an ordinal, or `undefined` where it has none. */
export function ordinalOf(folded: string): number | undefined {
  const value = /^\d/.test(folded) ? Number(folded) : (wordValue(folded) ?? romanValue(folded));
  return value !== undefined && value > 0 && value < 40 ? value : undefined;
}

/** `13` → `XIII`. */
export function roman(value: number): string {
  return `${TENS[Math.floor(value / 10)] ?? ""}${ROMAN[value % 10] ?? ""}`;
}

function romanValue(folded: string): number | undefined {
  const written = folded.toUpperCase();
  for (let value = 1; value < 40; value += 1) if (roman(value) === written) return value;
  return undefined;
}

function wordValue(folded: string): number | undefined {
  const words = folded.split(/\s+/);
  const at = words.indexOf("muoi");
  if (at === -1) return words.length === 1 ? ORDINALS[folded] : undefined;
  const [tens, unit] = [words.slice(0, at), words.slice(at + 1)].map((side) =>
    side[0] ? ORDINALS[side[0]] : undefined,
  );
  return (tens ?? 1) * 10 + (unit ?? 0);
}
