import { PHRASES } from "../answer/phrases.ts";
import type { Language } from "../core/answer.ts";
import { checkMessages, lookupMessages } from "./citation-messages.ts";
import { gapsMessages } from "./gaps-messages.ts";

/** Every word the web says, in both languages. */
export function messagesFor(language: Language): Messages {
  return language === "en" ? en : vi;
}

export type Messages = typeof vi;

const vi = {
  name: "Trích dẫn",
  skip: "Đến nội dung chính",
  navigation: "Điều hướng",
  otherLanguage: "English",
  footer: "Câu trả lời chỉ dựa trên văn bản trong thư viện. Khi áp dụng, hãy đối chiếu với văn bản gốc.",
  count: (value: number) => value.toLocaleString("vi-VN"),

  ask: {
    title: "Hỏi văn bản, có trích dẫn",
    lead: "Mỗi câu trả lời đều dẫn nguyên văn đoạn làm căn cứ, kèm số, ngày ban hành và vị trí trong văn bản.",
    label: "Câu hỏi",
    hint: "Có thể gõ không dấu, viết tắt hoặc hỏi bằng tiếng Anh.",
    submit: "Hỏi",
    examplesTitle: "Câu hỏi mẫu",
    examples: [
      "Quy định 213-QĐ/TW yêu cầu gì đối với đảng viên ở nơi cư trú?",
      "Từ đầu nhiệm kỳ, Hà Tĩnh đề bạt, bổ nhiệm, điều động, luân chuyển bao nhiêu cán bộ?",
      "Quy định 335 của Tỉnh ủy Hà Tĩnh còn hiệu lực không?",
    ],
    size: (documents: string, passages: string, years: string | null) =>
      `Thư viện có ${documents} văn bản${years ? ` (${years})` : ""}, chia thành ${passages} đoạn.`,
    browse: "Xem danh mục",
    tooLong: "Câu hỏi dài quá 4.096 ký tự. Hãy rút gọn rồi gửi lại.",
  },

  empty: {
    title: "Thư viện chưa có văn bản nào",
    remedy: "Người quản trị nạp văn bản bằng lệnh:",
    command: "npm run trichdan -- ingest <thư mục>",
  },

  answer: {
    title: "Trả lời",
    understoodAs: "Câu hỏi được hiểu là:",
    quotes: "Trích dẫn làm căn cứ",
    quote: (marker: number) => `Trích dẫn ${marker}`,
    which: "Câu hỏi có thể nói về nhiều văn bản",
    choices: "Chọn một văn bản",
    noEvidence: "Chưa có căn cứ để trả lời",
    nearest: "Các đoạn gần nhất",
    nearestNote: "Những đoạn này gần với câu hỏi nhưng không trả lời câu hỏi.",
    open: "Mở trong văn bản",
    copy: "Chép trích dẫn",
    copied: "Đã chép",
    composedByModel: "Câu trả lời do mô hình ngôn ngữ soạn từ các trích dẫn dưới đây.",
    fallback: {
      "llm-failed": "Mô hình ngôn ngữ không phản hồi; câu trả lời được lấy thẳng từ văn bản.",
      "llm-unverified":
        "Câu trả lời do mô hình ngôn ngữ soạn không khớp với văn bản nên không được dùng; nội dung được lấy thẳng từ văn bản.",
      "llm-budget": "Hôm nay đã dùng hết lượng cho phép của mô hình ngôn ngữ; câu trả lời được lấy thẳng từ văn bản.",
      "llm-found-nothing":
        "Mô hình ngôn ngữ không thấy đoạn nào trả lời câu hỏi; dưới đây là những câu gần nhất lấy thẳng từ văn bản.",
    },
  },

  document: {
    digest: "Bản tóm lược",
    digestNote: "Đây là bản tóm lược do thư viện biên soạn, không phải nguyên văn của văn bản.",
    noReplacement: "Thư viện chưa có thông tin về văn bản mới thay thế.",
    source: "Nguồn",
    issuer: "Cơ quan ban hành",
    issuedOn: "Ngày ban hành",
    kind: "Loại văn bản",
    page: (page: number) => `trang ${page}`,
    gone: "Không tìm thấy đoạn được dẫn. Văn bản có thể đã được cập nhật sau khi liên kết này được tạo.",
    text: "Toàn văn",
    digestText: "Nội dung bản tóm lược",
    back: "Danh mục văn bản",
    uncertain: PHRASES.vi.uncertain,
    uncertainTitle: {
      figure: "Nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc",
      words: "Nhận dạng từ bản quét, chưa chắc chắn",
    },
    recognised: "Văn bản này có phần được nhận dạng từ bản quét. Chữ gạch chân bằng dấu chấm là chữ chưa chắc chắn:",
    recognisedFigures: "số liệu, ngày tháng, số hiệu gạch chân đôi là chỗ chưa chắc chắn, cần đối chiếu bản gốc:",
    recognisedSamples: { words: "chữ", figure: "152" },
  },

  documents: {
    title: "Danh mục văn bản",
    nav: "Văn bản",
    filter: "Tên hoặc số, ký hiệu",
    kind: "Loại văn bản",
    allKinds: "Tất cả",
    otherKind: "Loại khác",
    submit: "Lọc",
    found: (count: string) => `${count} văn bản trong thư viện`,
    foundMentioned: (count: string) => `${count} văn bản chỉ được nhắc đến`,
    none: "Không có văn bản nào phù hợp.",
    reset: "Bỏ lọc",
    mentioned: (count: string) => `Được nhắc đến, chưa có toàn văn (${count})`,
    mentionedNote:
      "Thông tin về những văn bản này lấy từ các văn bản có nhắc đến; văn bản được nhắc đến nhiều nhất đứng trước.",
    mentions: (count: string) => `${count} lần được nhắc đến`,
    more: (count: string) => `Xem thêm ${count} văn bản`,
    lookUp: "Tra cứu theo số, ký hiệu văn bản",
  },

  lookup: lookupMessages.vi,
  check: checkMessages.vi,
  gaps: gapsMessages.vi,

  error: {
    notFoundTitle: "Không tìm thấy trang",
    failedTitle: "Có lỗi xảy ra",
    home: "Về trang hỏi đáp",
  },

  problem: {
    invalidJson: 'Nội dung gửi lên không phải JSON hợp lệ. Hãy gửi một đối tượng JSON, ví dụ {"question": "…"}.',
    contentType: "Hãy gửi JSON với tiêu đề Content-Type: application/json.",
    tooLarge: "Nội dung gửi lên vượt quá 256 KB. Hãy gửi nội dung ngắn hơn.",
    draftTooLong: "Bản thảo dài quá 200.000 ký tự. Hãy chia thành nhiều phần và kiểm tra từng phần.",
    noDraft: "`text` phải là nội dung bản thảo, dài nhất 200.000 ký tự.",
    unknownDocument: "Thư viện không có văn bản với mã này. Xem danh mục tại /api/documents.",
    unknownRoute: "Địa chỉ này không có. Xem các địa chỉ của API tại /openapi.json.",
    unknownPage: "Địa chỉ này không có, hoặc văn bản không còn trong thư viện.",
    limitReached: "Hôm nay hệ thống đã trả lời đủ số câu hỏi cho phép. Xin hỏi tiếp sau 0 giờ (giờ Việt Nam).",
    failed: "Hệ thống gặp lỗi và đã ghi nhận. Hãy thử lại sau ít phút; nếu vẫn lỗi, xin báo người quản trị.",
    invalidRequest: "Yêu cầu không đúng mẫu. Xem mẫu tại /openapi.json.",
    wrongSecret:
      "Tiêu đề X-Telegram-Bot-Api-Secret-Token thiếu hoặc sai. Hãy đăng ký lại webhook với mã bí mật đang dùng.",
    notAnUpdate: "Nội dung gửi lên không phải một cập nhật của Telegram: thiếu số nguyên `update_id`.",
    notStored: "Chưa lưu được cập nhật. Hãy gửi lại sau 5 giây.",
    fields: {
      question: "`question` phải là câu hỏi dài từ 1 đến 4.096 ký tự.",
      text: "`text` phải là văn bản dài từ 1 đến 4.096 ký tự.",
      q: "`q` phải là nội dung cần tìm, dài từ 1 đến 4.096 ký tự.",
      k: "`k` phải là số nguyên từ 1 đến 100.",
      lang: "`lang` phải là `vi` hoặc `en`.",
      asOf: "`asOf` phải là ngày theo mẫu năm-tháng-ngày, ví dụ 2020-01-31.",
    },
  },
};

