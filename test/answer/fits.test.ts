import { describe, expect, it } from "vitest";
import { isCounted } from "../../src/answer/counted.ts";
import { fitsKind } from "../../src/answer/fits.ts";
import { readQuestion } from "../../src/answer/read-question.ts";
import { ownReference } from "../../src/core/reference.ts";
import { createQueryReader } from "../../src/search/query.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

async function fits(asked: string, text: string): Promise<boolean | undefined> {
  const { store, retriever } = await openSmallLibrary(smallDocuments);
  const query = await createQueryReader(store)(asked);
  const { hits } = await retriever.retrieve("Quy định 213", 1);
  const question = { ...(await readQuestion(query, { store, passages: 1 })), language: "vi" as const };
  const [hit] = hits;
  return hit && fitsKind(question, text, hit, undefined);
}

describe("what a question for a number can be answered by", () => {
  it.each([
    ["a count", "Hội nghị kết nối 71 điểm cầu.", true],
    ["a month, which is none", "Nhiệm vụ trọng tâm tháng 12 và thời gian tiếp theo.", false],
    ["an article, which is none", "Thực hiện theo Điều 5, khoản 12 và Quy định số 205 của trên.", false],
  ])("%s", async (_, text, expected) => {
    expect(await fits("Hội nghị có bao nhiêu điểm cầu?", text)).toBe(expected);
  });

  it("an ordinal where that is asked for", async () => {
    expect(await fits("Giải thưởng là lần thứ mấy?", "Trao Giải thưởng lần thứ 18.")).toBe(true);
  });
});

describe("what a question for a date can be answered by", () => {
  it.each([
    ["a date", "Hội nghị họp ngày 02/12/2019.", true],
    ["a document's number, which is none", "Thực hiện Chương trình số 1011-CTr/TU.", false],
  ])("%s", async (_, text, expected) => {
    expect(await fits("Hội nghị họp khi nào?", text)).toBe(expected);
  });
});

describe("a question for a day", () => {
  it.each<[question: string, text: string, fits: boolean]>([
    ["Hội nghị họp ngày nào?", "Hội nghị họp ngày 02/12/2019.", true],
    ["Hội nghị họp ngày nào?", "Hội nghị họp tháng 12-2019.", true],
    ["Hội nghị họp ngày nào?", "Hội nghị họp năm 2019.", false],
    ["Hội nghị họp năm nào?", "Hội nghị họp năm 2019.", true],
    ["Đại hội khai mạc khi nào?", "Chuẩn bị đại hội nhiệm kỳ 2025-2030.", false],
    ["Đại hội khai mạc khi nào?", "Đại hội họp đầu nhiệm kỳ 2025-2030.", true],
    ["Nhiệm kỳ của Đoàn từ năm nào đến năm nào?", "Đoàn bầu ban chấp hành nhiệm kỳ 2022-2027.", true],
  ])("%j is answered by %j: %s", async (question, text, expected) => {
    expect(await fits(question, text)).toBe(expected);
  });
});

describe("a question for when something is to be done", () => {
  it.each<[question: string, text: string, fits: boolean]>([
    ["Khi nào phải lấy ý kiến nhận xét?", "Chỉ lấy ý kiến nhận xét khi cần thiết.", true],
    ["Lúc nào cần họp chi bộ?", "Chi bộ họp định kỳ sáu tháng một lần.", true],
    ["When must the cell meet?", "Chi bộ họp định kỳ sáu tháng một lần.", true],
    ["Hội nghị họp khi nào?", "Hội nghị chỉ họp khi cần thiết.", false],
    ["Hội nghị được tổ chức khi nào?", "Hội nghị chỉ họp khi cần thiết.", false],
    ["When is the congress?", "Đại hội họp nếu cấp trên đồng ý.", false],
  ])("%j is answered by %j: %s", async (question, text, expected) => {
    expect(await fits(question, text)).toBe(expected);
  });
});

