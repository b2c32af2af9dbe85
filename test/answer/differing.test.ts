import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { openSmallLibrary, type SmallDocument } from "../fakes/small-library.ts";

const filler =
  "Các chi bộ sinh hoạt thường kỳ.\n\nCấp ủy họp bàn công tác tháng tới.\n\nHội nghị nghe báo cáo tình hình.";

/** A yearly report of a province. */
function report(year: number, said: string, head: Partial<SmallDocument> = {}): SmallDocument {
  return {
    id: `bao-cao-${year}`,
    kind: "Báo cáo",
    number: `${year - 2000}-BC/TU`,
    title: `Kết quả công tác xây dựng Đảng năm ${year}`,
    issuer: "Tỉnh ủy Hà Tĩnh",
    issuedOn: `${year}-12-20`,
    ...head,
    text: `${said}\n\n${filler}`,
  };
}

function regulation(number: string, issuedOn: string, said: string, head: Partial<SmallDocument> = {}): SmallDocument {
  return {
    ...report(2000, said),
    id: number,
    kind: "Quy định",
    number,
    issuedOn,
    issuer: "Bộ Chính trị",
    title: number,
    ...head,
  };
}

async function answerTo(question: string, ...documents: SmallDocument[]): Promise<Answer> {
  const { ask } = await openSmallLibrary(documents);
  return ask(question);
}

const LEAD = /^(?:Các văn bản trong thư viện ghi khác nhau|The documents in the library differ):$/m;
const asked = "Toàn tỉnh kết nạp bao nhiêu đảng viên?";
const of2022 = report(2022, "Năm 2022, toàn tỉnh kết nạp 2.150 đảng viên.");
const of2023 = report(2023, "Trong năm 2023, toàn tỉnh đã kết nạp được 2.300 đảng viên, tăng 7% so với năm 2022.");

