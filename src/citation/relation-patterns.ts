import { fold, matchForm } from "../core/text.ts";
import { anyOf } from "./patterns.ts";
import * as words from "./relation-words.ts";

/** The small words around a verb as sticky patterns; each in the spelling of the text that it is to read. */
export type Patterns = ReturnType<typeof compile>;

/** Patterns for text with its marks, or for text typed without any. */
export function patternsFor(isPlain: boolean): Patterns {
  return isPlain ? PLAIN : ACCENTED;
}

const DATE =
  "(?:vào )?(?:ngày )?\\d{1,2}(?:\\s{0,2}[/.-]\\s{0,2}\\d{1,2}\\s{0,2}[/.-]\\s{0,2}| tháng \\d{1,2} năm )\\d{4}" +
  "|(?:vào )?(?:tháng \\d{1,2}(?:[/-]| năm )|năm )\\d{4}";
const TERM = "khóa [ivxlc]{1,5}|nhiệm kỳ (?:[ivxlc]{1,5}|\\d{4}\\s{0,2}[-–]\\s{0,2}\\d{4})";
const SIGNED = "ký ban hành|ký|ban hành|công bố|thông qua";
const EFFECT =
  "(?:bắt đầu )?có hiệu lực(?: thi hành| áp dụng)?" +
  `(?: (?:kể )?(?:từ|vào)(?: (?:ngày|khi|lúc|thời điểm))?(?: (?:được )?(?:${SIGNED}))?(?: (?:${DATE}))?)?`;
const DOUBTED = words.UNCERTAIN.join("|");
const ISSUED =
  `(?:được|do)(?: (?!(?:${DOUBTED}|yêu cầu|giao)[\\s,])[^\\s.,;:()\ue000]{1,12}){1,10}? (?:ký ban hành|ban hành|ký)` +
  `(?: (?:${DATE}))?|(?:được )?ban hành(?: (?:${DATE}))?`;
const EXTENT = "gồm(?: (?:có )?\\d{1,3} (?:phần|chương|điều|mục|khoản|phụ lục)(?:,| và)?){1,4}";

const NUMERALS = "(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-zđ]?|[ivxlc]{1,5}|[a-zđ])(?![a-zđ])";
const OF = "(?: (?:của|thuộc|(?:nêu |quy định )?(?:tại|trong)))?";
const PINPOINT =
  `(?:và )?(?:điều|khoản|điểm|tiết|chương|mục|phần|phụ lục|đoạn) ${NUMERALS}` +
  `(?:s{0,2}(?:,|và|đến)s{0,2}${NUMERALS}){0,12}${OF}`;

const OPENERS = [
  ...[
    "theo đó",
    "trong đó",
    "như vậy",
    "tuy nhiên",
    "ngoài ra",
    "cụ thể",
    "vì vậy",
    "do đó",
    "trước đó",
    "sau đó",
    "các",
  ],
  ...[
    "những",
    "hai",
    "ba",
    "cả",
    "riêng",
    "bản thân",
    "và",
    "nay",
    "hiện nay",
    "hiện",
    "từ",
    "kể từ",
    "đồng thời",
    "đến nay",
  ],
  ...["nhưng", "còn", "mà"],
];
const ISSUING = [
  ...["ban hành", "ký", "ra", "công bố", "có", "là", "bằng", "dùng", "xây dựng", "thông qua", "được"],
  ...["ban hành các", "ra các", "có các"],
];
const GUIDING = [
  "căn cứ",
  "theo",
  "dựa vào",
  "dựa trên",
  "trên cơ sở",
  "đối với",
  "với",
  "cùng",
  "cùng với",
  "như",
  "vào",
];
const RUN_ON_RISKS = [
  ...[
    "việc",
    "văn bản",
    "sớm",
    "để",
    "nhằm",
    "xây dựng",
    "ban hành",
    "phương án",
    "đề án",
    "quy trình",
    "trình tự",
    "thủ tục",
  ],
  ...[
    "thẩm quyền",
    "cán bộ",
    "đảng viên",
    "nhân sự",
    "người",
    "kế hoạch",
    "lộ trình",
    "nguyên tắc",
    "hình thức",
    "cách",
  ],
  ...[
    "giao",
    "yêu cầu",
    "và",
    "hoặc",
    "sửa đổi",
    "bổ sung",
    "bãi bỏ",
    "được",
    "bị",
    "đang",
    "phải",
    ...words.UNCERTAIN,
  ],
];

