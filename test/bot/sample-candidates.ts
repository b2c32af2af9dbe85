import type { Check, CheckedCitation } from "../../src/core/check.ts";
import type { Cite, CiteCandidate, Evidence, Relation } from "../../src/core/cite.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import type { PassageStore } from "../../src/core/ports.ts";
import { directiveHead } from "./sample-answers.ts";

/** A document that is only mentioned, with nothing more known than the facts given. */
export function candidate(facts: Partial<CiteCandidate> = {}): CiteCandidate {
  const { standing = { status: "unknown", by: null, since: null }, ...others } = facts;
  return {
    number: "213-QĐ/TW",
    kind: "Quy định",
    title: "về trách nhiệm của đảng viên nơi cư trú",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    status: standing.status,
    held: false,
    relations: [],
    mentions: [],
    documentId: null,
    access: null,
    isDigest: false,
    citation: "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
    shortCitation: "Quy định 213-QĐ/TW",
    standing,
    facts: { kind: [], issuer: [], issuedOn: [], title: [] },
    contradictions: [],
    ...others,
  };
}

/** Evidence at the words `quote` of the passage `passageId`, whose document has the id before the colon. */
export function evidence(passageId: string, quote: string, start = 0): Evidence {
  const [documentId = passageId] = passageId.split(":");
  return { documentId, passageId, quote, span: { start, end: start + quote.length }, uncertain: [] };
}

export function relation(type: Relation["type"], number: string, facts: Partial<Relation> = {}): Relation {
  return { type, number, issuedOn: null, evidence: evidence("bc:1", `… ${number} …`), ...facts };
}

/** Passages by id, each the whole of its document. */
export function passagesOf(
  texts: Readonly<Record<string, string>>,
  head: Partial<DirectiveHead> = {},
): Pick<PassageStore, "get"> {
  return {
    async get(ids) {
      return ids.flatMap((id) => {
        const text = texts[id];
        const [directiveId = id] = id.split(":");
        const passage = { id, directiveId, path: [], page: null, span: { start: 0, end: text?.length ?? 0 } };
        const own = { number: null, title: `Báo cáo ${directiveId}`, issuer: null, issuedOn: null };
        const directive = directiveHead({ ...own, id: directiveId, ...head });
        return text === undefined ? [] : [{ passage: { ...passage, text }, directive }];
      });
    },
  };
}

/** Knows the candidates whose number, or whose number's digits, stand in the text. */
export function citeOf(...candidates: readonly CiteCandidate[]): Cite {
  return async (query) => ({
    query,
    candidates: candidates.filter(({ number, shortCitation }) => {
      const name = number ?? shortCitation;
      return query.includes(name) || query.split(/[^\d]+/).includes(/\d+/.exec(name)?.[0] ?? name);
    }),
  });
}

export function checked(text: string, facts: Partial<CheckedCitation> = {}): CheckedCitation {
  return {
    text,
    span: { start: 0, end: text.length },
    number: text,
    verdict: "verified",
    problems: [],
    suggestion: null,
    candidates: [],
    ...facts,
  };
}

/** Finds the given citations in any draft. */
export function checkOf(...citations: readonly CheckedCitation[]): Check {
  return async (draft) => ({ text: draft, citations });
}
