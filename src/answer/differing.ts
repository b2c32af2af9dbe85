import { findReferences } from "../citation/find.ts";
import type { DirectiveHead } from "../core/directive.ts";
import { agrees, ownReference } from "../core/reference.ts";
import { blanked, fold, wordsOf } from "../core/text.ts";
import { type Amount, findAmounts } from "./amounts.ts";
import { capitalsOf, yearsIn } from "./musts.ts";
import type { ReadQuestion } from "./read-question.ts";
import { haveOneScope } from "./scope.ts";
import type { Evidence } from "./select.ts";

// Share of neighbouring syllables in common, and how many at least; fewer may be chance.
const ALIKE = 0.7;
const FEWEST_PAIRS = 4;
const MOST_DOCUMENTS = 3;

/**
 * The sentence that answers with those of other documents that say the same with another figure or date, one of each,
 * the newest document first; `undefined` where there are none. What is counted, and of whom, must be the same.
 */
export function findDiffering(
  question: ReadQuestion,
  best: Evidence,
  others: readonly Evidence[],
): readonly Evidence[] | undefined {
  if (question.kind !== "number" && question.kind !== "date") return undefined;
  const said = statementsOf(question, best);
  const likeSaid = (other: Evidence) => {
    const words = new Set(wordsOf(other.text));
    const like = said.filter((mine) => mayBeSaid(mine, words));
    return like.length === 0
      ? []
      : statementsOf(question, other).filter((one) => like.some((mine) => saysSame(mine, one)));
  };
  const own = others.filter(({ hit }) => hit.directive.id === best.hit.directive.id).flatMap(likeSaid);
  const alike = others
    .filter((other) => !isOneDocument(best.hit.directive, other.hit.directive) && haveOneScope(best, other))
    .flatMap((other) => {
      const like = likeSaid(other);
      return like.length === 0 ? [] : [{ other, agrees: like.some((one) => own.some((mine) => hasFigure(mine, one))) }];
    });
  const agreeing = new Set(alike.filter((each) => each.agrees).map(({ other }) => other.hit.directive.id));
  const differing = new Map<string, Evidence>();
  for (const { other } of alike) {
    const { id } = other.hit.directive;
    if (!agreeing.has(id) && !differing.has(id)) differing.set(id, other);
  }
  if (differing.size === 0) return undefined;
  return [best, ...[...differing.values()].slice(0, MOST_DOCUMENTS - 1)].toSorted((a, b) =>
    dateOf(b.hit.directive).localeCompare(dateOf(a.hit.directive)),
  );
}

/** A figure with the words from the beginning of its sentence to the end of its clause, all figures masked. */
interface Statement {
  readonly figure: Amount;
  readonly syllables: readonly string[];
  /** Names of whoever issued the document, which it may leave out as well. */
  readonly own: ReadonlySet<string>;
}

const MASK = "#";

/** What a sentence says with the figures that may answer. */
function statementsOf({ kind, text: asked, counted }: ReadQuestion, { text, hit }: Evidence): Statement[] {
  const amounts = findAmounts(text, "vi");
  const known = new Set(findAmounts(asked, "vi").flatMap(({ says }) => says));
  const figures = amounts.filter(
    (amount) =>
      isDate(amount) === (kind === "date") && isFigure(amount, text) && !amount.says.some((said) => known.has(said)),
  );
  const ofCounted = figures.filter(({ end }) => counted && fold(text.slice(end, end + 40)).includes(counted));
  const masked = maskedText(text, amounts, hit.directive);
  const issuer = new Set(wordsOf(hit.directive.issuer ?? ""));
  const own = new Set(capitalsOf(text, false).filter((name) => issuer.has(name)));
  return (ofCounted.length > 0 ? ofCounted : figures).flatMap((figure) => {
    const rest = masked.slice(figure.end);
    const end = figure.end + (CLAUSE_END.exec(rest)?.index ?? rest.length);
    if (!isOfYear(asked, text.slice(0, end), hit.directive.title)) return [];
    return [{ figure, syllables: syllablesOf(masked.slice(0, end)), own }];
  });
}

