/** What an answer is framed with, whatever the text says; beside the words that `contentTerms` leaves out. */
export const FRAME_WORDS: ReadonlySet<string> = new Set(
  (
    "bằng bởi cần phải nên cũng rằng đều vẫn còn chỉ sau trước mọi mỗi từng cùng giữa qua bao gồm cộng tài liệu văn bản " +
    "nhằm nếu hoặc khoảng"
  ).split(" "),
);
