import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";

const titleOf = (text: string) => findReferences(text)[0]?.reference.title;

type Row = readonly [text: string, expected: string | null, reason: string];

describe("a title goes on", () => {
  it.each<Row>([
    [
      "55-KL/TU về thực hiện Chỉ thị số 10-CT/TW của Ban Bí thư, các cấp",
      "về thực hiện Chỉ thị số 10-CT/TW của Ban Bí thư, các cấp",
      "through the issuer of a document in it",
    ],
    [
      "92-KL/TU về tiếp tục thực hiện Nghị quyết số 18-NQ/TW của BCH Trung ương Đảng khóa XII, trong đó",
      "về tiếp tục thực hiện Nghị quyết số 18-NQ/TW của BCH Trung ương Đảng khóa XII",
      "through the term of its issuer",
    ],
    [
      "33-HD/BTCTW về thực hiện Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị về trách nhiệm của đảng viên.",
      "về thực hiện Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị về trách nhiệm của đảng viên",
      "through its date, issuer and title",
    ],
    [
      "55-KL/TU về thực hiện Chỉ thị số 10-CT/TW của Ban Bí thư (khóa X) về “Nâng cao chất lượng sinh hoạt chi bộ” trong thời gian tới.",
      "về thực hiện Chỉ thị số 10-CT/TW của Ban Bí thư (khóa X) về “Nâng cao chất lượng sinh hoạt chi bộ” trong thời gian tới",
      "through brackets and quotation marks of it, and on",
    ],
    [
      "10-KH/TU về thực hiện Nghị quyết Trung ương 4 (khóa XII) trên địa bàn tỉnh.",
      "về thực hiện Nghị quyết Trung ương 4 (khóa XII) trên địa bàn tỉnh",
      "through a document named by its meeting",
    ],
    [
      "02-HD/ĐUK về xây dựng “Chi bộ kiểu mẫu”, “Đảng bộ kiểu mẫu” ở cơ sở; và",
      "về xây dựng “Chi bộ kiểu mẫu”, “Đảng bộ kiểu mẫu” ở cơ sở",
      "through quoted words",
    ],
    [
      '02-HD/ĐUK về xây dựng "Chi bộ kiểu mẫu", "Đảng bộ kiểu mẫu".',
      'về xây dựng "Chi bộ kiểu mẫu", "Đảng bộ kiểu mẫu"',
      "through words in straight quotation marks",
    ],
    [
      "02-HD/ĐUK “về xây dựng “Chi bộ kiểu mẫu” ở cơ sở” ngày",
      "về xây dựng “Chi bộ kiểu mẫu” ở cơ sở",
      "through quotation marks within quotation marks",
    ],
    [
      "01-HD/TW về sinh hoạt chi bộ ở T.Ư và TP. Huế. Các",
      "về sinh hoạt chi bộ ở T.Ư và TP. Huế",
      "through abbreviations",
    ],
    [
      "213-QĐ/TW về những điều đảng viên không được làm, được giới thiệu",
      "về những điều đảng viên không được làm",
      "through what may not be done",
    ],
    [
      "05-NQ/TU về hỗ trợ doanh nghiệp nhỏ và vừa",
      "về hỗ trợ doanh nghiệp nhỏ và vừa",
      "through vừa, where it is a size",
    ],
    ["22-QĐ/TW về quan hệ với cấp ủy cùng cấp", "về quan hệ với cấp ủy cùng cấp", "through cùng, where it is the same"],
    [
      "66-QĐ/TW về thể loại, thẩm quyền ban hành và thể thức của văn bản đã được thay thế",
      "về thể loại, thẩm quyền ban hành và thể thức của văn bản",
      "over its commas, where the sentence tells of the document",
    ],
  ])("%j → %j: %s", (text, expected) => expect(titleOf(text)).toBe(expected));
});

