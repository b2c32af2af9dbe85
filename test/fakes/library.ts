import type { Answer, Ask, Citation } from "../../src/core/answer.ts";
import type { CiteResult } from "../../src/core/cite.ts";
import type { Directive, DirectiveHead } from "../../src/core/directive.ts";
import type { Passage, ScoredPassage } from "../../src/core/passage.ts";
import type { Retriever } from "../../src/core/ports.ts";
import type { Readiness, WebParts } from "../../src/web/parts.ts";

export interface HeldDocument {
  readonly directive: Directive;
  readonly passages: readonly Passage[];
}

interface Section {
  readonly path?: readonly string[];
  readonly page?: number;
  readonly text: string;
}

/** A document whose sections are its passages, one blank line between them. */
export function heldDocument(
  head: Partial<DirectiveHead> & Pick<DirectiveHead, "id" | "title">,
  sections: readonly Section[],
): HeldDocument {
  const text = sections.map((section) => section.text).join("\n\n");
  const starts = sections.map((_, index) =>
    sections.slice(0, index).reduce((offset, section) => offset + section.text.length + 2, 0),
  );
  const unknown = { kind: null, number: null, issuer: null, issuedOn: null, successor: null, source: null };
  return {
    directive: { file: `${head.id}.md`, status: "unknown", isDigest: false, ...unknown, ...head, text },
    passages: sections.map((section, index) => ({
      id: `${head.id}:${index + 1}`,
      directiveId: head.id,
      path: section.path ?? [],
      page: section.page ?? null,
      span: { start: starts[index] ?? 0, end: (starts[index] ?? 0) + section.text.length },
      text: section.text,
    })),
  };
}

export const regulation213 = heldDocument(
  {
    id: "quy-dinh-213",
    kind: "Quy định",
    number: "213-QĐ/TW",
    title:
      "Về trách nhiệm của đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    status: "replacement-ordered",
    isDigest: true,
    source: {
      publisher: "Báo Xây dựng Đảng",
      title: "Giữ mối liên hệ với nơi cư trú",
      date: "2020-01-15",
      url: "https://example.org/213",
    },
  },
  [
    {
      path: ["Điều 1"],
      text: "Điều 1. Yêu cầu chung\nĐảng viên đang công tác vừa sinh hoạt tại nơi làm việc, vừa thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú.\nTổ chức đảng ở cả hai nơi tạo điều kiện, kiểm tra, giám sát và nhận xét đảng viên.",
    },
    {
      path: ["Điều 2", "khoản 1"],
      text: "Điều 2. Nhiệm vụ của đảng viên tại nơi cư trú\n1. Gương mẫu chấp hành chủ trương của Đảng, pháp luật của Nhà nước và quy ước của cộng đồng dân cư.",
    },
    {
      path: ["Điều 2", "khoản 2"],
      text: "2. Tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập; góp ý kiến về tình hình của địa phương.",
    },
    {
      path: ["Điều 3"],
      text: "Điều 3. Trách nhiệm của cấp ủy nơi làm việc\nGiới thiệu đảng viên giữ mối liên hệ với tổ chức đảng nơi cư trú và lấy ý kiến nhận xét khi cần.",
    },
  ],
);

export const report2018 = heldDocument(
  {
    id: "ha-tinh-2018",
    kind: "Báo cáo",
    title: "Hà Tĩnh: kết quả công tác tổ chức xây dựng Đảng",
    issuer: "Ban Tổ chức Tỉnh ủy Hà Tĩnh",
    issuedOn: "2018-10-22",
  },
  [
    {
      path: ["Công tác cán bộ"],
      page: 2,
      text: "Từ đầu nhiệm kỳ đến nay, đã đề bạt, bổ nhiệm, điều động, luân chuyển 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý.",
    },
    {
      path: ["Hoàn thiện quy định"],
      page: 3,
      text: "Ban hành Quy định số 680-QĐ/TU, ngày 16-5-2018 về phân cấp quản lý cán bộ, thay thế Quy định 335.",
    },
  ],
);

