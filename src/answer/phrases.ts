import type { Fallback, Language } from "../core/answer.ts";

/** Every sentence that the answer adds to the quotes. Names of documents come in as printed in a quote. */
export interface Phrases {
  readonly emptyQuestion: string;
  readonly emptyLibrary: string;
  readonly unknownDocument: (asked: string, documents: number, years: string) => string;
  readonly nearDocuments: (names: string) => string;
  readonly alsoUnknown: string;
  /** Under the name of a document, beside what is said of others. */
  readonly unknownAmong: string;
  readonly saysNothing: string;
  /** Behind that; what is quoted follows. */
  readonly saysOfIt: string;
  readonly noPassage: (documents: number, years: string) => string;
  readonly missing: (names: string) => string;
  readonly which: (count: number, asked: string) => string;
  readonly thisDocument: string;
  readonly onlyMentioned: (name: string) => string;
  /** Without a name where no document was asked for. */
  readonly digest: (name: string | undefined) => string;
  /** Over sentences of several documents, each under its document's name. */
  readonly differing: string;
  /** Behind that name. */
  readonly digestOnly: string;
  readonly noDoubt: (name: string) => string;
  /** Warnings under an answer. */
  readonly superseded: (name: string, by: string) => string;
  readonly "replacement-ordered": (name: string, by: string) => string;
  /** Answers to whether a document is in force; the marker of the evidence follows the first sentence. */
  readonly status: {
    readonly superseded: (name: string, by: string) => string;
    readonly "replacement-ordered": (name: string, by: string) => string;
  };
  /** Under an answer that gives figures of which character recognition is not sure. */
  readonly uncertainFigures: (figures: string) => string;
  /** Under a quote. */
  readonly uncertain: { readonly figures: (words: string) => string; readonly words: (words: string) => string };
  readonly fallback: Readonly<Record<Fallback, string>>;
}

