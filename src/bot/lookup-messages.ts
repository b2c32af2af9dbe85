import type { SeenRelationType, Standing } from "../core/cite.ts";

const vi = {
  usage:
    "Lệnh /tracuu cho biết thư viện có gì về một văn bản: toàn văn, bản tóm lược hay chỉ được nhắc đến; hiệu lực; " +
    "văn bản liên quan; nơi nhắc đến.\n\n" +
    "Xin ghi số, ký hiệu văn bản sau lệnh; viết tắt hoặc không dấu đều được. Ví dụ:\n" +
    "• /tracuu 213-QĐ/TW\n" +
    "• /tracuu nghi quyet 18",
  none: (query: string) =>
    `“${query}”: không có trong thư viện này. Thư viện chưa có toàn văn và cũng chưa gặp nơi nào nhắc đến. ` +
    "Xin kiểm tra lại số, ký hiệu hoặc đối chiếu với nguồn khác.",
  missing: (numbers: string) => `Không có trong thư viện này: ${numbers}.`,
  which: (count: number) => `Có ${count} văn bản phù hợp. Xin chọn văn bản cần xem:`,
  moreDocuments: (count: number) => `… và ${count} văn bản khác. Xin ghi rõ thêm ký hiệu, ngày hoặc cơ quan ban hành.`,
  gone: "Không còn thấy nội dung ban đầu. Xin tra lại bằng lệnh /tracuu.",
  held: "Thư viện có toàn văn.",
  digest: "Thư viện có bản tóm lược, chưa có toàn văn.",
  mentioned: "Thư viện chưa có toàn văn; văn bản này chỉ được nhắc đến trong văn bản khác.",
  standing: "Hiệu lực:",
  status: {
    unknown: "thư viện chưa có căn cứ để xác định",
    "in-force": "còn hiệu lực, theo những gì thư viện ghi nhận",
    superseded: "đã được thay thế",
    "replacement-ordered": "đã có yêu cầu thay thế",
  } satisfies Record<Standing["status"], string>,
  already: (relation: string) => `đã ${relation}`,
  since: "từ ngày",
  dated: (number: string, date: string) => `${number}, ngày ${date}`,
  relations: {
    supersedes: "thay thế",
    "superseded-by": "được thay thế bằng",
    "orders-replacement-of": "yêu cầu thay thế",
    "replacement-ordered-by": "được yêu cầu thay thế theo",
    amends: "sửa đổi",
    "amended-by": "được sửa đổi bởi",
    supplements: "bổ sung",
    "supplemented-by": "được bổ sung bởi",
    repeals: "bãi bỏ",
    "repealed-by": "bị bãi bỏ bởi",
    guides: "hướng dẫn thực hiện",
    "guided-by": "được hướng dẫn bởi",
    implements: "triển khai thực hiện",
    "implemented-by": "được triển khai thực hiện bởi",
    issues: "ban hành",
    "issued-with": "được ban hành kèm theo",
  } satisfies Record<SeenRelationType, string>,
  related: "Quan hệ với văn bản khác:",
  moreRelations: (count: number) => `và ${count} quan hệ khác`,
  contradiction: (field: string) => `⚠️ Các nguồn ghi khác nhau – ${field}:`,
  ownHead: "theo chính văn bản này",
  moreValues: (count: number) => `và ${count} cách ghi khác`,
  citedBy: ({ documents, passages }: { readonly documents: number; readonly passages: number }) =>
    `Được nhắc đến trong ${documents} văn bản (${passages} đoạn):`,
  citedByNone: "Thư viện chưa có văn bản nào khác nhắc đến văn bản này.",
  moreCiting: (count: number) => `và ${count} văn bản khác`,
  cut: "Thẻ này đã lược bớt cho vừa một tin nhắn.",
  openText: "Mở văn bản",
  openDigest: "Mở bản tóm lược",
  openGround: "Mở căn cứ hiệu lực",
  mentions: (count: number) => `Nơi nhắc đến (${count})`,
  mentionRange: ({ from, to, of }: { readonly from: number; readonly to: number; readonly of: number }) =>
    `Nơi nhắc đến: ${from === to ? from : `${from}–${to}`} trong ${of} đoạn`,
  previous: "‹ Trước",
  next: "Sau ›",
  backToCard: "Về thẻ văn bản",
};

type LookupMessages = typeof vi;

const en: LookupMessages = {
  usage:
    "/lookup tells what this library has on a document: its text, a digest, or mentions only; whether it is in force; " +
    "related documents; who cites it.\n\n" +
    "Write its number after the command; abbreviations are fine. For example:\n" +
    "• /lookup 213-QĐ/TW\n" +
    "• /lookup resolution 18",
  none: (query) =>
    `“${query}” is not in this library: it holds no such text and knows no place that mentions it. ` +
    "Please check the number, or look in another source.",
  missing: (numbers) => `Not in this library: ${numbers}.`,
  which: (count) => `${count} documents fit. Please choose one:`,
  moreDocuments: (count) => `… and ${count} more. Please add the symbol, the date or the issuer.`,
  gone: "The original message is no longer there. Please send /lookup again.",
  held: "The library has the full text.",
  digest: "The library has a digest, not the full text.",
  mentioned: "The library does not have the text; other documents mention it.",
  standing: "In force:",
  status: {
    unknown: "the library does not tell",
    "in-force": "yes, as far as the library shows",
    superseded: "no, it has been replaced",
    "replacement-ordered": "its replacement has been ordered",
  },
  already: (relation) => relation,
  since: "since",
  dated: (number, date) => `${number} of ${date}`,
  relations: {
    supersedes: "replaces",
    "superseded-by": "replaced by",
    "orders-replacement-of": "orders the replacement of",
    "replacement-ordered-by": "replacement ordered by",
    amends: "amends",
    "amended-by": "amended by",
    supplements: "supplements",
    "supplemented-by": "supplemented by",
    repeals: "repeals",
    "repealed-by": "repealed by",
    guides: "guides the implementation of",
    "guided-by": "implementation guided by",
    implements: "implements",
    "implemented-by": "implemented by",
    issues: "issues",
    "issued-with": "issued with",
  },
  related: "Related documents:",
  moreRelations: (count) => `and ${count} more relations`,
  contradiction: (field) => `⚠️ The sources differ – ${field}:`,
  ownHead: "in the document itself",
  moreValues: (count) => `and ${count} more versions`,
  citedBy: ({ documents, passages }) =>
    `Mentioned in ${documents === 1 ? "1 document" : `${documents} documents`} (${passages === 1 ? "1 passage" : `${passages} passages`}):`,
  citedByNone: "No other document of this library mentions it.",
  moreCiting: (count) => `and ${count} more`,
  cut: "Some details were left out to fit one message.",
  openText: "Open the text",
  openDigest: "Open the digest",
  openGround: "Open the evidence",
  mentions: (count) => `Mentions (${count})`,
  mentionRange: ({ from, to, of }) => `Mentions: ${from === to ? from : `${from}–${to}`} of ${of}`,
  previous: "‹ Back",
  next: "Next ›",
  backToCard: "Back to the card",
};

/** What the bot says about a document that was looked up. */
export const lookupMessages = { vi, en };
