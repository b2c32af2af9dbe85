import { expect, it } from "vitest";
import type { RegisterLine } from "../../src/core/cite.ts";
import {
  answerJson,
  checkJson,
  citeJson,
  documentJson,
  fullDocumentJson,
  hitsJson,
  registerJson,
} from "../../src/web/json.ts";
import { checkResult, cited335, cited680, evidenceOf } from "../fakes/cited-documents.ts";
import { hitsOf, regulation213, report2018 } from "../fakes/held-documents.ts";
import { answered, citeResult, noEvidence, which } from "../fakes/library.ts";

const document213 = {
  id: "quy-dinh-213",
  file: "quy-dinh-213.md",
  kind: "Quy định",
  number: "213-QĐ/TW",
  title: regulation213.directive.title,
  issuer: "Bộ Chính trị",
  issuedOn: "2020-01-02",
  status: "replacement-ordered",
};
const timings = { embedMs: 12, searchMs: 3, composeMs: 1, totalMs: 16 };

it("shows an answer with its citations and nothing else", () => {
  const [first] = answered.citations;
  expect(answerJson({ ...answered, citations: [first] })).toEqual({
    kind: "answered",
    text: answered.text,
    language: "vi",
    understoodAs: "Quy định 213 yêu cầu gì đối với đảng viên ở nơi cư trú",
    followsOn: null,
    timings,
    citations: [
      {
        marker: 1,
        quote: first.quote,
        passageId: "quy-dinh-213:1",
        span: first.span,
        path: ["Điều 1"],
        page: null,
        uncertain: [],
        document: document213,
      },
    ],
    composer: "extractive",
    fallback: null,
  });
});

it("quotes the document's text at the span", () => {
  const json = answerJson(answered);
  const quotes = json.kind === "answered" ? json.citations : [];
  expect(quotes.map(({ span }) => regulation213.directive.text.slice(span.start, span.end))).toEqual(
    quotes.map(({ quote }) => quote),
  );
});

it("shows the choices of an ambiguous number", () => {
  expect(answerJson(which)).toEqual({
    kind: "which",
    text: which.text,
    language: "vi",
    understoodAs: null,
    followsOn: null,
    timings,
    choices: which.choices,
  });
});

it("shows why nothing answers and what is near", () => {
  expect(answerJson({ ...noEvidence, nearest: hitsOf(report2018).slice(0, 1) })).toEqual({
    kind: "no-evidence",
    text: noEvidence.text,
    language: "vi",
    understoodAs: null,
    followsOn: null,
    timings,
    reason: "not-covered",
    nearest: hitsJson(hitsOf(report2018).slice(0, 1)).hits,
  });
});

it("shows a hit with its document's head, without the document's text", () => {
  const passage = regulation213.passages[2];
  expect(hitsJson(hitsOf(regulation213)).hits[2]).toEqual({
    passageId: "quy-dinh-213:3",
    path: ["Điều 2", "khoản 2"],
    page: null,
    score: 1 / 3,
    text: passage?.text,
    span: passage?.span,
    document: document213,
  });
});

it("keeps the order of the hits", () => {
  const hits = [...hitsOf(report2018)].reverse();
  expect(hitsJson(hits).hits.map(({ passageId }) => passageId)).toEqual(["ha-tinh-2018:2", "ha-tinh-2018:1"]);
});

it("shows a document's head as every quote carries it", () => {
  expect(documentJson(regulation213.directive)).toEqual(document213);
});

it("lists what a register needs besides", () => {
  const line: RegisterLine = {
    ...{ number: "680-QĐ/TU", kind: "Quy định", title: null, issuer: null, issuedOn: "2018-05-16" },
    status: "in-force",
    ...{ held: false, documentId: null, isDigest: false, mentions: 3 },
    ...{ citation: "Quy định số 680-QĐ/TU, ngày 16/05/2018", shortCitation: "Quy định 680-QĐ/TU" },
  };
  expect(registerJson({ held: [regulation213.directive], mentioned: [line] })).toEqual({
    documents: [{ ...document213, successor: null, isDigest: true, source: regulation213.directive.source }],
    mentioned: [
      {
        ...{ number: "680-QĐ/TU", kind: "Quy định", title: null, issuer: null, issuedOn: "2018-05-16" },
        ...{ status: "in-force", citation: "Quy định số 680-QĐ/TU, ngày 16/05/2018", mentions: 3 },
      },
    ],
  });
});

it("shows a document with its text and the places of its passages", () => {
  const json = fullDocumentJson(report2018.directive, report2018.passages);
  expect(json.text).toBe(report2018.directive.text);
  expect(json.passages[1]).toEqual({
    passageId: "ha-tinh-2018:2",
    path: ["Hoàn thiện quy định"],
    page: 3,
    span: report2018.passages[1]?.span,
  });
});

it("shows what is known under a number as the contract has it", () => {
  const { evidence } = cited335.relations[0] ?? {};
  expect(citeJson(citeResult)).toEqual({
    query: "qd 335",
    candidates: [
      {
        number: "335-QĐ/TU",
        kind: "Quy định",
        title: "Về phân cấp quản lý cán bộ",
        issuer: "Tỉnh ủy Hà Tĩnh",
        issuedOn: "2016-03-10",
        status: "superseded",
        held: true,
        relations: [{ type: "superseded-by", number: "680-QĐ/TU", issuedOn: "2018-05-16", evidence }],
        mentions: cited335.mentions,
        documentId: "quy-dinh-335",
        isDigest: false,
        citation: "Quy định số 335-QĐ/TU, ngày 10/03/2016 của Tỉnh ủy Hà Tĩnh",
        shortCitation: "Quy định 335-QĐ/TU",
        standing: cited335.standing,
        contradictions: [],
      },
    ],
  });
});

it("shows differing sources with the words of each", () => {
  const [shown] = citeJson({ query: "680", candidates: [cited680] }).candidates;
  expect(shown?.contradictions).toEqual(cited680.contradictions);
  expect(shown?.contradictions[0]?.values[0]?.evidence[0]).toMatchObject({
    passageId: "ha-tinh-2018:2",
    quote: "ngày 16-5-2018",
  });
});

it("shows a checked citation with its verdict, what is wrong, and what tells the documents apart", () => {
  const { text, citations } = checkJson(checkResult("Theo Quyết định 213-QĐ/TW."));
  expect([text, citations]).toEqual([
    "Theo Quyết định 213-QĐ/TW.",
    [
      {
        text: "Quyết định 213-QĐ/TW",
        span: { start: 5, end: 25 },
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
          expect.objectContaining({ field: "issuedOn", found: "2021-01-02", expected: "2020-01-02", evidence: [] }),
        ],
        suggestion: "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
        status: "replacement-ordered",
        candidates: [
          {
            number: "213-QĐ/TW",
            kind: "Quy định",
            title: regulation213.directive.title,
            issuer: "Bộ Chính trị",
            issuedOn: "2020-01-02",
            status: "replacement-ordered",
            held: true,
          },
        ],
      },
    ],
  ]);
});

it("shows no status where several documents fit, or none", () => {
  const { citations } = checkJson(checkResult("NQ 18; Chỉ thị 99-CT/TW"));
  expect(citations.map(({ status, candidates }) => [status, candidates.map(({ issuedOn }) => issuedOn)])).toEqual([
    [null, ["2017-10-25", "2022-06-16"]],
    [null, []],
  ]);
});
