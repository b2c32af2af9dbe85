interface Range {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

const vi = {
  working: {
    searching: "Đang tìm trong thư viện…",
    found: (passages: number) =>
      passages === 0
        ? "Chưa thấy đoạn nào phù hợp, đang xem lại…"
        : `Đã tìm thấy ${passages} đoạn, đang chọn câu trả lời…`,
    stopped: "Đã dừng tìm câu trả lời theo yêu cầu.",
  },
  more: {
    button: "Đoạn liên quan",
    head: ({ from, to, of }: Range) => `Đoạn liên quan: ${from === to ? from : `${from}–${to}`} trong ${of} đoạn`,
    none: "Không còn đoạn nào khác liên quan đến câu hỏi này.",
    gone: "Câu hỏi này không còn được lưu. Xin gửi lại câu hỏi.",
  },
  sources: {
    head: "Căn cứ của câu trả lời gần nhất:",
    none: "Chưa có câu trả lời nào của đồng chí được lưu ở đây. Xin gửi câu hỏi trước, rồi dùng /nguon.",
    unquoted: "Câu trả lời gần nhất không trích dẫn đoạn nào.",
    gone: "Các đoạn đã trích không còn trong thư viện, hoặc không được xem ở đây.",
  },
  language: {
    ask: "Chọn ngôn ngữ của tôi. “Tự động” là theo ngôn ngữ của Telegram; câu trả lời theo ngôn ngữ của câu hỏi.",
    vi: "Tiếng Việt",
    en: "English",
    auto: "Tự động",
    chosen: {
      vi: "Đã chọn tiếng Việt.",
      en: "English it is.",
      auto: "Đã đặt chế độ tự động.",
    },
  },
  guest: {
    title: "Trả lời",
    empty: "Xin viết câu hỏi sau tên tôi.",
  },
  linkGone: "Liên kết này trỏ đến nội dung không còn trong thư viện, hoặc không được xem ở đây.",
};

type ConversationMessages = typeof vi;

const en: ConversationMessages = {
  working: {
    searching: "Searching the library…",
    found: (passages) =>
      passages === 0 ? "No fitting passage so far, looking again…" : `${passages} passages found, choosing the answer…`,
    stopped: "Stopped, as you asked.",
  },
  more: {
    button: "Related passages",
    head: ({ from, to, of }) => `Related passages: ${from === to ? from : `${from}–${to}`} of ${of}`,
    none: "There are no other passages related to this question.",
    gone: "This question is no longer kept. Please send it again.",
  },
  sources: {
    head: "What the last answer rests on:",
    none: "No answer to you is kept here. Please ask first, then send /sources.",
    unquoted: "The last answer quotes no passage.",
    gone: "The quoted passages are no longer in the library, or may not be shown here.",
  },
  language: {
    ask: "Choose my language. “Automatic” follows Telegram; answers then follow the language of the question.",
    vi: "Tiếng Việt",
    en: "English",
    auto: "Automatic",
    chosen: { vi: "Đã chọn tiếng Việt.", en: "English it is.", auto: "Set to automatic." },
  },
  guest: {
    title: "Answer",
    empty: "Please write the question after my name.",
  },
  linkGone: "This link points to something that is no longer in the library, or may not be shown here.",
};

/** What the bot says around an answer. */
export const conversationMessages = { vi, en };
