import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCitations, unsupported, type VerifiedQuote, verifyQuote } from "../../src/answer/verify.ts";
import { matchForm, normalise } from "../../src/core/text.ts";
import { scoredPassages } from "../fakes/scored-passages.ts";

const TEXT = [
  "Điều 1. Đảng viên không được nhận quà dưới mọi hình thức, trừ trường hợp do luật định.",
  "Từ đầu nhiệm kỳ đã đề bạt, bổ nhiệm, điều động,\n  luân chuyển 152 cán bộ; đạt 12,5% kế hoạch giai đoạn 2021-2025.",
  "Quy định số 213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị “về trách nhiệm của đảng viên” có hiệu lực.",
].join("\n");
const passages = scoredPassages(["Đoạn mở đầu của văn bản.", TEXT]);

function quoted(quote: string): string | undefined {
  return verifyQuote(quote, passages)?.quote;
}

describe("verifyQuote", () => {
  it("gives the stored text and its place in the directive", () => {
    const found = verifyQuote("đã đề bạt, bổ nhiệm, điều động, luân chuyển 152 cán bộ", passages);
    const start = "Đoạn mở đầu của văn bản.\n\n".length + TEXT.indexOf("đã đề bạt");
    const quote = "đã đề bạt, bổ nhiệm, điều động,\n  luân chuyển 152 cán bộ";
    expect(found).toEqual({
      ...passages[1],
      score: undefined,
      near: undefined,
      quote,
      span: { start, end: start + quote.length },
    });
  });

  it.each([
    ["decomposed letters", "luân chuyển 152 cán bộ".normalize("NFD")],
    ["white space of every kind", "  luân\u00a0chuyển\n152\u200b  cán bộ "],
    ["quotation marks around it", "“luân chuyển 152 cán bộ”"],
    ["an ellipsis around it", "… luân chuyển 152 cán bộ..."],
    ["an ellipsis in brackets", "[...] luân chuyển 152 cán bộ […]"],
    ["words of its own in brackets", "[Tỉnh đã] luân chuyển 152 cán bộ [trong nhiệm kỳ]"],
    ["a full stop that the text has not", "luân chuyển 152 cán bộ."],
    ["another mark at the end", "luân chuyển 152 cán bộ:"],
    ["another case", "Luân chuyển 152 CÁN BỘ"],
  ])("accepts %s", (_difference, quote) => expect(quoted(quote)).toBe("luân chuyển 152 cán bộ"));

  it.each([
    ["without diacritics", "luan chuyen 152 can bo"],
    ["one tone mark changed", "luân chuyện 152 cán bộ"],
    ["another figure", "luân chuyển 153 cán bộ"],
    ["a word left out", "đề bạt, bổ nhiệm, luân chuyển 152 cán bộ"],
    ["a gap that is turned round", "luân chuyển 152 cán bộ … Từ đầu nhiệm kỳ"],
    ["a gap before what the text has not", "Từ đầu nhiệm kỳ … luân chuyển 153 cán bộ"],
    ["a gap between single words", "Đảng … quà"],
    ["a gap that begins after a negation", "được nhận quà … do luật định"],
    ["a gap that cuts a figure", "đạt 12 … giai đoạn 2021-2025"],
    ["a negation left out in the middle", "Đảng viên được nhận quà dưới mọi hình thức"],
    ["a negation left out in front", "được nhận quà dưới mọi hình thức"],
    ["an exception left out in front", "trường hợp do luật định"],
    ["a figure cut in front", "5% kế hoạch giai đoạn 2021-2025"],
    ["a figure cut at the end", "kế hoạch giai đoạn 2021"],
    ["a percent sign cut off", "cán bộ; đạt 12,5"],
    ["a document number cut", "Quy định số 213"],
    ["a word cut", "iệm kỳ đã đề bạt, bổ nhiệm"],
    ["text of two passages", "của văn bản. Điều 1. Đảng viên"],
    ["two words", "nhiệm kỳ"],
    ["nothing but marks", "“…”"],
    ["nothing", ""],
    ["signs that mean something in a pattern", "Đảng viên .* dưới mọi hình thức"],
  ])("refuses %s", (_difference, quote) => expect(quoted(quote)).toBeUndefined());

  it.each([
    ["an ellipsis", "Đảng viên … nhận quà dưới mọi hình thức"],
    ["dots", "Đảng viên ... nhận quà dưới mọi hình thức."],
    ["brackets", "Đảng viên [...] nhận quà dưới mọi hình thức"],
    ["words put in", "Đảng viên [sẽ] nhận quà dưới mọi hình thức"],
  ])("fills %s in the middle with what the text has there", (_omission, quote) => {
    expect(quoted(quote)).toBe("Đảng viên không được nhận quà dưới mọi hình thức");
  });

  it("fills the shortest gap, and none over half a page", () => {
    const twice = scoredPassages([
      `Chi bộ họp thường lệ. Chi bộ họp đột xuất khi cần thiết. ${"Cấp ủy theo dõi. ".repeat(40)}Hết phần này.`,
    ]);
    const quotes = ["Chi bộ họp … khi cần", "Chi bộ họp … Hết phần này"];
    expect(quotes.map((quote) => verifyQuote(quote, twice)?.quote)).toEqual(["Chi bộ họp đột xuất khi cần", undefined]);
  });

  it.each([
    ["tone placement", "Uỷ viên thường vụ khoá XIII", "Ủy viên thường vụ khóa XIII"],
    ["the shape of quotation marks", 'mô hình "Chi bộ bốn tốt" năm', "mô hình “Chi bộ bốn tốt” năm"],
    ["the shape of dashes", "giai đoạn 2021–2025 tới", "giai đoạn 2021-2025 tới"],
  ])("passes over %s", (_difference, quote, text) => {
    expect(verifyQuote(quote, scoredPassages([`${text}.`]))?.quote).toBe(text);
  });

  it("prefers the place with the same case", () => {
    const headed = scoredPassages(["QUY ĐỊNH VỀ ĐẢNG VIÊN\nQuy định về đảng viên"]);
    expect(verifyQuote("Quy định về đảng viên", headed)?.quote).toBe("Quy định về đảng viên");
  });

  it("accepts a short quote that is a whole sentence or item", () => {
    const short = scoredPassages(["Các tỉnh:\n- Hà Tĩnh;\n- Nghệ An\nKết quả: Đạt. Đã nộp đủ."]);
    const quotes = ["Hà Tĩnh", "Nghệ An", "Đạt.", "Đạt", "nộp đủ"].map((quote) => verifyQuote(quote, short)?.quote);
    expect(quotes).toEqual(["Hà Tĩnh", "Nghệ An", "Đạt.", "Đạt", undefined]);
  });

  it("passes over a place where the words are cut and takes the next", () => {
    const twice = scoredPassages(["Có 15 tiểu ban chuyên môn, trong đó 5 tiểu ban chuyên môn mới."]);
    expect(verifyQuote("5 tiểu ban chuyên môn", twice)?.span.start).toBe(TEXT_BEFORE_SECOND.length);
  });

  it("keeps to the passages it is given", () => {
    expect(verifyQuote("luân chuyển 152 cán bộ", passages.slice(0, 1))).toBeUndefined();
  });

  it("finds the directive's own text at the span, whatever is asked", () => {
    const directiveText = passages.map(({ passage }) => passage.text).join("\n\n");
    const slice = fc.tuple(fc.nat(TEXT.length), fc.nat(80)).map(([start, length]) => TEXT.slice(start, start + length));
    const noise = fc.constantFrom("", " ", "“", "…", "x", "không ", "\n");
    fc.assert(
      fc.property(fc.tuple(noise, slice, noise), (parts) => {
        const found = verifyQuote(parts.join(""), passages);
        if (!found) return;
        expect(directiveText.slice(found.span.start, found.span.end)).toBe(found.quote);
        // Only an ellipsis lets more out than was asked for.
        if (!parts.join("").includes("…")) expect(squeezed(parts.join(""))).toContain(squeezed(found.quote));
      }),
    );
  });
});