const en: Messages = {
  name: "Trích dẫn",
  skip: "Skip to content",
  navigation: "Navigation",
  otherLanguage: "Tiếng Việt",
  footer: "Answers rest on the documents of this library alone. Check the original document before you act on them.",
  count: (value) => value.toLocaleString("en-GB"),

  ask: {
    title: "Ask the documents, get cited answers",
    lead: "Every answer quotes the passage it rests on, with the document's number, date and place in the text.",
    label: "Question",
    hint: "Vietnamese works with or without diacritics. Documents are quoted in Vietnamese.",
    submit: "Ask",
    examplesTitle: "Sample questions",
    examples: [
      "What does Regulation 213-QĐ/TW ask of Party members where they live?",
      "How many sub-committees were set up to prepare for the 14th Party Congress?",
      "Is Regulation 335 of the Hà Tĩnh Provincial Party Committee still in force?",
    ],
    size: (documents, passages, years) =>
      `Documents in the library: ${documents}${years ? ` (${years})` : ""}, in ${passages} passages.`,
    browse: "Browse them",
    tooLong: "The question is longer than 4,096 characters. Please shorten it and ask again.",
  },

  empty: {
    title: "The library has no documents yet",
    remedy: "An administrator adds documents with the command:",
    command: "npm run trichdan -- ingest <folder>",
  },

  answer: {
    title: "Answer",
    understoodAs: "The question was read as:",
    quotes: "Quotes it rests on",
    quote: (marker) => `Quote ${marker}`,
    which: "The question may mean several documents",
    choices: "Choose a document",
    noEvidence: "Nothing here answers the question",
    nearest: "Nearest passages",
    nearestNote: "These passages are near the question but do not answer it.",
    open: "Open in the document",
    copy: "Copy citation",
    copied: "Copied",
    composedByModel: "A language model wrote this answer from the quotes below.",
    fallback: {
      "llm-failed": "The language model did not respond; the answer is taken straight from the documents.",
      "llm-unverified":
        "The language model's answer did not agree with the documents and was set aside; this one is taken straight from them.",
      "llm-budget":
        "The language model's allowance for today is used up; the answer is taken straight from the documents.",
      "llm-found-nothing":
        "The language model found no passage that answers; these are the nearest sentences, straight from the documents.",
    },
  },

  document: {
    digest: "Digest",
    digestNote: "This is a digest written for the library, not the wording of the document itself.",
    noReplacement: "The library does not know of a new document yet.",
    source: "Source",
    issuer: "Issued by",
    issuedOn: "Issued on",
    kind: "Kind",
    page: (page) => `page ${page}`,
    gone: "The quoted passage was not found. The document may have been updated since this link was made.",
    text: "Full text",
    digestText: "Text of the digest",
    back: "All documents",
    uncertain: PHRASES.en.uncertain,
    uncertainTitle: {
      figure: "Recognised from a scan, not certain, to be checked against the original",
      words: "Recognised from a scan, not certain",
    },
    recognised: "Parts of this text were recognised from a scan. A dotted line is under words that are not certain:",
    recognisedFigures: "a double line under figures, dates and numbers that have to be checked against the original:",
    recognisedSamples: { words: "word", figure: "152" },
  },

  documents: {
    title: "Documents",
    nav: "Documents",
    filter: "Title or number",
    kind: "Kind",
    allKinds: "All",
    otherKind: "Other",
    submit: "Filter",
    found: (count) => `Documents held: ${count}`,
    foundMentioned: (count) => `only mentioned: ${count}`,
    none: "No document matches.",
    reset: "Clear the filter",
    mentioned: (count) => `Mentioned, full text not held (${count})`,
    mentionedNote: "What is known of these comes from documents that mention them; the most mentioned come first.",
    mentions: (count) => `mentions: ${count}`,
    more: (count) => `Show ${count} more`,
    lookUp: "Look up a document by its number",
  },

  lookup: lookupMessages.en,
  check: checkMessages.en,
  gaps: gapsMessages.en,

  error: {
    notFoundTitle: "Page not found",
    failedTitle: "Something went wrong",
    home: "Back to asking",
  },

  problem: {
    invalidJson: 'The body is not valid JSON. Send one JSON object, such as {"question": "…"}.',
    contentType: "Send JSON with the header Content-Type: application/json.",
    tooLarge: "The body is larger than 256 KB. Send a shorter one.",
    draftTooLong: "The draft is longer than 200,000 characters. Split it and check the parts one by one.",
    noDraft: "`text` must be the text of the draft, of at most 200,000 characters.",
    unknownDocument: "The library has no document with this id. The register is at /api/documents.",
    unknownRoute: "There is nothing at this address. The API's addresses are listed at /openapi.json.",
    unknownPage: "There is nothing at this address, or the document has left the library.",
    limitReached:
      "As many questions as allowed have been answered today. Please go on after midnight, Vietnam time (UTC+7).",
    failed: "The system failed, and the failure was logged. Try again in a few minutes, or tell an administrator.",
    invalidRequest: "The request does not have the expected form; it is described at /openapi.json.",
    wrongSecret:
      "The header X-Telegram-Bot-Api-Secret-Token is missing or wrong. Set the webhook again with the secret in use.",
    notAnUpdate: "The body is not a Telegram update: the whole number `update_id` is missing.",
    notStored: "The update could not be stored. Send it again in 5 seconds.",
    fields: {
      question: "`question` must be a text of 1 to 4,096 characters.",
      text: "`text` must be a text of 1 to 4,096 characters.",
      q: "`q` must be a text of 1 to 4,096 characters.",
      k: "`k` must be a whole number from 1 to 100.",
      lang: "`lang` must be `vi` or `en`.",
      asOf: "`asOf` must be a date such as 2020-01-31.",
    },
  },
};
