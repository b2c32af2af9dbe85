const vi = {
  button: "Thêm vào thư viện",
  offer: (name: string) => `Đã nhận tệp “${name}”. Xin chọn việc cần làm:`,
  usage:
    "Để thêm văn bản vào thư viện, xin gửi tệp (.docx, .doc, .pdf, .html, .md, .txt, ảnh quét; tối đa 20 MB) kèm lệnh " +
    "/them, hoặc trả lời một tin nhắn có tệp hay nội dung văn bản bằng lệnh /them.",
  offHere: "Bản này không nhận tệp qua Telegram. Xin thêm văn bản bằng lệnh: npm run trichdan -- ingest <tệp>",
  gone: "Không còn thấy tệp ban đầu. Xin gửi lại tệp.",
  tooBig: "Tệp lớn hơn 20 MB nên không tải được qua Telegram. Xin chia thành nhiều tệp, hoặc thêm bằng lệnh ingest.",
  whoReads: (name: string) => `Ai được đọc “${name}”?`,
  everyone: "Mọi người",
  only: (role: string) => `Từ ${role} trở lên`,
  cancel: "Hủy",
  cancelled: "Đã hủy. Thư viện không thay đổi.",
  receiving: (name: string) => `Đang nhận “${name}”…`,
  reading: (name: string, pages: number) =>
    pages > 0 ? `Đang đọc “${name}”: đã đọc ${pages} trang…` : `Đang đọc “${name}”…`,
  embedding: (name: string, done: number, total: number) => `Đang lập chỉ mục “${name}”: ${done}/${total} đoạn…`,
  added: "✅ Đã thêm vào thư viện; từ bây giờ có thể hỏi và tra cứu:",
  replaced: "✅ Đã thay văn bản cũ bằng văn bản này; từ bây giờ có thể hỏi và tra cứu:",
  passages: (count: number) => `${count} đoạn`,
  readers: (readers: string) => `Người đọc: ${readers}`,
  file: (name: string) => `Tệp: ${name}`,
  near: (percent: number) => `⚠️ Giống ${percent}% với một văn bản đã có, xin đối chiếu:`,
  onlyHere: "Chỉ có ở văn bản mới:",
  onlyThere: "Chỉ có ở văn bản đã có:",
  sameSentences: "Các câu đều giống nhau.",
  moreSentences: (count: number) => `và ${count} câu khác`,
  duplicate: "Thư viện đã có văn bản này, không thêm nữa:",
  namesakes: "Thư viện đã có văn bản cùng loại, số, cơ quan và ngày ban hành nhưng nội dung khác.",
  held: "Đang có:",
  given: "Mới gửi:",
  replace: "Thay văn bản cũ",
  keep: "Giữ cả hai",
  refused: (name: string) => `⛔ Không thêm được “${name}”. Thư viện không thay đổi.`,
  details: (reason: string) => `Chi tiết: ${reason}`,
};

const en: typeof vi = {
  button: "Add to the library",
  offer: (name) => `File “${name}” received. What is to be done with it?`,
  usage:
    "To add a document, send the file (.docx, .doc, .pdf, .html, .md, .txt, a scanned picture; 20 MB at most) with the " +
    "command /add, or answer a message that holds a file or a text with /add.",
  offHere: "This service takes no files over Telegram. Add documents with: npm run trichdan -- ingest <file>",
  gone: "The file is no longer there. Please send it again.",
  tooBig:
    "The file is larger than 20 MB, more than Telegram hands on. Please split it, or add it with the command ingest.",
  whoReads: (name) => `Who may read “${name}”?`,
  everyone: "Everyone",
  only: (role) => `From ${role} upwards`,
  cancel: "Cancel",
  cancelled: "Cancelled. The library is as it was.",
  receiving: (name) => `Receiving “${name}”…`,
  reading: (name, pages) => (pages > 0 ? `Reading “${name}”: ${pages} pages so far…` : `Reading “${name}”…`),
  embedding: (name, done, total) => `Indexing “${name}”: ${done} of ${total} passages…`,
  added: "✅ Added to the library; it can be asked about and looked up from now on:",
  replaced: "✅ Put in the place of the earlier text; it can be asked about and looked up from now on:",
  passages: (count) => (count === 1 ? "1 passage" : `${count} passages`),
  readers: (readers) => `Readers: ${readers}`,
  file: (name) => `File: ${name}`,
  near: (percent) => `⚠️ ${percent}% the same as a document that is held, please compare:`,
  onlyHere: "Only in the new one:",
  onlyThere: "Only in the one held:",
  sameSentences: "All sentences are the same.",
  moreSentences: (count) => `and ${count} more`,
  duplicate: "The library has this text already; nothing was added:",
  namesakes: "The library holds a document of the same kind, number, issuer and date, with another text.",
  held: "Held:",
  given: "Sent now:",
  replace: "Replace the earlier one",
  keep: "Keep both",
  refused: (name) => `⛔ “${name}” cannot be added. The library is as it was.`,
  details: (reason) => `Details: ${reason}`,
};

export const uploadMessages = { vi, en };

/** Commands that administrators see besides the others. */
export const libraryCommands = {
  vi: {
    thieu: "Câu hỏi thư viện chưa trả lời được",
    them: "Thêm văn bản vào thư viện",
    thuhoi: "Rút văn bản khỏi thư viện",
  },
  en: {
    gaps: "Questions the library could not answer",
    add: "Add a document to the library",
    withdraw: "Withdraw a document from the library",
  },
};