const TEXT_BEFORE_SECOND = "Có 15 tiểu ban chuyên môn, trong đó ";

function squeezed(text: string): string {
  return matchForm(normalise(text)).replace(/\s+/gu, " ");
}

describe("unsupported", () => {
  const quotes = [{ quote: "luân chuyển 50 cán bộ, đạt 12,5 % từ ngày 02/01/2020 theo 213-QĐ/TW, khóa XIII" }];
  it.each([
    ["50 cán bộ [1][2], [3, 4]", []],
    ["Đạt 12,5%.", []],
    ["Theo 213-QĐ/TW, ngày 02/01/2020, khóa XIII", []],
    ["Năm mươi cán bộ", []],
    // a part of a figure is another figure
    ["5 cán bộ", ["5"]],
    ["500 cán bộ", ["500"]],
    ["50% cán bộ", ["50%"]],
    ["12 và 12,5", ["12", "12,5"]],
    // another way to write it
    ["12.5%, 12,5 phần trăm, 2/1/2020, ngày 02 tháng 01 năm 2020, khóa 13", []],
    ["050", ["050"]],
    ["số 213-QĐ/TU", ["213-QĐ/TU"]],
    // figures in other signs
    ["khóa XIV", ["XIV"]],
    ["５０ cán bộ, m²", ["５０", "m²"]],
    // no marker of ours
    ["[50a]", ["50a"]],
  ])("%s", (text, expected) => expect(unsupported(text, quotes)).toEqual(expected));
});

