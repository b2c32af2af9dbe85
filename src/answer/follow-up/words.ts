import { KINDS } from "../../citation/kinds.ts";
import { anyOf } from "../../citation/patterns.ts";
import { fold, matchForm, tokenise } from "../../core/text.ts";
import { ENGLISH_FUNCTION_WORDS } from "../../search/language.ts";
import { isEmptyWord } from "../question.ts";

// What only documents have: a question of nothing else needs one to be asked about.
const FACETS =
  "ngày nào | ngày mấy | ngày bao nhiêu | ngày tháng nào | ngày tháng năm nào | hôm nào | khi nào | bao giờ | của ai | do ai | " +
  "của cơ quan nào | do cơ quan nào | thay | thay cho | " +
  "ban hành | ra đời | công bố | ký | ký ban hành | người ký | hiệu lực | giá trị | thay thế | bãi bỏ | hủy bỏ | " +
  "sửa đổi | bổ sung | đình chỉ | số hiệu | ký hiệu | trích yếu | tiêu đề | tên gọi | tên đầy đủ | tên | toàn văn | " +
  "nội dung | nội dung chính | tóm tắt | phạm vi điều chỉnh | phạm vi | đối tượng áp dụng | đối tượng | áp dụng | " +
  "thi hành | nơi nhận | số mấy | số bao nhiêu | số nào | mấy điều | mấy chương | bao nhiêu điều | bao nhiêu chương | " +
  "về gì | về cái gì | về việc gì | về chuyện gì | về vấn đề gì | nói gì | nói về gì | nói về việc gì | nói về vấn đề gì | quy định gì | yêu cầu gì | điều chỉnh gì | hướng dẫn gì | " +
  "hướng dẫn thực hiện | hướng dẫn thi hành | văn bản hướng dẫn | căn cứ | " +
  "issue | issued | date of issue | signed | signer | signatory | in force | into force | valid | validity | effect | " +
  "effective | expire | expired | replace | replaced | replaces | superseded | supersede | repealed | amended | dated | " +
  "title | full title | full text | contents | content | summary | summarise | summarize | scope | say about | " +
  "what does say | issuer | issuing body";

// What a question for a facet may have beside it; by itself it asks for nothing.
const COMPANY =
  "gồm | bao gồm | ngày | tháng | năm | thời gian | thời điểm | cơ quan | người | đồng chí | chức vụ | cấp | chủ thể | loại | thể loại | " +
  "chính | cụ thể | chính xác | chi tiết | đầy đủ | ngắn gọn | hiện nay | hiện tại | bây giờ | đến nay | đến bao giờ | " +
  "hay chưa | hay không | chưa | rồi | còn | vẫn | nữa | thế | vậy | à | ạ | nhỉ | nhé | hả | lại | sau | trước | " +
  "nó | ấy | kia | cái | điều | khoản | điểm | chương | mục | phần | phụ lục | văn bản | tài liệu | " +
  "bao giờ | bởi | bằng | nhờ | giúp | tôi | em | anh | mình | bạn | dạ | vâng | ok | ở đâu | bao lâu | hết | dùng | " +
  "date | day | year | month | body | agency | person | kind | number | please | exactly | still | yet | already | " +
  "document | text | in | to | do | an | a | me | tell | now | today | then | again | so | article | s | by | on";

const ANY_DOCUMENT = ["văn bản", "tài liệu", "bài viết"];
const ANY_ENGLISH_DOCUMENT = ["document", "text", "paper"];

/** Words for documents in lower case, as alternatives of a pattern. */
export const NOUN = anyOf([
  ...KINDS.flatMap(({ name, aliases = [] }) => [name.toLowerCase(), ...aliases.map((alias) => alias.toLowerCase())]),
  ...ANY_DOCUMENT,
]);
export const ENGLISH_NOUN = anyOf([...KINDS.flatMap(({ english }) => english), ...ANY_ENGLISH_DOCUMENT]);

const KIND_OF: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ name, aliases = [], english }) =>
    [name, ...aliases, ...english].map((word): [string, string] => [fold(word), name]),
  ),
);

/** The kind that a word for documents means; `null` where it means any. */
export function kindOfNoun(noun: string): string | null {
  return KIND_OF.get(fold(noun).replace(/\s+/g, " ")) ?? null;
}

const ASKED_FOR = new RegExp(
  `(?<![\\p{L}])(${NOUN}) (?:nào|nao)(?!\\p{L})|\\b(?:which|what) (${ENGLISH_NOUN})\\b`,
  "u",
);

/** The kind of document that a question asks for: "quy định nào"; `null` for none, or any. */
export function kindAskedFor(question: string): string | null {
  const [, noun, english] = ASKED_FOR.exec(matchForm(question)) ?? [];
  return kindOfNoun(noun ?? english ?? "");
}

const facets = phrases(FACETS);
const company = phrases(COMPANY);
const LONGEST = 4;

/** A question without what can be said of any document. */
export interface Coverage {
  /** Its words of another content, in reading order; `start` is their place. */
  readonly content: readonly { readonly text: string; readonly start: number }[];
  /** What it asks of a document, in the form of the list. */
  readonly facets: readonly string[];
}

/** What `text` asks of a document, and what else it says; without diacritics where it was typed so. */
export function coverageOf(text: string, isPlain: boolean): Coverage {
  const form = (phrase: string) => (isPlain ? fold(phrase) : phrase);
  const [asked, beside] = isPlain ? [facets.plain, company.plain] : [facets.marked, company.marked];
  const words = tokenise(text).map(({ text: word, start }) => ({ text: form(word), start }));
  const content: { text: string; start: number }[] = [];
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const runs = Array.from({ length: LONGEST }, (_, shorter) => words.slice(at, at + LONGEST - shorter));
    const known = runs.find((run) => {
      const phrase = run.map((word) => word.text).join(" ");
      return asked.has(phrase) || beside.has(phrase);
    });
    const phrase = known?.map((word) => word.text).join(" ") ?? "";
    const [word] = words.slice(at);
    if (asked.has(phrase)) found.push(phrase);
    else if (!known && word && !isFunctionWord(word.text)) content.push(word);
    at += known?.length ?? 1;
  }
  return { content, facets: found };
}

function isFunctionWord(word: string): boolean {
  return isEmptyWord(word) || ENGLISH_FUNCTION_WORDS.has(word) || /^\d{1,3}$/.test(word);
}

function phrases(list: string): { readonly marked: ReadonlySet<string>; readonly plain: ReadonlySet<string> } {
  const marked = list.split("|").map((phrase) =>
    tokenise(phrase)
      .map(({ text }) => text)
      .join(" "),
  );
  return { marked: new Set(marked), plain: new Set(marked.map(fold)) };
}