describe("what a question for a place can be answered by", () => {
  it.each([
    ["a province", "Hội nghị họp tại Hà Tĩnh.", true],
    ["a town", "Trụ sở đặt tại thành phố Vinh.", true],
    ["a body, which is none", "Hội nghị do Ban Tổ chức Trung ương triệu tập.", false],
  ])("%s", async (_, text, expected) => {
    expect(await fits("Hội nghị họp ở thành phố nào?", text)).toBe(expected);
  });
});

describe("who is counted", () => {
  it.each<[question: string, text: string, counts: boolean]>([
    ["Khối trao huy hiệu cho bao nhiêu người?", "Trao huy hiệu cho 68 đồng chí.", true],
    ["Có bao nhiêu người được cử đi học?", "Đã cử 1.656 cán bộ đi đào tạo.", true],
    ["Có bao nhiêu người được cử đi học?", "Mở 14 lớp bồi dưỡng.", false],
    ["Có bao nhiêu lớp được mở?", "Mở 14 lớp bồi dưỡng.", true],
    ["Quân số đảng viên toàn Khối là bao nhiêu?", "Khối có 8.434 đảng viên.", true],
    ["Quân số đảng viên toàn Khối là bao nhiêu?", "Khối có 76 chi bộ.", false],
    ["co bao nhieu hoi thao", "Tổ chức 22 hội thảo.", true],
    ["co bao nhieu dang vien", "Có 76 chi bộ và 8.434 đảng viên.", true],
    ["co bao nhieu dang vien", "Có 76 chi bộ.", false],
  ])("of %j in %j is told: %s", async (question, text, counts) => {
    const { store } = await openSmallLibrary(smallDocuments);
    const query = await createQueryReader(store)(question);
    const read = { ...(await readQuestion(query, { store, passages: 1 })), language: "vi" as const };
    expect(isCounted(read, text)).toBe(counts);
  });
});

describe("what a question for the date of a document can be answered by", () => {
  it.each([
    ["Điều lệ Đảng ban hành ngày nào?", false],
    ["Hội nghị phổ biến Quy định 213 diễn ra hôm nào?", true],
  ])("%s: any date is one: %s", async (question, expected) => {
    const { store, retriever } = await openSmallLibrary(smallDocuments);
    const query = await createQueryReader(store)(question);
    const [hit] = (await retriever.retrieve("Quy định 213", 1)).hits;
    const [held] = (await store.get(["213-qd-tw.1"])).map(({ directive }) => directive);
    const read = { ...(await readQuestion(query, { store, passages: 1 })), language: "vi" as const };
    const subject = held && { reference: ownReference(held), held: [held], mentions: [] };
    expect(hit && fitsKind(read, "Đã học Nghị quyết số 5-NQ/TU, ngày 02/12/2019.", hit, subject)).toBe(expected);
  });
});

describe("what a question for a person can be answered by", () => {
  it.each([
    ["a name", "Đồng chí Trương Thị Mai chủ trì hội nghị.", true],
    ["an office, which is none", "Bí thư, Phó Bí thư và Ủy viên Ban Thường vụ chủ trì hội nghị.", false],
  ])("%s", async (_, text, expected) => {
    expect(await fits("Ai chủ trì hội nghị?", text)).toBe(expected);
  });
});

describe("what a question for a length of time can be answered by", () => {
  it.each([
    ["a figure with its unit", "Thời gian dự bị là 12 tháng.", true],
    ["a number in words", "Thời hạn sử dụng là mười năm.", true],
    ["a span", "Kéo dài từ 2-3 tuần, tùy nơi.", true],
    ["a date, which is none", "Ban hành ngày 02 tháng 01 năm 2020.", false],
    ["a year, which is none", "Quy định có từ năm 2018 và được sửa năm 2020.", false],
    ["another figure", "Có 12 đảng viên mới.", false],
  ])("%s", async (_, text, expected) => {
    expect(await fits("Thời gian thử thách là bao lâu?", text)).toBe(expected);
  });
});
