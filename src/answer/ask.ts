import type { KnownDocument } from "../citation/resolve.ts";
import type { Answer, Ask, AskOptions, Choice, Language, Timings, Topic } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { PassageStore, Retrieval, Retriever } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import { normalise } from "../core/text.ts";
import { extract, type Shortfall } from "./extract.ts";
import type { Draft, Generate } from "./generate.ts";
import type { WholeDocument } from "./list.ts";
import { PHRASES } from "./phrases.ts";
import { type ReadQuestion, readQuestion } from "./read-question.ts";
import { nearest, refuse, refuseUncovered, refuseUnknown } from "./refusals.ts";
import type { Rewrite } from "./rewrite.ts";
import { READ, sourcesFor } from "./sources.ts";
import { choicesOf, findSubjects, nameOf, type Subject } from "./subjects.ts";
import { topicAfter } from "./topic.ts";
import { takeTurn } from "./turn.ts";
import { withUncertain } from "./uncertain.ts";
import { statusAnswer, withWarning } from "./warnings.ts";

// Enough to hold all passages about a document that is named.
const RETRIEVED = 60;

/** What `createAsk` is made from. */
export interface AskParts {
  readonly store: PassageStore;
  readonly retriever: Retriever;
  /** Asked first where a language model is set up; without it, or when it fails, sentences are extracted. */
  readonly generate: Generate | null;
  /** Reads questions that follow on by a language model; without it, or when it fails, rules do. */
  readonly rewrite?: Rewrite | null;
  /** Share of the question's content that the evidence must have: 0–1. */
  readonly minSupport: number;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

interface Outcome {
  readonly answer: DistributiveOmit<Answer, "language" | "understoodAs" | "followsOn" | "topic" | "timings">;
  /** Left out where nothing was searched. */
  readonly spent?: Omit<Timings, "totalMs">;
}

/** Question in, answer out: find the documents named, retrieve, compose, keep only what stands in the text. */
export function createAsk(parts: AskParts): Ask {
  return async (question, { signal, language: wanted, history, onFound, spending } = {}) => {
    const started = parts.now();
    const typed = await parts.retriever.read(normalise(question).trim());
    const language = wanted ?? typed.language;
    const turn = await takeTurn(typed, history, { ...parts, signal, spending });
    const common = (spent: Outcome["spent"]) => ({
      language,
      timings: { embedMs: 0, searchMs: 0, composeMs: 0, ...spent, totalMs: parts.now() - started },
    });
    if ("choices" in turn) {
      const answer = which(turn.choices, typed.text, language);
      return { ...answer, ...common(undefined), understoodAs: typed.restored, followsOn: null, topic: history ?? null };
    }
    const { query, followsOn } = turn;
    const { answer: found, spent } = await answerTo(query, language, { ...parts, onFound, spending }, signal);
    // The one way out, so that no quote goes without.
    const answer =
      found.kind === "answered"
        ? { ...found, ...(await withUncertain(found, { store: parts.store, language })) }
        : found;
    const topic = topicOf(query, answer, followsOn === null ? undefined : history);
    return { ...answer, ...common(spent), understoodAs: followsOn === null ? query.restored : null, followsOn, topic };
  };
}

function topicOf(query: Query, answer: Outcome["answer"], before: Topic | undefined): Topic | null {
  if (query.text === "") return null;
  const citations = answer.kind === "answered" ? answer.citations : [];
  return topicAfter(query.restored ?? query.text, { subjects: findSubjects(query), citations, before });
}

async function answerTo(
  query: Query,
  language: Language,
  parts: AskParts & Pick<AskOptions, "onFound" | "spending">,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { text } = query;
  const { store, retriever, now } = parts;
  const phrases = PHRASES[language];
  if (text === "") return { answer: refuse("empty-question", phrases.emptyQuestion) };
  const size = await store.size();
  if (size.documents === 0) return { answer: refuse("empty-library", phrases.emptyLibrary) };

  const subjects = findSubjects(query);
  const open = askBack(text, subjects, language);
  if (open) return { answer: open };
  const known = subjects.flatMap((subject) => subject.known);
  if (subjects.length > 0 && known.length === 0)
    return { answer: await refuseUnknown(subjects, { text, size, store, language }) };

  const { hits, scale, embedMs, searchMs } = await retriever.retrieve(query, RETRIEVED, signal);
  const sources = sourcesFor(known, hits);
  parts.onFound?.(sources[0]?.length ?? 0);
  const composing = now();
  const spent = () => ({ embedMs, searchMs, composeMs: now() - composing });
  const question = { ...(await readQuestion(query, { store, passages: size.passages })), language };
  const [subject] = known;
  if (question.kind === "status" && subject) {
    const status = await statusAnswer(subject, { store, language });
    if (status)
      return { answer: { kind: "answered", ...status, composer: "extractive", fallback: null }, spent: spent() };
    // Front matter may know more than the sentences that can be read here; then these are looked through as ever.
    if (subject.held.every((directive) => directive.status === "unknown")) {
      const refusal = refuse("not-covered", phrases.noDoubt(nameOf(subject.reference)));
      return { answer: { ...refusal, nearest: nearest(hits) }, spent: spent() };
    }
  }
  const { draft, ...composed } = await compose(question, { sources, subject, scale, signal }, parts);
  if ("shortfall" in draft) return { answer: refuseUncovered(draft, { hits, size, language }), spent: spent() };
  const warned = await withWarning(draft, subject, { store, language });
  const isPartial = subjects.some((other) => other.known.length === 0);
  const body = isPartial ? `${warned.text}\n${phrases.alsoUnknown}` : warned.text;
  return { answer: { kind: "answered", text: body, citations: warned.citations, ...composed }, spent: spent() };
}

/** A number that fits several documents is not answered before the choice. */
function askBack(text: string, subjects: readonly Subject[], language: Language): Outcome["answer"] | undefined {
  const open = subjects.find((subject) => subject.known.length > 1);
  const [first, second, ...others] = open ? choicesOf(text, open, subjects) : [];
  if (!open || !first || !second) return undefined;
  const asked = text.slice(open.asked.span.start, open.asked.span.end);
  return which([first, second, ...others], asked, language);
}

function which(choices: readonly [Choice, Choice, ...Choice[]], asked: string, language: Language) {
  return { kind: "which", text: PHRASES[language].which(choices.length, asked), choices } as const;
}

/** By the language model where there is one; by extraction from the first source that answers otherwise. */
async function compose(
  question: ReadQuestion,
  from: {
    readonly sources: readonly (readonly ScoredPassage[])[];
    readonly subject: KnownDocument | undefined;
    readonly scale: Retrieval["scale"];
    readonly signal: AbortSignal | undefined;
  },
  { generate, minSupport, store, spending }: AskParts & Pick<AskOptions, "spending">,
) {
  const { sources, subject, scale, signal } = from;
  const { text, language } = question;
  const generated = await generate?.(text, sources.flat().slice(0, READ), { language, signal, spending });
  if (generated && "citations" in generated) return { draft: generated, composer: "llm", fallback: null } as const;
  let draft: Draft | Shortfall = { shortfall: "no-passage", missing: [] };
  for (const source of sources) {
    draft = await extract(question, source, {
      subject,
      scale,
      minSupport,
      documentOf: (id) => wholeDocument(id, store),
    });
    if ("citations" in draft) break;
  }
  return { draft, composer: "extractive", fallback: generated?.failure ?? null } as const;
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
