import type { Language } from "../../core/answer.ts";
import type { Span } from "../../core/passage.ts";
import { fold, matchForm } from "../../core/text.ts";
import { coverageOf, ENGLISH_NOUN, kindOfNoun, NOUN } from "./words.ts";

/** How a question hangs on the ones before it; it begins at `start`, behind "thế", "and". */
export type Dependence =
  /** It means a document without naming it: "văn bản đó", "nó", "it"; `kind` where the word says which. */
  | {
      readonly form: "refers";
      readonly start: number;
      readonly span: Span;
      readonly kind: string | null;
      readonly several: boolean;
    }
  /** It asks something without saying of which document: "ai ký?"; `ofPassage` where what it means stood in the answer. */
  | { readonly form: "asks"; readonly start: number; readonly ofPassage?: true }
  /** The last question again with the words of `span` in it: "còn cấp ủy thì sao?". */
  | { readonly form: "instead"; readonly span: Span }
  /** It may hang on them; too little to go by. */
  | { readonly form: "vague" };

/** `undefined` for a question that stands by itself. */
export function dependenceOf(
  text: string,
  { isPlain, language }: { readonly isPlain: boolean; readonly language: Language },
): Dependence | undefined {
  const form = isPlain ? fold(text) : matchForm(text);
  const match: Match = ({ marked, plain }) => (isPlain ? plain : marked).exec(form);
  const question = { form, isPlain, match, start: match(LEAD)?.[0].length ?? 0 };
  return (
    (language === "en" ? refersInEnglish(question) : refers(question)) ??
    asks(question) ??
    instead(question) ??
    (match(VAGUE) ? { form: "vague" } : undefined)
  );
}

interface Question {
  /** As it is compared; of the same length as the text. */
  readonly form: string;
  readonly isPlain: boolean;
  readonly match: Match;
  /** Behind what only leads in. */
  readonly start: number;
}
type Match = (pattern: Pattern) => RegExpExecArray | null;
interface Pattern {
  /** For lower-case text, and for text without diacritics. */
  readonly marked: RegExp;
  readonly plain: RegExp;
}

const END = "(?![\\p{L}\\p{N}])";
const START = "(?<![\\p{L}\\p{N}])";
// What may stand behind a subject: what it is asked, or the end.
const PREDICATE =
  "của|đã|được|bị|là|có|và|với|thì|để|nêu|nói|yêu cầu|quy định|ban hành|ra đời|hết|còn|vẫn|cần|phải|không|chưa|cũng|" +
  "sẽ|do|thay thế|ai|khi nào|bao giờ|ngày|năm|gồm|áp dụng|về|đối với|số|tên|hướng dẫn|điều chỉnh|khác|ra sao|thế nào|như";
const ALONE = `(?=\\s*(?:[.,;:)?!”"]|$)| (?:${PREDICATE})${END})`;

/** A space in the source is white space; `đó@` means that "do" typed for it must stand alone. */
function pattern(source: string): Pattern {
  const spaced = source.replaceAll(" ", "\\s{1,3}");
  const [marked, plain] = [spaced.replaceAll("@", ""), spaced.replaceAll("@", ALONE.replaceAll(" ", "\\s{1,3}"))];
  return { marked: new RegExp(marked, "u"), plain: new RegExp(plain.replace(/[^\x00-\x7f]+/g, fold), "u") };
}

