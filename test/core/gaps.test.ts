import fc from "fast-check";
import { expect, it } from "vitest";
import { gapKey, keptQuestion } from "../../src/core/gaps.ts";

it.each([
  ["Quy định 213-QĐ/TW  nói gì?", "Quy định 213-QĐ/TW nói gì?"],
  // mentions, wherever they stand
  ["@trichdan_bot ai ký QĐ 213 @lan_ha?", "ai ký QĐ 213 ?"],
  // telephone numbers in the forms people write
  ["gọi 0912345678 nhé", "gọi nhé"],
  ["gọi 0912 345 678, 091.234.5678 hoặc +84 912 345 678", "gọi , hoặc"],
  ["máy bàn (024) 3825 1234", "máy bàn"],
  // a card number
  ["số thẻ 012345678901 là của ai", "số thẻ là của ai"],
  ["viết cho lan.ha+1@tinhuy.hatinh.gov.vn", "viết cho"],
  ["xem https://example.org/a?b=1 và www.xaydungdang.org.vn/213, t.me/lan", "xem và"],
])("keeps %j as %j", (typed, kept) => expect(keptQuestion(typed)).toBe(kept));

it.each([
  "Nghị quyết 18-NQ/TW ngày 25-10-2017 giảm bao nhiêu biên chế?",
  "Báo cáo 02/01/2020 có 10.000.000 đồng, 1.234.567 người?",
  "Quyết định 1234/QĐ-UBND năm 2019-2020 và 05-CT/TW",
  "Từ 2015 đến 2020 kết nạp 12,5% không?",
  "Nghị định 16/2020/NĐ-CP ngày 05 02 2020",
  "NQ 0018 ngày 01/02/2022",
])("leaves numbers of documents, dates and amounts alone: %s", (question) =>
  expect(keptQuestion(question)).toBe(question),
);

it("keeps a bounded length, and no half character", () => {
  const kept = keptQuestion(`a${"😀".repeat(500)}`);
  expect([kept.length <= 300, /\p{Surrogate}/u.test(kept), kept.endsWith("…")]).toEqual([true, false, true]);
});

it.each([
  ["Quy định 213-QĐ/TW nói gì?", "quy dinh 213 qd tw noi gi"],
  ["QUY ĐỊNH 213 - QĐ/TW NÓI GÌ", "quy dinh 213 qd tw noi gi"],
  ["  ", ""],
])("%j counts as %j", (question, key) => expect(gapKey(question)).toBe(key));

it("gives the same key for what is kept of a question", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (question) => {
      expect(gapKey(keptQuestion(question))).toBe(gapKey(question));
    }),
  );
});
