import type { KnownDocument } from "../citation/resolve.ts";
import type { Answer, Ask, AskOptions, Choice, Language, Timings, Topic } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { PassageStore, Retrieval, Retriever } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import { normalise } from "../core/text.ts";
import type { Extracted, Shortfall } from "./extract.ts";
import { extractFirst } from "./extract-first.ts";
import type { Rewrite } from "./follow-up/rewrite.ts";
import { topicAfter } from "./follow-up/topic.ts";
import { goOn, isBrief, takeTurn } from "./follow-up/turn.ts";
import type { Generate } from "./model/generate.ts";
import { PHRASES } from "./phrases.ts";
import { type ReadQuestion, readQuestion } from "./read-question.ts";
import { refuse, refuseStatus, refuseUncovered, refuseUnknown } from "./refusals.ts";
import { askedOfReplacement, replacedBy } from "./replaced.ts";
import { answerSideBySide } from "./side-by-side.ts";
import { type Side, sidesOf } from "./sides.ts";
import { READ, RETRIEVED, sourcesFor } from "./sources.ts";
import { choicesOf, findSubjects, type Subject } from "./subjects.ts";
import { withUncertain } from "./uncertain.ts";
import { statusAnswer, withWarning, withWarnings } from "./warnings.ts";

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

type Answered = Extract<Answer, { kind: "answered" }>;
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
    const answering = async ({ query, followsOn }: typeof turn) => {
      const recent = followsOn === null ? [] : (history?.passages ?? []);
      const about = { query, subjects: findSubjects(query), language, recent };
      return { about, followsOn, ...(await answerTo(about, { ...parts, onFound, spending }, signal)) };
    };
    const first = await answering(turn);
    const again = isUncovered(first.answer) && turn.followsOn === null ? await goOn(typed, history, parts) : undefined;
    const second = again && (await answering(again));
    const { about, followsOn, answer: found, spent } = second?.answer.kind === "answered" ? second : first;
    // The one way out, so that no quote goes without.
    const answer =
      found.kind === "answered"
        ? { ...found, ...(await withUncertain(found, { store: parts.store, language })) }
        : found;
    const topic = topicOf(about, answer, followsOn !== null || isBrief(typed) ? history : undefined);
    return {
      ...answer,
      ...common(spent),
      understoodAs: followsOn === null ? about.query.restored : null,
      followsOn,
      topic,
    };
  };
}

/** Whether nothing in the library answers, as far as it was read. */
function isUncovered(answer: Outcome["answer"]): boolean {
  return answer.kind === "no-evidence" && (answer.reason === "not-covered" || answer.reason === "no-passage");
}

/** A question, and what the library knows of the documents that it names. */
interface About {
  readonly query: Query;
  readonly subjects: readonly Subject[];
  /** Of the answer. */
  readonly language: Language;
  /** IDs of the passages that the answer before quoted, if it follows on. */
  readonly recent: readonly string[];
}

function topicOf({ query, subjects }: About, answer: Outcome["answer"], before: Topic | undefined): Topic | null {
  if (query.text === "") return null;
  const citations = answer.kind === "answered" ? answer.citations : [];
  return topicAfter(query.restored ?? query.text, { subjects, citations, before });
}

async function answerTo(
  { query, subjects, language, recent }: About,
  parts: AskParts & Pick<AskOptions, "onFound" | "spending">,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { text } = query;
  const { store, retriever, now } = parts;
  const phrases = PHRASES[language];
  if (text === "") return { answer: refuse("empty-question", phrases.emptyQuestion) };
  const size = await store.size();
  if (size.documents === 0) return { answer: refuse("empty-library", phrases.emptyLibrary) };

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
  const sides = sidesOf(query, subjects);
  if (question.kind === "status" && subject && !sides) {
    const status = await statusAnswer(subject, { store, language });
    if (status === "no-doubt") return { answer: refuseStatus([subject], { hits, language }), spent: spent() };
    if (status)
      return { answer: { kind: "answered", ...status, composer: "extractive", fallback: null }, spent: spent() };
  }
  const told = subject && !sides ? await answerOfReplacement(text, subject, { store, language }) : undefined;
  if (told) return { answer: { kind: "answered", ...told, composer: "extractive", fallback: null }, spent: spent() };
  const { draft, ...composed } = await compose(
    question,
    { sources, subject, sides, scale, recent, passages: size.passages, signal },
    parts,
  );
  const isPartial = subjects.some((other) => other.known.length === 0);
  const noted = (body: string) => (isPartial ? `${body}\n${phrases.alsoUnknown}` : body);
  if ("shortfall" in draft) {
    const refusal =
      question.kind === "status" && sides
        ? refuseStatus(known, { hits, language })
        : refuseUncovered(draft, { hits, size, language });
    return { answer: { ...refusal, text: noted(refusal.text) }, spent: spent() };
  }
  const { text: body, citations } = await warnedOf(draft, subject, { store, language });
  const shown = draft.layout === "asked" ? body : noted(body);
  return { answer: { kind: "answered", text: shown, citations, ...composed }, spent: spent() };
}

/** From what texts state between documents, where a question asks for just that. */
async function answerOfReplacement(text: string, subject: KnownDocument, within: Parameters<typeof withWarnings>[1]) {
  const asked = askedOfReplacement(text);
  if (asked === "after") {
    const after = await statusAnswer(subject, within);
    return after === "no-doubt" ? undefined : after;
  }
  const before = asked && (await replacedBy(subject, within));
  return before && withWarning(before, subject, within);
}

/** Of documents that were asked about side by side each column has its own warning. */
async function warnedOf(
  draft: Extracted,
  subject: KnownDocument | undefined,
  within: Parameters<typeof withWarnings>[1],
) {
  if (draft.layout === "asked") return draft;
  return draft.layout === "differing" ? withWarnings(draft, within) : withWarning(draft, subject, within);
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

/** By the language model where there is one; else each side of several, or the first source that answers. */
async function compose(
  question: ReadQuestion,
  from: {
    readonly sources: readonly (readonly ScoredPassage[])[];
    readonly subject: KnownDocument | undefined;
    readonly sides: readonly Side[] | undefined;
    readonly scale: Retrieval["scale"];
    readonly recent: readonly string[];
    readonly passages: number;
    readonly signal: AbortSignal | undefined;
  },
  parts: AskParts & Pick<AskOptions, "spending">,
): Promise<Pick<Answered, "composer" | "fallback"> & { readonly draft: Extracted | Shortfall }> {
  const { sources, sides, signal } = from;
  const { text, language } = question;
  const options = { language, signal, spending: parts.spending };
  // Whether a document is in force is not for a model to tell.
  const generate = question.kind === "status" && sides ? null : parts.generate;
  const generated = await generate?.(text, sources.flat().slice(0, READ), options);
  if (generated && "citations" in generated) return { draft: generated, composer: "llm", fallback: null };
  const placed = sides && (await answerSideBySide(sides, { ...parts, ...from, language }));
  const draft = placed ?? (await extractFirst(question, sources, { ...parts, ...from }));
  return { draft, composer: "extractive", fallback: generated?.failure ?? null };
}
