import { fold, hasDiacritics, matchForm, wordsOf } from "../core/text.ts";
import { ENGLISH_FUNCTION_WORDS } from "../search/language.ts";

/** What kind of thing a question asks for. */
export type QuestionKind =
  | "status"
  | "date"
  | "duration"
  | "number"
  | "place"
  | "about"
  | "who"
  | "document"
  | "list"
  | "open";

interface Sign {
  /** For text as `matchForm` has it, and for text without diacritics. */
  readonly marked: RegExp;
  readonly plain: RegExp;
}

const START = "(?<![\\p{L}\\p{M}\\p{N}])";
const END = "(?![\\p{L}\\p{M}\\p{N}])";

/** Marks count where they are typed: "máy" is no "mấy". `plain` where dropping them is not enough. */
function sign(marked: string, plain = marked): Sign {
  const whole = (source: string) => new RegExp(`${START}(?:${source})${END}`, "u");
  return { marked: whole(marked), plain: whole(plain.replace(/[^\x00-\x7f]+/g, fold)) };
}

/** Words for documents in lower case, as alternatives of a pattern. */
export const DOCUMENTS =
  "quy định|quyết định|nghị quyết|kết luận|chỉ thị|hướng dẫn|kế hoạch|văn bản|chương trình|công văn";

// Without marks "mấy" is "máy" too, which none of these follow.
const THINGS =
  `${DOCUMENTS}|điều|khoản|chương|mục|phần|loại|thể loại|nhóm|tiêu chí|nhiệm vụ|giải pháp|nội dung|` +
  "đảng viên|cán bộ|đồng chí|người|quần chúng|học viên|lớp|đoàn|chi bộ|đảng bộ|tổ chức|cơ quan|đơn vị|doanh nghiệp|huyện|xã|" +
  "tỉnh|điểm|hội nghị|hội thảo|cuộc|đề án|lần|lượt|bước|cấp|ngày|tháng|năm";

const PLACE_ENGLISH = "(?:which|what) (?:province|city|town|district)";

// The first that matches wins: "bao nhiêu văn bản" asks for a number, "ngày bao nhiêu" for a date.
const SIGNS: readonly (readonly [QuestionKind, Sign])[] = [
  [
    "status",
    sign(
      `(?:còn|hết) (?:hiệu lực|dùng được|giá trị)|(?:đã|bị)${END}.*${START}thay thế (?:chưa|không|hay)|bị thay thế|` +
        "(?:still|in) (?:force|valid)|going to be replaced",
    ),
  ],
  [
    "date",
    sign(
      // "Trong năm bao nhiêu đảng viên …" counts.
      "(?:ngày|hôm|năm|tháng|thế kỷ|thế kỉ|thời gian|thời điểm|lúc) nào|" +
        "(?<!(?:trong|mỗi|một|hằng|hàng|cả) )(?:ngày|hôm|năm|tháng) (?:mấy|bao nhiêu)|" +
        "khi nào|bao giờ|when|what date|ngày ban hành",
    ),
  ],
  ["duration", sign("bao lâu|(?:bao nhiêu|mấy) (?:ngày|tuần|tháng|năm)|how long|how many (?:days|weeks|months|years)")],
  ["document", sign(`(?:${DOCUMENTS}|nq|qđ|kl|hd|ct)${END}[^?]*(?<!từ )${START}số (?:mấy|bao nhiêu|nào)`)],
  [
    "number",
    sign(
      "bao nhiêu|mấy|tổng số|tỷ lệ|tỉ lệ|how (?:many|much)|percentage",
      `bao nhiêu|(?:thứ|khóa|lần|có|trong) mấy|(?<!bộ )mấy (?:${THINGS})|tổng số|tỷ lệ|tỉ lệ|how (?:many|much)|percentage`,
    ),
  ],
  [
    "about",
    sign(
      "(?:để làm|nhằm|nhằm mục đích|đề cập|đề cập đến|đề cập tới|bàn|về|nói|nói về|về việc|về nội dung|nội dung|điều chỉnh|điều chỉnh việc|quy định|quy định về|hướng dẫn|" +
        `hướng dẫn về|hướng dẫn nội dung) (?:(?:cái|điều|những|vấn đề|việc|chuyện|nội dung) )?gì(?! (?:về|đối với|với|cho|ở|tại|trong|khi|nếu) )|nội dung${END}.*${START}là gì|what (?:is|are)${END}.*${START}about|` +
        `what does${END}.*${START}(?:say|cover|govern|regulate|deal with|concern|address)(?! about | on )|` +
        "what (?:is|are) the (?:main |key )?(?:points?|contents?|subject) of",
    ),
  ],
  [
    "place",
    sign(
      `(?:tỉnh|thành phố|huyện|quận) nào|${PLACE_ENGLISH}`,
      // Without marks "quận nào" is part of "cơ quan nào".
      `(?:tỉnh|thành phố|huyện) nào|${PLACE_ENGLISH}`,
    ),
  ],
  ["who", sign("ai|(?:cơ quan|cấp|đồng chí|người|tác giả) nào|who|whom|which body")],
  [
    "document",
    sign(
      `(?:${DOCUMENTS})${END}[^?]{0,25}` +
        `(?<!${START}(?:thế|như thế) )${START}nào|` +
        "(?:which|what) (?:regulation|resolution|decision|directive|conclusion|document|plan|guideline)s?",
    ),
  ],
  [
    "list",
    sign(
      `những${END}[^?]*${START}(?:gì|nào)|gồm|liệt kê|các${END}[^?]*${START}(?:gì|nào)|yêu cầu|` +
        "(?:nhiệm vụ|giải pháp|nội dung|trách nhiệm|tiêu chí)|list|what are|require\\p{L}*",
    ),
  ],
];

