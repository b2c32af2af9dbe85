import { describe, expect, it } from "vitest";
import { isSupported, rarityAmong } from "../../src/answer/model/support.ts";
import { verifyQuote } from "../../src/answer/verify.ts";
import type { Language } from "../../src/core/answer.ts";
import { CLAIMS } from "../fakes/llm-claims.ts";
import { scoredPassages } from "../fakes/scored-passages.ts";

const passages = scoredPassages(
  CLAIMS.map(({ quote }) => quote),
  { kind: "Báo cáo", number: "01-BC/TU", title: "Báo cáo công tác xây dựng Đảng", issuer: "Tỉnh ủy Hà Tĩnh" },
);
const weigh = rarityAmong(passages);

function isBorneOut(sentence: string, quote: string, language: Language, question = ""): boolean {
  const found = verifyQuote(quote, passages);
  return found !== undefined && isSupported(sentence, [found], { question, language, weigh });
}

describe.each(CLAIMS)("over “$quote”", ({ quote, vi, en }) => {
  it.each(vi.honest)("a fair sentence stands: %s", (text) => expect(isBorneOut(text, quote, "vi")).toBe(true));
  it.each(en.honest)("a fair sentence stands: %s", (text) => expect(isBorneOut(text, quote, "en")).toBe(true));
  it.each(vi.false)("another one falls: %s", (text) => expect(isBorneOut(text, quote, "vi")).toBe(false));
  it.each(en.false)("another one falls: %s", (text) => expect(isBorneOut(text, quote, "en")).toBe(false));
});

describe("any sentence over its own words", () => {
  it.each(CLAIMS)("stands: $quote", ({ quote }) => expect(isBorneOut(quote, quote, "vi")).toBe(true));
  it.each(CLAIMS)("falls over the words of the others: $quote", ({ quote }) => {
    const others = CLAIMS.filter((other) => other.quote !== quote);
    expect(others.filter((other) => isBorneOut(quote, other.quote, "vi"))).toEqual([]);
  });

  it.each(CLAIMS)("falls with a thought added to it: $quote", ({ quote }) => {
    const thoughts = [
      ", vi phạm sẽ bị khai trừ khỏi Đảng",
      " và được hưởng phụ cấp hằng tháng",
      ", theo chỉ đạo của đồng chí Phạm Văn Long",
      " và văn bản này đã hết hiệu lực",
      ", xin gọi ngay cho ban quản trị",
    ];
    const added = thoughts.map((thought) => quote.replace(/[.;]?$/, thought));
    expect(added.filter((sentence) => isBorneOut(sentence, quote, "vi"))).toEqual([]);
  });
});

const GIFTS = CLAIMS.find(({ quote }) => quote.includes("nhận quà"))?.quote ?? "";
const CATHOLIC = CLAIMS.find(({ quote }) => quote.includes("gốc giáo"))?.quote ?? "";

describe("the question", () => {
  it("may lend a word, but never the claim", () => {
    const question = "Có phải đồng chí Phạm Văn Long bị khai trừ vì nhận quà không?";
    const sentences = ["Đồng chí Phạm Văn Long bị khai trừ vì nhận quà.", "Phạm Văn Long không được nhận quà."];
    expect(sentences.map((sentence) => isBorneOut(sentence, GIFTS, "vi", question))).toEqual([false, false]);
  });
});

describe("limits", () => {
  it.each<[Language, string, string]>([
    ["vi", GIFTS, "Cấm đảng viên nhận quà dưới mọi hình thức."],
    ["en", GIFTS, "Party members may not accept gifts in any form, except where the law provides for it."],
    ["en", CATHOLIC, "Of the 9,818 members admitted, 49 are of Catholic origin."],
  ])("a fair sentence in words that cannot be compared is lost: %s", (language, quote, sentence) => {
    expect(isBorneOut(sentence, quote, language)).toBe(false);
  });

  it("a figure that is given to a neighbour of the same name is not noticed", () => {
    expect(isBorneOut("Hà Tĩnh kết nạp 49 đảng viên trong ba năm 2015-2017.", CATHOLIC, "vi")).toBe(true);
  });
});