export const PHRASES: Record<Language, Phrases> = {
  vi: {
    emptyQuestion: "Xin nhập câu hỏi, ví dụ: “QĐ 213 yêu cầu gì đối với đảng viên ở nơi cư trú?”",
    emptyLibrary:
      "Thư viện chưa có văn bản nào. Người quản trị nạp văn bản bằng lệnh: npm run trichdan -- ingest <thư mục>.",
    unknownDocument: (asked, documents, years) =>
      `Thư viện này không có ${asked} và không có văn bản nào nhắc đến. Đã tìm trong ${documents} văn bản${years}. Điều đó không có nghĩa là văn bản này không tồn tại.`,
    nearDocuments: (names) => `Thư viện có hoặc nhắc đến văn bản cùng số: ${names}.`,
    alsoUnknown: "Lưu ý: trong các văn bản được hỏi có văn bản mà thư viện không có và không nhắc đến.",
    unknownAmong:
      "Thư viện này không có văn bản này và không có văn bản nào nhắc đến. Điều đó không có nghĩa là văn bản này không tồn tại.",
    saysNothing: "Thư viện không có đoạn nào về văn bản này trả lời câu hỏi.",
    saysOfIt: "Về văn bản này, thư viện ghi:",
    noPassage: (documents, years) =>
      `Thư viện này không có đoạn nào trả lời câu hỏi. Đã tìm trong ${documents} văn bản${years}.`,
    missing: (names) => `Các đoạn gần nhất không nói đến: ${names}.`,
    which: (count, asked) => `Có ${count} văn bản khớp với “${asked}”. Xin chọn một văn bản:`,
    thisDocument: "văn bản này",
    onlyMentioned: (name) => `Thư viện chưa có toàn văn ${name}. Theo văn bản có nhắc đến:`,
    digest: (name) => `Theo bản tóm lược ${name ? `${name} ` : ""}trong thư viện (không phải toàn văn):`,
    differing: "Các văn bản trong thư viện ghi khác nhau:",
    digestOnly: "theo bản tóm lược, không phải toàn văn",
    noDoubt: (name) =>
      `Thư viện không ghi nhận việc ${name} bị thay thế hay bãi bỏ, nhưng cũng không có căn cứ để khẳng định văn bản còn hiệu lực.`,
    superseded: (name, by) => `Lưu ý: theo thư viện, ${name} đã được thay thế bằng ${by}`,
    "replacement-ordered": (name, by) => `Lưu ý: ${by} đã yêu cầu thay thế ${name}`,
    status: {
      superseded: (name, by) => `Theo thư viện, ${name} đã được thay thế bằng ${by} [1].`,
      "replacement-ordered": (name, by) =>
        `Theo thư viện, ${by} đã yêu cầu thay thế ${name} [1]. Thư viện chưa ghi nhận văn bản thay thế.`,
    },
    uncertainFigures: (figures) =>
      `Lưu ý: ${figures} được nhận dạng từ bản quét, chưa chắc chắn; cần đối chiếu bản gốc.`,
    uncertain: {
      figures: (words) =>
        `Số liệu, ngày tháng, số hiệu nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc: ${words}`,
      words: (words) => `Chữ nhận dạng từ bản quét, chưa chắc chắn: ${words}`,
    },
    fallback: {
      "llm-failed": "(Mô hình ngôn ngữ không trả lời được; đây là các câu trích từ thư viện.)",
      "llm-unverified": "(Câu trả lời của mô hình ngôn ngữ không kiểm chứng được; đây là các câu trích từ thư viện.)",
      "llm-budget": "(Hôm nay đã dùng hết lượng cho phép của mô hình ngôn ngữ; đây là các câu trích từ thư viện.)",
      "llm-found-nothing":
        "(Mô hình ngôn ngữ không thấy đoạn nào trả lời câu hỏi; đây là các câu gần nhất trích từ thư viện.)",
    },
  },
  en: {
    emptyQuestion:
      "Please type a question, for example: “What does QĐ 213 require of members at their place of residence?”",
    emptyLibrary:
      "The library holds no documents yet. An administrator adds them with: npm run trichdan -- ingest <folder>.",
    unknownDocument: (asked, documents, years) =>
      `${asked} is not in this library, and no document here mentions it. Searched ${documents} documents${years}. This does not mean that it does not exist.`,
    nearDocuments: (names) => `The library holds or mentions other documents of that number: ${names}.`,
    alsoUnknown: "Note: some of the documents asked about are neither in the library nor mentioned in it.",
    unknownAmong:
      "This document is not in this library, and no document here mentions it. This does not mean that it does not exist.",
    saysNothing: "The library has no passage on this document that answers the question.",
    saysOfIt: "What it says of this document:",
    noPassage: (documents, years) =>
      `This library has no passage that answers the question. Searched ${documents} documents${years}.`,
    missing: (names) => `The nearest passages do not speak of: ${names}.`,
    which: (count, asked) => `${count} documents fit “${asked}”. Please choose one:`,
    thisDocument: "this document",
    onlyMentioned: (name) => `The library does not hold the full text of ${name}. A document that mentions it says:`,
    digest: (name) => `According to the library's digest${name ? ` of ${name}` : ""} (not the full text):`,
    differing: "The documents in the library differ:",
    digestOnly: "from a digest, not the full text",
    noDoubt: (name) =>
      `The library shows no replacement or repeal of ${name}, but it holds no proof that the document is in force either.`,
    superseded: (name, by) => `Note: according to the library, ${name} has been replaced by ${by}`,
    "replacement-ordered": (name, by) => `Note: ${by} has ordered the replacement of ${name}`,
    status: {
      superseded: (name, by) => `According to the library, ${name} has been replaced by ${by} [1].`,
      "replacement-ordered": (name, by) =>
        `According to the library, ${by} has ordered the replacement of ${name} [1]. The library shows no replacement yet.`,
    },
    uncertainFigures: (figures) =>
      `Note: ${figures} was recognised from a scan and is not certain; it has to be checked against the original.`,
    uncertain: {
      figures: (words) =>
        `Figures, dates or numbers recognised from a scan, not certain, to be checked against the original: ${words}`,
      words: (words) => `Recognised from a scan, not certain: ${words}`,
    },
    fallback: {
      "llm-failed": "(The language model could not answer; these are sentences from the library.)",
      "llm-unverified": "(The language model's answer could not be verified; these are sentences from the library.)",
      "llm-budget": "(The language model's allowance for today is used up; these are sentences from the library.)",
      "llm-found-nothing":
        "(The language model found no passage that answers; these are the nearest sentences of the library.)",
    },
  },
};