export const regulation335 = heldDocument(
  {
    id: "quy-dinh-335",
    kind: "Quy định",
    number: "335-QĐ/TU",
    title: "Về phân cấp quản lý cán bộ",
    issuer: "Tỉnh ủy Hà Tĩnh",
    issuedOn: "2016-03-10",
    status: "superseded",
    successor: "680-QĐ/TU",
  },
  [{ path: ["Điều 1"], page: 1, text: "Điều 1. Phạm vi\nQuy định này phân cấp việc quản lý cán bộ trong tỉnh." }],
);

export const notice = heldDocument({ id: "thong-tin", title: "Thông tin nội bộ số 3" }, [
  { text: "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần." },
]);

export const heldDocuments = [regulation213, report2018, regulation335, notice] as const;

/** The quote of `words` from a document, as `verify` would make it. */
export function citationOf(held: HeldDocument, words: string, marker = 1): Citation {
  const start = held.directive.text.indexOf(words);
  const end = start + words.length;
  const passage = held.passages.find(({ span }) => span.start <= start && end <= span.end);
  if (start < 0 || passage === undefined) throw new Error(`No passage of ${held.directive.id} says "${words}"`);
  return { marker, quote: words, span: { start, end }, passage, directive: held.directive };
}

/** Every passage of a document as a search result. */
export function hitsOf({ directive, passages }: HeldDocument): ScoredPassage[] {
  return passages.map((passage, index) => ({ passage, directive, score: 1 / (index + 1), near: [] }));
}

const common = {
  language: "vi",
  understoodAs: null,
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

export const citeResult: CiteResult = {
  query: "qd 335",
  candidates: [
    {
      number: "335-QĐ/TU",
      kind: "Quy định",
      title: null,
      issuer: "Tỉnh ủy Hà Tĩnh",
      issuedOn: null,
      status: "superseded",
      held: true,
      relations: [{ type: "superseded-by", number: "680-QĐ/TU", evidence: evidenceOf("thay thế Quy định 335") }],
      mentions: [evidenceOf("Quy định 335")],
    },
  ],
};

function evidenceOf(words: string) {
  const { quote, span } = citationOf(report2018, words);
  return { documentId: report2018.directive.id, quote, span };
}

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

export interface FakeParts extends WebParts {
  /** What was asked, in order, with the options given. */
  readonly asked: { readonly question: string; readonly options: Parameters<Ask>[1] }[];
  /** What was searched. */
  readonly searched: { readonly question: string; readonly limit: number }[];
  readonly logged: Parameters<WebParts["log"]>[0][];
}

/** Everything the web needs over documents in memory; "NQ 18…" is ambiguous, "đảng phí" is not covered. */
export function fakeParts(
  overrides: Partial<WebParts> = {},
  documents: readonly HeldDocument[] = heldDocuments,
): FakeParts {
  const asked: FakeParts["asked"] = [];
  const searched: FakeParts["searched"] = [];
  const logged: FakeParts["logged"] = [];
  const find = (id: string) => documents.find(({ directive }) => directive.id === id);
  const retriever: Retriever = {
    async retrieve(question, limit) {
      searched.push({ question, limit });
      return { hits: documents.flatMap(hitsOf).slice(0, limit), embedMs: 1, searchMs: 1 };
    },
  };
  return {
    asked,
    searched,
    logged,
    async ask(question, options) {
      asked.push({ question, options });
      if (question.startsWith("NQ 18")) return which;
      return question.includes("đảng phí") ? noEvidence : answered;
    },
    store: {
      directive: async (id) => find(id)?.directive,
      directives: async () => documents.map(({ directive }) => directive),
      passagesOf: async (id) => [...(find(id)?.passages ?? [])],
      size: async () => ({
        documents: documents.length,
        passages: documents.flatMap(({ passages }) => passages).length,
        vectors: 0,
        years: documents.length === 0 ? null : ["2016", "2020"],
      }),
    },
    retriever,
    cite: async () => citeResult,
    readiness: async () => ready,
    log: (entry) => logged.push(entry),
    ...overrides,
  };
}
