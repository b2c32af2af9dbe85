import { GAP_REASONS } from "../answer/gap-reasons.ts";

const vi = {
  title: "Câu hỏi thư viện chưa trả lời được",
  lead: "Các câu hỏi không có căn cứ để trả lời hoặc có câu trả lời bị đánh giá chưa đúng, không ghi người hỏi. Danh sách này giúp xác định văn bản cần bổ sung. Để đánh dấu đã xử lý, dùng lệnh /thieu trong Telegram.",
  none: "Hiện không có câu hỏi nào chờ xử lý.",
  total: (count: string) => `${count} câu hỏi chờ xử lý`,
  order: { newest: "Mới nhất trước", most: "Hỏi nhiều nhất trước" },
  times: (count: string) => `${count} lần`,
  once: (date: string) => `ngày ${date}`,
  between: (first: string, last: string) => `từ ngày ${first} đến ngày ${last}`,
  reasons: GAP_REASONS.vi,
  earlier: "Trang trước",
  later: "Trang sau",
  expiry: "Liên kết này chỉ dùng được trong một giờ và chỉ dành cho quản trị viên; xin không chuyển tiếp.",
};

const en: typeof vi = {
  title: "Questions the library could not answer",
  lead: "Questions without evidence, or whose answer was judged not right, without who asked. They show which documents are missing. To settle one, use /gaps in Telegram.",
  none: "No question is waiting.",
  total: (count) => `Questions waiting: ${count}`,
  order: { newest: "Newest first", most: "Most asked first" },
  times: (count) => `asked: ${count}`,
  once: (date) => `on ${date}`,
  between: (first, last) => `from ${first} to ${last}`,
  reasons: GAP_REASONS.en,
  earlier: "Previous page",
  later: "Next page",
  expiry: "This link works for one hour and is for administrators; please do not pass it on.",
};

export const gapsMessages = { vi, en };