const JOINT_WORDS = ["các", "những", "cả", "với", "văn bản", "và", "cùng"];
const LIST_ENDS = [
  ...[
    "và",
    "kể từ",
    "từ",
    "trước đây",
    "về",
    "cùng",
    "nhằm",
    "để",
    "trong",
    "của",
    "do",
    "bằng",
    "bởi",
    "tại",
    "kèm theo",
  ],
];

function compile(isPlain: boolean) {
  const spell = isPlain ? fold : matchForm;
  const EDGE = "(?![\\p{L}\\p{N}])";
  const source = (pattern: string) => spell(pattern).replaceAll(" ", "\\s{1,3}");
  const here = (pattern: string) => new RegExp(`(?:${source(pattern)})${EDGE}`, "uy");
  const one = (list: readonly string[]) => here(anyOf(list));
  const anywhere = (list: readonly string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source(anyOf(list))})${EDGE}`, "u");
  const before = (list: readonly string[], between = "[\\s,:]{1,4}") =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${source(anyOf(list))})${between}$`, "u");
  return {
    date: here(DATE),
    term: here(TERM),
    link: here("của|do"),
    effect: here(EFFECT),
    issued: here(ISSUED),
    extent: here(EXTENT),
    ended: one(words.RELATION_VERBS.filter((verb) => verb.isEnding).flatMap((verb) => verb.words)),
    plain: one(words.PLAIN),
    purpose: one(words.PURPOSE),
    conjunction: one(words.CONJUNCTIONS),
    passive: one(words.PASSIVE),
    order: one(words.ORDERS),
    preparation: one(words.PREPARATIONS),
    prepared: before(words.PREPARATIONS),
    doubtInOrder: anywhere(["không", "chưa", "chẳng", "khi", "nếu", "trước", "liệu"]),
    about: one(["về"]),
    titleOpening: one(words.TITLE_OPENINGS),
    doing: one(words.RELATION_VERBS.flatMap((verb) => verb.words)),
    /** Where a sentence may go on behind a title. */
    resumption: new RegExp(
      `[,("”)]|(?<=\\s)(?:${source(anyOf([...words.RESUMPTIONS, ...words.NEAR_RESUMPTIONS]))})(?=\\s)`,
      "gu",
    ),
    nearResumption: one(words.NEAR_RESUMPTIONS),
    riskAtEnd: before(RUN_ON_RISKS, "\\s{1,3}(?:\\S{1,12}\\s{1,3}){0,1}"),
    whole: one(words.WHOLE),
    part: here(`(?:${anyOf(words.PART)})${OF}`),
    pinpoint: here(PINPOINT),
    partBefore: new RegExp(`(?:${source(PINPOINT)}|(?<!\\p{L})(?:${source(anyOf(words.PART) + OF)}))[\\s,]{1,3}$`, "u"),
    agent: one(["bằng", "bởi"]),
    instrument: one(["bằng"]),
    signed: one(["thi hành", "ký", "được ký", "ban hành", "được ban hành"]),
    relative: new RegExp(`[\\s,]{1,3}(?:${source("là ")})?(?:${source("văn bản ")})?${source("mà")}\\s{1,3}`, "uy"),
    place: one(["tại", "trong", "qua", "thông qua"]),
    under: one(["theo", "theo đúng"]),
    joint: new RegExp(
      `\\s{0,3}(?:[,&]|${source("và|cùng với|cùng")})\\s{0,3}(?:(?:${source(anyOf(JOINT_WORDS))})\\s{1,3}){0,3}`,
      "uy",
    ),
    jointAtEnd: new RegExp(
      `(?:,|\\s(?:${source("và|cùng với|cùng")}))\\s{1,3}(?:(?:${source(anyOf(JOINT_WORDS))})\\s{1,3}){0,3}$`,
      "u",
    ),
    and: anywhere(["và", "cùng", "&"]),
    listEnd: new RegExp(`\\s{0,3}(?:[.,:)”"!]|(?:${source(anyOf(LIST_ENDS))})${EDGE})`, "uy"),
    since: one(words.SINCE),
    sinceBefore: before(words.SINCE),
    issuingBefore: before(ISSUING),
    guidingBefore: before(GUIDING),
    opener: one(OPENERS),
    doubt: anywhere(words.UNCERTAIN),
    deniedBefore: before([...words.UNCERTAIN, "phải", "có thể", "đang"]),
    orderBefore: new RegExp(`(?<![\\p{L}])(?:${source(anyOf(words.ORDERS))})${EDGE}[^,]*$`, "u"),
    viewBefore: before(["việc", "để", "cho"]),
    asking: anywhere(words.ASKING),
    takenBack: one(words.TAKEN_BACK),
  };
}

const ACCENTED = compile(false);
const PLAIN = compile(true);
