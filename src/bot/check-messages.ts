import type { Problem, Verdict } from "../core/check.ts";

const vi = {
  prompt:
    "Xin gửi văn bản cần kiểm tra trích dẫn để trả lời tin nhắn này: dán nội dung, hoặc gửi tệp .txt, .docx. " +
    "Với tin nhắn đã có, kể cả tin nhắn chuyển tiếp, xin trả lời chính tin nhắn đó bằng lệnh /kiemtra.",
  button: "Kiểm tra trích dẫn",
  offer: (name: string) => `Đã nhận tệp “${name}”. Chạm vào nút bên dưới để đối chiếu các trích dẫn với thư viện.`,
  empty: "Văn bản gửi đến không có nội dung để kiểm tra.",
  tooLong: "Văn bản dài quá 200.000 ký tự. Xin chia thành nhiều phần rồi gửi lại.",
  noCitations: "Không thấy trích dẫn văn bản nào (số, ký hiệu) trong nội dung đã gửi.",
  textOnly: "Hiện tôi chỉ kiểm tra được nội dung dán trực tiếp. Xin dán nội dung sau lệnh /kiemtra.",
  fileKind: "Tôi chỉ đọc được tệp .txt và .docx. Xin lưu lại theo một trong hai dạng đó, hoặc dán thẳng nội dung.",
  fileTooBig: "Tệp lớn hơn 20 MB nên không tải được qua Telegram. Xin gửi tệp nhỏ hơn, hoặc dán thẳng nội dung.",
  unreadable: (name: string, reason: string) =>
    `Không đọc được tệp “${name}”. Xin mở tệp, lưu lại thành .docx rồi gửi lại, hoặc dán thẳng nội dung.\n\nChi tiết: ${reason}`,
  count: (count: number) => `${count} trích dẫn`,
  counts: {
    verified: "đúng",
    mismatch: "sai",
    superseded: "đã được thay thế",
    ambiguous: "chưa rõ là văn bản nào",
    unknown: "không có trong thư viện",
  } satisfies Record<Verdict, string>,
  verdicts: {
    verified: "✅ Đúng",
    mismatch: "❌ Sai so với thư viện",
    superseded: "⚠️ Đã được thay thế",
    ambiguous: "❓ Chưa rõ là văn bản nào",
    unknown: "⚪ Không có trong thư viện này",
  } satisfies Record<Verdict, string>,
  times: (count: number) => `(${count} lần)`,
  problem: ({ message }: Problem, _field: string): string => message,
  expected: "theo thư viện:",
  suggestion: "Gợi ý (chạm để chép):",
  fitting: "Có thể là:",
  similar: "Thư viện có văn bản gần giống:",
  moreDocuments: (count: number) => `và ${count} văn bản khác`,
  unknown: "Thư viện chưa có toàn văn và chưa gặp nơi nào nhắc đến; xin đối chiếu với bản gốc.",
  rest: (count: number, verdicts: string) =>
    `Còn ${count} trích dẫn cần xem chưa nêu ở đây vì kết quả quá dài: ${verdicts}. Xin chia nhỏ văn bản để xem đủ.`,
  toSpellOut: "Đúng văn bản, nên ghi lại cho đủ (chạm để chép):",
  more: (count: number) => `và ${count} trích dẫn khác`,
  replacementOrdered: "đã có yêu cầu thay thế",
  gone: "Không còn thấy tệp ban đầu. Xin gửi lại tệp.",
};

type CheckMessages = typeof vi;

const en: CheckMessages = {
  prompt:
    "Please answer this message with the text whose citations are to be checked: paste it, or send a .txt or .docx " +
    "file. For a message that is already there, also a forwarded one, reply to it with /check.",
  button: "Check citations",
  offer: (name) => `File “${name}” received. Tap the button to check its citations against the library.`,
  empty: "There is no text to check.",
  tooLong: "The text is longer than 200,000 characters. Please send it in several parts.",
  noCitations: "No citation of a document (number, symbol) was found in this text.",
  textOnly: "I can only check pasted text at the moment. Please paste it after /check.",
  fileKind: "I can only read .txt and .docx files. Please save it as one of them, or paste the text.",
  fileTooBig:
    "The file is larger than 20 MB, more than Telegram hands on. Please send a smaller one, or paste the text.",
  unreadable: (name, reason) =>
    `The file “${name}” could not be read. Please open it, save it as .docx and send it again, or paste the text.\n\nDetails: ${reason}`,
  count: (count) => (count === 1 ? "1 citation" : `${count} citations`),
  counts: {
    verified: "correct",
    mismatch: "wrong",
    superseded: "replaced since",
    ambiguous: "unclear",
    unknown: "not in this library",
  },
  verdicts: {
    verified: "✅ Correct",
    mismatch: "❌ Differs from the library",
    superseded: "⚠️ Replaced since",
    ambiguous: "❓ Several documents fit",
    unknown: "⚪ Not in this library",
  },
  times: (count) => `(${count} times)`,
  problem: ({ field, found, expected }, name) =>
    field === "status"
      ? `${found}: ${expected === null ? "replaced" : `replaced by ${expected}`}`
      : `${name}: the draft has “${found}”, the library ${expected === null ? "does not have it" : `has “${expected}”`}`,
  expected: "library:",
  suggestion: "Suggestion (tap to copy):",
  fitting: "It may be:",
  similar: "Similar documents of this library:",
  moreDocuments: (count) => `and ${count} more`,
  unknown: "The library holds no such text and knows no place that mentions it; please check the original.",
  rest: (count, verdicts) =>
    `${count} more citations need a look and are left out here because the result is too long: ${verdicts}. ` +
    "Please send the text in smaller parts.",
  toSpellOut: "The right document, better written as (tap to copy):",
  more: (count) => `and ${count} more`,
  replacementOrdered: "replacement ordered",
  gone: "The file is no longer there. Please send it again.",
};

/** What the bot says about a draft that was checked. */
export const checkMessages = { vi, en };
