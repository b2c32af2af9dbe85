import { fold, matchForm } from "../core/text.ts";
import { isSyllable } from "../search/syllables.ts";

const OFFICE =
  "bi thu|chu tich|truong|pho|giam doc|thu tuong|chu nhiem|chanh van phong|secretary|chair|chairman|head|director|minister";
// "Ai chịu trách nhiệm?" asks for a body or an office; these ask for somebody's name.
const ASKED = new RegExp(
  `\\b(?:(?:${OFFICE})\\b[^?,]* la (?:dong chi )?ai\\b|(?:ai|dong chi nao) (?:la|lam|giu chuc|giu)\\b[^?,]*\\b(?:${OFFICE})|` +
    `(?:ai|dong chi nao|ong nao|ba nao) (?:da )?(?:ky|chu tri|phat bieu|dung ten)|nguoi ky\\b[^?,]* la (?:dong chi )?ai|ho ten|ten (?:nhung|cac|tung) (?:nguoi|dong chi)|(?:${OFFICE})\\b[^?,]* (?:co )?ten (?:la )?(?:gi|ai)|` +
    `who (?:is|was) the\\b[^?,]*\\b(?:${OFFICE})|who (?:signed|chaired|chairs))\\b`,
);

// The most usual ones; those of which places or bodies begin as well only before a name of two syllables more.
const SURNAMES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đào|Trịnh|Đinh|Phùng|Trương";
const OTHER_SURNAMES =
  "Hồ|Hà|Đoàn|Lâm|Mai|Tô|Tạ|Lương|Cao|Châu|Chu|Thái|Tăng|Quách|Tống|Triệu|Vương|Nông|Đàm|Kim|Thạch|Mạc|Nghiêm|La|Lại|Bạch";
const SYLLABLE = " \\p{Lu}[\\p{L}\\p{M}]*";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:${SURNAMES})(?:${SYLLABLE}){1,4}|(?:${OTHER_SURNAMES})(?:${SYLLABLE}){2,4}|` +
    `(?:[Đđ]ồng chí|đ/c|ông|bà)(?:${SYLLABLE}){2,5})(?![\\p{L}\\p{M}])`,
  "u",
);
// His thought is spoken of far more often than he.
const THOUGHT = /(?<!Chủ tịch )Hồ Chí Minh/gu;

/** Whether a question asks for the name of a person, not for a body or an office. */
export function asksForPerson(question: string): boolean {
  return ASKED.test(fold(question));
}

// Who did it is told where it is said that somebody did it.
const DEEDS: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [/\b(?:ai|nao) (?:da )?ky\b|\bsigned\b|\bnguoi ky\b/, /(?<![\p{L}\p{M}])ký(?![\p{L}\p{M}])/iu],
  [/\bchu tri\b|\bchair(?:s|ed)\b/, /chủ trì/iu],
];

/** Whether a text says the deed whose doer a question asks for; of other deeds it need not. */
export function saysDeed(question: string, text: string): boolean {
  const folded = fold(question);
  return DEEDS.every(([asked, said]) => !asked.test(folded) || said.test(text));
}

/** Whether a text has the name of a person: by its surname, by how somebody is called, or as a foreign one. */
export function namesPerson(text: string): boolean {
  const rest = text.replace(THOUGHT, "");
  return NAME.test(rest) || (rest.match(RUN) ?? []).some(isLongName) || (rest.match(CAPITALISED) ?? []).some(isForeign);
}

// "Thái Anh Văn": of bodies and places only the first syllable or two have a capital, and they begin with these.
const RUN = /(?<=[\p{L}\p{M}\p{N},] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,}/gu;
const OF_BODIES = new Set(
  "Ban Bộ Bí Chánh Chi Chủ Chương Cục Đại Đảng Giám Hội Học Khối Mặt Ngân Nghị Phó Phòng Quận Quốc Sở Thành Thủ Tỉnh Tổng Trung Trường Trưởng Ủy Văn Viện Vụ Xã".split(
    " ",
  ),
);

function isLongName(run: string): boolean {
  return run.split(" ").every((word) => !OF_BODIES.has(word));
}

const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}{2,}(?![\p{L}\p{M}])/gu;

function isForeign(word: string): boolean {
  return !isSyllable(matchForm(word));
}
