import { describe, expect, it } from "vitest";
import { asksForPerson, namesPerson, saysDeed } from "../../src/answer/person.ts";

describe("asksForPerson", () => {
  it.each([
    "Bí thư Đảng ủy Khối là ai?",
    "ai lam bi thu tinh uy nhiem ky 2015-2020",
    "Ai ký Kết luận 28?",
    "Đồng chí nào chủ trì hội nghị?",
    "Who is the secretary of the Bloc?",
    "Who signed it?",
    "Trưởng ban Tổ chức Đảng ủy Khối tên gì?",
    "Tên những đồng chí đó?",
  ])("is so of %j", (question) => {
    expect(asksForPerson(question)).toBe(true);
  });

  it.each([
    "Ai chịu trách nhiệm giới thiệu đảng viên?",
    "Đối tượng được miễn là ai?",
    "Ai ban hành Quy định 213?",
    "Who issued Regulation 213?",
    "Who is exempt?",
    "Giải báo chí có tên là gì?",
  ])("is not so of %j", (question) => {
    expect(asksForPerson(question)).toBe(false);
  });
});

describe("saysDeed", () => {
  it.each<[question: string, text: string, says: boolean]>([
    ["Ai ký Quy định 205?", "Đồng chí Trần Cẩm Tú ký Quy định số 205-QĐ/TW.", true],
    ["Ai ký Quy định 205?", "Đồng chí Phạm Minh Chính yêu cầu thực hiện Quy định số 205-QĐ/TW.", false],
    ["Who signed it?", "Đồng chí Phạm Minh Chính quán triệt thời kỳ mới.", false],
    ["dong chi nao chu tri hoi nghi", "Đồng chí Mai Văn Chính chủ trì hội nghị.", true],
    ["Bí thư Tỉnh ủy là ai?", "Đồng chí Lê Đình Sơn, Bí thư Tỉnh ủy.", true],
  ])("of %j and %j is %s", (question, text, says) => {
    expect(saysDeed(question, text)).toBe(says);
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
