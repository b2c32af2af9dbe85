import { onTestFinished } from "vitest";
import { readEvidence } from "../../ingest/evidence.ts";
import { exactIndex } from "../../src/adapters/memory/exact-index.ts";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import { createWordIndex } from "../../src/adapters/sqlite/word-index.ts";
import { createAsk } from "../../src/answer/ask.ts";
import type { Generate } from "../../src/answer/model/generate.ts";
import type { Ask } from "../../src/core/answer.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import type { Embedder, NewDocument, PassageStore, Retriever } from "../../src/core/ports.ts";
import type { ReadingFor } from "../../src/core/reading.ts";
import { normalise } from "../../src/core/text.ts";
import { createReading } from "../../src/create-reading.ts";
import { createRetriever, type SearchParts } from "../../src/search/retriever.ts";
import { syncVectorIndex } from "../../src/search/sync-vector-index.ts";
import { createFakeEmbedder } from "./embedder.ts";

/** A document as a test writes it: paragraphs are parted by an empty line, and each is a passage. */
export interface SmallDocument extends Partial<DirectiveHead> {
  readonly id: string;
  readonly text: string;
  /** Words that character recognition is not sure of, at their first place. */
  readonly unsure?: readonly string[];
}

export interface SmallLibrary {
  readonly store: PassageStore;
  readonly embedder: Embedder;
  readonly retriever: Retriever;
  readonly ask: Ask;
  /** With parts of the search off, or with another embedder for the question. */
  retrieverWith(parts: { readonly use?: SearchParts; readonly embedder?: Embedder | null }): Retriever;
  askWith(parts: { readonly generate: Generate }): Ask;
  /** As far as a clearance reaches. */
  readonly reading: ReadingFor;
}

/** A library in memory over the real store; it ends with the test. */
export async function openSmallLibrary(documents: readonly SmallDocument[]): Promise<SmallLibrary> {
  const { db, close } = await openLibsql(":memory:");
  onTestFinished(close);
  await ensureFullText(db);
  const store = createPassageStore(db);
  const fake = createFakeEmbedder();
  for (const document of documents) await store.put(await newDocument(document, fake));
  const index = exactIndex();
  await syncVectorIndex(index, createVectorStore(db));
  const now = () => 0;
  const retrieverWith: SmallLibrary["retrieverWith"] = ({ use, embedder = fake }) =>
    createRetriever({ store, meaning: embedder && { embedder, index }, now, ...(use && { use }) });
  const retriever = retrieverWith({});
  const askWith = (generate: Generate | null) => createAsk({ store, retriever, generate, minSupport: 0.55, now });
  return {
    store,
    embedder: fake,
    retriever,
    ask: askWith(null),
    retrieverWith,
    askWith: ({ generate }) => askWith(generate),
    reading: createReading({
      db,
      words: createWordIndex(db),
      meaning: { embedder: fake, index },
      generate: null,
      minSupport: 0.55,
      now,
    }),
  };
}

async function newDocument(
  { text: written, unsure = [], ...head }: SmallDocument,
  embedder: Embedder,
): Promise<NewDocument> {
  const text = normalise(written).trim();
  const directive = {
    file: `${head.id}.md`,
    kind: null,
    number: null,
    title: head.id,
    issuer: null,
    issuedOn: null,
    status: "unknown" as const,
    successor: null,
    isDigest: false,
    source: null,
    access: null,
    ...head,
    text,
    uncertain: unsure.map((words) => {
      const start = text.indexOf(words);
      if (start < 0) throw new Error(`${head.id} does not say "${words}"`);
      return { start, end: start + words.length };
    }),
  };
  const passages = Array.from(text.matchAll(/\S[\s\S]*?(?=\n\n|$)/g), ({ 0: paragraph, index }, at) => {
    const span = { start: index, end: index + paragraph.length };
    return { id: `${head.id}.${at + 1}`, directiveId: head.id, path: [], page: null, span, text: paragraph };
  });
  const vectors = await embedder.embedDocuments(passages.map((passage) => passage.text));
  return {
    directive,
    key: directive.file,
    location: null,
    contentHash: head.id,
    passages: passages.map((passage, at) => ({
      passage,
      context: `${directive.title}\n${directive.number ?? ""}\n${directive.kind ?? ""}`,
      units: [{ span: passage.span, vector: vectors[at] ?? null }],
    })),
    evidence: readEvidence(directive, passages),
  };
}