describe("toCitations", () => {
  const quotes = ["Đảng viên không được nhận quà", "luân chuyển 152 cán bộ", "của Bộ Chính trị"].map((quote) =>
    verifyQuote(quote, passages),
  );

  it("numbers the markers from 1 in the order of the text", () => {
    const cited = toCitations("Luân chuyển 152 cán bộ [2]. Không nhận quà [1][2].", quotes);
    expect(cited?.text).toBe("Luân chuyển 152 cán bộ [1]. Không nhận quà [2][1].");
    expect(cited?.citations.map(({ marker, quote }) => [marker, quote])).toEqual([
      [1, "luân chuyển 152 cán bộ"],
      [2, "Đảng viên không được nhận quà"],
    ]);
  });

  it("gives one number to one place", () => {
    const [first] = quotes;
    const cited = toCitations("Một [1]. Hai [2].", [first, first && { ...first }]);
    expect(cited).toMatchObject({ text: "Một [1]. Hai [1].", citations: { length: 1 } });
  });

  it("takes apart markers that share brackets", () => {
    expect(toCitations("Hai ý [2, 1].", quotes)?.text).toBe("Hai ý [1][2].");
  });

  it.each<[string, string, (VerifiedQuote | undefined)[], string]>([
    ["has no verified quote", "Đúng [1]. Sai [2]. Đúng [3].", [quotes[0], undefined, quotes[2]], "Đúng [1]. Đúng [2]."],
    ["points nowhere", "Sai [9]. Đúng [1].", quotes, "Đúng [1]."],
    ["is 0", "Sai [0]! Đúng [1].", quotes, "Đúng [1]."],
    ["stands in its own line", "- Sai [9]\n- Đúng [1]", quotes, "- Đúng [1]"],
    ["follows the full stop", "Sai. [9] Đúng. [1]", quotes, "Đúng. [1]"],
    ["stands after an abbreviation", "Ở TP. Hồ Chí Minh thì sai [9]. Đúng [1].", quotes, "Đúng [1]."],
  ])("leaves out the sentence whose marker %s", (_reason, text, given, expected) => {
    expect(toCitations(text, given)?.text).toBe(expected);
  });

  it("gives nothing when no citation remains", () => {
    expect([toCitations("Sai [9].", quotes), toCitations("Không dẫn.", quotes), toCitations("", [])]).toEqual(
      Array(3).fill(undefined),
    );
  });
});
