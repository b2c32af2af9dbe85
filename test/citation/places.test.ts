import { describe, expect, it } from "vitest";
import { placesTyped } from "../../src/citation/places.ts";

describe("placesTyped", () => {
  it.each<[string, string[]]>([
    ["Đà Nẵng có bao nhiêu đảng viên?", ["Đà Nẵng"]],
    ["đảng viên ở đà nẵng và hà tĩnh", ["đà nẵng", "hà tĩnh"]],
    ["thanh hoa ket nap bao nhieu dang vien", ["thanh hoa"]],
    ["Thành hoa là gì, thanh hoá ở đâu", ["thanh hoá"]],
    ["hòa bình là gì", []],
    ["hoa binh la gi, hue", []],
    ["Hòa Bình có bao nhiêu xã?", ["Hòa Bình"]],
    ["How many members does Ha Tinh have?", ["Ha Tinh"]],
  ])("finds in %j", (question, places) => {
    expect(placesTyped(question)).toEqual(places);
  });
});
