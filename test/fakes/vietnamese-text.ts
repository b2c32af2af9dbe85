import fc from "fast-check";

const WORDS =
  "chi bộ đảng viên Đảng ủy họp T.Ư 9.818 năm 2023. v.v. (theo đó) “làm tốt.” Điều 5. khoản 2 và; gồm: TP. Vinh X. ./. ... - | ".split(
    " ",
  );
const LINE_STARTS = [
  "",
  "",
  "",
  "- ",
  "+ ",
  "1. ",
  "2. ",
  "a) ",
  "Điều 3. ",
  "Chương II",
  "Một là, ",
  "Thứ hai, ",
  "I- ",
  "“",
];

const line = fc
  .tuple(fc.constantFrom(...LINE_STARTS), fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }))
  .map(([start, words]) => start + words.join(" "));

/** Lines as documents have them, in any disorder. */
export const vietnameseText = fc
  .array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.string() }), { maxLength: 25 })
  .chain((lines) => fc.constantFrom("\n", "\n\n").map((between) => lines.join(between)));
