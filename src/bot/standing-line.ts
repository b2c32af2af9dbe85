import { printedDate } from "../citation/dates.ts";
import type { Relation, Standing } from "../core/cite.ts";
import type { Messages } from "./messages.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_NUMBER_LENGTH = 120;
const DOUBTS: readonly Standing["status"][] = ["superseded", "replacement-ordered"];

/** Whether a document is in force, in one line. */
export function standingLine({ status, by, since }: Standing, { lookup }: Messages): string {
  const isDoubt = DOUBTS.includes(status);
  const shown = by && `${lookup.relations[by.type]} ${nameOf(by, lookup)}`;
  const date = since === null || since === by?.issuedOn ? "" : `, ${lookup.since} ${printedDate(since)}`;
  const words = isDoubt && shown ? lookup.already(shown) : `${lookup.status[status]}`;
  const ground = shown && !isDoubt ? ` (${shown})` : "";
  return `${isDoubt ? "⚠️ " : ""}${lookup.standing} ${words}${date}${ground}.`;
}

function nameOf({ number, issuedOn }: Relation, lookup: Messages["lookup"]): string {
  const name = shorten(oneLine(number), MAX_NUMBER_LENGTH);
  return issuedOn === null ? name : lookup.dated(name, printedDate(issuedOn));
}
