import { findReferences } from "../citation/find.ts";
import { findReplacements } from "../citation/relations.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { agrees } from "../core/reference.ts";
import { sentences } from "../core/sentences.ts";
import { bulletOf } from "./quote.ts";
import { type VerifiedQuote, verifyQuote } from "./verify.ts";

/** What the library shows against a document's being in force, with the sentence that shows it. */
export interface Doubt {
  readonly kind: "superseded" | "replacement-ordered";
  /** The document that replaces, or orders it, as printed in the evidence. */
  readonly by: string;
  readonly evidence: VerifiedQuote;
}

/** The strongest doubt about a document among the passages of it and about it; `undefined` when none says anything. */
export async function findDoubt(document: KnownDocument, store: PassageStore): Promise<Doubt | undefined> {
  const held = await Promise.all(document.held.map(({ id }) => store.passagesOf(id)));
  const ids = new Set([
    ...held.flat().map((passage) => passage.id),
    ...document.mentions.map((mention) => mention.passageId),
  ]);
  const passages = (await store.get([...ids])).map((found): ScoredPassage => ({ ...found, score: 0, near: [] }));
  const doubts = passages.flatMap((hit) => doubtsIn(hit, document));
  return doubts.find((doubt) => doubt.kind === "superseded") ?? doubts[0];
}

function doubtsIn(hit: ScoredPassage, { reference }: KnownDocument): Doubt[] {
  const { text } = hit.passage;
  // Most passages speak of no replacement, and reading the documents that they name takes longer than seeing that.
  if (!text.includes("thay")) return [];
  return findReplacements(text, findReferences(text)).flatMap(({ type, successor, replaced, evidence }): Doubt[] => {
    if (!agrees(replaced.reference, reference)) return [];
    const around = sentences(text).find((span) => span.start <= evidence.start && evidence.end <= span.end) ?? evidence;
    const wanted = around.end - around.start > 400 ? evidence : around;
    const closed = text.charAt(wanted.end) === ")" ? wanted.end + 1 : wanted.end;
    const quote = verifyQuote(text.slice(wanted.start + bulletOf(text.slice(wanted.start, closed)), closed), [hit]);
    const by = text.slice(successor.span.start, successor.span.end);
    return quote ? [{ kind: type === "replaces" ? "superseded" : "replacement-ordered", by, evidence: quote }] : [];
  });
}
