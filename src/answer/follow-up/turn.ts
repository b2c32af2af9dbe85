import type { Choice, Topic } from "../../core/answer.ts";
import type { PassageStore, Retriever } from "../../core/ports.ts";
import type { NamedDocument, Query } from "../../core/query.ts";
import type { Spending } from "../../core/spending.ts";
import { wordsOf } from "../../core/text.ts";
import { datedNameOf, dateOf, findSubjects } from "../subjects.ts";
import { type AskedTopic, followUp, mayFollowOn, type NamedTopic } from "./follow-up.ts";
import { meansOther, type OtherDocument, otherIn, otherOf } from "./other.ts";
import type { Rewrite } from "./rewrite.ts";

/** A question as it is to be answered, after the ones before it. */
export type Turn =
  /** `followsOn` is how it reads by itself; `null` where it stands as it was typed. */
  | { readonly query: Query; readonly followsOn: string | null }
  /** It goes on about one of these. */
  | { readonly choices: readonly [Choice, Choice, ...Choice[]] };

/** What a question means after `history`; a language model is only asked where something shows that it hangs on that. */
export async function takeTurn(
  typed: Query,
  history: Topic | undefined,
  {
    store,
    retriever,
    rewrite,
    signal,
    spending,
  }: {
    readonly store: Pick<PassageStore, "directive" | "relationsOf">;
    readonly retriever: Pick<Retriever, "read">;
    readonly rewrite?: Rewrite | null;
    readonly signal: AbortSignal | undefined;
    readonly spending?: Spending | undefined;
  },
): Promise<Turn> {
  if (history === undefined || typed.text === "") return { query: typed, followsOn: null };
  const documents = await nameDocuments(history, store);
  const other = otherIn(typed.restored ?? typed.text);
  if (other && typed.named.length === 0) return turnToOther(other, typed, documents, { store, retriever });
  const byRules = followUp(typed, history, documents);
  if (byRules && "choices" in byRules) {
    const [first, second, ...others] = byRules.choices;
    const choose = (choice: typeof first) => choiceOf(choice, store);
    return { choices: await Promise.all([choose(first), choose(second), ...others.map(choose)]) };
  }
  const names = documents.map(({ called }) => called);
  const written =
    rewrite && (byRules !== undefined || mayFollowOn(typed))
      ? await rewrite(typed.restored ?? typed.text, {
          questions: history.questions,
          names,
          language: typed.language,
          signal,
          spending,
        })
      : undefined;
  const question = written === undefined ? byRules?.question : written;
  if (!question) return { query: typed, followsOn: null };
  return readAgain(question, documents, { store, retriever });
}

/** About the document that the one spoken of replaced, or was replaced by; as it was typed where no text tells which. */
async function turnToOther(
  other: OtherDocument,
  typed: Query,
  [spokenOf]: readonly NamedTopic[],
  {
    store,
    retriever,
  }: { readonly store: Pick<PassageStore, "directive" | "relationsOf">; readonly retriever: Pick<Retriever, "read"> },
): Promise<{ readonly query: Query; readonly followsOn: string | null }> {
  const [subject] = spokenOf ? findSubjects(await retriever.read(spokenOf.called)) : [];
  const [document] = subject?.known ?? [];
  const reference = document && (await otherOf(document, other, store));
  if (!reference) return { query: typed, followsOn: null };
  const text = typed.restored ?? typed.text;
  const question = text.slice(0, other.span.start) + datedNameOf(reference) + text.slice(other.span.end);
  return readAgain(question, [], { store, retriever });
}

async function readAgain(
  question: string,
  documents: readonly NamedTopic[],
  {
    store,
    retriever,
  }: { readonly store: Pick<PassageStore, "directive">; readonly retriever: Pick<Retriever, "read"> },
): Promise<{ readonly query: Query; readonly followsOn: string }> {
  const query = withUnnumbered(await retriever.read(question), await heldUnder(documents, question, store));
  return { query, followsOn: query.restored ?? question };
}

// Longer ones name what they are about, which is something else when nothing answers them.
const MOST_SYLLABLES = 6;

/** Whether a question is too short to say what it is about. */
export function isBrief({ named, text }: Pick<Query, "named" | "text">): boolean {
  return named.length === 0 && wordsOf(text).length <= MOST_SYLLABLES;
}

/**
 * A question without an answer of its own that is short, or shows that it hangs on those before, about the first document
 * of `history`: "có bao nhiêu điểm cầu?" after one on a conference. `undefined` where it names a document, or nothing is
 * remembered that it could be about.
 */
export async function goOn(
  typed: Query,
  history: Topic | undefined,
  {
    store,
    retriever,
  }: { readonly store: Pick<PassageStore, "directive">; readonly retriever: Pick<Retriever, "read"> },
): Promise<{ readonly query: Query; readonly followsOn: string } | undefined> {
  if (history === undefined || !(isBrief(typed) || mayFollowOn(typed))) return undefined;
  if (meansOther(typed.text)) return undefined;
  const [document] = await nameDocuments(history, store);
  if (!document) return undefined;
  // Its name is left out of what is looked up and weighed: any passage of it would have that.
  const { query: about } = await readAgain(document.called, [document], { store, retriever });
  const named = about.named.map((known) => ({ ...known, span: { start: 0, end: 0 } }));
  return { query: { ...typed, named }, followsOn: `${document.called}: ${typed.restored ?? typed.text}` };
}

/** Each document by its number and date; those without a number by their title. What cannot be read here is left out. */
async function nameDocuments({ documents }: Topic, store: Pick<PassageStore, "directive">): Promise<NamedTopic[]> {
  const named = documents.map(async (document): Promise<NamedTopic[]> => {
    const { id, reference } = document;
    if (reference.serial !== "" || reference.name !== null) return [{ ...document, called: datedNameOf(reference) }];
    const held = id === null ? undefined : await store.directive(id);
    const title = held?.title.replace(/["“”]/g, "");
    return title ? [{ ...document, called: `${reference.kind ?? "văn bản"} “${title}”${dateOf(reference)}` }] : [];
  });
  return (await Promise.all(named)).flat();
}

/** The documents that a question calls by their title, which nobody else could resolve. */
async function heldUnder(
  documents: readonly NamedTopic[],
  question: string,
  store: Pick<PassageStore, "directive">,
): Promise<NamedDocument[]> {
  const titled = documents.filter(({ reference }) => reference.serial === "" && reference.name === null);
  const found = titled.map(async ({ id, reference, called }): Promise<NamedDocument[]> => {
    const start = question.indexOf(called);
    const held = start === -1 || id === null ? undefined : await store.directive(id);
    return held ? [{ reference, span: { start, end: start + called.length }, held: [held], mentions: [] }] : [];
  });
  return (await Promise.all(found)).flat();
}

function withUnnumbered(query: Query, unnumbered: readonly NamedDocument[]): Query {
  // A title may itself name a document, which is not what is asked about.
  const others = query.named.filter(
    ({ span }) => !unnumbered.some((own) => own.span.start <= span.start && span.end <= own.span.end),
  );
  return unnumbered.length === 0 ? query : { ...query, named: [...unnumbered, ...others] };
}

async function choiceOf(
  { id, reference, question }: AskedTopic,
  store: Pick<PassageStore, "directive">,
): Promise<Choice> {
  const { number, kind, serial, issuer, issuedOn } = reference;
  const held = id === null ? undefined : await store.directive(id);
  return { number, kind, serial, issuer, issuedOn, title: held?.title ?? null, question };
}