// "đó" without its marks is "do" as well: "van ban do Bo Chinh tri ban hanh" means none.
const ABOVE = `(?:(?:đã|vừa|được) )?(?:nêu|nói|dẫn|kể|nhắc|hỏi)(?: (?:đến|tới|ở))? (?:trên|rồi|trước)${END}|vừa (?:rồi|nêu|nói|hỏi)${END}`;
const THAT = pattern(
  `${START}(?<several>(?:các|những|cả|hai|ba|bốn) (?:(?:hai|ba|bốn) )?)?(?<noun>${NOUN}|cái) (?:(?:này|ấy|kia)${END}|đó${END}@|${ABOVE}|(?:ở )?trên${ALONE})`,
);
const BOTH = pattern(`${START}cả hai(?: (?:${NOUN}))?${END}(?! (?:mặt|nơi|bên|phía))`);
const PRONOUN = pattern(`${START}nó${END}@|^(?:đó|đây)(?= là )`);
const WITHIN = pattern(`^(?:trong|theo) đó${END}`);
// Other things that were spoken of; times, places and turns of phrase mean none of them.
const THING = pattern(
  `${START}(?!(?:sau|trước|từ|theo|nhờ|qua|khi|lúc|trong|ngoài|cạnh|với|năm|tháng|ngày|tuần|quý|kỳ|khóa|đoạn|gian|điểm|lần|nơi|bên|ở|tại|đâu|và|hay|là|nào|gì|vì|do|tùy|căn cứ) )(?<noun>[\\p{L}]+) (?:đó${END}(?<typed>@)|ấy${END}|(?:nêu|nói|kể) trên${END})`,
);
const MANY = pattern(
  `${START}(?:bao nhiêu|mấy|những|các|tất cả|mọi|từng|nhiều|how many|all|what|which) (?:${NOUN}|(?:${ENGLISH_NOUN})s?)${END}`,
);
const WHICH = pattern(`${START}(?:${NOUN}|cái) nào${END}|${START}(?:what|which) (?:${ENGLISH_NOUN})${END}`);
const TURNED =
  "thay thế|thay|sửa đổi|bãi bỏ|hướng dẫn|bổ sung|hủy bỏ|căn cứ|replace[sd]?|superseded?|supersedes|amend(?:s|ed)?|repeal(?:s|ed)?";
const RELATION = pattern(`${START}(?:${TURNED})${END}`);
const DEFINITION = pattern(
  `^(?!.*${START}(?:tên|số hiệu|ký hiệu|trích yếu|tiêu đề|nội dung|phạm vi|đối tượng|căn cứ)${END}).*là gì[\\s?!.]*$`,
);
// Behind "còn" and "có" these go on asking whether something still is.
const STILL =
  "(?! (?:hiệu lực|giá trị|dùng|áp dụng|thời hạn|phải|được|có|bị|là|thiếu|bao|mấy|lại|nhiều|ít|tồn tại|hạn chế|nào))";
const LEAD = pattern(
  `^(?:thế còn|vậy còn|thế thì|vậy thì|còn|thế|vậy|và|nhưng|and|but)${END}${STILL}(?: in english)?[\\s,:]+`,
);
// Said to be polite.
const PARTICLE = "(?: (?:ạ|nhỉ|vậy|à|nhé|hả|please))?";
const INSTEAD = pattern(
  `^(?:thế còn|vậy còn|(?<short>và|thế|vậy)|còn|and what about|but what about|what about|how about|(?<and>and))${END}${STILL}[\\s,:]+(?:về )?(?<rest>.*?)(?<how> (?:thì (?:sao|thế nào|như thế nào)|như thế nào|thế nào|ra sao))?${PARTICLE}[\\s?!.]*$`,
);
const OVER = pattern(
  `^(?:thế còn|vậy còn|còn|and what about|but what about|what about|how about|and)(?: (?:đối với|về))?\\s*$`,
);
const ENDS = pattern(`^(?: (?:thì (?:sao|thế nào|như thế nào)|như thế nào|thế nào|ra sao))?${PARTICLE}[\\s?!.]*$`);
const HOW = pattern(`^(?<rest>(?:đối với|ở|tại|nếu|trong) .*?) thì sao${PARTICLE}[\\s?!.]*$`);
const ASKING = pattern(
  `${START}(?:gì|nào|ai|mấy|bao nhiêu|bao giờ|đâu|sao|hay không|không|chưa|what|which|who|whom|when|where|why|how|must|may|can|should|is|are|does|do|has|have|will)${END}`,
);
const VAGUE = pattern(
  `^(?:thế còn|vậy còn|còn|thế|vậy|và|and|but|so|what about|how about)${END}|${START}(?:đó@|ấy|này|họ|nêu trên|nói trên|như vậy|it|its|they|them|their|this|that|those|these)${END}|thì sao[\\s?!.]*$|^(?:tại sao|vì sao|why|khi nào|bao giờ|when|ở đâu|where|ai|who|thế nào|how)[\\s?!.]*$`,
);

const ENGLISH_THAT = new RegExp(
  `\\b(?:both )?(?<lead>this|that|the same|the above|the said|said|the|these|those) (?<noun>${ENGLISH_NOUN})(?<plural>s?)\\b(?! ?\\d)`,
);
const QUALIFIED = /^ (?:of|on|about|for|that|which|concerning|regarding|no|number|named|from|by|in)\b/;
const IT = /\b(?:it|its)\b/;
// "is it true that", "how long does it take": this "it" means nothing.
const EXPLETIVE =
  /\bit (?:true|possible|allowed|necessary|mandatory|required|compulsory|permitted|correct|ok|okay|legal|right|enough|that|take)\b/;
