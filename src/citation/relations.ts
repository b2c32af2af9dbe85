import { agrees, type DocumentReference } from "../core/reference.ts";
import type { RelationEnd, RelationType, StatedRelation } from "../core/relation.ts";
import type { FoundReference } from "./find.ts";
import { within } from "./in-order.ts";
import { actorsOf, type Clause } from "./relation-actors.ts";
import { type Item, itemsOf } from "./relation-items.ts";
import { clausesOf, type Reading, readingOf } from "./relation-reading.ts";
import { readStatement, type Statement } from "./relation-statements.ts";
import { findVerbs } from "./relation-verbs.ts";
import { CHANGES, PROPOSING } from "./relation-words.ts";

/**
 * What the text states between documents that it names, in reading order; `own` is the document that the text is.
 * Left out is what it denies, asks, plans or leaves open: a document wrongly shown as replaced costs most.
 */
export function findRelations(
  text: string,
  references: readonly FoundReference[],
  own: DocumentReference | null,
): StatedRelation[] {
  const items = itemsOf(text, references, own);
  if (items.length === 0) return [];
  const reading = readingOf(text, items);
  const verbs = findVerbs(reading);
  return clausesOf(text).flatMap((span) => {
    const clause = { ...span, items: within(items, span), verbs: within(verbs, span) };
    return relationsIn(reading, clause, own).filter(
      ({ type, from }) => !CHANGES.has(type) || !isTitled(text, references, from),
    );
  });
}

/** Whether another document's title names the subject: "Hướng dẫn 33 về thực hiện Quy định 213 thay thế Hướng dẫn 20". */
function isTitled(text: string, references: readonly FoundReference[], { span }: RelationEnd): boolean {
  if (span === null) return false;
  const printed = text.slice(span.start, span.end).replace(/\s+/g, " ");
  return references.some(
    ({ reference, span: other, extent }) =>
      other.end <= span.start && extent.end >= span.end && (reference.title?.includes(printed) ?? false),
  );
}

function relationsIn(reading: Reading, clause: Clause, own: DocumentReference | null): StatedRelation[] {
  if (clause.items.length === 0 || clause.verbs.length === 0) return [];
  if (reading.patterns.asking.test(reading.form.slice(clause.start, clause.end))) return [];
  const actors = actorsOf(reading, clause);
  const statements: Statement[] = [];
  for (const verb of clause.verbs) {
    const statement = readStatement({ reading, clause, actors, own, before: statements }, verb);
    if (statement) statements.push(statement);
  }
  return statements.flatMap(relationsOf);
}

function relationsOf({ types, from, to, evidence }: Statement): StatedRelation[] {
  const relations = new Map<string, StatedRelation>();
  for (const [one, a] of endsOf(from).entries()) {
    for (const [other, b] of endsOf(to).entries()) {
      for (const stated of types) {
        // Guidance on doing what a document says is guidance on it.
        const type = stated === "implements" && a.reference.kind === "Hướng dẫn" ? "guides" : stated;
        if (maySay(type, a, b)) relations.set(`${type} ${one} ${other}`, { type, from: a, to: b, evidence });
      }
    }
  }
  return [...relations.values()];
}

/** A document says nothing of itself; one that reports or proposes changes none, and carries none out. */
function maySay(type: RelationType, { reference: a }: RelationEnd, { reference: b }: RelationEnd): boolean {
  if (agrees(a, b)) return false;
  return a.kind === b.kind || !(PROPOSING.has(a.kind) && (CHANGES.has(type) || a.kind !== "Đề án"));
}

function endsOf(items: readonly Item[]): RelationEnd[] {
  return items.flatMap(({ ends }) => ends);
}
