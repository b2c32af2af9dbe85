import { type FoundReference, findReferences } from "../citation/find.ts";
import type { Span } from "../core/passage.ts";
import type { PassageStore, TextField } from "../core/ports.ts";
import type { Lookup, NamedDocument, Query } from "../core/query.ts";
import { blanked, fold, hasDiacritics, wordsOf } from "../core/text.ts";
import { findBareNumbers, isBareNumber } from "./bare-numbers.ts";
import { withoutFrames, withoutSource } from "./frames.ts";
import { findAbbreviations, inFull } from "./in-full.ts";
import { languageOf } from "./language.ts";
import { createRestore } from "./restore.ts";
import { fromShorthand } from "./shorthand.ts";
import { fromTelex } from "./telex.ts";
import { translateTerms } from "./translate.ts";
import { OF_ENGLISH, otherWords, variantsOf } from "./variants.ts";

const MOSTLY = 0.5;
// More documents in one question are no question; each costs look-ups.
const MOST_REFERENCES = 8;
const ENGLISH_WORDS = 0.8;
// How the rankings count together (docs/decisions/0013); restored marks may be wrong, so the bare words count beside them.
const MARKED = { words: 0.4, meaning: 0.6 };
const RESTORED = { words: 0.3, folded: 0.15, meaning: 0.55 };

/** Reads questions: which documents they name, in which language they are, what to look up, and what was meant. */
export function createQueryReader(
  store: Pick<PassageStore, "findByNumber" | "frequencies">,
): (text: string) => Promise<Query> {
  const restore = createRestore(store);
  return async (typed) => {
    const meantKeys = fromTelex(typed);
    const keyed = fromShorthand(meantKeys);
    const found = referencesIn(keyed);
    const language = languageOf(withoutReferences(keyed, found));
    const numbers = spansOf(found);
    const kept = [...numbers, ...findAbbreviations(keyed, numbers)];
    const meant = language === "vi" ? await restore(keyed, { kept, doubtsMarks: meantKeys !== typed }) : null;
    const text = meant?.typed ?? keyed;
    // Where a slip was put right, what stands behind it has moved.
    const references = text === keyed ? found : referencesIn(text);
    const named = await Promise.all(
      references.map(async ({ reference, span }) => ({ reference, span, ...(await store.findByNumber(reference)) })),
    );
    // A number that is not known is asked about all the same; a meeting may be no more than part of the question.
    const isKnown = ({ held, mentions }: NamedDocument) => held.length + mentions.length > 0;
    const areCalled = named.some((document) => isBareNumber(document, text) && isKnown(document));
    const asked = named.filter(
      (document) =>
        isKnown(document) || (document.reference.serial !== "" && (areCalled || !isBareNumber(document, text))),
    );
    const restored = meant === null || meant.text === typed ? null : meant.text;
    const bare = withoutReferences(text, references);
    // "TCCSĐ duoc danh gia the nao" is typed without diacritics.
    const isPlain = !hasDiacritics(blanked(bare, findAbbreviations(bare)));
    const searches =
      language === "en"
        ? await englishSearches(text, store)
        : await vietnameseSearches(text, { restored, references, store });
    return { text, restored, language, isPlain, named: asked, ...searches };
  };
}

function referencesIn(text: string): FoundReference[] {
  const found = findReferences(text);
  const all = [...found, ...findBareNumbers(text, found)].sort((a, b) => a.span.start - b.span.start);
  return distinct(all).slice(0, MOST_REFERENCES);
}

type Searches = Pick<Query, "vietnamese" | "lookups" | "meaning" | "variants">;

async function englishSearches(text: string, store: Pick<PassageStore, "frequencies">): Promise<Searches> {
  const { mixed, terms, coverage } = translateTerms(text);
  const meant = terms.join(" | ");
  const variants = [...(await variantsOf(meant, store)), ...otherWords(meant, OF_ENGLISH)];
  const written = variants.map((variant) => variant.written);
  const lookedUp = [...new Set([...terms.flatMap((term) => searchTerms(term, "words")), ...written])];
  // Half translated, a question is understood worse than in one language.
  const meaning = { text: tidy(coverage >= MOSTLY ? mixed : text), weight: 1 };
  const lookups = [{ terms: lookedUp, field: "words" as const, weight: ENGLISH_WORDS * coverage ** 2 }];
  return { vietnamese: terms.join(" "), lookups, meaning, variants };
}

/** What is written otherwise in texts is looked up beside what was typed, never in its place. */
async function vietnameseSearches(
  text: string,
  {
    restored,
    references,
    store,
  }: {
    readonly restored: string | null;
    readonly references: readonly FoundReference[];
    readonly store: Pick<PassageStore, "frequencies">;
  },
): Promise<Searches> {
  const meant = withoutFrames(restored ?? text);
  const numbered = references.filter(({ reference }) => reference.serial !== "");
  const abbreviations = findAbbreviations(meant, spansOf(references));
  const full = inFull(meant, abbreviations);
  const variants = await variantsOf(inFull(blanked(meant, spansOf(numbered)), abbreviations), store);
  const written = variants.map((variant) => variant.written);
  const lookup = (typed: string, field: TextField, weight: number): Lookup => {
    const others = field === "folded" ? written.map(fold) : written;
    return {
      terms: [...new Set([...searchTerms(typed, field), ...searchTerms(full, field), ...others])],
      field,
      weight,
    };
  };
  const lookups =
    restored === null
      ? [lookup(meant, "words", MARKED.words)]
      : [lookup(meant, "words", RESTORED.words), lookup(withoutFrames(text), "folded", RESTORED.folded)];
  const weight = restored === null ? MARKED.meaning : RESTORED.meaning;
  const meaning = { text: withoutSource(tidy(full)), weight };
  return { vietnamese: full, lookups, meaning, variants };
}

/** The question without the numbers and dates of the documents it names, which are looked up by themselves. */
export function withoutReferences(
  text: string,
  references: readonly Pick<FoundReference, "reference" | "span">[],
): string {
  const rest = blanked(text, spansOf(references));
  return references.some(({ reference }) => reference.issuedOn !== null) ? rest.replace(FULL_DATE, " ") : rest;
}

function spansOf(references: readonly Pick<FoundReference, "span">[]): Span[] {
  return references.map(({ span }) => span);
}

/** With single spaces. */
export function tidy(text: string): string {
  return text.replace(/ +/g, " ").trim();
}

const FULL_DATE = /(?:,?\s*ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/giu;

/** Each document once, however often it is named. */
function distinct(references: readonly FoundReference[]): FoundReference[] {
  const byName = new Map<string, FoundReference>();
  for (const found of references) {
    const { kind, serial, suffix, issuedOn, name } = found.reference;
    const key = [kind, serial, suffix, issuedOn, name].join(" ");
    if (!byName.has(key)) byName.set(key, found);
  }
  return [...byName.values()];
}

/** Vietnamese words are mostly of two syllables, so pairs of neighbours are terms of their own. */
function searchTerms(text: string, field: TextField): string[] {
  const syllables = wordsOf(text).map((word) => (field === "folded" ? fold(word) : word));
  const pairs = syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`);
  // Without its marks one syllable is several words.
  const single = field === "folded" && pairs.length > 0 ? [] : syllables;
  return [...new Set([...single, ...pairs])];
}
