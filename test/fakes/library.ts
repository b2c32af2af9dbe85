import { readEvidence } from "../../ingest/evidence.ts";
import type { Answer, Ask } from "../../src/core/answer.ts";
import type { Cite, CiteResult } from "../../src/core/cite.ts";
import type { Readiness, WebParts } from "../../src/web/parts.ts";
import { cited335, fakeCheck, fakeCite } from "./cited-documents.ts";
import { citationOf, type HeldDocument, heldDocuments, hitsOf, regulation213, report2018 } from "./held-documents.ts";

const common = {
  language: "vi",
  understoodAs: null,
  followsOn: null,
  topic: null,
  timings: { embedMs: 12, searchMs: 3, composeMs: 1, totalMs: 16 },
} as const;

export const answered: Extract<Answer, { kind: "answered" }> = {
  kind: "answered",
  ...common,
  understoodAs: "Quy định 213 yêu cầu gì đối với đảng viên ở nơi cư trú",
  text: "Đảng viên đang công tác phải thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú [1], và tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập [2].\nTheo Kết luận 229, Quy định này đã có yêu cầu thay thế.",
  citations: [
    citationOf(
      regulation213,
      "vừa thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú.\nTổ chức đảng ở cả hai nơi",
    ),
    citationOf(regulation213, "Tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập", 2),
  ],
  composer: "extractive",
  fallback: null,
};

export const which: Extract<Answer, { kind: "which" }> = {
  kind: "which",
  ...common,
  text: "Có 2 văn bản mang số 18. Đồng chí muốn hỏi văn bản nào?",
  choices: [
    {
      number: "18-NQ/TW",
      kind: "Nghị quyết",
      serial: "18",
      issuer: "Ban Chấp hành Trung ương",
      issuedOn: "2017-10-25",
      title: "Về tinh gọn tổ chức bộ máy",
      question: "Nghị quyết 18-NQ/TW ngày 25/10/2017 nói gì?",
    },
    {
      number: "18-NQ/TU",
      kind: "Nghị quyết",
      serial: "18",
      issuer: "Tỉnh ủy Hà Tĩnh",
      issuedOn: null,
      title: null,
      question: "Nghị quyết 18-NQ/TU của Tỉnh ủy Hà Tĩnh nói gì?",
    },
  ],
};

export const noEvidence: Extract<Answer, { kind: "no-evidence" }> = {
  kind: "no-evidence",
  ...common,
  text: "Thư viện này không có đoạn nào trả lời câu hỏi. Đã tìm trong 4 văn bản (2016–2020).",
  reason: "not-covered",
  nearest: [...hitsOf(regulation213).slice(1, 2), ...hitsOf(report2018).slice(0, 1)],
};

export const citeResult: CiteResult = { query: "qd 335", candidates: [cited335] };

export const ready: Readiness = {
  ready: true,
  documents: heldDocuments.length,
  passages: heldDocuments.flatMap(({ passages }) => passages).length,
  search: { number: true, words: true, meaning: true },
  embeddingModel: "fake-model",
  llm: false,
  telegram: "off",
  problem: null,
};

const refuse = (): Promise<never> => Promise.reject(new Error("The web only reads documents and evidence."));
const unused = {
  ...{ searchText: refuse, frequencies: refuse, passagesOfVectors: refuse, serialsLike: refuse },
  ...{ findByNumber: refuse, relationsOf: refuse, mentionsIn: refuse, withOtherEvidence: refuse, files: refuse },
  ...{ put: refuse, move: refuse, remove: refuse, putEvidence: refuse },
};

export interface FakeParts extends WebParts {
  /** What was asked, in order, with the options given. */
  readonly asked: { readonly question: string; readonly options: Parameters<Ask>[1] }[];
  /** What was searched. */
  readonly searched: { readonly question: string; readonly limit: number }[];
  /** What was looked up, with the options given. */
  readonly cited: { readonly text: string; readonly options: Parameters<Cite>[1] }[];
  readonly logged: Parameters<WebParts["log"]>[0][];
}

/** Everything the web needs over documents in memory; "NQ 18…" is ambiguous, "đảng phí" is not covered. */
export function fakeParts(
  overrides: Partial<WebParts> = {},
  documents: readonly HeldDocument[] = heldDocuments,
): FakeParts {
  const asked: FakeParts["asked"] = [];
  const searched: FakeParts["searched"] = [];
  const cited: FakeParts["cited"] = [];
  const logged: FakeParts["logged"] = [];
  const find = (id: string) => documents.find(({ directive }) => directive.id === id);
  const retriever: WebParts["retriever"] = {
    async retrieve(question, limit) {
      searched.push({ question: typeof question === "string" ? question : question.text, limit });
      return { hits: documents.flatMap(hitsOf).slice(0, limit), embedMs: 1, searchMs: 1 };
    },
  };
  return {
    asked,
    searched,
    cited,
    logged,
    admit: async () => true,
    async ask(question, options) {
      asked.push({ question, options });
      if (question.startsWith("NQ 18")) return which;
      return question.includes("đảng phí") ? noEvidence : answered;
    },
    store: {
      ...unused,
      directive: async (id) => find(id)?.directive,
      directives: async () => documents.map(({ directive }) => directive),
      get: async (ids) =>
        ids.flatMap((id) =>
          documents.flatMap(({ directive, passages }) =>
            passages.filter((passage) => passage.id === id).map((passage) => ({ passage, directive })),
          ),
        ),
      async evidence() {
        const read = documents.map(({ directive, passages }) => readEvidence(directive, passages));
        return {
          mentions: read.flatMap(({ mentions }) => mentions),
          relations: read.flatMap(({ relations }) => relations),
        };
      },
      passagesOf: async (id) => [...(find(id)?.passages ?? [])],
      uncertainIn: async (ids) =>
        new Map(
          documents
            .map(({ directive }) => [directive.id, directive.uncertain] as const)
            .filter(([id]) => ids.includes(id)),
        ),
      size: async () => ({
        documents: documents.length,
        passages: documents.flatMap(({ passages }) => passages).length,
        years: documents.length === 0 ? null : ["2016", "2020"],
      }),
    },
    retriever,
    async cite(text, options) {
      cited.push({ text, options });
      return fakeCite(text, options);
    },
    check: fakeCheck,
    readiness: async () => ready,
    log: (entry) => logged.push(entry),
    ...overrides,
  };
}
