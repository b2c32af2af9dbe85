import { matchAt } from "./patterns.ts";
import { type PlainTitle, readPlainTitle, type TitleContext } from "./plain-title.ts";

/** A title as it stands in a sentence. */
export interface ReadTitle extends PlainTitle {
  /** Begins as titles do ("về", "một số vấn đề"), unless it stood in quotation marks; white space is single spaces. */
  readonly title: string;
  readonly isQuoted: boolean;
}

/** The title right at `at`: in quotation marks, or as far as the sentence does not go on otherwise. */
export function readTitle(text: string, folded: string, at: number, context: TitleContext): ReadTitle | undefined {
  const quoted = readQuoted(text, at);
  if (quoted) return quoted;
  const plain = readPlainTitle(text, folded, at, context);
  return plain && { ...plain, isQuoted: false };
}

// Quotation marks may stand within others.
const QUOTED =
  /[\s,:]{0,3}(?<about>(?:[Vv]ề|V\/v|v\/v)(?:\s{1,3}việc)?\s{1,3})?(?:“\s{0,3}(?<nested>[^“”"«»]{1,300}“[^“”"«»]{1,150}”[^“”"«»]{0,150})\s{0,3}”|[“"«]\s{0,3}(?<words>[^“”"«»]{5,400}?)\s{0,3}[”"»])/uy;
const ABOUT = /^(?:về|v\/v)\s/iu;

function readQuoted(text: string, at: number): ReadTitle | undefined {
  const match = matchAt(QUOTED, text, at);
  const words = (match?.groups?.["nested"] ?? match?.groups?.["words"] ?? "").trim().replace(/\s+/g, " ");
  const about = match?.groups?.["about"];
  // Without "về" only what is written like a title: a few words from a capital on.
  const isTitle = about !== undefined || ABOUT.test(words) || (/^\p{Lu}/u.test(words) && words.split(" ").length > 3);
  if (!match || !isTitle) return undefined;
  const title = about === undefined ? words : `về ${words}`;
  return { title, end: at + match[0].length, isQuoted: true, goesOn: true };
}
