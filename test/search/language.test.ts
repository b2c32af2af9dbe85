import { expect, it } from "vitest";
import { languageOf } from "../../src/search/language.ts";

it.each<[question: string, language: "vi" | "en", reason: string]>([
  ["Quy định 213 yêu cầu gì đối với đảng viên?", "vi", "Vietnamese"],
  ["Hà Tĩnh đã luân chuyển bao nhiêu cán bộ?", "vi", "Vietnamese with a name"],
  ["QĐ 213", "vi", "a number alone tells nothing"],
  ["213", "vi", "digits alone"],
  ["213-QĐ/TW", "vi", "a full number"],
  ["", "vi", "nothing"],
  ["???", "vi", "punctuation"],
  ["😀", "vi", "a picture"],
  ["qd 213 yeu cau gi doi voi dang vien o noi cu tru", "vi", "without diacritics"],
  ["quy dinh 213 con hieu luc khong", "vi", "without diacritics, a status"],
  ["ha tinh co bao nhieu dang vien", "vi", "without diacritics, a figure"],
  ["ket luan 28 noi ve gi", "vi", "without diacritics, about"],
  ["ai ky quyet dinh 61", "vi", "without diacritics, who"],
  ["nghi quyet 18 ban hanh khi nao", "vi", "without diacritics, when"],
  ["muc dong dang phi la bao nhieu", "vi", "without diacritics, no document"],
  ["to chuc dang o noi cu tru", "vi", "to is Vietnamese here"],
  ["danh gia can bo the nao", "vi", "the is Vietnamese here"],
  ["TCCSĐ là gì?", "vi", "an abbreviation"],
  ["AI là gì?", "vi", "a foreign abbreviation"],
  ["Đảng viên có được dùng Facebook for work không?", "vi", "an English word or two"],
  ["Quy định về the Party's right", "vi", "more Vietnamese than English"],
  ["What does Regulation 213 require?", "en", "English"],
  ["What does QĐ 213 require of members?", "en", "English with a number in Vietnamese"],
  ["What does QĐ 213 require?", "en", "short English with a number in Vietnamese"],
  ["How many sub-committees were set up?", "en", "a figure"],
  ["Who issued Guidance 33-HD/BTCTW?", "en", "who"],
  ["When was Conclusion 28 issued?", "en", "when"],
  ["Is Regulation 213 still in force?", "en", "a status"],
  ["How many officials did Ha Tinh transfer?", "en", "a name without its marks"],
  ["How many officials did Hà Tĩnh transfer?", "en", "a name with its marks"],
  ["what is the role of the Politburo", "en", "small letters"],
  ["Which regulation replaced 66-QĐ/TW?", "en", "which"],
])("%j is %s: %s", (question, language) => {
  expect(languageOf(question)).toBe(language);
});
