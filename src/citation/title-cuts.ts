/** Where the words stop being a title: what stands behind tells of something else; `undefined` where they do not. */
export function cutIn(words: string): number | undefined {
  const cuts = [
    clauseIn(words),
    ...[PREDICATE, COMPANY, ISSUED, DATE].map((pattern) => pattern.exec(words)?.index),
  ].filter((cut) => cut !== undefined);
  return cuts.length === 0 ? undefined : Math.min(...cuts);
}

const alternatives = (words: string) => words.split("|").map((word) => word.trim().replaceAll(" ", "\\s+"));
// What is done with a document, and with a matter; in "cán bộ được giới thiệu" neither is.
const APPLIED = alternatives(
  "ban hành | triển khai | quán triệt | tổ chức | thực hiện | thông qua | cụ thể hóa | phổ biến",
).join("|");
const IMPROVED = alternatives(
  "nâng cao | nâng lên | quan tâm | chú trọng | coi trọng | đẩy mạnh | tăng cường | củng cố | bảo đảm | đảm bảo | " +
    "cải thiện | duy trì | khẳng định | ghi nhận | phát huy | giữ vững | khắc phục | đẩy lùi | kiềm chế | mở rộng",
).join("|");
// What the document does, or what was done with it, is no part of its title.
const PREDICATE = new RegExp(
  `\\s(?:${[
    "đã(?!\\s+(?:nghỉ|chuyển|từ|qua|mất|hưu|bị|thôi|xuất|hoàn|từng)(?!\\p{L}))",
    `(?:(?:thực sự|ngày càng|từng bước|luôn|đều|cơ bản)\\s+)?được\\s+(?:${APPLIED}|${IMPROVED})`,
    "còn\\s+(?:hạn chế|chậm|nhiều|thiếu|một số)",
    "đạt\\s+(?:được|kết quả|hiệu quả|nhiều|yêu cầu)",
    "chưa\\s+(?:được|đạt|thực sự|kịp thời|nghiêm|đầy đủ|cao|tốt)",
    "là\\s+(?:văn bản|cơ sở|căn cứ|bước)",
    "vừa\\s+(?:được|mới|qua|ban|ký|có)",
    "yêu cầu\\s+(?:các|cấp ủy|phải|từng|mỗi)",
    "gồm\\s+(?:có|các|\\d)",
    "có\\s+\\d{1,3}\\s+(?:điều|chương|phần|mục)",
    ...alternatives(
      "sẽ | thực sự | ngày càng | có hiệu lực | hết hiệu lực | nêu rõ | chỉ rõ | quy định rõ | " +
        "quy định cụ thể | xác định rõ | bước đầu | đi vào cuộc sống | thay thế | thay cho | góp phần | nhằm",
    ),
  ].join("|")})(?!\\p{L})`,
  "iu",
);
// Beside what else it is done.
const COMPANY =
  /\s(?:gắn với|(?<!(?:vô|cuối|sau|tận)\s)cùng(?!\s+(?:cấp(?!\s+ủy)|thời|nhau|kỳ|ngành|khóa|loại|một|lúc|tham gia)(?!\p{L})))(?!\p{L})/iu;
// "do Ban Bí thư ban hành" is who issued it.
const ISSUED = /\s(?:do|được)\s\p{Lu}[^,]{2,80}?\sban hành(?!\p{L})/u;
const DATE = /,?\s+(?:ban hành\s+)?ngày\s+\d/iu;

// What a clause behind a comma begins with.
const CLAUSE = new RegExp(
  `^(?:${alternatives(
    "trong đó | đồng thời | nhằm | góp phần | với | theo | gắn với | qua đó | từ đó | do | vì | để | khi | sau khi | " +
      "trước khi | nếu | nhưng | song | tuy | tuy nhiên | hiện | đến nay | đã | đang | sẽ | được | bị | cùng | căn cứ | " +
      "trên cơ sở | ngày | năm | tháng | còn | mà | thì | kèm theo | thay thế | thay cho | ban hành | quy định rõ | " +
      "gồm | bao gồm | nêu rõ | yêu cầu | khẳng định | chú trọng | quan tâm | chủ động | kịp thời | nghiêm túc | nhất là | " +
      "đặc biệt là | bên cạnh | ngoài ra | do đó | vì vậy | tạo điều kiện | tạo chuyển biến | tạo sự | phù hợp",
  ).join("|")})(?!\\p{L})`,
  "iu",
);
const ASPECT = /(?<!\p{L})(?:đã|sẽ|đang|phải|cần|ban hành|chỉ đạo|yêu cầu|tổ chức|giao)(?!\p{L})/u;
const OF_DOCUMENTS = alternatives(
  "được | có hiệu lực | hết hiệu lực | thay thế | nêu | quy định | xác định | chỉ rõ | đề ra | đặt ra | yêu cầu | " +
    "khẳng định | góp phần | tạo | đi vào | giúp | mang lại | phát huy",
).join("|");
// A matter or a body with its own verb, which no document has: "chất lượng cán bộ thực sự được nâng cao".
const OWN_VERB = new RegExp(
  "\\p{L}\\s+(?:(?:thực sự|ngày càng|luôn|đều|vẫn)\\s" +
    `|(?:đã|sẽ)\\s+(?!(?:${OF_DOCUMENTS}|nghỉ|chuyển|mất|hưu|bị|thôi|từng|qua)(?!\\p{L}))` +
    `|(?:(?:đã|sẽ|đang)\\s+)?(?:từng bước\\s+)?được\\s+(?:${IMPROVED})(?!\\p{L}))`,
  "iu",
);

/** Where a comma begins another clause rather than goes on with the matters of the title. */
function clauseIn(words: string): number | undefined {
  const [first = "", ...others] = words.split(",");
  let at = first.length;
  let before = first.replace(/^\s*\p{L}+/u, "");
  for (const segment of others) {
    const shown = segment.trimStart();
    const isListed = /(?<!\p{L})\p{Lu}/u.test(before);
    const isOther = /^\p{Lu}/u.test(shown) && (!isListed || ASPECT.test(shown));
    if (isOther || CLAUSE.test(shown) || OWN_VERB.test(shown)) return at;
    at += segment.length + 1;
    before = segment;
  }
  return undefined;
}
