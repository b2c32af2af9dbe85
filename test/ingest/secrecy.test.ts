import { expect, it } from "vitest";
import { restrictionOf } from "../../ingest/secrecy.ts";

const markOf = (text: string, pages: { page: number; start: number }[] = []) => restrictionOf({ text, pages });
const paper = (line: string) => `ĐẢNG BỘ TỈNH X\n${line}\nSố 12-BC/TU\n\nBÁO CÁO\nvề giờ họp`;

it.each([
  ["MẬT", "MẬT"],
  ["TỐI MẬT", "TỐI MẬT"],
  ["TUYỆT MẬT", "TUYỆT MẬT"],
  ["Mật", "Mật"],
  ["Tối mật", "Tối mật"],
  ["(MẬT)", "MẬT"],
  ["* MẬT *", "MẬT"],
  ["Độ mật: Tuyệt mật", "Độ mật: Tuyệt mật"],
  ["ĐỘ MẬT: MẬT", "ĐỘ MẬT: MẬT"],
  ["Tỉnh ủy X | MẬT", "MẬT"],
  ["Tỉnh ủy X          TỐI MẬT", "TỐI MẬT"],
  ["Số 12-BC/TU MẬT", "MẬT"],
  ["Lưu hành nội bộ", "Lưu hành nội bộ"],
  ["(lưu hành nội bộ)", "lưu hành nội bộ"],
  ["TÀI LIỆU LƯU HÀNH NỘI BỘ", "TÀI LIỆU LƯU HÀNH NỘI BỘ"],
  ["Lưu hành nội bộ trong ngành", "Lưu hành nội bộ trong ngành"],
  ["Tài liệu sử dụng nội bộ.", "Tài liệu sử dụng nội bộ"],
  ["Không phổ biến", "Không phổ biến"],
  [
    "Tài liệu không phổ biến trên các phương tiện thông tin đại chúng",
    "Tài liệu không phổ biến trên các phương tiện thông tin đại chúng",
  ],
  ["Tài liệu thu hồi", "Tài liệu thu hồi"],
  ["(Tài liệu thu hồi sau hội nghị)", "Tài liệu thu hồi sau hội nghị"],
  ["Không đưa lên mạng", "Không đưa lên mạng"],
  ["KHÔNG ĐƯA LÊN MẠNG INTERNET", "KHÔNG ĐƯA LÊN MẠNG INTERNET"],
])("finds the stamp in %j", (line, mark) => expect(markOf(paper(line))).toBe(mark));

it.each([
  "Bảo vệ bí mật nhà nước là trách nhiệm của mọi đảng viên.",
  "QUY ĐỊNH VỀ BẢO VỆ BÍ MẬT",
  "Danh mục bí mật nhà nước độ Tối mật",
  "Danh mục bí mật nhà nước độ\nTỐI MẬT",
  "Tài liệu mật, tối mật, tuyệt mật được giao tận tay.",
  "mật",
  "Mật ong",
  "lưu hành nội bộ",
  "- Không đưa lên mạng thông tin của chi bộ;",
  "a) Không phổ biến",
  "Không đưa lên mạng xã hội những tin chưa được kiểm chứng.",
  "Quy định về tài liệu lưu hành nội bộ",
  "Độ mật: không",
  "Số điện thoại của hội viên được giữ bí mật",
])("does not take %j for a stamp", (line) => expect(markOf(paper(line))).toBe(null));

it("looks at head and foot, and at the heads of pages, not at the body", () => {
  const body = Array.from({ length: 80 }, (_, at) => `Ý thứ ${at} của bài.`);
  const withLine = (at: number) => body.toSpliced(at, 0, "MẬT").join("\n");
  expect([5, 40, 76].map((at) => markOf(withLine(at)))).toEqual(["MẬT", null, "MẬT"]);
  const text = withLine(40);
  expect(
    markOf(text, [
      { page: 1, start: 0 },
      { page: 2, start: text.indexOf("Ý thứ 39") },
    ]),
  ).toBe("MẬT");
});
