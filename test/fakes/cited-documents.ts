import type { Check, CheckedCitation, CheckResult } from "../../src/core/check.ts";
import type { Cite, CiteCandidate, Evidence } from "../../src/core/cite.ts";
import { spansWithin } from "../../src/core/uncertain.ts";
import { citationOf, type HeldDocument, regulation213, regulation335, report2018 } from "./held-documents.ts";

/** The words of a document as evidence. */
export function evidenceOf(held: HeldDocument, words: string): Evidence {
  const { quote, span, passage } = citationOf(held, words);
  const uncertain = spansWithin(held.directive.uncertain, passage.span);
  return { documentId: held.directive.id, passageId: passage.id, quote, span, uncertain };
}

/** A document of which nothing is known but what is given. */
export function candidate(known: Partial<CiteCandidate> & Pick<CiteCandidate, "citation">): CiteCandidate {
  const nothing = {
    number: null,
    kind: null,
    title: null,
    issuer: null,
    issuedOn: null,
    documentId: null,
    access: null,
  };
  const status = known.status ?? "unknown";
  return {
    ...nothing,
    ...{ status, held: false, isDigest: false, relations: [], mentions: [], contradictions: [] },
    facts: { kind: [], issuer: [], issuedOn: [], title: [] },
    shortCitation: known.citation,
    standing: { status, by: null, since: null },
    ...known,
  };
}

const replacing = evidenceOf(report2018, "thay thế Quy định 335");

/** Held, and replaced by a document that is only mentioned. */
export const cited335 = candidate({
  number: "335-QĐ/TU",
  kind: "Quy định",
  title: regulation335.directive.title,
  issuer: "Tỉnh ủy Hà Tĩnh",
  issuedOn: "2016-03-10",
  citation: "Quy định số 335-QĐ/TU, ngày 10/03/2016 của Tỉnh ủy Hà Tĩnh",
  shortCitation: "Quy định 335-QĐ/TU",
  status: "superseded",
  standing: {
    status: "superseded",
    by: { type: "superseded-by", number: "680-QĐ/TU", issuedOn: "2018-05-16", evidence: replacing },
    since: "2018-05-16",
  },
  held: true,
  documentId: regulation335.directive.id,
  relations: [{ type: "superseded-by", number: "680-QĐ/TU", issuedOn: "2018-05-16", evidence: replacing }],
  mentions: [evidenceOf(report2018, "Quy định 335")],
});

/** Only mentioned, in seven places, of which two differ about the day. */
export const cited680 = candidate({
  number: "680-QĐ/TU",
  kind: "Quy định",
  title: "về phân cấp quản lý cán bộ",
  issuer: "Tỉnh ủy Hà Tĩnh",
  citation: "Quy định số 680-QĐ/TU của Tỉnh ủy Hà Tĩnh",
  shortCitation: "Quy định 680-QĐ/TU",
  status: "in-force",
  standing: {
    status: "in-force",
    by: { type: "supersedes", number: "335-QĐ/TU", issuedOn: "2016-03-10", evidence: replacing },
    since: "2018-05-16",
  },
  relations: [
    { type: "supersedes", number: "335-QĐ/TU", issuedOn: "2016-03-10", evidence: replacing },
    { type: "guides", number: "Quy định 10", issuedOn: null, evidence: evidenceOf(report2018, "phân cấp quản lý") },
    { type: "guides", number: "11-QĐ/TU", issuedOn: null, evidence: evidenceOf(report2018, "quản lý cán bộ") },
  ],
  mentions: ["Ban hành", "Quy", "định", "số", "680", "QĐ/TU", "16-5"].map((words) => evidenceOf(report2018, words)),
  contradictions: [
    {
      field: "issuedOn",
      values: [
        { value: "2018-05-16", evidence: [evidenceOf(report2018, "ngày 16-5-2018")] },
        { value: "2018-05-18", evidence: [replacing, evidenceOf(report2018, "680-QĐ/TU")] },
      ],
    },
  ],
});

