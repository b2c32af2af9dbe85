import { describe, expect, it } from "vitest";
import { findAntecedents } from "../../src/citation/antecedents.ts";
import { findReferences } from "../../src/citation/find.ts";
import { findRelations } from "../../src/citation/relations.ts";
import { type DocumentReference, OPEN } from "../../src/core/reference.ts";
import { stated } from "./stated.ts";

const own: DocumentReference = { ...OPEN, kind: "Quy định", serial: "399", number: "399-QĐ/TW" };

describe("findRelations in a document of the library", () => {
  it.each<[text: string, expected: string[], reason: string]>([
    ["Quy định này thay thế Quy định số 66-QĐ/TW.", ["own replaces 66"], "it names itself"],
    ["Văn bản này thay thế Quy định số 66-QĐ/TW.", ["own replaces 66"], "as a document"],
    [
      "Quy định này có hiệu lực từ ngày ký và thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017.",
      ["own replaces 66"],
      "behind its coming into force",
    ],
    [
      "Điều 19. Hiệu lực thi hành\nQuy định này có hiệu lực từ ngày ký, thay thế Quy định số 66-QĐ/TW.",
      ["own replaces 66"],
      "in its last article",
    ],
    [
      "Quy định này có hiệu lực từ ngày ký; thay thế Quy định số 66-QĐ/TW.",
      ["own replaces 66"],
      "a clause without a subject behind its coming into force",
    ],
    ["Điều 2. Bãi bỏ Quyết định số 12-QĐ/TW.", ["own repeals 12"], "an article that enacts"],
    [
      "Điều 1. Sửa đổi, bổ sung một số điều của Quy định số 66-QĐ/TW.",
      ["own amends 66", "own supplements 66"],
      "an article that amends",
    ],
    [
      "Quy định này thay thế các Quy định số 31, 32-QĐ/TW và Hướng dẫn số 36-HD/VPTW.",
      ["own replaces 31", "own replaces 32", "own replaces 36"],
      "a list",
    ],
    [
      "Quy định số 66-QĐ/TW hết hiệu lực thi hành kể từ ngày Quy định này có hiệu lực.",
      ["own repeals 66"],
      "from its coming into force on",
    ],
    [
      "Quy định số 66-QĐ/TW hết hiệu lực kể từ ngày văn bản này được ban hành.",
      ["own repeals 66"],
      "from its being issued on",
    ],
    ["Quy định này được sửa đổi bởi Quy định số 400-QĐ/TW.", ["400 amends own"], "it is the object"],
    ["Quy định này cụ thể hóa Nghị quyết số 18-NQ/TW.", ["own implements 18"], "another relation"],
    ["Quy định này không thay thế Quy định số 66-QĐ/TW.", [], "denied"],
    ["Quy định này sẽ thay thế Quy định số 66-QĐ/TW.", [], "to come"],
    ["Nghị quyết này thay thế Nghị quyết số 18-NQ/TW.", [], "another kind is another document"],
    ["“Quy định này thay thế Quy định số 66-QĐ/TW.”", [], "quoted"],
    ["Các quy định này thay thế Quy định số 66-QĐ/TW.", [], "several"],
    ["Thay thế Quy định số 66-QĐ/TW.", [], "nothing shows that it is this text that does it"],
    ["Nhiệm vụ:\n- Thay thế Quy định số 66-QĐ/TW.", [], "a task"],
    ["Điều 5. Không thay thế Quy định số 66-QĐ/TW.", [], "an article that denies"],
    ["Thực hiện Quy định số 66-QĐ/TW.", [], "others carry it out"],
    ["Đảng viên thực hiện Quy định này và Quy định số 66-QĐ/TW.", [], "people carry it out"],
  ])("%j → %j: %s", (text, expected) => expect(stated(text, own)).toEqual(expected));

  it.each<[text: string, words: string, reason: string]>([
    ["Theo đó, Quy định 399 thay thế Quy định 66 từ nay.", "Quy định 399 thay thế Quy định 66", "active"],
    ["Nay Quy định 66 được thay thế bằng Quy định 399.", "Quy định 66 được thay thế bằng Quy định 399", "passive"],
    ["Quy định 680 về cán bộ (thay thế Quy định 335).", "Quy định 680 về cán bộ (thay thế Quy định 335", "brackets"],
    ["Nay Quy định này thay thế Quy định 66.", "Quy định này thay thế Quy định 66", "the text itself"],
    ["Điều 2. Bãi bỏ Quyết định số 12-QĐ/TW.", "Bãi bỏ Quyết định số 12-QĐ/TW", "no subject"],
    [
      "Thực hiện Nghị quyết 18, Tỉnh ủy ban hành Kế hoạch 05.",
      "Thực hiện Nghị quyết 18, Tỉnh ủy ban hành Kế hoạch 05",
      "the purpose first",
    ],
  ])("shows of %j %j: %s", (text, words) => {
    const evidence = findRelations(text, findReferences(text), own).map(({ evidence: { start, end } }) =>
      text.slice(start, end),
    );
    expect(evidence).toEqual([words]);
  });

  it("gives the very references and places that were found", () => {
    const text = "Quy định 399 thay thế Quy định 66.";
    const [first, second] = findReferences(text);
    const [relation] = findRelations(
      text,
      [first, second].filter((found) => found !== undefined),
      null,
    );
    expect(relation?.from.reference).toBe(first?.reference);
    expect(relation?.from.span).toBe(first?.span);
    expect(relation?.to.span).toBe(second?.span);
  });

  it("takes a document that is named by an alias for itself once", () => {
    const text = "Quy định số 213-QĐ/TW (sau đây gọi tắt là Quy định 213). Quy định 213 thay thế Quy định 76.";
    const found = findReferences(text);
    const references = [...found, ...findAntecedents(text, found, null)];
    expect(findRelations(text, references, null).map(({ to }) => to.reference.serial)).toEqual(["76"]);
  });

  it("reads what is said of a document by another name", () => {
    const text = "Quy chế số 07-QC/TU (gọi tắt là Quy chế họp). Quy chế họp thay thế Quy chế số 05-QC/TU.";
    const found = findReferences(text);
    const [relation] = findRelations(text, [...found, ...findAntecedents(text, found, null)], null);
    expect(relation?.from.reference.number).toBe("07-QC/TU");
  });
});