describe("a title ends before", () => {
  it.each<Row>([
    ["18-NQ/TW về tinh gọn bộ máy gắn với tinh giản biên chế", "về tinh gọn bộ máy", "what it is done with"],
    ["22-QĐ/TW về công tác kiểm tra cùng các văn bản", "về công tác kiểm tra", "what stands beside it"],
    ["22-QĐ/TW về công tác kiểm tra cùng Hướng dẫn 02", "về công tác kiểm tra", "a document beside it"],
    ["680-QĐ/TU về phân cấp quản lý (thay thế Quy định 335)", "về phân cấp quản lý", "a bracket"],
    ["680-QĐ/TU về phân cấp quản lý; Quy định 681", "về phân cấp quản lý", "a semicolon"],
    [
      "668-QĐ/TU về tiêu chuẩn cán bộ diện Ban Thường vụ Tỉnh ủy quản lý, chất lượng quy hoạch thực sự được nâng cao",
      "về tiêu chuẩn cán bộ diện Ban Thường vụ Tỉnh ủy quản lý",
      "a matter with its own verb",
    ],
    ["50-QĐ/TW về quy hoạch cán bộ, đội ngũ được củng cố", "về quy hoạch cán bộ", "a matter in the passive"],
    [
      "21-NQ/TW về xây dựng tổ chức đảng, các cấp ủy đã kết nạp",
      "về xây dựng tổ chức đảng",
      "another subject with its verb",
    ],
    ["96-QĐ/TW về việc lấy phiếu tín nhiệm đạt kết quả tốt", "về việc lấy phiếu tín nhiệm", "what came of it"],
    ["10-CT/TW về sinh hoạt chi bộ còn hạn chế", "về sinh hoạt chi bộ", "what is wrong with it"],
    ["27-KL/TW về xử lý sai phạm lấy Kết luận số 48-KL/TW làm căn cứ", "về xử lý sai phạm", "what the sentence does"],
    ["18-NQ/TW về bộ máy và Nghị quyết Trung ương 4 khóa XII", "về bộ máy", "a document named by its meeting"],
    ["18-NQ/TW về bộ máy và các Kết luận số 21-KL/TW", "về bộ máy", "several beside it"],
    [
      "12-HD/BTCTW về sinh hoạt chi bộ theo Chỉ thị số 10-CT/TW và Kết luận số 18-KL/TW",
      "về sinh hoạt chi bộ theo Chỉ thị số 10-CT/TW",
      "a document beside the one in it",
    ],
    [
      "33-HD/BTCTW về thực hiện Quy định số 213-QĐ/TW, ngày 30/10/2020 của Ban Tổ chức Trung ương",
      "về thực hiện Quy định số 213-QĐ/TW",
      "its own date and issuer behind a document in it",
    ],
    ['"Quy định 213-QĐ/TW về trách nhiệm", "Quy định 76"', "về trách nhiệm", "a closing quotation mark"],
  ])("%j → %j: %s", (text, expected) => expect(titleOf(text)).toBe(expected));
});

describe("a title may begin with", () => {
  it.each<Row>([
    ["Kết luận 92-KL/TU một số vấn đề về tổ chức bộ máy", "một số vấn đề về tổ chức bộ máy", "some matters"],
    [
      "Quy định 58-QĐ/TW ngày 08/02/2022 một số vấn đề về bảo vệ chính trị nội bộ.",
      "một số vấn đề về bảo vệ chính trị nội bộ",
      "some matters, behind a date",
    ],
    [
      "Hướng dẫn 01-HD/TW một số vấn đề cụ thể thi hành Điều lệ Đảng",
      "một số vấn đề cụ thể thi hành Điều lệ Đảng",
      "on what",
    ],
    ["Hướng dẫn 01-HD/TW một số điều của Quy định 24", "một số điều của Quy định 24", "some articles"],
    ["Quyết định 61-QĐ/TW ban hành Quy chế phối hợp", "ban hành Quy chế phối hợp", "what a decision issues"],
    ["61-QĐ/TW ban hành Quy chế phối hợp", "ban hành Quy chế phối hợp", "what only a decision can issue"],
    ["Quy định 24-QĐ/TW thi hành Điều lệ Đảng", "thi hành Điều lệ Đảng", "what a regulation puts into practice"],
    ["Quy định 142-QĐ/TW thí điểm giao quyền", "thí điểm giao quyền", "what is tried"],
  ])("%j → %j: %s", (text, expected) => expect(titleOf(text)).toBe(expected));
});

describe("no title is", () => {
  it.each<readonly [text: string, reason: string]>([
    ["Quyết định 61-QĐ/TW ban hành ngày 08/3/2022", "when it was issued"],
    ["Quyết định 61-QĐ/TW ban hành kèm theo Quy chế", "what is attached"],
    ["Quyết định 61-QĐ/TU ban hành Quy định số 62-QĐ/TU", "a document that it issues"],
    ["Kết luận 21-KL/TW ban hành Quy chế", "what a conclusion does not do"],
    ["Kế hoạch 10-KH/TU thi hành Điều lệ Đảng", "what a plan is for"],
    ["Quy định 142-QĐ/TW thí điểm tại 5 tỉnh", "where it is tried"],
    ["Kết luận 92-KL/TU, một số vấn đề về tổ chức bộ máy còn vướng", "what follows a comma"],
    ["Kết luận 92-KL/TU một số nơi chưa triển khai", "some places"],
    ["Quyết định 61-QĐ/TW\n\nBan hành Quy chế phối hợp", "another paragraph"],
    ["Kế hoạch 10-KH/TU về Nghị quyết số 18-NQ/TW", "nothing but a document"],
  ])("in %j: %s", (text) => expect(titleOf(text)).toBeNull());
});

it("what is said behind a document that ends a title is not said of it too", () => {
  const text = "33-HD/BTCTW về thực hiện Quy định số 213-QĐ/TW, ngày 30/10/2020 của Ban Tổ chức Trung ương";
  expect(findReferences(text).map(({ reference }) => [reference.issuedOn, reference.issuer])).toEqual([
    ["2020-10-30", "Ban Tổ chức Trung ương"],
    [null, null],
  ]);
});

it("who signs as the document does, and not as one in its title, issued it", () => {
  const text = "Kết luận số 92-KL/TU về thực hiện Nghị quyết số 18-NQ/TW của Ban Thường vụ Tỉnh ủy";
  expect(findReferences(text).map(({ reference }) => reference.issuer)).toEqual(["Ban Thường vụ Tỉnh ủy", null]);
});
