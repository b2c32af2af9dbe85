import type { CiteCandidate, Evidence } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { Passage } from "../core/passage.ts";
import type { WebParts } from "./parts.ts";

/** Where evidence stands, by the id of its passage. */
export type Sources = ReadonlyMap<string, { readonly passage: Passage; readonly directive: DirectiveHead }>;

/** Reads the passages of all the evidence at once. */
export async function findSources(store: WebParts["store"], evidence: readonly Evidence[]): Promise<Sources> {
  const found = await store.get([...new Set(evidence.map(({ passageId }) => passageId))]);
  return new Map(found.map((source) => [source.passage.id, source]));
}

/** All that shows something about a document. */
export function evidenceOf({ relations, mentions, standing, contradictions }: CiteCandidate): Evidence[] {
  return [
    ...[...relations, ...(standing.by ? [standing.by] : [])].map(({ evidence }) => evidence),
    ...mentions,
    ...contradictions.flatMap(({ values }) => values.flatMap(({ evidence }) => evidence)),
  ];
}
