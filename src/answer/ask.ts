import type { KnownDocument } from "../citation/resolve.ts";
import type { Ask, Language, Timings } from "../core/answer.ts";
import type { ScoredPassage, Span } from "../core/passage.ts";
import type { LibrarySize, PassageStore, Retriever } from "../core/ports.ts";
import { ownReference } from "../core/reference.ts";
import { normalise } from "../core/text.ts";
import { readQuery } from "../search/query.ts";
import { extract, type Shortfall } from "./extract.ts";
import type { Draft, Generate } from "./generate.ts";
import type { WholeDocument } from "./list.ts";
import { PHRASES } from "./phrases.ts";
import { readQuestion } from "./read-question.ts";
import { choicesOf, findSubjects, nameOf, type Subject } from "./subjects.ts";
import { findDoubt } from "./validity.ts";
import { toCitations, unsupported } from "./verify.ts";

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
    if (text === "")
      return { kind: "no-evidence", reason: "empty-question", text: phrases.emptyQuestion, nearest: [], ...common() };

    const size = await store.size();
    if (size.documents === 0)
      return { kind: "no-evidence", reason: "empty-library", text: phrases.emptyLibrary, nearest: [], ...common() };

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
      return {
        kind: "no-evidence",
        reason: "unknown-document",
        text: unknown(text, subjects, size, language),
        nearest: [],
        ...common(),
      };
    }

    const { hits, embedMs, searchMs } = await retriever.retrieve(text, RETRIEVED, options.signal);
    const composeStarted = now();
    const subject = known[0];
    const question = { ...(await readQuestion(text, store)), language };
    if (question.kind === "status" && subject) {
      const draft = await statusOf(subject, { store, language });
      const timed = common({ embedMs, searchMs, composeMs: now() - composeStarted });
      if (draft) return { kind: "answered", ...draft, composer: "extractive", fallback: null, ...timed };
      return {
        kind: "no-evidence",
        reason: "not-covered",
        text: phrases.noDoubt(nameOf(subject.reference)),
        nearest: nearest(hits),
        ...timed,
      };
    }
    const sources = sourcesFor(known, hits).map((source) => source.slice(0, READ));
    const generated = generate
      ? await generate(text, sources.flat().slice(0, READ), { language, signal: options.signal })
      : undefined;
    const draft =
      generated && "citations" in generated
        ? generated
        : await firstAnswer(sources, (source) =>
            extract(question, source, { subject, minSupport, documentOf: (id) => wholeDocument(id, store) }),
          );
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

/** Where answers may come from, in order: the named document's own text if it is held, the passages that name it, the documents these are of. */
function sourcesFor(known: readonly KnownDocument[], hits: readonly ScoredPassage[]): ScoredPassage[][] {
  if (known.length === 0) return [[...hits]];
  const held = new Set(known.flatMap((document) => document.held.map((directive) => directive.id)));
  const named = new Set(known.flatMap((document) => document.mentions.map((mention) => mention.passageId)));
  const own = hits.filter((hit) => held.has(hit.directive.id));
  const naming = hits.filter((hit) => !held.has(hit.directive.id) && named.has(hit.passage.id));
  const around = hits.filter((hit) => naming.some((other) => other.directive.id === hit.directive.id));
  return [own, naming, around].filter((source) => source.length > 0);
}

async function firstAnswer<Source>(
  sources: readonly Source[],
  answer: (source: Source) => Promise<Draft | Shortfall>,
): Promise<Draft | Shortfall> {
  let result: Draft | Shortfall = { shortfall: "no-passage", missing: [] };
  for (const source of sources) {
    result = await answer(source);
    if ("citations" in result) break;
  }
  return result;
}

/** What the library shows against a document's being in force, as the answer itself. */
async function statusOf(
  subject: KnownDocument,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Draft | undefined> {
  const doubt = await findDoubt(subject, store);
  if (!doubt) return undefined;
  const phrases = PHRASES[language];
  const name = nameOf(subject.reference);
  const shown = unsupported(name, [doubt.evidence]).length === 0 ? name : phrases.thisDocument;
  return toCitations(phrases.status[doubt.kind](shown, doubt.by), [doubt.evidence]);
}

/** The draft with a warning when the document it rests on was replaced, or its replacement was ordered. */
async function withDoubt(
  draft: Draft,
  subject: KnownDocument | undefined,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Draft> {
  const [{ directive }] = draft.citations;
  const document = subject ?? { reference: ownReference(directive), held: [directive], mentions: [] };
  const doubt = document.reference.serial === "" ? undefined : await findDoubt(document, store);
  if (!doubt) return draft;
  const warning = PHRASES[language][doubt.kind](doubt.by);
  const shown = draft.citations.findIndex(
    ({ span, directive: { id } }) => id === doubt.evidence.directive.id && contains(span, doubt.evidence.span),
  );
  const warned = `${draft.text}\n${warning} [${shown < 0 ? draft.citations.length + 1 : shown + 1}].`;
  return toCitations(warned, [...draft.citations, doubt.evidence]) ?? draft;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

async function wholeDocument(id: string, store: PassageStore): Promise<WholeDocument | undefined> {
  const [directive, passages] = await Promise.all([store.directive(id), store.passagesOf(id)]);
  return (
    directive && {
      text: directive.text,
      passages: passages.map((passage) => ({ passage, directive, score: 0, near: [] })),
    }
  );
}

function unknown(text: string, subjects: readonly Subject[], size: LibrarySize, language: Language): string {
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
