import type { Span } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import type { Variant } from "../core/query.ts";
import { tokenise } from "../core/text.ts";
import { findAbbreviations, findFullForms, readsAsSyllable, spaced } from "./in-full.ts";
import { findNumbers, formsOf } from "./number-forms.ts";
import { SENSES, SYNONYMS } from "./synonyms.ts";

type Wordings = ReadonlyMap<string, readonly string[]>;
const wordings = (list: typeof SYNONYMS): Wordings => new Map(list.map(([asked, ...written]) => [asked, written]));
const OF_PEOPLE = wordings(SYNONYMS);
/** The other senses of a translated English word. */
export const OF_ENGLISH = wordings(SENSES);
// Of what is listed as one wording.
const MOST_SYLLABLES = 4;
// More of them in one question are a list.
const MOST_NUMBERS = 6;

/**
 * What texts may write in place of the words of a question, in which abbreviations are written out as far as they can be:
 * short for full forms, digits for words, and the reverse. Numbers, and what is in most documents' numbers, only together
 * with a neighbour beside which the library has them.
 */
export async function variantsOf(text: string, store: Pick<PassageStore, "frequencies">): Promise<Variant[]> {
  const full = findFullForms(text).map(({ start, end, abbreviation }) => {
    const short = abbreviation.short.map(spaced).filter((written) => !readsAsSyllable(written));
    return { start, end, short, isCommon: abbreviation.isCommon ?? false };
  });
  const shortened = full
    .filter(({ isCommon }) => !isCommon)
    .flatMap(({ short, ...span }) => short.map((written) => ({ written, asked: wordsAt(text, span) })));
  const meant = findAbbreviations(text)
    .filter(({ meanings }) => meanings.length > 1)
    .flatMap(({ meanings, ...span }) => meanings.map((written) => ({ written, asked: wordsAt(text, span) })));
  const common = full
    .filter(({ isCommon }) => isCommon)
    .map(({ start, end, short }) => ({ start, end, formsIn: () => short }));
  const numbers = findNumbers(text)
    .slice(0, MOST_NUMBERS)
    .map(({ start, end, value }) => ({
      start,
      end,
      formsIn: (before: string, after: string) => formsOf(value, before, after),
    }));
  return [
    ...shortened,
    ...meant,
    ...otherWords(text, OF_PEOPLE),
    ...(await besideNeighbours(text, [...common, ...numbers], store)),
  ];
}

/** What texts write for the words of a question, by a list of such words; nothing that it says itself. */
export function otherWords(text: string, listed: Wordings): Variant[] {
  const words = tokenise(text).map((token) => token.text);
  const said = ` ${words.join(" ")} `;
  const found: Variant[] = [];
  for (let at = 0; at < words.length; ) {
    const runs = Array.from({ length: MOST_SYLLABLES }, (_, shorter) =>
      words.slice(at, at + MOST_SYLLABLES - shorter).join(" "),
    );
    const asked = runs.find((run) => listed.has(run));
    const written = listed.get(asked ?? "") ?? [];
    if (asked !== undefined)
      found.push(
        ...written.filter((other) => !said.includes(` ${other} `)).map((other) => ({ written: other, asked })),
      );
    at += asked?.split(" ").length ?? 1;
  }
  return found;
}

interface Doubtful extends Span {
  formsIn(before: string, after: string): readonly string[];
}

/** Of the other forms of what is doubtful those, with a neighbour, that the library has. */
async function besideNeighbours(
  text: string,
  doubtful: readonly Doubtful[],
  store: Pick<PassageStore, "frequencies">,
): Promise<Variant[]> {
  if (doubtful.length === 0) return [];
  const tokens = tokenise(text);
  const pairs = doubtful.flatMap(({ start, end, formsIn }) => {
    const asked = wordsAt(text, { start, end });
    const last = tokens.findLast((token) => token.end <= start);
    const next = tokens.find((token) => token.start >= end);
    const before = last && JOIN.test(text.slice(last.end, start)) ? last.text : "";
    const after = next && JOIN.test(text.slice(end, next.start)) ? next.text : "";
    return formsIn(before, after)
      .filter((form) => form !== asked)
      .flatMap((form) => {
        const words = form.split(" ");
        return [
          { pair: [before, words[0]], written: [before, form], asked: [before, asked] },
          { pair: [words.at(-1), after], written: [form, after], asked: [asked, after] },
        ];
      })
      .filter(({ written }) => !written.includes(""));
  });
  const seen = await store.frequencies([...new Set(pairs.map(({ pair }) => pair.join(" ")))], "words");
  return pairs
    .filter(({ pair }) => seen.has(pair.join(" ")))
    .map(({ written, asked }) => ({ written: written.join(" "), asked: asked.join(" ") }));
}

function wordsAt(text: string, { start, end }: Span): string {
  return spaced(text.slice(start, end));
}

// "chi bộ “bốn tốt”" is one run of words, "khóa XIII, 5 người" is not.
const JOIN = /^[\s"“”'‘’]*$/;
