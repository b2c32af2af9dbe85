import type { ScoredPassage } from "../core/passage.ts";
import { termsOf } from "./compare.ts";
import { ISSUED, missingOf, yearsIn } from "./musts.ts";
import type { ReadQuestion } from "./read-question.ts";

/** What a passage has of a question. */
interface Coverage {
  /** Share of the content, what is known of the document included. */
  readonly covered: number;
  /** Share of the neighbouring syllables that the passage has side by side too. */
  readonly said: number;
  /** Names and years that neither has. */
  readonly missing: readonly string[];
}

// What adds to the log-odds that the library answers at all (docs/decisions/0014). A sentence about the very document that
// is named has half of what was asked for already; a wrong figure or date does more harm than a wrong sentence.
const WEIGHT = {
  none: -5.7,
  covered: 3.9,
  said: 4.3,
  own: 3.2,
  near: 4,
  counted: 1.3,
  english: 0.4,
  subject: 1.2,
  // By hand, on conversations.
  recent: 2.5,
  exact: -0.6,
  absent: -1.5,
};

/**
 * How likely it is that a question is answered here: 0–1. `own` is what the sentence has side by side, `near` the
 * nearness by meaning; `counted` is 1 as well where no figure is asked for.
 */
export function supportOf(
  { coverage, textLanguage, demandsFit, absent }: ReadQuestion,
  { covered, said }: Coverage,
  signs: {
    readonly own: number;
    readonly near: number;
    readonly counted: number;
    readonly subject: number;
    readonly recent: number;
  },
): number {
  // Of an English question only what the glossary knows can be found; the rest is not.
  const known = covered * coverage;
  const english = Number(textLanguage === "en");
  return (
    1 /
    (1 +
      Math.exp(
        -sumOf(WEIGHT, {
          none: 1,
          covered: known,
          said,
          english,
          exact: Number(demandsFit),
          absent,
          ...signs,
          recent: signs.recent * known,
        }),
      ))
  );
}

export function coverageOf(question: ReadQuestion, { passage, directive }: ScoredPassage): Coverage {
  const { title, number, issuer, issuedOn, source } = directive;
  // A report on 2023 is not one on 2024, when it was written.
  const date = ISSUED.has(question.kind) || yearsIn(title).length === 0 ? issuedOn : null;
  const context = [title, number, ...passage.path, issuer, date, source?.title].join(" ");
  const inPassage = termsOf(question, passage.text);
  const inContext = termsOf(question, context);
  return {
    covered: question.shareOf((term) => inPassage.has(term) || inContext.has(term)),
    said: question.saidBesideOf((pair) => inPassage.has(pair)),
    missing: missingOf(question, passage.text, context),
  };
}

/** Each sign as often as its weight says. */
export function sumOf<Sign extends string>(
  weights: Readonly<Record<Sign, number>>,
  signs: Readonly<Record<Sign, number>>,
): number {
  // Object.keys forgets the type of the keys.
  const names = Object.keys(weights) as Sign[];
  return names.reduce((sum, sign) => sum + weights[sign] * signs[sign], 0);
}