// Turned round behind a question word it is what the question is about.
const INVERTED =
  /^(?:and |but |so )?(?:what|which|how many|how much|whom|who)\b[^?]* (?:does|did|do|is|was|has|will|can|must|should)(?: it)$/;

function refers({ form, isPlain, match, start }: Question): Dependence | undefined {
  const found = match(BOTH) ?? match(THAT);
  if (found) {
    const { noun = "", several } = found.groups ?? {};
    // "Quy định về đảng phí là gì, quy định đó …" means its own.
    if (noun !== "" && form.slice(0, found.index).includes(noun)) return undefined;
    return {
      form: "refers",
      start,
      span: spanOf(found),
      kind: kindOfNoun(noun),
      several: noun === "" || several !== undefined,
    };
  }
  const pronoun = match(PRONOUN);
  if (pronoun && coverageOf(form.slice(start, pronoun.index), isPlain).content.length === 0)
    return { form: "refers", start, span: spanOf(pronoun), kind: null, several: false };
  const within = match(WITHIN);
  if (within) return { form: "asks", start: spanOf(within).end, ofPassage: true };
  const thing = isPlain ? null : match(THING);
  const isNew = thing?.groups && !form.slice(0, thing.index).includes(thing.groups["noun"] ?? "");
  return isNew ? { form: "asks", start, ofPassage: true } : undefined;
}

function refersInEnglish({ form, isPlain, start }: Question): Dependence | undefined {
  const found = ENGLISH_THAT.exec(form);
  if (found?.groups) {
    const { lead = "", noun = "", plural } = found.groups;
    const span = spanOf(found);
    const isOther = lead === "the" && (plural !== "" || QUALIFIED.test(form.slice(span.end)));
    if (!isOther && !form.slice(0, found.index).includes(noun))
      return { form: "refers", start, span, kind: kindOfNoun(noun), several: plural !== "" };
  }
  const it = IT.exec(form);
  if (!it || EXPLETIVE.test(form)) return undefined;
  const before = form.slice(start, it.index);
  if (coverageOf(before, isPlain).content.length > 0 && !INVERTED.test(`${before}it`)) return undefined;
  return it[0] === "its"
    ? { form: "asks", start }
    : { form: "refers", start, span: spanOf(it), kind: null, several: false };
}

/** Nothing in it but what is asked of a document; what asks for documents stands by itself. */
function asks({ form, isPlain, match, start }: Question): Dependence | undefined {
  const { content, facets } = coverageOf(form, isPlain);
  const isPinpoint = /(?:^|\s)(?:điều|dieu|khoản|khoan|article) \d/.test(form);
  if (content.length > 0 || (facets.length === 0 && !isPinpoint)) return undefined;
  const asksFor = match(MANY) ?? match(WHICH);
  if ((asksFor && !match(RELATION)) || match(DEFINITION)) return undefined;
  return { form: "asks", start };
}

// Longer ones are questions of their own.
const MOST_WORDS = 8;

function instead({ isPlain, match }: Question): Dependence | undefined {
  const found = match(INSTEAD) ?? match(HOW);
  const { rest = "", how, short, and } = found?.groups ?? {};
  const isQuestion = (isPlain ? ASKING.plain : ASKING.marked).test(rest);
  if (!found || rest === "" || isQuestion) return undefined;
  const words = rest.split(/\s+/).length;
  if (words > MOST_WORDS || (short !== undefined && how === undefined) || (and !== undefined && words > 5))
    return undefined;
  if (coverageOf(rest, isPlain).content.length === 0) return undefined;
  const from = found[0].lastIndexOf(rest + (how ?? ""));
  return { form: "instead", span: { start: from, end: from + rest.length } };
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** Whether a question has nothing beside the document that it names but what leads over to it: "còn … thì sao?". */
export function namesAnother(before: string, after: string, isPlain: boolean): boolean {
  const form = isPlain ? fold : matchForm;
  const [leads, ends] = isPlain ? [OVER.plain, ENDS.plain] : [OVER.marked, ENDS.marked];
  const [lead, end] = [form(before), form(after)];
  return ends.test(end) && (leads.test(lead) || (lead.trim() === "" && /thì|thi |ra sao|nào|nao/.test(end)));
}