export const cited213 = candidate({
  number: "213-QĐ/TW",
  kind: "Quy định",
  title: regulation213.directive.title,
  issuer: "Bộ Chính trị",
  issuedOn: "2020-01-02",
  citation: "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
  shortCitation: "Quy định 213-QĐ/TW",
  status: "replacement-ordered",
  held: true,
  isDigest: true,
  documentId: regulation213.directive.id,
  contradictions: [
    {
      field: "kind",
      values: [
        { value: "Quy định", evidence: [] },
        { value: "Quyết định", evidence: [evidenceOf(report2018, "Ban hành")] },
      ],
    },
  ],
});

export const cited18 = ["2017-10-25", "2022-06-16"].map((issuedOn) =>
  candidate({
    number: "18-NQ/TW",
    kind: "Nghị quyết",
    issuedOn,
    citation: `Nghị quyết số 18-NQ/TW, ngày ${issuedOn.split("-").reverse().join("/")}`,
    shortCitation: "Nghị quyết 18-NQ/TW",
  }),
);

const KNOWN: readonly (readonly [string, readonly CiteCandidate[]])[] = [
  ["335", [cited335]],
  ["680", [cited680]],
  ["213", [cited213]],
  ["18", cited18],
];

/** Knows the documents above by a part of their numbers. */
export const fakeCite: Cite = async (text) => ({
  query: text,
  candidates: KNOWN.find(([part]) => text.includes(part))?.[1] ?? [],
});

/** What is found about each of these strings wherever a draft has it. */
const FINDINGS: Readonly<Record<string, Omit<CheckedCitation, "text" | "span">>> = {
  "Quy định số 213-QĐ/TW": {
    number: "213-QĐ/TW",
    verdict: "verified",
    problems: [],
    suggestion: null,
    candidates: [cited213],
  },
  "Quyết định 213-QĐ/TW": {
    number: "213-QĐ/TW",
    verdict: "mismatch",
    problems: [
      {
        field: "kind",
        found: "Quyết định",
        expected: "Quy định",
        message: "213-QĐ/TW là Quy định, không phải Quyết định.",
        evidence: [evidenceOf(regulation213, "Nhiệm vụ của đảng viên")],
      },
      {
        field: "issuedOn",
        found: "2021-01-02",
        expected: "2020-01-02",
        message: "Ngày ban hành không đúng.",
        evidence: [],
      },
    ],
    suggestion: cited213.citation,
    candidates: [cited213],
  },
  "Quy định 335": {
    number: "335-QĐ/TU",
    verdict: "superseded",
    problems: [
      {
        field: "status",
        found: "Quy định 335-QĐ/TU",
        expected: "680-QĐ/TU",
        message: "Quy định 335-QĐ/TU đã được thay thế bởi 680-QĐ/TU.",
        evidence: [replacing],
      },
    ],
    suggestion: "680-QĐ/TU",
    candidates: [cited335],
  },
  "NQ 18": { number: null, verdict: "ambiguous", problems: [], suggestion: null, candidates: cited18 },
  "Chỉ thị 99-CT/TW": { number: "99-CT/TW", verdict: "unknown", problems: [], suggestion: null, candidates: [] },
};

/** A draft with one citation of each verdict. */
export const mixedDraft = `Kính gửi: ${Object.keys(FINDINGS).join("; ")}.`;

export const fakeCheck: Check = async (draft) => checkResult(draft);

export function checkResult(text: string): CheckResult {
  const found = Array.from(text.matchAll(new RegExp(Object.keys(FINDINGS).join("|"), "g")));
  return {
    text,
    citations: found.flatMap(({ 0: words, index }) => {
      const finding = FINDINGS[words];
      return finding ? [{ text: words, span: { start: index, end: index + words.length }, ...finding }] : [];
    }),
  };
}
