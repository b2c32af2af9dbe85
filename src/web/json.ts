import type { Answer, Citation } from "../core/answer.ts";
import type { CheckedCitation, CheckResult } from "../core/check.ts";
import type { CiteCandidate, CiteResult, Evidence, RegisterLine, Relation } from "../core/cite.ts";
import type { Directive, DirectiveHead } from "../core/directive.ts";
import type { Passage, ScoredPassage, Span } from "../core/passage.ts";
import { uncertainWords } from "../core/uncertain.ts";
import type { CheckJson, CiteJson } from "./citation-schemas.ts";
import type { KnownDocuments } from "./read-library.ts";
import type { AnswerJson, DocumentJson, FullDocumentJson, HitJson, HitsJson, RegisterJson } from "./schemas.ts";

/** Of documents, by id. */
type Uncertain = ReadonlyMap<string, readonly Span[]>;

/** An answer as the API and the command line print it; passages that do not answer need `uncertain`, see `hitsJson`. */
export function answerJson(answer: Answer, uncertain?: Uncertain): AnswerJson {
  const { text, language, understoodAs, followsOn } = answer;
  const common = { text, language, understoodAs, followsOn, timings: { ...answer.timings } };
  switch (answer.kind) {
    case "answered":
      return {
        kind: answer.kind,
        ...common,
        citations: answer.citations.map(citationJson),
        composer: answer.composer,
        fallback: answer.fallback,
      };
    case "which":
      return { kind: answer.kind, ...common, choices: answer.choices.map((choice) => ({ ...choice })) };
    case "no-evidence":
      return { kind: answer.kind, ...common, reason: answer.reason, nearest: hitsJson(answer.nearest, uncertain).hits };
  }
}

/** Search results in the order given; without `uncertain` they say nothing of what recognition is sure of. */
export function hitsJson(hits: readonly ScoredPassage[], uncertain?: Uncertain): HitsJson {
  return { hits: hits.map((hit) => hitJson(hit, uncertain)) };
}

/** The part of a document's head that every quote carries. */
export function documentJson(directive: DirectiveHead): DocumentJson {
  const { id, file, kind, number, title, issuer, issuedOn, status } = directive;
  return { id, file, kind, number, title, issuer, issuedOn, status };
}

/** The register: every document of the library without its text, and those that are only named. */
export function registerJson({ held, mentioned }: KnownDocuments): RegisterJson {
  return { documents: held.map(registerEntryJson), mentioned: mentioned.map(mentionedJson) };
}

/** A document with its text and the places of its passages. */
export function fullDocumentJson(directive: Directive, passages: readonly Passage[]): FullDocumentJson {
  const { text, uncertain } = directive;
  const words = uncertainWords({ quote: text, span: { start: 0, end: text.length }, uncertain });
  return { ...registerEntryJson(directive), text, uncertain: words, passages: passages.map(passageJson) };
}

/** What is known under a document number. */
export function citeJson({ query, candidates }: CiteResult): CiteJson {
  return { query, candidates: candidates.map(candidateJson) };
}

/** A checked draft; of the documents meant, only what tells them apart. */
export function checkJson({ text, citations }: CheckResult): CheckJson {
  return { text, citations: citations.map(checkedJson) };
}

function citationJson(citation: Citation): CitationJson {
  const { marker, quote, span, passage, directive } = citation;
  const { passageId, path, page } = passageJson(passage);
  const uncertain = uncertainWords(citation);
  return { marker, quote, passageId, span: spanJson(span), path, page, uncertain, document: documentJson(directive) };
}

type CitationJson = Extract<AnswerJson, { kind: "answered" }>["citations"][number];

function hitJson({ passage, directive, score }: ScoredPassage, found: Uncertain | undefined): HitJson {
  const { text, span } = passage;
  const uncertain = found && uncertainWords({ quote: text, span, uncertain: found.get(directive.id) ?? [] });
  return { ...passageJson(passage), score, text, ...(uncertain && { uncertain }), document: documentJson(directive) };
}

function passageJson({ id, path, page, span }: Passage): FullDocumentJson["passages"][number] {
  return { passageId: id, path: [...path], page, span: spanJson(span) };
}

function registerEntryJson(directive: DirectiveHead): RegisterJson["documents"][number] {
  const { successor, isDigest, source } = directive;
  return { ...documentJson(directive), successor, isDigest, source: source && { ...source } };
}

function mentionedJson(line: RegisterLine): RegisterJson["mentioned"][number] {
  const { status, citation, mentions } = line;
  return { ...factsJson(line), status, citation, mentions };
}

function candidateJson(candidate: CiteCandidate): CandidateJson {
  const { status, held, relations, mentions, documentId, isDigest, citation, shortCitation, standing } = candidate;
  const { by, since } = standing;
  return {
    ...factsJson(candidate),
    status,
    held,
    relations: relations.map(relationJson),
    mentions: mentions.map(evidenceJson),
    documentId,
    isDigest,
    citation,
    shortCitation,
    standing: { status: standing.status, by: by && relationJson(by), since },
    contradictions: candidate.contradictions.map(({ field, values }) => ({
      field,
      values: values.map(({ value, evidence }) => ({ value, evidence: evidence.map(evidenceJson) })),
    })),
  };
}

type CandidateJson = CiteJson["candidates"][number];

function checkedJson(citation: CheckedCitation): CheckJson["citations"][number] {
  const { text, span, number, verdict, problems, suggestion, candidates } = citation;
  const [only, another] = candidates;
  return {
    text,
    span: spanJson(span),
    number,
    verdict,
    problems: problems.map(({ field, found, expected, message, evidence }) => {
      return { field, found, expected, message, evidence: evidence.map(evidenceJson) };
    }),
    suggestion,
    status: only && !another ? only.status : null,
    candidates: candidates.map((known) => ({ ...factsJson(known), status: known.status, held: known.held })),
  };
}

function factsJson({ number, kind, title, issuer, issuedOn }: CiteCandidate | RegisterLine) {
  return { number, kind, title, issuer, issuedOn };
}

function relationJson({ type, number, issuedOn, evidence }: Relation): CandidateJson["relations"][number] {
  return { type, number, issuedOn, evidence: evidenceJson(evidence) };
}

function evidenceJson(evidence: Evidence): CandidateJson["mentions"][number] {
  const { documentId, passageId, quote, span } = evidence;
  return { documentId, passageId, quote, span: spanJson(span), uncertain: uncertainWords(evidence) };
}

// Written out, because a store may hand in more than the two.
function spanJson({ start, end }: Span): { start: number; end: number } {
  return { start, end };
}
