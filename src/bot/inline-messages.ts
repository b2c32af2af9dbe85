const vi = {
  hint: "Gõ số văn bản hoặc từ khóa",
  none: "Không thấy; hỏi trong trò chuyện riêng",
  citedIn: "Theo:",
};

type InlineMessages = typeof vi;

const en: InlineMessages = {
  hint: "Type a number or some words",
  none: "Nothing found; ask in a private chat",
  citedIn: "According to:",
};

/** What inline results say besides words of the library. */
export const inlineMessages = { vi, en };
