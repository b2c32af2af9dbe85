import { fold, matchForm } from "../core/text.ts";
import { anyOf } from "./patterns.ts";
import * as words from "./relation-words.ts";

/**
 * The small words around a verb, in the spelling of the text that they are to read. Those that end in `Before` or `AtEnd`
 * are for the words before a place, `doubt`, `asking` and the like for any words; the others are sticky.
 */
export type Patterns = ReturnType<typeof compile>;

/** Patterns for text with its marks, or for text typed without any. */
export function patternsFor(isPlain: boolean): Patterns {
  return isPlain ? PLAIN : ACCENTED;
}

// A space in these stands for any short white space; none has a capital letter, because they are folded as a whole.
const DATE =
  "(?:vào )?(?:ngày )?\\d{1,2}(?:\\s{0,2}[/.-]\\s{0,2}\\d{1,2}\\s{0,2}[/.-]\\s{0,2}| tháng \\d{1,2} năm )\\d{4}" +
  "|(?:vào )?(?:tháng \\d{1,2}(?:[/-]| năm )|năm )\\d{4}";
const TERM = "khóa [ivxlc]{1,5}|nhiệm kỳ (?:[ivxlc]{1,5}|\\d{4}\\s{0,2}[-–]\\s{0,2}\\d{4})";
const SIGNED = "ký ban hành|ký|ban hành|công bố|thông qua";
const EFFECT =
  "(?:bắt đầu )?có hiệu lực(?: thi hành| áp dụng)?" +
  `(?: (?:kể )?(?:từ|vào)(?: (?:ngày|khi|lúc|thời điểm))?(?: (?:được )?(?:${SIGNED}))?(?: (?:${DATE}))?)?`;
const DOUBTED = [...words.UNCERTAIN, "yêu cầu", "giao"].join("|");
const ISSUED =
  `(?:được|do)(?: (?!(?:${DOUBTED})[\\s,])[^\\s.,;:()\ue000]{1,12}){1,10}? (?:ký ban hành|ban hành|ký)(?: (?:${DATE}))?` +
  `|(?:được )?ban hành(?: (?:${DATE}))?`;
const EXTENT = "gồm(?: (?:có )?\\d{1,3} (?:phần|chương|điều|mục|khoản|phụ lục)(?:,| và)?){1,4}";

const OF = "(?: (?:của|thuộc|(?:nêu |quy định )?(?:tại|trong)))?";
const NUMERALS = "(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-zđ]?|[ivxlc]{1,5}|[a-zđ])(?![a-zđ])";
const PINPOINT =
  `(?:và )?(?:điều|khoản|điểm|tiết|chương|mục|phần|phụ lục|đoạn) ${NUMERALS}` +
  `(?:\\s{0,2}(?:,|và|đến)\\s{0,2}${NUMERALS}){0,12}${OF}`;

const EDGE = "(?![\\p{L}\\p{N}])";
const START = "(?<![\\p{L}\\p{N}])";

