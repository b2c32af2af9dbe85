import { expect, it } from "vitest";
import { GLOSSARY } from "../../src/search/glossary.ts";
import { FIGURES_GLOSSARY } from "../../src/search/glossary-figures.ts";
import { GENERAL_GLOSSARY } from "../../src/search/glossary-general.ts";
import { LAW_GLOSSARY } from "../../src/search/glossary-law.ts";
import { WORK_GLOSSARY } from "../../src/search/glossary-work.ts";
import { translateTerms } from "../../src/search/translate.ts";

it.each<[question: string, terms: string[], reason: string]>([
  ["Which committees approved it?", ["cấp ủy", "phê duyệt"], "a plural and a past"],
  ["Who is surveying the cadres?", ["khảo sát", "cán bộ"], "a participle"],
  ["How are complaints settled?", ["khiếu nại", "giải quyết"], "a doubled consonant stays"],
  ["Who submitted the draft?", ["trình", "dự thảo"], "a doubled consonant goes"],
  ["What was planned?", ["kế hoạch"], "a doubled consonant in a short word"],
  ["Which bodies organized it?", ["cơ quan", "tổ chức"], "no organ: American spelling"],
  ["Who held the seminar?", ["tổ chức", "hội thảo"], "an irregular form is listed"],
  ["What is allowed?", ["được phép"], "no allowance, which has its stem"],
  ["Which cells belong to the minority?", ["chi bộ", "dân tộc thiểu số"], "no minor"],
  ["Which data were imported?", ["dữ liệu"], "not important"],
  ["What is internal?", ["nội bộ"], "not international"],
  ["Is it generated?", [], "not general"],
  ["What does it mean?", [], "an empty word has no other form"],
  ["Which acts are theirs?", ["luật"], "a short word is not cut further"],
])("finds other forms of a word in %j: %s", (question, terms) => {
  expect(translateTerms(question).terms).toEqual(terms);
});

it.each<[question: string, terms: string[], reason: string]>([
  ["What does the committee member do?", ["ủy viên"], "longer than committee"],
  ["Which committee members?", ["ủy viên"], "longest by its stems"],
  ["Which party committees?", ["cấp ủy"], "a Party term before a general word"],
  ["Which officials?", ["cán bộ"], "as listed"],
  ["Which files?", ["hồ sơ"], "a term of law before a general word"],
  ["Which strategic-level cadres?", ["cấp chiến lược", "cán bộ"], "a hyphen between two words"],
  ["Which re-elected delegates?", ["bầu", "đại biểu"], "a hyphen after a prefix"],
  ["What does the People's Committee do?", ["ủy ban nhân dân"], "a possessive inside a term"],
  ["What is the Women's Union?", ["hội liên hiệp phụ nữ"], "a possessive inside a general term"],
])("takes the longest and most special term of %j: %s", (question, terms) => {
  expect(translateTerms(question).terms).toEqual(terms);
});

it.each<[question: string, mixed: string, reason: string]>([
  ["What is the Bloc's plan?", "What is the khối kế hoạch?", "a possessive goes with its word"],
  ["the Politburo’s conclusion", "the bộ chính trị kết luận", "a curly apostrophe"],
  ["Who chairs it in Son La?", "Who chủ trì it in Son La?", "a province is no son"],
  ["in Ha Nam Province", "in Ha Nam tỉnh", "a name beside a term"],
  ["in Ho Chi Minh City", "in thành phố hồ chí minh", "a name with a term of its own"],
])("puts %j into Vietnamese as %j: %s", (question, mixed) => {
  expect(translateTerms(question).mixed).toBe(mixed);
});

it.each<[question: string, coverage: number, reason: string]>([
  ["What is a resolution?", 1, "an article is no content"],
  ["What is the Politburo's resolution?", 1, "neither is the s of a possessive"],
  ["Which resolution was the third of the fourteenth?", 1, "nor an ordinal in words"],
  ["Which were the 14th and the twenty-two resolutions?", 1, "nor one in digits, nor a number"],
  ["How many cadres did Ha Tinh rotate?", 1, "nor a name"],
  ["How many cadres did Đà Nẵng rotate?", 1, "nor one with its marks"],
  ["How many cadres did To Lam rotate?", 1, "nor one with a syllable that is an English word"],
  ["How many cadres did Obama rotate?", 2 / 3, "but a name that is no Vietnamese one"],
  ["Please tell me whether resolutions are still needed according to cadres", 5 / 6, "nor words that only ask"],
  ["Who approved the resolution?", 3 / 4, "a general word counts half, for it may be said otherwise"],
  ["Which butterflies?", 0, "nothing known"],
  ["Ha Tinh?", 0, "a name alone"],
  ["", 0, "nothing at all"],
])("knows of %j the share %d: %s", (question, coverage) => {
  expect(translateTerms(question).coverage).toBeCloseTo(coverage, 2);
});

it.each<[text: string, terms: string[], reason: string]>([
  ["The Politburo issued a resolution.", ["bộ chính trị", "ban hành", "nghị quyết"], "terms as listed"],
  ["It approved a survey.", [], "no general words"],
  ["It is inspecting cadres.", ["cán bộ"], "no other forms"],
])("checks %j by listed terms alone: %s", (text, terms) => {
  expect(translateTerms(text, { strictly: true }).terms).toEqual(terms);
});

const ALL = { GLOSSARY, LAW_GLOSSARY, GENERAL_GLOSSARY, WORK_GLOSSARY, FIGURES_GLOSSARY };

// GLOSSARY has some terms twice: the second is what a draft may say as well.
it.each(["LAW_GLOSSARY", "GENERAL_GLOSSARY", "WORK_GLOSSARY", "FIGURES_GLOSSARY"] as const)(
  "%s has no English term twice",
  (name) => {
    const english = ALL[name].flatMap(([, ...terms]) => terms);
    expect(english.filter((term, at) => english.indexOf(term) !== at)).toEqual([]);
  },
);

it("repeats no English term of another glossary in a later one", () => {
  const terms = Object.values(ALL).flatMap((glossary) => [...new Set(glossary.flatMap(([, ...english]) => english))]);
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
});

it.each(Object.entries(ALL))("%s is in NFC", (_, glossary) => {
  expect(glossary.flat().filter((term) => term !== term.normalize("NFC"))).toEqual([]);
});

it.each([LAW_GLOSSARY, GENERAL_GLOSSARY, WORK_GLOSSARY, FIGURES_GLOSSARY])(
  "a glossary of ordinary words is in lower case",
  (...rows) => {
    expect(rows.flat().filter((term) => term !== term.toLowerCase())).toEqual([]);
  },
);
