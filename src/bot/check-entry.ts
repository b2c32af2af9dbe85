import type { CheckedCitation, Problem } from "../core/check.ts";
import type { Evidence } from "../core/cite.ts";
import { candidateButtons, nameInList } from "./candidates.ts";
import type { Messages } from "./messages.ts";
import { concat, type Part, piece, stack } from "./part.ts";
import { evidencePart, type View } from "./places.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_PRINTED = 300;
const MAX_PROBLEM = 600;
const MAX_SUGGESTION = 1000;
const MAX_DOCUMENTS = 5;
const EVIDENCE = { quote: 500, line: 250 };

/** The same citation, as often as the draft repeats it. */
export interface Repeated {
  readonly citation: CheckedCitation;
  readonly times: number;
}

/** A citation that is not plainly right: what it says, what the library has, what proves it, how it should read. */
export function entryParts({ citation, times }: Repeated, number: number, view: View): readonly Part[] {
  const { check } = view.messages;
  const { verdict, problems, suggestion } = citation;
  const printed = piece(shorten(oneLine(citation.text), MAX_PRINTED), "bold");
  return stack([
    concat([piece(`${number}.`), printed, piece(times > 1 ? check.times(times) : "")], " "),
    piece(check.verdicts[verdict]),
    ...problems.map((problem) => problemLine(problem, view.messages)),
    ...evidenceOf(citation).map((evidence) => evidencePart(evidence, view, EVIDENCE)),
    piece(verdict === "unknown" ? check.unknown : ""),
    suggestion === null ? piece("") : suggested(suggestion, check),
    ...documents(citation, number, check),
  ]);
}

/** What proves the problems of a citation, each place once. */
export function evidenceOf({ problems }: CheckedCitation): Evidence[] {
  const evidence = problems.flatMap((problem) => problem.evidence.slice(0, 2));
  const placeOf = ({ passageId, span }: Evidence) => `${passageId} ${span.start}-${span.end}`;
  return [...new Map(evidence.map((one) => [placeOf(one), one])).values()];
}

function problemLine(problem: Problem, { check, fields }: Messages): Part {
  const said = check.problem(problem, fields[problem.field]);
  const isRight = problem.expected === null || said.includes(problem.expected);
  return piece(shorten(oneLine(`• ${said}${isRight ? "" : ` (${check.expected} ${problem.expected})`}`), MAX_PROBLEM));
}

function suggested(suggestion: string, check: Messages["check"]): Part {
  return concat([piece(check.suggestion), piece(shorten(oneLine(suggestion), MAX_SUGGESTION), "code")], " ");
}

/** The documents that it may mean, each with a button to its card. */
function documents({ verdict, candidates }: CheckedCitation, number: number, check: Messages["check"]): Part[] {
  if ((verdict !== "ambiguous" && verdict !== "unknown") || candidates.length === 0) return [];
  const shown = candidates.slice(0, MAX_DOCUMENTS);
  const others = candidates.length - shown.length;
  return [
    piece(verdict === "ambiguous" ? check.fitting : check.similar),
    ...shown.map((candidate) => piece(`– ${nameInList(candidate)}`)),
    piece(others > 0 ? check.moreDocuments(others) : ""),
    candidateButtons(shown, () => `[${number}] `),
  ];
}
