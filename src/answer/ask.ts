import type { KnownDocument } from "../citation/resolve.ts";
import type { Ask, Timings } from "../core/answer.ts";
import type { LibrarySize, PassageStore, Retriever } from "../core/ports.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { ownReference } from "../core/reference.ts";
import { normalise } from "../core/text.ts";
import { readQuery } from "../search/query.ts";
import { extract } from "./extract.ts";
import type { Draft, Generate } from "./generate.ts";
import { PHRASES } from "./phrases.ts";
import { readQuestion } from "./read-question.ts";
import { choicesOf, findSubjects, type Subject } from "./subjects.ts";
import { findDoubt } from "./validity.ts";
import { toCitations } from "./verify.ts";

// Enough to hold all passages about a document that is named; the composer reads the best of them.
const RETRIEVED = 60;
const READ = 12;

/** Question in, answer out: find the documents named, retrieve, compose, keep only what stands in the text. */
export function createAsk(parts: {
  readonly store: PassageStore;
  readonly retriever: Retriever;
  readonly generate: Generate | null;
  /** Share of the question's content that the evidence must have: 0–1. */
  readonly minSupport: number;
  readonly now: () => number;
}): Ask {
  const { store, retriever, generate, minSupport, now } = parts;
  return async (typed, options = {}) => {
    const started = now();
    const text = normalise(typed).trim();
    const query = readQuery(text);
    const language = options.language ?? query.language;
    const phrases = PHRASES[language];
    const common = (timings: Partial<Timings> = {}) => ({
      language,
      understoodAs: null,
      timings: { embedMs: 0, searchMs: 0, composeMs: 0, ...timings, totalMs: now() - started },
    });
    if (text === "") return { kind: "no-evidence", reason: "empty-question", text: phrases.emptyQuestion, nearest: [], ...common() };

    const size = await store.size();
    if (size.documents === 0) return { kind: "no-evidence", reason: "empty-library", text: phrases.emptyLibrary, nearest: [], ...common() };

    const subjects = await findSubjects(query.references, store);
    const open = subjects.find((subject) => subject.known.length > 1);
    if (open) {
      const [first, second, ...others] = choicesOf(text, open);
      const asked = text.slice(open.asked.span.start, open.asked.span.end);
      if (first && second) {
        const choices = [first, second, ...others] as const;
        return { kind: "which", text: phrases.which(choices.length, asked), choices, ...common() };
      }
    }
    const known = subjects.flatMap((subject) => subject.known);
    if (subjects.length > 0 && known.length === 0) {
      return { kind: "no-evidence", reason: "unknown-document", text: unknown(text, subjects, size, language), nearest: [], ...common() };
    }

    const { hits, embedMs, searchMs } = await retriever.retrieve(text, RETRIEVED, options.signal);
    const about = hitsAbout(known, hits).slice(0, READ);
    const composeStarted = now();
    const subject = known[0];
    const question = { ...(await readQuestion(text, store)), language };
    const generated = generate ? await generate(text, about, { language, signal: options.signal }) : undefined;
    const draft = generated && "citations" in generated ? generated : extract(question, about, { subject, minSupport });
    const timings = () => common({ embedMs, searchMs, composeMs: now() - composeStarted });
    if ("shortfall" in draft) {
      const missing = draft.missing.length > 0 ? ` ${phrases.missing(draft.missing.join(", "))}` : "";
      const refusal = phrases.noPassage(size.documents, years(size)) + missing;
      return { kind: "no-evidence", reason: draft.shortfall, text: refusal, nearest: nearest(hits), ...timings() };
    }
    const failure = generated && "failure" in generated ? generated.failure : null;
    const answer = await withDoubt(draft, subject, { store, language });
    const body = failure ? `${answer.text}\n${phrases.fallback[failure]}` : answer.text;
    const composer = generated && !failure ? "llm" : "extractive";
    return { kind: "answered", text: body, citations: answer.citations, composer, fallback: failure, ...timings() };
  };
}

/** What answers must come from: the named document's own text if it is held, else the passages that name it. */
function hitsAbout(known: readonly KnownDocument[], hits: readonly ScoredPassage[]): ScoredPassage[] {
  if (known.length === 0) return [...hits];
  const held = new Set(known.flatMap((document) => document.held.map((directive) => directive.id)));
  const named = new Set(known.flatMap((document) => document.mentions.map((mention) => mention.passageId)));
  const own = hits.filter((hit) => held.has(hit.directive.id));
  return own.length > 0 ? own : hits.filter((hit) => named.has(hit.passage.id));
}

/** The draft with a warning when the document it rests on was replaced, or its replacement was ordered. */
async function withDoubt(
  draft: Draft,
  subject: KnownDocument | undefined,
  { store, language }: { readonly store: PassageStore; readonly language: "vi" | "en" },
): Promise<Draft> {
  const [{ directive }] = draft.citations;
  const document = subject ?? { reference: ownReference(directive), held: [directive], mentions: [] };
  const doubt = document.reference.serial === "" ? undefined : await findDoubt(document, store);
  if (!doubt) return draft;
  const phrase = PHRASES[language][doubt.kind === "superseded" ? "superseded" : "replacementOrdered"];
  const known = draft.citations.findIndex(({ quote }) => quote.includes(doubt.evidence.quote)) + 1;
  const warned = known > 0 ? `${draft.text}\n${phrase} [${known}]` : `${draft.text}\n${phrase} “${doubt.evidence.quote}” [${draft.citations.length + 1}]`;
  return toCitations(warned, [...draft.citations, doubt.evidence]) ?? draft;
}

function unknown(text: string, subjects: readonly Subject[], size: LibrarySize, language: "vi" | "en"): string {
  const asked = subjects.map((subject) => text.slice(subject.asked.span.start, subject.asked.span.end)).join(", ");
  return PHRASES[language].unknownDocument(asked, size.documents, years(size));
}

function years({ years: known }: LibrarySize): string {
  return known ? ` (${known[0]}–${known[1]})` : "";
}

/** Passages to look at, no two of one document. */
function nearest(hits: readonly ScoredPassage[]): ScoredPassage[] {
  const first = hits.filter((hit, at) => hits.findIndex((other) => other.directive.id === hit.directive.id) === at);
  return first.slice(0, 3);
}
