import { type FoundReference, findReferences } from "../citation/find.ts";
import type { Language } from "../core/answer.ts";
import type { PassageStore, TextField } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import { fold, hasDiacritics, tokenise } from "../core/text.ts";
import { languageOf } from "./language.ts";
import { createRestore } from "./restore.ts";
import { fromTelex } from "./telex.ts";
import { translateTerms } from "./translate.ts";

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
    const keyed = fromTelex(typed);
    const found = referencesIn(keyed);
    const language = languageOf(withoutReferences(keyed, found));
    const kept = found.map(({ span }) => span);
    const meant = language === "vi" ? await restore(keyed, { kept, doubtsMarks: keyed !== typed }) : null;
    const text = meant?.typed ?? keyed;
    // Where a slip was put right, what stands behind it has moved.
    const references = text === keyed ? found : referencesIn(text);
    const named = await Promise.all(
      references.map(async ({ reference, span }) => ({ reference, span, ...(await store.findByNumber(reference)) })),
    );
    // A number that is not known is asked about all the same; a meeting may be no more than part of the question.
    const asked = named.filter(
      ({ reference, held, mentions }) => reference.serial !== "" || held.length + mentions.length > 0,
    );
    const restored = meant === null || meant.text === typed ? null : meant.text;
    const isPlain = !hasDiacritics(withoutReferences(text, references));
    return { text, restored, language, isPlain, named: asked, ...searchesFor(text, { language, restored }) };
  };
}

function referencesIn(text: string): FoundReference[] {
  return distinct(findReferences(text)).slice(0, MOST_REFERENCES);
}

function searchesFor(
  text: string,
  { language, restored }: { readonly language: Language; readonly restored: string | null },
): Pick<Query, "vietnamese" | "lookups" | "meaning"> {
  if (language === "en") {
    const { mixed, terms, coverage } = translateTerms(text);
    const lookedUp = [...new Set(terms.flatMap((term) => searchTerms(term, "words")))];
    // Half translated, a question is understood worse than in one language.
    const meaning = { text: coverage >= MOSTLY ? mixed : text, weight: 1 };
    const lookups = [{ terms: lookedUp, field: "words" as const, weight: ENGLISH_WORDS * coverage ** 2 }];
    return { vietnamese: terms.join(" "), lookups, meaning };
  }
  if (restored === null)
    return {
      vietnamese: text,
      lookups: [{ terms: searchTerms(text, "words"), field: "words", weight: MARKED.words }],
      meaning: { text, weight: MARKED.meaning },
    };
  return {
    vietnamese: restored,
    lookups: [
      { terms: searchTerms(restored, "words"), field: "words", weight: RESTORED.words },
      { terms: searchTerms(text, "folded"), field: "folded", weight: RESTORED.folded },
    ],
    meaning: { text: restored, weight: RESTORED.meaning },
  };
}

/** The question without the numbers and dates of the documents it names, which are looked up by themselves. */
export function withoutReferences(
  text: string,
  references: readonly Pick<FoundReference, "reference" | "span">[],
): string {
  const named = references.reduceRight(
    (rest, { span }) => `${rest.slice(0, span.start)}${" ".repeat(span.end - span.start)}${rest.slice(span.end)}`,
    text,
  );
  return references.some(({ reference }) => reference.issuedOn !== null) ? named.replace(FULL_DATE, " ") : named;
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
  const syllables = tokenise(text).map((token) => (field === "folded" ? fold(token.text) : token.text));
  const pairs = syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`);
  return [...new Set([...syllables, ...pairs])];
}
