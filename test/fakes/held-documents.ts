import type { Citation } from "../../src/core/answer.ts";
import type { Directive } from "../../src/core/directive.ts";
import type { Passage, ScoredPassage } from "../../src/core/passage.ts";
import { spansWithin } from "../../src/core/uncertain.ts";

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
  head: Partial<Directive> & Pick<Directive, "id" | "title">,
  sections: readonly Section[],
): HeldDocument {
  const text = sections.map((section) => section.text).join("\n\n");
  const starts = sections.map((_, index) =>
    sections.slice(0, index).reduce((offset, section) => offset + section.text.length + 2, 0),
  );
  const unknown = {
    kind: null,
    number: null,
    issuer: null,
    issuedOn: null,
    successor: null,
    source: null,
    access: null,
  };
  return {
    directive: { file: `${head.id}.md`, status: "unknown", isDigest: false, uncertain: [], ...unknown, ...head, text },
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

const notice = heldDocument({ id: "thong-tin", title: "Thông tin nội bộ số 3" }, [
  { text: "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần." },
]);

export const heldDocuments = [regulation213, report2018, regulation335, notice] as const;

/** The quote of `words` from a document, as `verify` would make it. */
export function citationOf(held: HeldDocument, words: string, marker = 1): Citation {
  const start = held.directive.text.indexOf(words);
  const end = start + words.length;
  const passage = held.passages.find(({ span }) => span.start <= start && end <= span.end);
  if (start < 0 || passage === undefined) throw new Error(`No passage of ${held.directive.id} says "${words}"`);
  const span = { start, end };
  const uncertain = spansWithin(held.directive.uncertain, span);
  return { marker, quote: words, span, passage, directive: held.directive, uncertain };
}

/** The same document, of whose `words` character recognition is not sure: of the first place of each. */
export function recognised({ directive, passages }: HeldDocument, ...words: readonly string[]): HeldDocument {
  const uncertain = words.map((some) => {
    const start = directive.text.indexOf(some);
    if (start < 0) throw new Error(`${directive.id} does not say "${some}"`);
    return { start, end: start + some.length };
  });
  return { directive: { ...directive, uncertain }, passages };
}

/** Every passage of a document as a search result. */
export function hitsOf({ directive, passages }: HeldDocument): ScoredPassage[] {
  return passages.map((passage, index) => ({ passage, directive, score: 1 / (index + 1), near: [] }));
}