function compile(isPlain: boolean) {
  const spell = isPlain ? fold : matchForm;
  const source = (pattern: string) => spell(pattern).replaceAll(" ", "\\s{1,3}");
  const any = (list: readonly string[]) => source(anyOf(list));
  const here = (pattern: string) => new RegExp(`(?:${source(pattern)})${EDGE}`, "uy");
  const one = (list: readonly string[]) => here(anyOf(list));
  const anywhere = (list: readonly string[]) => new RegExp(`${START}(?:${any(list)})${EDGE}`, "u");
  const before = (list: readonly string[], between = "[\\s,:]{1,4}") =>
    new RegExp(`${START}(?:${any(list)})${between}$`, "u");
  const joint = `(?:${source("và|cùng với|cùng")})`;
  const jointWords = `\\s{0,3}(?:(?:${any(words.JOINT_WORDS)})\\s{1,3}){0,3}`;
  const endings = words.RELATION_VERBS.filter((verb) => verb.isEnding).flatMap((verb) => verb.words);
  return {
    date: here(DATE),
    term: here(TERM),
    link: here("của"),
    effect: here(EFFECT),
    ended: one(endings),
    issued: here(ISSUED),
    extent: here(EXTENT),
    signed: one(["thi hành", "ký", "được ký", "ban hành", "được ban hành"]),

    plain: one(words.PLAIN),
    purpose: one(words.PURPOSE),
    conjunction: one(words.CONJUNCTIONS),
    passive: one(words.PASSIVE),
    relative: new RegExp(`[\\s,]{1,3}(?:${source("là ")})?(?:${source("văn bản ")})?${source("mà")}\\s{1,3}`, "uy"),
    order: one(words.ORDERS),
    duty: one(words.DUTIES),
    preparation: one(words.PREPARATIONS),
    preparationBefore: before(words.PREPARATIONS),
    orderDoubt: anywhere(words.ORDER_DOUBTS),
    orderingBefore: before(words.ORDERING),

    about: one(["về"]),
    titleOpening: one(words.TITLE_OPENINGS),
    doing: one(words.RELATION_VERBS.flatMap((verb) => verb.words)),
    /** Where a sentence may go on behind a title; all such places. */
    resumptions: new RegExp(
      `[,("”)]|(?<=\\s)(?:${any([...words.RESUMPTIONS, ...words.NEAR_RESUMPTIONS])})(?=\\s)`,
      "gu",
    ),
    nearResumption: one(words.NEAR_RESUMPTIONS),
    riskBefore: before(words.RISKS, "\\s{1,3}(?:\\S{1,12}\\s{1,3}){0,1}"),

    whole: one(words.WHOLE),
    part: here(`(?:${anyOf(words.PART)})${OF}`),
    pinpoint: here(PINPOINT),
    partBefore: new RegExp(
      `(?:${source(PINPOINT)}|${START}(?:${source(`(?:${anyOf(words.PART)})${OF}`)}))[\\s,]{1,3}$`,
      "u",
    ),
    agent: one(words.AGENTS),
    agentOfPlace: one(words.AGENTS_OF_PLACE),
    agentOfRule: one(words.AGENTS_OF_RULE),
    instrument: one(["bằng"]),
    since: one(words.SINCE),
    sinceBefore: before(words.SINCE),

    joint: new RegExp(`\\s{0,3}(?:[,&]|${joint})${jointWords}`, "uy"),
    jointAtEnd: new RegExp(`(?:,|\\s${joint})\\s{1,3}${jointWords}$`, "u"),
    and: anywhere(["và", "cùng", "&"]),
    listEnd: new RegExp(`\\s{0,3}(?:[.,:)”"!]|(?:${any(words.LIST_ENDS)})${EDGE})`, "uy"),

    opener: one(words.OPENERS),
    issuingBefore: before(words.ISSUING),
    guidingBefore: before(words.GUIDING),
    doubt: anywhere(words.UNCERTAIN),
    deniedBefore: before([...words.UNCERTAIN, "đang"]),
    viewBefore: before(words.VIEWS),
    draft: anywhere(["đang", "lấy ý kiến", "góp ý"]),
    draftBefore: before(words.DRAFTING),
    partBehind: here(
      "(?:ở|về|tại|đối với) (?:các )?(?:phần|nội dung|mục|điều|khoản|điểm|chương|phụ lục|lĩnh vực|phạm vi)|ngoại trừ|trừ",
    ),
    // "Ban Chỉ đạo" is a body.
    orderBefore: new RegExp(`(?<!ban\\s)${START}(?:${any(words.ORDERS)})${EDGE}[^,]*$`, "u"),
    asking: anywhere(words.ASKING),
    takenBack: one(words.TAKEN_BACK),
  };
}

const ACCENTED = compile(false);
const PLAIN = compile(true);