const SEVERAL = new RegExp(
  `\\b(?:nhung|cac|hai|ba|bon|nam|\\d) (?:${fold(DOCUMENTS)}) nao\\b|` +
    "\\b(?:which|what) (?:\\w+ )?(?:regulations|resolutions|decisions|directives|conclusions|documents|plans|guidelines)\\b",
);

/** Whether a question for documents asks for more than one. */
export function asksForSeveral(question: string): boolean {
  return SEVERAL.test(fold(question));
}

// Words that ask, and words without a meaning of their own: they need not stand in the answer.
const EMPTY = new Set(
  (
    "bao nhiêu gì nào những các là thì mà có của và được cho với về theo trong tại ở từ đến do khi để này đó kia ai " +
    "đâu sao như thế hãy xin hỏi cho biết nói nêu thực hiện việc một mấy lần thứ bị đã đang sẽ ra vào trên dưới " +
    "nội dung yêu cầu quy định ban hành tổng số không đối làm rồi luôn hôm cái nó tôi"
  ).split(" "),
);
const EMPTY_FOLDED = new Set([...EMPTY].map(fold));
// What is empty by itself is not in these.
const WORDS = new Set(
  (
    "dự bị|chuẩn bị|thiết bị|trang bị|lý do|tự do|việc làm|đối ngoại|tồn tại|trong sạch|nêu gương|từ chức|từ trần|" +
    "kiểm tra|thứ trưởng"
  ).split("|"),
);
const WORDS_FOLDED = new Set([...WORDS].map(fold));

/** Whether a word has no meaning of its own, however it is typed. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_FOLDED.has(fold(word));
}

// "Vì sao cần kiểm tra quy định này còn hiệu lực hay không?" asks neither for validity nor for anything else that is printed.
const REASON =
  /^(?:vì sao|tại sao|vì lý do gì|lý do gì|lý do nào|vi sao|tai sao|vi ly do gi|ly do gi|ly do nao|why|for what reason)(?!\p{L})/u;

/** `plain` where it was typed without diacritics; a document's symbol ("qđ 213 co may dieu") may have some. */
export function kindOfQuestion(question: string, plain = !hasDiacritics(question)): QuestionKind {
  const form = plain ? fold(question) : matchForm(question);
  if (REASON.test(form)) return "open";
  return SIGNS.find(([, { marked, plain: bare }]) => (plain ? bare : marked).test(form))?.[0] ?? "open";
}

// Beside the document's name all that a question for its date or its issuer has.
const OF_ISSUE = new Set(
  (
    "ngay hom thang nam khi luc thoi diem gian co quan cap ban hanh ky ra doi cong bo so van cua bo ai don vi to chuc dang " +
    "date issued issue issuer signed dated promulgated adopted body agency on day"
  ).split(" "),
);

const ISSUING = /\b(?:ban hanh|ra doi|ra|cong bo|cua|do|issued?|issuer|issuing|promulgated|adopted)\b/;

/** Whether a question, its documents and places left out, asks for no more than when a document was issued, or by whom. */
export function asksOfIssue(rest: string, kind: QuestionKind): boolean {
  const folded = fold(rest);
  // "Thực hiện đến năm nào" and "nói về những cơ quan nào" ask for something else.
  const isAsked = kind === "who" ? ISSUING.test(folded) : kind === "date" && !/\b(?:thuc hien|den|tu)\b/.test(folded);
  if (!isAsked) return false;
  const words = wordsOf(folded).filter((word) => !EMPTY_FOLDED.has(word) && !ENGLISH_FUNCTION_WORDS.has(word));
  return words.every((word) => OF_ISSUE.has(word));
}

// The syllables of some of these have a meaning in other company.
const EMPTY_PHRASE =
  /(?<![\p{L}\p{M}])(?:phần trăm|tổng cộng|tất cả|cả thảy|hồi (?:đó|trước|ấy)|(?:tới|đến|bây) giờ|phan tram|tong cong|tat ca|ca thay|hoi (?:do|truoc)|(?:toi|den|bay) gio)(?![\p{L}\p{M}])/giu;

/** Syllables and pairs that an answer should have: the question without its empty words and its document numbers. */
export function contentTerms(question: string, plain: boolean): string[] {
  const [empty, kept] = plain ? [EMPTY_FOLDED, WORDS_FOLDED] : [EMPTY, WORDS];
  const words = wordsOf(question.replace(EMPTY_PHRASE, " ")).map((word) => (plain ? fold(word) : word));
  const isKept = (at: number) => kept.has(`${words[at - 1]} ${words[at]}`) || kept.has(`${words[at]} ${words[at + 1]}`);
  const isEmpty = words.map((word, at) => empty.has(word) && !isKept(at));
  const single = words.filter((_, at) => !isEmpty[at]);
  const pairs = words.slice(1).flatMap((word, at) => (isEmpty[at] || isEmpty[at + 1] ? [] : [`${words[at]} ${word}`]));
  return [...new Set([...single, ...pairs])];
}
