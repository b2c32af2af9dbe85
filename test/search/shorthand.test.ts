import { describe, expect, it } from "vitest";
import { fromShorthand } from "../../src/search/shorthand.ts";

describe("fromShorthand", () => {
  it.each([
    ["Đảng viên dc cấp lại thẻ ko?", "Đảng viên được cấp lại thẻ không?"],
    ["bao nhiu dang vien dc mien", "bao nhieu dang vien duoc mien"],
    ["213 nói j, phải làm ntn", "213 nói gì, phải làm như thế nào"],
    ["Có bn ng dự, ở đâu z", "Có bao nhiêu người dự, ở đâu vậy"],
    ["theo qđ nào, nq này", "theo quy định nào, nghị quyết này"],
    ["qd nao thay kl do", "quy dinh nao thay ket luan do"],
    ["qd 213, NQ 18 và QĐ-TW", "qd 213, NQ 18 và QĐ-TW"],
    ["ĐC Bí thư, DC và KO", "ĐC Bí thư, DC và KO"],
    ["constructor __proto__", "constructor __proto__"],
    ["", ""],
  ])("reads %j as %j", (typed, meant) => {
    expect(fromShorthand(typed)).toBe(meant);
  });
});
