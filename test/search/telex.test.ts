import { describe, expect, it } from "vitest";
import { isSyllable } from "../../src/search/syllables.ts";
import { fromTelex } from "../../src/search/telex.ts";

describe("what was typed by the Telex rules without an input method", () => {
  it.each([
    ["ddangr vieen phair lamf gif", "đảng viên phải làm gì"],
    ["Quy ddinhj cuar Booj Chinhs trij", "Quy định của Bộ Chính trị"],
    ["thoong baos keets luaanj", "thông báo kết luận"],
    ["nguwowif dduwowcj keets napj", "người được kết nạp"],
    ["DDANGR VIEEN", "ĐẢNG VIÊN"],
    ["quys 3 hoaf giair", "quý 3 hòa giải"],
    ["gif giuwx giaays towf", "gì giữ giấy tờ"],
  ])("is read: %s", (typed, meant) => {
    expect(fromTelex(typed)).toBe(meant);
  });

  it.each([
    "đảng viên phải làm gì",
    "dang vien phai lam gi",
    "What does Regulation 213 require of party members?",
    "need food soon",
    "Is it us or them?",
    "213-QĐ/TW",
    "Quy định 66-QĐ/TW ngày 06/02/2017 và Quy định 399-QĐ/TW ngày 09/01/2026 khác nhau thế nào?",
    "xoong nồi",
    "",
    "???",
  ])("is not seen in %j", (text) => {
    expect(fromTelex(text)).toBe(text);
  });
});

describe("a Vietnamese syllable", () => {
  it.each("đảng quyết nghiệp nghiêng gì giếng khuỷu quốc yêu ương uỷ ủy hoà dang nghiep y o xoong".split(" "))(
    "is %j",
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  it.each("biệện qiy chíh dagn ddaangr strong facebook w btv càt ệệ đảngg".split(" "))("is not %j", (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
