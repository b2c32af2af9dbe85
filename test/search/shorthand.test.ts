import { describe, expect, it } from "vitest";
import { fromShorthand } from "../../src/search/shorthand.ts";

describe("fromShorthand", () => {
  it.each([
    ["Đảng viên dc cấp lại thẻ ko?", "Đảng viên được cấp lại thẻ không?"],
    ["bao nhiu dang vien dc mien", "bao nhieu dang vien duoc mien"],
    ["213 nói j, phải làm ntn", "213 nói gì, phải làm như thế nào"],
    ["ĐC Bí thư, DC và KO", "ĐC Bí thư, DC và KO"],
    ["constructor __proto__", "constructor __proto__"],
    ["", ""],
  ])("reads %j as %j", (typed, meant) => {
    expect(fromShorthand(typed)).toBe(meant);
  });
});
