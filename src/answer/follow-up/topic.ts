import { findReferences } from "../../citation/find.ts";
import type { Citation, Topic, TopicDocument } from "../../core/answer.ts";
import { agrees, ownReference } from "../../core/reference.ts";
import { matchForm } from "../../core/text.ts";
import type { Subject } from "../subjects.ts";
import { kindAskedFor } from "./words.ts";

const MOST_QUESTIONS = 3;
const MOST_DOCUMENTS = 5;
const MOST_PASSAGES = 3;
// A question is rarely longer; what is longer is kept to here.
const MOST_CHARACTERS = 500;

/** What to remember after a question; `before` is the topic that it went on with, or may have. */
export function topicAfter(
  question: string,
  {
    subjects,
    citations,
    before,
  }: {
    readonly subjects: readonly Subject[];
    readonly citations: readonly Citation[];
    readonly before: Topic | undefined;
  },
): Topic {
  const asked = [...(before?.questions ?? []), question.slice(0, MOST_CHARACTERS)];
  const named = subjects.flatMap(namedBy);
  const [found = []] = [named, askedFor(question, citations), citedBy(citations)].filter(({ length }) => length > 0);
  // "Kinh phí bao nhiêu?" without an answer changes nothing of what was spoken of.
  const documents = found.length > 0 ? found : (before?.documents ?? []);
  const [first] = citations;
  const quoted = citations.filter(({ directive }) => directive.id === first?.directive.id);
  const passages = first ? [...new Set(quoted.map(({ passage }) => passage.id))] : before?.passages;
  return {
    questions: asked.slice(-MOST_QUESTIONS),
    documents: documents.slice(0, MOST_DOCUMENTS),
    ...(passages && { passages: passages.slice(0, MOST_PASSAGES) }),
  };
}

/** A meeting is no document, whatever it passed. */
function namedBy({ asked, known }: Subject): TopicDocument[] {
  if (asked.reference.serial === "" && asked.reference.kind === null) return [];
  if (known.length === 0) return [{ id: null, reference: { ...asked.reference, title: null } }];
  return known.map(({ reference, held }) => ({ id: held[0]?.id ?? null, reference: { ...reference, title: null } }));
}

// What a document does something to, or goes by.
const BEHIND = /(?:thay thế|thay cho|căn cứ|theo|thực hiện|sửa đổi|bổ sung|bãi bỏ)(?: cho)?\s*$/u;

/** What the first quote names of the kind that was asked for: "quy định nào về phân cấp?" is then about that one. */
function askedFor(question: string, [first]: readonly Citation[]): TopicDocument[] {
  const kind = kindAskedFor(question);
  if (kind === null || !first) return [];
  const found = findReferences(first.quote).filter(
    ({ span }) => !BEHIND.test(matchForm(first.quote.slice(0, span.start))),
  );
  const fitting = found
    .map(({ reference }) => reference)
    .filter((reference) => reference.serial !== "" && reference.kind === kind);
  const [fullest] = fitting.toSorted((a, b) => Number(b.issuedOn !== null) - Number(a.issuedOn !== null));
  if (!fullest || !fitting.every((reference) => agrees(reference, fullest))) return [];
  return [{ id: null, reference: { ...fullest, title: null } }];
}

function citedBy(citations: readonly Citation[]): TopicDocument[] {
  const heads = new Map(citations.map(({ directive }) => [directive.id, directive]));
  return [...heads.values()].map((head) => ({ id: head.id, reference: { ...ownReference(head), title: null } }));
}