const CLAUSE_END = /[,;.:](?=\s|$)|\strong đó(?!\p{L})/u;

/** A year that is asked about must be the statement's own, not one that it is compared with. */
function isOfYear(asked: string, statement: string, title: string): boolean {
  const years = yearsIn(asked);
  const said = yearsIn(statement);
  const own = said.length > 0 ? said : yearsIn(title);
  return years.length === 0 || years.some((year) => own.includes(year));
}

/** Of the same length; without what the document calls itself by. */
function maskedText(text: string, amounts: readonly Amount[], directive: DirectiveHead): string {
  const own = ownReference(directive);
  const named = findReferences(text).filter(({ reference }) => own.serial !== "" && agrees(reference, own));
  const unnamed = blanked(
    text,
    named.map(({ span }) => span),
  );
  return amounts
    .filter((amount) => isFigure(amount, text))
    .reduce((rest, { start, end }) => rest.slice(0, start) + "0".repeat(end - start) + rest.slice(end), unnamed);
}

// Words of time and grammar.
const PASSED_OVER = new Set(
  "có là của và được đã đang thì mà cho về theo trong tại ở cả toàn nay tính hiện năm ngày tháng đến hết".split(" "),
);

function syllablesOf(masked: string): string[] {
  return wordsOf(masked)
    .map((word) => (/^0+$/.test(word) ? MASK : word))
    .filter((word) => !PASSED_OVER.has(word));
}

function isDate({ says }: Amount): boolean {
  return says.some((said) => /^(?:day|month|year) /.test(said));
}

/** What is numbered rather than counted belongs to the words: a congress, a term, a quarter. */
function isFigure({ says, start }: Amount, text: string): boolean {
  const isNumbered = says.some((said) => /^(?:roman|quarter) /.test(said)) || NUMBERED.test(text.slice(0, start));
  return !isNumbered && says.some((said) => /^(?:value|day|month|year) /.test(said));
}

const NUMBERED = /(?:thứ|khóa|khoá|kỳ|quý|đợt|số)\s$/iu;

function saysSame(a: Statement, b: Statement): boolean {
  return addsNothing(a, b) && addsNothing(b, a) && areAlike(a.syllables, b.syllables);
}

/** Whether a text of these words can say the same: much sooner told than what it says. */
function mayBeSaid({ syllables, own }: Statement, words: ReadonlySet<string>): boolean {
  return syllables.every((syllable) => /[#0]/.test(syllable) || own.has(syllable) || words.has(syllable));
}

/** A word more may tell of a part: "đảng viên nữ", "không quá". */
function addsNothing(a: Statement, b: Statement): boolean {
  return a.syllables.every((syllable) => syllable === MASK || a.own.has(syllable) || b.syllables.includes(syllable));
}

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const common = [...one].filter((pair) => other.has(pair)).length;
  return common >= FEWEST_PAIRS && (2 * common) / (one.size + other.size) >= ALIKE;
}

function pairsOf(syllables: readonly string[]): Set<string> {
  return new Set(syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`));
}

/** The same amount, or a date that one of them tells less exactly. */
function hasFigure({ figure: a }: Statement, { figure: b }: Statement): boolean {
  return a.says.some((said) => [...b.says, ...b.shows].includes(said)) || b.says.some((said) => a.shows.includes(said));
}

/** A text that is held twice differs in nothing that matters. */
function isOneDocument(a: DirectiveHead, b: DirectiveHead): boolean {
  if (a.id === b.id) return true;
  if (a.number !== null && b.number !== null) return agrees(ownReference(a), ownReference(b));
  return a.title === b.title && a.issuedOn === b.issuedOn;
}

function dateOf({ issuedOn, source }: DirectiveHead): string {
  return issuedOn ?? source?.date ?? "";
}
