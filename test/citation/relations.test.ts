import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { findReplacements } from "../../src/citation/relations.ts";

function stated(text: string): string[] {
  return findReplacements(text, findReferences(text)).map(({ type, successor, replaced }) => {
    return `${successor.reference.serial} ${type} ${replaced.reference.serial}`;
  });
}

describe("findReplacements", () => {
  it.each<[text: string, expected: string[], reason: string]>([
    ["Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW.", ["399 replaces 66"], "the plain sentence"],
    ["Quy định 399 thay cho Quy định 66.", ["399 replaces 66"], "thay cho"],
    ["Quy định 399 thay thế cho Quy định 66.", ["399 replaces 66"], "thay thế cho"],
    [
      "Quy định số 680-QĐ/TU, ngày 16-5-2018 về phân cấp quản lý cán bộ (thay thế Quy định 335).",
      ["680 replaces 335"],
      "in brackets behind the title",
    ],
    ["quy dinh 399 thay the quy dinh 66", ["399 replaces 66"], "without diacritics"],
    ["Quy định 66 được thay thế bằng Quy định 399.", ["399 replaces 66"], "seen from the old one"],
    ["Quy định 66 đã được thay thế bởi Quy định 399.", ["399 replaces 66"], "bởi"],
    ["Quy định 66 bị thay thế bằng Quy định 399.", ["399 replaces 66"], "bị"],
    [
      "Kết luận 229 yêu cầu sớm có văn bản thay thế Quy định số 213-QĐ/TW.",
      ["229 orders-replacement 213"],
      "what is asked for has not happened",
    ],
    [
      "Kết luận 229 giao Ban Tổ chức Trung ương tham mưu thay thế Quy định 213.",
      ["229 orders-replacement 213"],
      "an order to prepare it",
    ],
    [
      "Quy định 76 thay thế Quy định 58. Quy định 213 thay thế Quy định 76.",
      ["76 replaces 58", "213 replaces 76"],
      "a chain",
    ],
    ["Quy định 399 thay Quy định 66.", ["399 replaces 66"], "thay alone"],
    ["Quy định 335 được thay bằng Quy định 680.", ["680 replaces 335"], "thay bằng"],
    ["Quy định 680 thay thế Quy định 335 và 336.", ["680 replaces 335", "680 replaces 336"], "two replaced"],
    ["Quy định 681 và 682 thay thế Quy định 336.", ["681 replaces 336", "682 replaces 336"], "two successors"],
    ["Quy định 399 không thay thế Quy định 66.", [], "denied"],
    ["Quy định 66 chưa được thay thế bằng Quy định 399.", [], "not yet"],
    ["Quy định 399 hướng dẫn Quy định 66.", [], "another relation"],
    ["Quy định 399 được ban hành. Thay thế Quy định 66 là cần thiết.", [], "another sentence"],
    ["Quy định 399; thay thế Quy định 66", [], "another clause"],
    ["Quy định 399 và Quy định 66", [], "named together"],
    ["Nghị quyết 18 và 19", [], "of one list"],
    ["Quy định 399 thay thế một văn bản.", [], "a document that is not named"],
    ["", [], "nothing"],
  ])("%j → %j: %s", (text, expected) => expect(stated(text)).toEqual(expected));

  it("shows from the one document to the other", () => {
    const text = "Theo đó, Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW từ nay.";
    const [{ evidence } = { evidence: { start: 0, end: 0 } }] = findReplacements(text, findReferences(text));
    expect(text.slice(evidence.start, evidence.end)).toBe("Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW");
  });

  it.each([
    ["spaces", `Quy định 399 ${" ".repeat(100_000)} Quy định 66`],
    ["words", `Quy định 399 ${"thay the ".repeat(11_000)} Quy định 66`],
    ["orders", `Quy định 399 ${"giao ".repeat(20_000)} Quy định 66`],
    ["replacements", "Quy định 399 thay thế Quy định 66 ".repeat(2_500)],
  ])("ends soon on 100 kB of %s between two documents", (_what, text) => {
    expect(stated(text)).toBeInstanceOf(Array);
  });
});
