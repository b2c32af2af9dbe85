import type { Answer, Ask, AskOptions, Language } from "../core/answer.ts";
import type { PassageStore, Retriever } from "../core/ports.ts";
import { normalise } from "../core/text.ts";
import { readQuery } from "../search/query.ts";
import { extract, type Shortfall } from "./extract.ts";
import type { Draft, Generate } from "./generate.ts";
import type { WholeDocument } from "./list.ts";
import { PHRASES } from "./phrases.ts";
import { type ReadQuestion, readQuestion } from "./read-question.ts";
import { nearest, refuse, refuseUncovered, refuseUnknown } from "./refusals.ts";
import { READ, sourcesFor } from "./sources.ts";
import { choicesOf, findSubjects, nameOf } from "./subjects.ts";
import { statusAnswer, withWarning } from "./warnings.ts";

// Enough to hold all passages about a document that is named.
const RETRIEVED = 60;

/** What `createAsk` is made from. */
export interface AskParts {
  readonly store: PassageStore;
  readonly retriever: Retriever;
  /** Asked first where a language model is set up; without it, or when it fails, sentences are extracted. */
  readonly generate: Generate | null;
  /** Share of the question's content that the evidence must have: 0–1. */
  readonly minSupport: number;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
}

type Untimed = DistributiveOmit<Answer, "language" | "understoodAs" | "timings">;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Question in, answer out: find the documents named, retrieve, compose, keep only what stands in the text. */
export function createAsk(parts: AskParts): Ask {
  const { now } = parts;
  return async (typed, options = {}) => {
    const started = now();
    const query = readQuery(normalise(typed).trim());
    const language = options.language ?? query.language;
    const spent = { embedMs: 0, searchMs: 0, composeMs: 0 };
    const answer = await answerTo(query, language);
    return { ...answer, language, understoodAs: null, timings: { ...spent, totalMs: now() - started } };

    async function answerTo({ text, references }: typeof query, language: Language): Promise<Untimed> {
      const { store, retriever } = parts;
      const phrases = PHRASES[language];
      if (text === "") return refuse("empty-question", phrases.emptyQuestion);
      const size = await store.size();
      if (size.documents === 0) return refuse("empty-library", phrases.emptyLibrary);

      const subjects = await findSubjects({ text, references }, store);
      const open = subjects.find((subject) => subject.known.length > 1);
      if (open) {
        const [first, second, ...others] = choicesOf(text, open, subjects);
        const asked = text.slice(open.asked.span.start, open.asked.span.end);
        if (first && second)
          return { kind: "which", text: phrases.which(open.known.length, asked), choices: [first, second, ...others] };
      }
      const known = subjects.flatMap((subject) => subject.known);
      if (subjects.length > 0 && known.length === 0) return refuseUnknown(subjects, { text, size, store, language });

      const { hits, embedMs, searchMs } = await retriever.retrieve(text, RETRIEVED, options.signal);
      const composing = now();
      const question = await readQuestion(text, store);
      const [subject] = known;
      if (question.kind === "status" && subject) {
        const status = await statusAnswer(subject, { store, language });
        Object.assign(spent, { embedMs, searchMs, composeMs: now() - composing });
        if (status) return { kind: "answered", ...status, composer: "extractive", fallback: null };
        return { ...refuse("not-covered", phrases.noDoubt(nameOf(subject.reference))), nearest: nearest(hits) };
      }
      const sources = sourcesFor(known, hits);
      const written = await write({ ...question, language }, { sources, subject, signal: options.signal });
      Object.assign(spent, { embedMs, searchMs, composeMs: now() - composing });
      if ("shortfall" in written.draft) return refuseUncovered(written.draft, { hits, size, language });
      const warned = await withWarning(written.draft, subject, { store, language });
      const isPartial = subjects.some((other) => other.known.length === 0);
      const notes = [
        ...(isPartial ? [phrases.alsoUnknown] : []),
        ...(written.fallback ? [phrases.fallback[written.fallback]] : []),
      ];
      const { composer, fallback } = written;
      return {
        kind: "answered",
        text: [warned.text, ...notes].join("\n"),
        citations: warned.citations,
        composer,
        fallback,
      };
    }
  };

  /** By the language model where there is one; by extraction from the first source that answers otherwise. */
  async function write(
    question: ReadQuestion,
    from: Pick<Parameters<typeof extract>[2], "subject"> & {
      sources: ReturnType<typeof sourcesFor>;
      signal: AskOptions["signal"] | undefined;
    },
  ) {
    const { generate, minSupport, store } = parts;
    const { sources, subject, signal } = from;
    const { text, language } = question;
    const generated = await generate?.(text, sources.flat().slice(0, READ), { language, signal });
    if (generated && "citations" in generated) return { draft: generated, composer: "llm", fallback: null } as const;
    let draft: Draft | Shortfall = { shortfall: "no-passage", missing: [] };
    for (const source of sources) {
      draft = await extract(question, source, { subject, minSupport, documentOf: (id) => wholeDocument(id, store) });
      if ("citations" in draft) break;
    }
    return { draft, composer: "extractive", fallback: generated?.failure ?? null } as const;
  }
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