describe("documents that say the same with another figure", () => {
  it("are all shown, the newest first, each under its citation", async () => {
    const answer = await answerTo(asked, of2022, of2023);
    expect(answer.text.split("\n")).toEqual([
      "Các văn bản trong thư viện ghi khác nhau:",
      "▪ Báo cáo số 23-BC/TU, ngày 20/12/2023 của Tỉnh ủy Hà Tĩnh:",
      expect.stringMatching(/2\.300 đảng viên.*\[1\]$/),
      "▪ Báo cáo số 22-BC/TU, ngày 20/12/2022 của Tỉnh ủy Hà Tĩnh:",
      expect.stringMatching(/2\.150 đảng viên.*\[2\]$/),
    ]);
    expect(answer.kind === "answered" && answer.citations.map(({ directive }) => directive.id)).toEqual([
      "bao-cao-2023",
      "bao-cao-2022",
    ]);
  });

  it.each([
    ["toan tinh ket nap bao nhieu dang vien", "Các văn bản trong thư viện ghi khác nhau:"],
    ["How many party members were admitted in the whole province (toàn tỉnh)?", "The documents in the library differ:"],
  ])("are told however the question is typed: %s", async (question, lead) => {
    expect((await answerTo(question, of2022, of2023)).text).toContain(lead);
  });

  it.each([
    [
      "an age",
      "Cán bộ được bổ nhiệm lần đầu không quá bao nhiêu tuổi?",
      "Cán bộ được bổ nhiệm lần đầu không quá 50 tuổi.",
      "Cán bộ được bổ nhiệm lần đầu không quá năm mươi lăm tuổi.",
    ],
    [
      "a share",
      "Tỷ lệ cán bộ nữ trong cấp ủy phải đạt bao nhiêu phần trăm?",
      "Tỷ lệ cán bộ nữ trong cấp ủy phải đạt 15%.",
      "Tỷ lệ cán bộ nữ trong cấp ủy phải đạt 20%.",
    ],
    [
      "a share of the same year",
      "Tỷ lệ đảng viên nữ đạt bao nhiêu phần trăm?",
      "Năm 2022, tỷ lệ đảng viên nữ đạt 35,1%.",
      "Năm 2022, tỷ lệ đảng viên nữ đạt 35,4%.",
    ],
    [
      "a date",
      "Đại hội chi bộ phải hoàn thành ngày nào?",
      "Đại hội chi bộ phải hoàn thành trước ngày 30/6/2020.",
      "Đại hội chi bộ phải hoàn thành trước ngày 31/3/2025.",
    ],
  ])("may differ in %s", async (_, question, old, recent) => {
    const answer = await answerTo(
      question,
      regulation("50-QĐ/TW", "2012-02-05", old),
      regulation("80-QĐ/TW", "2022-02-05", recent, { issuer: "Ban Bí thư" }),
    );
    const first = answer.kind === "answered" && answer.citations[0].directive.id;
    expect([LEAD.test(answer.text), first]).toEqual([true, "80-QĐ/TW"]);
  });

  it("may name themselves, and are warned of where one replaced the other", async () => {
    const answer = await answerTo(
      "Văn bản của Đảng gồm bao nhiêu thể loại?",
      regulation("66-QĐ/TW", "2017-02-06", "Theo Quy định số 66-QĐ/TW, văn bản của Đảng gồm 33 thể loại."),
      regulation(
        "399-QĐ/TW",
        "2026-01-09",
        "Theo Quy định số 399-QĐ/TW, văn bản của Đảng gồm 25 thể loại.\n\nQuy định này thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Bộ Chính trị.",
      ),
    );
    expect(answer.text).toMatch(LEAD);
    expect(answer.text).toMatch(/25 thể loại[\s\S]*33 thể loại[\s\S]*Lưu ý: theo thư viện, Quy định 66-QĐ\/TW đã được/);
  });

  it("are told where a year that is asked about has two figures", async () => {
    const answer = await answerTo(
      "Năm 2022, toàn tỉnh kết nạp bao nhiêu đảng viên?",
      of2022,
      report(2023, "Năm 2022, toàn tỉnh kết nạp 2.168 đảng viên."),
    );
    expect(answer.text).toMatch(LEAD);
  });

  it("say that a digest is none of the full text", async () => {
    const answer = await answerTo(asked, of2022, { ...of2023, isDigest: true });
    expect(answer.text).toContain("ngày 20/12/2023 của Tỉnh ủy Hà Tĩnh (theo bản tóm lược, không phải toàn văn):");
  });
});

