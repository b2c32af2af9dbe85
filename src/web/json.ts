import type { Answer, Citation } from "../core/answer.ts";
import type { CiteResult, Evidence } from "../core/cite.ts";
import type { Directive, DirectiveHead } from "../core/directive.ts";
import type { Passage, ScoredPassage, Span } from "../core/passage.ts";
import type {
  AnswerJson,
  CiteJson,
  DocumentJson,
  FullDocumentJson,
  HitJson,
  HitsJson,
  RegisterJson,
} from "./schemas.ts";

/** An answer as the API and the command line print it. */
export function answerJson(answer: Answer): AnswerJson {
  const { text, language, understoodAs } = answer;
  const common = { text, language, understoodAs, timings: { ...answer.timings } };
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
      return { kind: answer.kind, ...common, reason: answer.reason, nearest: answer.nearest.map(hitJson) };
  }
}

/** Search results in the order given. */
export function hitsJson(hits: readonly ScoredPassage[]): HitsJson {
  return { hits: hits.map(hitJson) };
}

/** The part of a document's head that every quote carries. */
export function documentJson(directive: DirectiveHead): DocumentJson {
  const { id, file, kind, number, title, issuer, issuedOn, status } = directive;
  return { id, file, kind, number, title, issuer, issuedOn, status };
}

/** The register: every document of the library without its text. */
export function registerJson(directives: readonly DirectiveHead[]): RegisterJson {
  return { documents: directives.map(registerEntryJson) };
}

/** A document with its text and the places of its passages. */
export function fullDocumentJson(directive: Directive, passages: readonly Passage[]): FullDocumentJson {
  return { ...registerEntryJson(directive), text: directive.text, passages: passages.map(passageJson) };
}

/** What is known under a document number. */
export function citeJson({ query, candidates }: CiteResult): CiteJson {
  return {
    query,
    candidates: candidates.map(({ relations, mentions, number, kind, title, issuer, issuedOn, status, held }) => ({
      number,
      kind,
      title,
      issuer,
      issuedOn,
      status,
      held,
      relations: relations.map(({ type, number, evidence }) => ({ type, number, evidence: evidenceJson(evidence) })),
      mentions: mentions.map(evidenceJson),
    })),
  };
}

function citationJson({ marker, quote, span, passage, directive }: Citation): CitationJson {
  const { passageId, path, page } = passageJson(passage);
  return { marker, quote, passageId, span: spanJson(span), path, page, document: documentJson(directive) };
}

type CitationJson = Extract<AnswerJson, { kind: "answered" }>["citations"][number];

function hitJson({ passage, directive, score }: ScoredPassage): HitJson {
  return { ...passageJson(passage), score, text: passage.text, document: documentJson(directive) };
}

function passageJson({ id, path, page, span }: Passage): FullDocumentJson["passages"][number] {
  return { passageId: id, path: [...path], page, span: spanJson(span) };
}

function registerEntryJson(directive: DirectiveHead): RegisterJson["documents"][number] {
  const { successor, isDigest, source } = directive;
  return { ...documentJson(directive), successor, isDigest, source: source && { ...source } };
}

function evidenceJson({ documentId, quote, span }: Evidence): CiteJson["candidates"][number]["mentions"][number] {
  return { documentId, quote, span: spanJson(span) };
}

// Written out, because a store may hand in more than the two.
function spanJson({ start, end }: Span): { start: number; end: number } {
  return { start, end };
}
