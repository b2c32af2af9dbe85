import { GAP_REASONS } from "../answer/gap-reasons.ts";

const vi = {
  title: (total: number) => `Câu hỏi thư viện chưa trả lời được: ${total}`,
  none: "Hiện không có câu hỏi nào chờ xử lý.",
  times: (count: number) => `${count} lần`,
  reasons: GAP_REASONS.vi,
  hint: "Chạm ✓ kèm số thứ tự để đánh dấu đã xử lý. Danh sách không ghi người hỏi.",
  earlier: "‹ Trước",
  later: "Sau ›",
  /** The order that the button changes to. */
  order: { newest: "Mới nhất trước", most: "Hỏi nhiều nhất trước" },
  web: "Mở trên trang web (trong 1 giờ)",
};

const en: typeof vi = {
  title: (total) => `Questions the library could not answer: ${total}`,
  none: "No question is waiting.",
  times: (count) => `asked: ${count}`,
  reasons: GAP_REASONS.en,
  hint: "Tap ✓ with a number to settle that question. The list does not say who asked.",
  earlier: "‹ Previous",
  later: "Next ›",
  order: { newest: "Newest first", most: "Most asked first" },
  web: "Open on the web (for 1 hour)",
};

export const gapsMessages = { vi, en };
