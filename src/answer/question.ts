import { fold, matchForm, tokenise } from "../core/text.ts";

/** What kind of thing a question asks for. */
export type QuestionKind = "status" | "date" | "number" | "about" | "who" | "document" | "list" | "open";

// Folded phrases; the first that matches wins: "bao nhiêu văn bản" asks for a number, "ngày bao nhiêu" for a date.
const SIGNS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "status",
    /\b(?:con|het) (?:hieu luc|dung duoc|gia tri)\b|\b(?:da|bi) .*\bthay the (?:chua|khong|hay)\b|\bbi thay the\b|\b(?:still|in) (?:force|valid)\b|\bgoing to be replaced\b/,
  ],
  [
    "date",
    /\b(?:ngay|nam|thang) (?:nao|may|bao nhieu)\b|\bkhi nao\b|\bbao gio\b|\bthoi gian nao\b|\bwhen\b|\bwhat date\b|\bngay ban hanh\b/,
  ],
  [
    "number",
    /\bbao nhieu\b|\b(?:thu|khoa|lan|co|trong) may\b|\bhow (?:many|much)\b|\btong so\b|\bty le\b|\bpercentage\b/,
  ],
  [
    "about",
    /\b(?:ve|noi|noi ve|ve viec|ve noi dung|noi dung|dieu chinh|dieu chinh viec|quy dinh|quy dinh ve|huong dan|huong dan ve|huong dan noi dung) gi\b|\bnoi dung\b.*\bla gi\b|\bwhat (?:is|are) .*\babout\b|\bwhat does .*\b(?:say|cover|govern)\b/,
  ],
  ["who", /\bai\b|\b(?:co quan|cap|dong chi|nguoi) nao\b|\bwho\b|\bwhom\b|\bwhich body\b/],
  [
    "document",
    /\b(?:quy dinh|quyet dinh|nghi quyet|ket luan|chi thi|huong dan|ke hoach|van ban|chuong trinh|cong van)\b[^?]{0,25}(?<!\bthe )\bnao\b|\b(?:which|what) (?:regulation|resolution|decision|directive|conclusion|document|plan|guideline)s?\b/,
  ],
  [
    "list",
    /\bnhung\b[^?]*\b(?:gi|nao)\b|\bgom\b|\bliet ke\b|\bcac\b[^?]*\b(?:gi|nao)\b|\byeu cau\b|\b(?:nhiem vu|giai phap|noi dung|trach nhiem|tieu chi)\b|\blist\b|\bwhat are\b|\brequire/,
  ],
];

// Words that ask, and words without a meaning of their own: they need not stand in the answer.
const EMPTY = new Set(
  (
    "bao nhiêu gì nào những các là thì mà có của và được cho với về theo trong tại ở từ đến do khi để này đó kia ai " +
    "đâu sao như thế hãy xin hỏi cho biết nói nêu thực hiện việc một mấy lần thứ bị đã đang sẽ ra vào trên dưới " +
    "nội dung yêu cầu quy định ban hành tổng số không đối"
  ).split(" "),
);
const EMPTY_FOLDED = new Set([...EMPTY].map(fold));

/** Whether a word has no meaning of its own, however it is typed. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_FOLDED.has(fold(word));
}

export function kindOfQuestion(question: string): QuestionKind {
  const folded = fold(question);
  return SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? "open";
}

/** Syllables and pairs that an answer should have: the question without its empty words and its document numbers. */
export function contentTerms(question: string, plain: boolean): string[] {
  const empty = plain ? EMPTY_FOLDED : EMPTY;
  const words = tokenise(question).map((token) => (plain ? fold(token.text) : matchForm(token.text)));
  const single = words.filter((word) => !empty.has(word));
  const pairs = words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    return empty.has(before) || empty.has(word) ? [] : [`${before} ${word}`];
  });
  return [...new Set([...single, ...pairs])];
}
