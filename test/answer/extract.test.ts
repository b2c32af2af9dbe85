import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { openSmallLibrary, type SmallDocument } from "../fakes/small-library.ts";

async function answerTo(question: string, ...texts: string[]): Promise<Answer> {
  const documents = texts.map((text, at): SmallDocument => ({ id: `bao-cao-${at + 1}`, text }));
  const { ask } = await openSmallLibrary(documents);
  return ask(question);
}

function quotes(answer: Answer): string[] {
  return answer.kind === "answered" ? answer.citations.map(({ quote }) => quote) : [];
}

const other =
  "Các chi bộ sinh hoạt thường kỳ.\n\nCấp ủy họp bàn công tác tháng tới.\n\nHội nghị nghe báo cáo tình hình.";

describe("an answer without a language model", () => {
  it("is the sentence that answers, not the paragraph around it", async () => {
    const text = `Tỉnh có nhiều việc. Toàn tỉnh tặng 45 Kỷ niệm chương trong năm. Các huyện báo cáo sau.\n\n${other}`;
    expect(quotes(await answerTo("Toàn tỉnh tặng bao nhiêu Kỷ niệm chương?", text))).toEqual([
      "Toàn tỉnh tặng 45 Kỷ niệm chương trong năm.",
    ]);
  });

  it("takes the figure of what is counted, not one that is near", async () => {
    const text = `Toàn tỉnh có 12 huyện. Toàn tỉnh có 269 quần chúng ưu tú được kết nạp. Toàn tỉnh có 7 hội nghị.\n\n${other}`;
    const [first] = quotes(await answerTo("Toàn tỉnh có bao nhiêu quần chúng được kết nạp?", text));
    expect(first).toContain("269 quần chúng");
  });

  it("takes no list of the text around for one of a document that is only named", async () => {
    const text =
      "Công tác năm nay đạt nhiều kết quả quan trọng:\n- Tỉnh ban hành Kết luận số 5-KL/TU về chủ trương tinh gọn bộ máy.\n" +
      `- Tỉnh mở nhiều lớp học.\n- Tỉnh tặng nhiều huy hiệu.\n\n${other}`;
    expect(quotes(await answerTo("Kết luận 5-KL/TU nêu những chủ trương gì?", text))).toEqual([
      expect.stringContaining("tinh gọn bộ máy"),
    ]);
  });

  it("shows every document where several are asked for, with what announces them", async () => {
    const text = `Hội nghị quán triệt hai văn bản sau:\n- Kết luận số 28-KL/TW của Bộ Chính trị.\n- Quy định số 60-QĐ/TW của Ban Bí thư.\n\n${other}`;
    const [lead, ...items] = quotes(await answerTo("Hội nghị quán triệt những văn bản nào?", text))
      .join("\n")
      .split("\n");
    expect(lead).toContain("quán triệt hai văn bản");
    expect(items.join(" ")).toMatch(/28-KL\/TW.*60-QĐ\/TW/);
  });

  it("takes nobody for the issuer but who is said to have issued the document", async () => {
    const text = `Kết luận số 5-KL/TU thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương.\n\n${other}`;
    expect((await answerTo("Kết luận 5-KL/TU do ai ban hành?", text)).kind).toBe("no-evidence");
    const stated = text.replace("5-KL/TU", "5-KL/TU của Ban Thường vụ Tỉnh ủy Hà Tĩnh");
    expect(quotes(await answerTo("Kết luận 5-KL/TU do ai ban hành?", stated))[0]).toContain("Ban Thường vụ Tỉnh ủy");
  });

  it("is not what a sentence about another document says", async () => {
    const { ask } = await openSmallLibrary([
      {
        id: "66-qd-tw",
        number: "66-QĐ/TW",
        kind: "Quy định",
        text: `Quy định này về văn bản của Đảng.\n\nQuy định số 399-QĐ/TW nêu 25 thể loại văn bản của Đảng.\n\n${other}`,
      },
    ]);
    const answer = await ask("Quy định 66 nêu bao nhiêu thể loại văn bản của Đảng?");
    expect(quotes(answer).join()).not.toContain("25 thể loại");
  });

  it("is said to come from a digest of the document only where it does", async () => {
    const { ask } = await openSmallLibrary([
      { id: "66-qd-tw", number: "66-QĐ/TW", kind: "Quy định", isDigest: true, text: `Văn bản của Đảng.\n\n${other}` },
      { id: "bai-bao", isDigest: true, text: `Hội nghị phổ biến Quy định số 66-QĐ/TW tại 71 điểm cầu.\n\n${other}` },
    ]);
    const answer = await ask("Hội nghị phổ biến Quy định 66 có bao nhiêu điểm cầu?");
    expect(answer.text).toMatch(/^Theo bản tóm lược trong thư viện/);
  });

  it("leaves out figures of other things where one counts what is asked for", async () => {
    const named = "Hội nghị trực tuyến quán triệt Quy định 205-QĐ/TW cho 30 đơn vị.";
    const text = `${named} Hội nghị được tổ chức tại 71 điểm cầu.\n\n${other}`;
    expect(quotes(await answerTo("Hội nghị quán triệt Quy định 205 có bao nhiêu điểm cầu?", text))).toEqual([
      "Hội nghị được tổ chức tại 71 điểm cầu.",
    ]);
  });

  it("takes the figure that is said to be the number of what is counted", async () => {
    const text = `Toàn tỉnh có 151 tổ chức được xếp loại. Số tổ chức hoàn thành xuất sắc nhiệm vụ là 28, đạt 18,5%.\n\n${other}`;
    expect(quotes(await answerTo("Toàn tỉnh có bao nhiêu tổ chức hoàn thành xuất sắc nhiệm vụ?", text))).toEqual([
      "Số tổ chức hoàn thành xuất sắc nhiệm vụ là 28, đạt 18,5%.",
    ]);
  });

  it("takes a number in words for a figure", async () => {
    const text = `Chi bộ Hòa Bình lập năm tổ công tác. Toàn tỉnh tặng ba mươi Kỷ niệm chương trong năm.\n\n${other}`;
    expect(quotes(await answerTo("Toàn tỉnh tặng bao nhiêu Kỷ niệm chương?", text))).toEqual([
      "Toàn tỉnh tặng ba mươi Kỷ niệm chương trong năm.",
    ]);
  });

  it("does not give a date that stands in the question for an answer", async () => {
    const text = `Năm 2019 tỉnh mở lớp bồi dưỡng chi ủy. Lớp bồi dưỡng chi ủy bế giảng tháng 6 năm 2021.\n\n${other}`;
    const [first] = quotes(await answerTo("Lớp bồi dưỡng chi ủy mở năm 2019 bế giảng năm nào?", text));
    expect(first).toBe("Lớp bồi dưỡng chi ủy bế giảng tháng 6 năm 2021.");
  });

  it("adds a sentence that is nearly as likely, and none that is not", async () => {
    const near = "Chi bộ sinh hoạt chuyên đề về chuyển đổi số hai lần.";
    const text = `Chi bộ sinh hoạt chuyên đề về chuyển đổi số nghiêm túc. ${near} Trời mưa nhiều ngày liền ở vùng núi.\n\n${other}`;
    const given = quotes(await answerTo("Chi bộ sinh hoạt chuyên đề về chuyển đổi số ra sao?", text));
    expect(given).toHaveLength(2);
    expect(given).toContain(near);
  });

  it("finds a name whose parts stand in another order", async () => {
    const text = `Đồng chí An, họ Nguyễn, tên đệm Văn, phụ trách công tác đảng viên ở xã.\n\n${other}`;
    expect((await answerTo("Đồng chí Nguyễn Văn An phụ trách công tác gì ở xã?", text)).kind).toBe("answered");
    expect((await answerTo("Đồng chí Nguyễn Văn Bình phụ trách công tác gì ở xã?", text)).kind).toBe("no-evidence");
  });

  it("does not answer a question for a figure without one", async () => {
    const text = `Toàn tỉnh tặng nhiều Kỷ niệm chương trong năm.\n\n${other}`;
    expect((await answerTo("Toàn tỉnh tặng bao nhiêu Kỷ niệm chương?", text)).kind).toBe("no-evidence");
  });

  it("does not answer a question for a date without one", async () => {
    const text = `Hội nghị Kỷ niệm chương khai mạc tại Hà Nội.\n\n${other}`;
    expect((await answerTo("Hội nghị Kỷ niệm chương khai mạc ngày nào?", text)).kind).toBe("no-evidence");
  });

  it("says once what two documents say in the same words", async () => {
    const text = "Toàn tỉnh tặng 45 Kỷ niệm chương trong năm.";
    expect(quotes(await answerTo("Toàn tỉnh tặng bao nhiêu Kỷ niệm chương?", text, `${text}\n\n${other}`))).toEqual([
      text,
    ]);
  });

  it.each<[form: string, items: readonly string[]]>([
    ["dashes", ["- Rà soát văn bản.", "- Sắp xếp bộ máy.", "- Tinh giản biên chế.", "- Kiểm tra, giám sát."]],
    ["figures", ["1. Rà soát văn bản.", "2. Sắp xếp bộ máy.", "3. Tinh giản biên chế.", "4. Kiểm tra, giám sát."]],
    ["letters", ["a) Rà soát văn bản;", "b) Sắp xếp bộ máy;", "c) Tinh giản biên chế;", "d) Kiểm tra, giám sát."]],
  ])("has every item of a list with %s, in order", async (_form, items) => {
    const text = `Các giải pháp trọng tâm thời gian tới gồm:\n${items.join("\n")}\n\n${other}`;
    const answer = await answerTo("Các giải pháp trọng tâm thời gian tới là gì?", text);
    const all = quotes(answer).join("\n");
    const places = ["Rà soát", "Sắp xếp", "Tinh giản", "Kiểm tra"].map((item) => all.indexOf(item));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("has every item of a list in words", async () => {
    const items = [
      "Một là, rà soát văn bản.",
      "Hai là, sắp xếp bộ máy.",
      "Ba là, tinh giản biên chế.",
      "Bốn là, kiểm tra, giám sát.",
    ];
    const text = `Các giải pháp trọng tâm thời gian tới:\n${items.join("\n")}\n\n${other}`;
    const all = quotes(await answerTo("Các giải pháp trọng tâm thời gian tới là gì?", text)).join("\n");
    expect(items.filter((item) => !all.includes(item.slice(0, -1)))).toEqual([]);
  });

  it("shows a very long sentence cut to what matters, with the figure", async () => {
    const clauses = Array(12).fill("thực hiện nghiêm túc công tác cán bộ theo chỉ đạo của cấp trên").join(", ");
    const text = `Trong năm, ${clauses}, toàn tỉnh tặng 45 Kỷ niệm chương, ${clauses}.\n\n${other}`;
    const answer = await answerTo("Toàn tỉnh tặng bao nhiêu Kỷ niệm chương?", text);
    expect(answer.text).toContain("45 Kỷ niệm chương");
    expect(answer.text.length).toBeLessThan(500);
  });

  it("gives no more than it was asked for", async () => {
    const text = Array.from(
      { length: 12 },
      (_, at) => `Chi bộ ${at + 1} sinh hoạt chuyên đề về chuyển đổi số tốt.`,
    ).join("\n\n");
    expect(
      quotes(await answerTo("Chi bộ sinh hoạt chuyên đề về chuyển đổi số ra sao?", text)).length,
    ).toBeLessThanOrEqual(3);
  });
});
