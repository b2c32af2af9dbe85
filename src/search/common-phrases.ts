import { wordsOf } from "../core/text.ts";
import { GLOSSARY } from "./glossary.ts";

// How people ask and count in Vietnamese, which is not how directives are written.
const ASKING = `
  là gì | những gì | cái gì | việc gì | gồm gì | nói gì | làm gì | gì không | yêu cầu gì | quy định gì | như thế nào | thế nào
  ra sao | vì sao | tại sao | bao nhiêu | có bao nhiêu | được bao nhiêu | bao nhiêu người | bao nhiêu ngày | bao nhiêu năm
  bao lâu | bao giờ | khi nào | lúc nào | ngày nào | năm nào | tháng nào | ở đâu | nơi nào | nào ban hành | văn bản nào
  quy định nào | cơ quan nào | điều nào | đồng chí nào | ai là | do ai | ai được | của ai | ai ký | ai ban hành | ai chịu
  đúng hay sai | có đúng | đúng không | có phải | phải không | được không | hay không | hay chưa | hay là | có được
  cho biết | xin hỏi | cho hỏi | hãy nêu | nêu rõ | nói về | thuộc về | mấy lần | mấy năm | mấy ngày | mấy tháng | mấy điều
  có mấy | thứ mấy | nhằm để | dùng để | để làm | phải làm | cần làm | nên làm | được làm | không được | có thể | cần phải
  giữa hai | khác nhau | giống nhau | mỗi năm | mỗi lần | một lần | còn hiệu lực | hết hiệu lực | còn giá trị | còn dùng được
  còn áp dụng | bị thay thế
`;

const phrases = [...ASKING.split(/[|\n]/), ...GLOSSARY.map(([vietnamese]) => vietnamese)].map((phrase) =>
  wordsOf(phrase),
);

/** Syllables that a question may have whether or not the library does. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(phrases.flat());

/** Pairs of neighbouring syllables in common phrases. */
export const COMMON_PAIRS: ReadonlySet<string> = new Set(
  phrases.flatMap((words) => words.slice(1).map((word, at) => `${words[at]} ${word}`)),
);