describe("a figure that is merely near", () => {
  it.each<[what: string, question: string, near: SmallDocument]>([
    [
      "of another province by its issuer",
      asked,
      report(2023, "Năm 2023, toàn tỉnh kết nạp 3.300 đảng viên.", { issuer: "Tỉnh ủy Nghệ An" }),
    ],
    [
      "of another province by its title",
      asked,
      report(2023, "Năm 2023, toàn tỉnh kết nạp 3.300 đảng viên.", {
        issuer: null,
        title: "Kết quả năm 2023 của Nghệ An",
      }),
    ],
    ["of another place by its name", asked, report(2023, "Năm 2023, huyện Đức Thọ kết nạp 330 đảng viên.")],
    [
      "of nobody knows which province",
      asked,
      report(2023, "Năm 2023, toàn tỉnh kết nạp 3.300 đảng viên.", { issuer: null, title: "Bản tin" }),
    ],
    ["of at least as many", asked, report(2023, "Năm 2023, toàn tỉnh kết nạp từ 3.300 đảng viên trở lên.")],
    ["of a part", asked, report(2023, "Năm 2023, toàn tỉnh kết nạp 900 đảng viên nữ.")],
    ["of something else", asked, report(2023, "Năm 2023, toàn tỉnh khai trừ 12 đảng viên.")],
    ["of another year than asked", "Năm 2022, toàn tỉnh kết nạp bao nhiêu đảng viên?", of2023],
    ["that is the same", asked, report(2023, "Năm 2022, toàn tỉnh đã kết nạp được 2.150 đảng viên.")],
    [
      "besides the same one",
      asked,
      report(2023, "Năm 2023, toàn tỉnh kết nạp 2.300 đảng viên. Năm 2022, toàn tỉnh kết nạp 2.150 đảng viên."),
    ],
    [
      "of the same document, held twice",
      asked,
      { ...of2022, id: "ban-sao", text: `Năm 2022, toàn tỉnh kết nạp 2.151 đảng viên.\n\n${filler}` },
    ],
    ["that nobody asked for", asked, report(2023, "Năm 2023, toàn tỉnh kết nạp 2.150 đảng viên.")],
  ])("is no contradiction: %s", async (_, question, near) => {
    const answer = await answerTo(question, of2022, near);
    expect(answer.text).not.toMatch(LEAD);
    expect(answer.text).toMatch(/2\.15\d/);
  });

  it("of the same document is none", async () => {
    const text = `Năm 2022, toàn tỉnh kết nạp 2.150 đảng viên.\n\nNăm 2023, toàn tỉnh kết nạp 2.300 đảng viên.\n\n${filler}`;
    expect((await answerTo(asked, { ...of2022, text })).text).not.toMatch(LEAD);
  });

  it.each<[what: string, question: string, one: SmallDocument, other: SmallDocument]>([
    [
      "of another congress",
      "Đại hội bầu bao nhiêu đồng chí vào Ban Chấp hành?",
      report(2022, "Đại hội lần thứ XIX bầu 53 đồng chí vào Ban Chấp hành."),
      report(2023, "Đại hội lần thứ XX bầu 51 đồng chí vào Ban Chấp hành."),
    ],
    [
      "of another congress, counted in digits",
      "Đại hội bầu bao nhiêu đồng chí vào Ban Chấp hành?",
      report(2022, "Đại hội lần thứ 19 bầu 53 đồng chí vào Ban Chấp hành."),
      report(2023, "Đại hội lần thứ 20 bầu 51 đồng chí vào Ban Chấp hành."),
    ],
    [
      "of another district",
      "Toàn huyện kết nạp bao nhiêu đảng viên?",
      report(2022, "Năm 2022, toàn huyện kết nạp 215 đảng viên.", { issuer: "Huyện ủy Can Lộc" }),
      report(2023, "Năm 2023, toàn huyện kết nạp 230 đảng viên.", { issuer: "Huyện ủy Đức Thọ" }),
    ],
    [
      "of nobody knows which of two places",
      asked,
      report(2022, "Năm 2022, toàn tỉnh kết nạp 2.150 đảng viên.", { issuer: null }),
      report(2023, "Năm 2023, toàn tỉnh kết nạp 2.300 đảng viên.", { issuer: null }),
    ],
    [
      "of the other way round",
      "Tỉnh hỗ trợ huyện bao nhiêu tỷ đồng xây trường học?",
      report(2022, "Tỉnh hỗ trợ huyện 30 tỷ đồng xây trường học."),
      report(2023, "Huyện xây trường học hỗ trợ tỉnh 45 tỷ đồng."),
    ],
  ])("is none: %s", async (_, question, one, other) => {
    const answer = await answerTo(question, one, other);
    expect([answer.kind, LEAD.test(answer.text)]).toEqual(["answered", false]);
  });

  it("is not shown above the reader's clearance", async () => {
    const { reading } = await openSmallLibrary([of2022, { ...of2023, access: "staff" }]);
    const [open, staff] = await Promise.all([reading("member").ask(asked), reading("staff").ask(asked)]);
    expect([LEAD.test(open.text), LEAD.test(staff.text)]).toEqual([false, true]);
    expect(JSON.stringify(open)).not.toContain("2.300");
  });

  it("is left alone where a document is named", async () => {
    const answer = await answerTo("Báo cáo 22-BC/TU: toàn tỉnh kết nạp bao nhiêu đảng viên?", of2022, of2023);
    expect(answer.text).not.toMatch(LEAD);
  });
});
