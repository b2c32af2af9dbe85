const vi = {
  button: "Rút khỏi thư viện",
  usage: "Xin ghi số, ký hiệu hoặc tên văn bản sau lệnh, ví dụ: /thuhoi 213-QĐ/TW",
  none: (query: string) => `Thư viện không giữ toàn văn nào khớp với “${query}”.`,
  which: "Xin chọn văn bản cần rút:",
  more: (count: number) => `Còn ${count} văn bản khác; xin ghi rõ hơn.`,
  confirm: "Rút văn bản này khỏi thư viện? Từ đó không hỏi, không tra cứu được nữa.",
  yes: "Rút văn bản",
  no: "Giữ lại",
  kept: "Đã giữ lại. Thư viện không thay đổi.",
  done: "✅ Đã rút khỏi thư viện:",
  fileRemains:
    "⚠️ Tệp gốc vẫn còn trên máy chủ: lần nạp sau, kể cả khi khởi động lại, văn bản sẽ trở lại. Xin xóa tệp đó.",
  gone: "Văn bản này không còn trong thư viện.",
};

const en: typeof vi = {
  button: "Withdraw",
  usage: "Please write the number or the title of the document after the command, for example: /withdraw 213-QĐ/TW",
  none: (query) => `The library holds no text that fits “${query}”.`,
  which: "Which document is to be withdrawn?",
  more: (count) => `${count} more; please be more precise.`,
  confirm: "Withdraw this document? It can no longer be asked about or looked up then.",
  yes: "Withdraw it",
  no: "Keep it",
  kept: "Kept. The library is as it was.",
  done: "✅ Withdrawn from the library:",
  fileRemains:
    "⚠️ Its file is still on the server: with the next ingest, also at the next start, the document comes back. Please delete that file.",
  gone: "This document is no longer in the library.",
};

export const withdrawMessages = { vi, en };
