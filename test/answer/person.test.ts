import { describe, expect, it } from "vitest";
import { asksForPerson, namesPerson } from "../../src/answer/person.ts";

describe("asksForPerson", () => {
  it.each([
    "Bí thư Đảng ủy Khối là ai?",
    "ai lam bi thu tinh uy nhiem ky 2015-2020",
    "Ai ký Kết luận 28?",
    "Đồng chí nào chủ trì hội nghị?",
    "Who is the secretary of the Bloc?",
    "Who signed it?",
  ])("is so of %j", (question) => {
    expect(asksForPerson(question)).toBe(true);
  });

  it.each([
    "Ai chịu trách nhiệm giới thiệu đảng viên?",
    "Đối tượng được miễn là ai?",
    "Ai ban hành Quy định 213?",
    "Who issued Regulation 213?",
    "Who is exempt?",
  ])("is not so of %j", (question) => {
    expect(asksForPerson(question)).toBe(false);
  });
});

describe("namesPerson", () => {
  it.each([
    "Hội nghị do đồng chí Trương Thị Mai chủ trì.",
    "Phan Anh bị thay.",
    "Nguyên soái Zhukov từ chức.",
    "Người thứ ba là Thái Anh Văn.",
    "Chủ tịch Hồ Chí Minh đọc bản Tuyên ngôn.",
  ])("is so of %j", (text) => {
    expect(namesPerson(text)).toBe(true);
  });

  it.each([
    "Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tổ chức Trung ương phát biểu.",
    "Ban Thường vụ Tỉnh ủy Hà Tĩnh, UBKT và Đoàn Thanh niên Cộng sản Hồ Chí Minh.",
    "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh ở Hà Nội và Cao Bằng.",
  ])("is not so of %j", (text) => {
    expect(namesPerson(text)).toBe(false);
  });
});
