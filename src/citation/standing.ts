import type { Relation, SeenRelationType, Standing } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";

const ENDS: readonly SeenRelationType[] = ["superseded-by", "repealed-by"];
const ORDERS: readonly SeenRelationType[] = ["replacement-ordered-by"];
// A text that guides a document, or that it has replaced, shows that it came into force.
const APPLIES: readonly SeenRelationType[] = ["guided-by", "implemented-by", "supersedes"];

interface About {
  readonly directive: DirectiveHead | undefined;
  /** ISO date of the document itself. */
  readonly issuedOn: string | null;
  /** ISO date; now, as far as the library reaches, without it. */
  readonly asOf: string | undefined;
}

/** Whether a document is in force as far as the library shows: the strongest doubt counts, and no sign is no proof. */
export function standingOf(relations: readonly Relation[], { directive, issuedOn, asOf }: About): Standing {
  const possible = relations.filter((relation) => {
    const isLate = asOf !== undefined && relation.issuedOn !== null && relation.issuedOn > asOf;
    return !isLate && !isImpossible(relation, issuedOn);
  });
  const find = (types: readonly SeenRelationType[]) => possible.find(({ type }) => types.includes(type));
  // What the file says of its own document is of the day of the file.
  const stated = asOf === undefined ? directive?.status : undefined;

  const end = find(ENDS);
  if (end || stated === "superseded") return { status: "superseded", by: end ?? null, since: end?.issuedOn ?? null };
  const order = find(ORDERS);
  if (order || stated === "replacement-ordered")
    return { status: "replacement-ordered", by: order ?? null, since: order?.issuedOn ?? null };
  const isIssued = asOf === undefined || (issuedOn !== null && issuedOn <= asOf);
  const applied = find(APPLIES);
  if (isIssued && (applied || stated === "in-force"))
    return { status: "in-force", by: applied ?? null, since: issuedOn };
  return { status: "unknown", by: null, since: null };
}

/** A document is not replaced by an older one: one of the dates is wrong, and nothing follows from it. */
function isImpossible({ type, issuedOn: other }: Relation, issuedOn: string | null): boolean {
  return ENDS.includes(type) && other !== null && issuedOn !== null && other < issuedOn;
}
