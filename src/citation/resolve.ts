import type { DirectiveHead } from "../core/directive.ts";
import type { Mention } from "../core/ports.ts";
import { agreesButForDate, type DocumentReference, ownReference } from "../core/reference.ts";
import { sameSeries } from "./terms.ts";

/** A document that the library holds, or only knows by mention, with everything that was said about it. */
export interface KnownDocument {
  /** What is known of it; facts that texts state differently are left open, unless its own head states them. */
  readonly reference: DocumentReference;
  /** Documents of the library with this number: usually one or none. */
  readonly held: readonly DirectiveHead[];
  readonly mentions: readonly Mention[];
}

interface Group {
  reference: DocumentReference;
  readonly dates: Set<string>;
  readonly held: DirectiveHead[];
  readonly mentions: Mention[];
  /** The texts that name it. */
  readonly texts: Set<string>;
}

/**
 * Sorts what was found for a number into documents. The fullest references go first; a partial one joins the one
 * document it fits, preferring documents that the same text names in full. One that fits several joins none of them.
 */
export function resolveDocuments(held: readonly DirectiveHead[], mentions: readonly Mention[]): KnownDocument[] {
  const groups: Group[] = [];
  for (const directive of held) {
    const reference = ownReference(directive);
    const group = groups.find((known) => fits(known, reference));
    if (group) group.held.push(directive);
    else groups.push(groupOf(reference, { held: [directive] }));
  }
  const fullestFirst = [...mentions].sort((a, b) => fullness(b.reference) - fullness(a.reference));
  for (const mention of fullestFirst) {
    const fitting = groups.filter((group) => fits(group, mention.reference) && !isYounger(group, mention));
    const dated = fitting.filter((group) => group.dates.has(mention.reference.issuedOn ?? ""));
    const nearby = fitting.filter((group) => group.texts.has(mention.directiveId));
    const [group, ...others] = [dated, nearby, fitting].find((choice) => choice.length > 0) ?? [];
    if (!group) groups.push(groupOf(mention.reference, { mentions: [mention] }));
    else if (others.length === 0) join(group, mention);
  }
  return groups.map(({ reference, dates, held: own, mentions: named }) => {
    const isOpen = dates.size > 1 && own.every(({ issuedOn }) => issuedOn === null);
    return { reference: isOpen ? { ...reference, issuedOn: null } : reference, held: own, mentions: named };
  });
}

function groupOf(
  reference: DocumentReference,
  { held = [], mentions = [] }: { held?: DirectiveHead[]; mentions?: Mention[] },
): Group {
  const dates = new Set(reference.issuedOn === null ? [] : [reference.issuedOn]);
  return { reference, dates, held, mentions, texts: new Set(mentions.map(({ directiveId }) => directiveId)) };
}

/** Another date of the same series of numbers is a mistake of one of the texts, not another document. */
function fits({ reference, dates }: Group, other: DocumentReference): boolean {
  const { issuedOn } = other;
  const suffix = reference.suffix ?? other.suffix;
  const isState = /^\d+\//.test(reference.number ?? other.number ?? "");
  const isDated = issuedOn === null || dates.size === 0;
  return (
    // A meeting may issue several numbers, so its name alone tells none of them.
    (reference.serial === "") === (other.serial === "") &&
    agreesButForDate(reference, other) &&
    (isDated || [...dates].some((date) => sameSeries(date, issuedOn, { suffix, isState })))
  );
}

/** A text does not name what was issued after it. */
function isYounger({ dates }: Group, { citedOn }: Mention): boolean {
  return citedOn !== null && dates.size > 0 && [...dates].every((date) => date > citedOn);
}

function join(group: Group, mention: Mention): void {
  const { reference } = mention;
  group.mentions.push(mention);
  group.texts.add(mention.directiveId);
  group.reference = merge(group.reference, reference);
  if (reference.issuedOn !== null) group.dates.add(reference.issuedOn);
}

function fullness(reference: DocumentReference): number {
  const { kind, suffix, issuedOn, issuer, title } = reference;
  return [suffix, suffix, issuedOn, kind, issuer, title].filter((fact) => fact !== null).length;
}

function merge(known: DocumentReference, more: DocumentReference): DocumentReference {
  return {
    serial: known.serial,
    kind: known.kind ?? more.kind,
    symbol: known.symbol ?? more.symbol,
    suffix: known.suffix ?? more.suffix,
    number: known.number ?? more.number,
    name: known.name ?? more.name,
    issuedOn: known.issuedOn ?? more.issuedOn,
    issuer: known.issuer ?? more.issuer,
    title: known.title ?? more.title,
    place: known.place ?? more.place,
  };
}