/** A digest, a report, three held regulations and resolutions, and news that only name others. */
export const smallDocuments: readonly SmallDocument[] = [
  {
    id: "213-qd-tw",
    kind: "Quy định",
    number: "213-QĐ/TW",
    title: "Về trách nhiệm của đảng viên đang công tác giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    isDigest: true,
    text: `
Quy định số 213-QĐ/TW yêu cầu đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú.

Đảng viên đang công tác có các nhiệm vụ sau đây ở nơi cư trú:
- Gương mẫu chấp hành chủ trương của Đảng và pháp luật của Nhà nước.
- Tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập.
- Góp ý kiến về tình hình của địa phương.

Kết luận 229 của Bộ Chính trị và Ban Bí thư yêu cầu sớm có văn bản thay thế Quy định số 213-QĐ/TW.`,
  },
  {
    id: "bao-cao-ha-tinh",
    kind: "Báo cáo",
    title: "Kết quả công tác tổ chức xây dựng Đảng của Hà Tĩnh",
    issuer: "Ban Tổ chức Tỉnh ủy Hà Tĩnh",
    issuedOn: "2018-10-22",
    text: `
Từ đầu nhiệm kỳ đến nay, Hà Tĩnh đã đề bạt, bổ nhiệm, điều động, luân chuyển 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý.

Toàn tỉnh có 269 quần chúng ưu tú được kết nạp vào Đảng, đạt 12,5% kế hoạch năm.

Tỉnh ủy đã ban hành Quy định số 680-QĐ/TU, ngày 16-5-2018 về phân cấp quản lý cán bộ (thay thế Quy định 335).

Thực hiện Nghị quyết số 18-NQ/TU, ngày 10/4/2018 của Tỉnh ủy về sắp xếp đơn vị sự nghiệp công lập.`,
  },
  {
    id: "18-nq-tw",
    kind: "Nghị quyết",
    number: "18-NQ/TW",
    title: "Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị",
    issuer: "Ban Chấp hành Trung ương",
    issuedOn: "2017-10-25",
    text: `
Mục tiêu là tinh gọn tổ chức bộ máy, hoạt động hiệu lực, hiệu quả.

Trung ương yêu cầu giảm tối thiểu 10% biên chế sự nghiệp hưởng lương từ ngân sách nhà nước.`,
  },
  {
    id: "66-qd-tw",
    kind: "Quy định",
    number: "66-QĐ/TW",
    title: "Về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng",
    issuer: "Ban Bí thư",
    issuedOn: "2017-02-06",
    text: "Văn bản của Đảng gồm 33 thể loại, do cấp ủy và tổ chức đảng có thẩm quyền ban hành.",
  },
  {
    id: "399-qd-tw",
    kind: "Quy định",
    number: "399-QĐ/TW",
    title: "Về thể loại, thẩm quyền ban hành, thể thức văn bản của Đảng",
    issuer: "Ban Bí thư",
    issuedOn: "2026-01-09",
    text: `
Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.

Quy định nêu 25 thể loại văn bản và 8 loại giấy tờ hành chính.`,
  },
  {
    id: "tin-giao-ban",
    title: "Hội nghị giao ban công tác tổ chức xây dựng Đảng",
    issuedOn: "2022-04-08",
    source: { publisher: "Tạp chí Xây dựng Đảng", title: "Hội nghị giao ban", date: "2022-04-08", url: null },
    text: `
Hội nghị quán triệt Kết luận số 28-KL/TW, ngày 21/02/2022 của Bộ Chính trị về tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức, viên chức.

Trung ương thống nhất thành lập 5 tiểu ban chuẩn bị Đại hội.`,
  },
];
