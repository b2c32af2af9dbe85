import { printedDate } from "../citation/dates.ts";
import type { Contradiction, Fact } from "../core/cite.ts";
import { concat, type Part, piece } from "./part.ts";
import { evidencePart, type View } from "./places.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_VALUES = 3;
const LENGTHS = { quote: 200, line: 200 };

/** The values of which each is told with its source. */
export function valuesShown({ values }: Contradiction): readonly Fact[] {
  return values.slice(0, MAX_VALUES);
}

/** What the texts of the library state differently, one value under the other. */
export function contradictionPart(contradiction: Contradiction, view: View): Part {
  const { lookup, fields } = view.messages;
  const lines = valuesShown(contradiction).map(({ value, evidence: [first] }) => {
    const printed = contradiction.field === "issuedOn" ? printedDate(value) : value;
    const said = `• ${shorten(oneLine(printed), LENGTHS.quote)}`;
    return first
      ? concat([piece(said), evidencePart(first, view, LENGTHS)], "\n")
      : piece(`${said} — ${lookup.ownHead}`);
  });
  const others = contradiction.values.length - lines.length;
  const more = others > 0 ? lookup.moreValues(others) : "";
  return concat([piece(lookup.contradiction(fields[contradiction.field])), ...lines, piece(more)], "\n");
}
