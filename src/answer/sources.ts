import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage } from "../core/passage.ts";

/** Passages that are looked for: enough to hold all that are about a document that is named. */
export const RETRIEVED = 60;

/** Passages that a composer reads: the best of what was found. */
export const READ = 12;

/**
 * Where an answer may come from, to be tried in order. Where documents are named: their own text if it is held, the
 * passages that name them, the documents that these are of; else all that was found.
 */
export function sourcesFor(known: readonly KnownDocument[], hits: readonly ScoredPassage[]): ScoredPassage[][] {
  if (known.length === 0) return [hits.slice(0, READ)];
  const held = new Set(known.flatMap((document) => document.held.map((directive) => directive.id)));
  const named = new Set(known.flatMap((document) => document.mentions.map((mention) => mention.passageId)));
  const own = hits.filter((hit) => held.has(hit.directive.id));
  const naming = hits.filter((hit) => !held.has(hit.directive.id) && named.has(hit.passage.id));
  const around = hits.filter((hit) => naming.some((other) => other.directive.id === hit.directive.id));
  return [own, naming, around].filter((source) => source.length > 0).map((source) => source.slice(0, READ));
}
