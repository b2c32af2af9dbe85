import { describe, expect, it } from "vitest";
import type { Generate } from "../../src/answer/model/generate.ts";
import type { Answer } from "../../src/core/answer.ts";
import { openSmallLibrary, type SmallDocument, smallDocuments } from "../fakes/small-library.ts";

const documents: readonly SmallDocument[] = [
  ...smallDocuments,
  {
    id: "41-qd-tw",
    kind: "Quy định",
    number: "41-QĐ/TW",
    title: "Về việc miễn nhiệm, từ chức đối với cán bộ",
    issuer: "Bộ Chính trị",
    issuedOn: "2021-11-03",
    text: `
Quy định số 41-QĐ/TW thay thế Quy định số 260-QĐ/TW, ngày 02/10/2009 của Bộ Chính trị.

Cán bộ bị kỷ luật cảnh cáo hai lần trong cùng một nhiệm kỳ thì bị miễn nhiệm.

Hồ sơ từ chức gồm đơn của cán bộ và tờ trình của cơ quan quản lý.`,
  },
  {
    id: "260-qd-tw",
    kind: "Quy định",
    number: "260-QĐ/TW",
    title: "Về việc thôi giữ chức vụ, miễn nhiệm, từ chức của cán bộ",
    issuer: "Bộ Chính trị",
    issuedOn: "2009-10-02",
    text: `
Cán bộ bị kỷ luật cảnh cáo ba lần trong cùng một nhiệm kỳ thì bị miễn nhiệm.

Cán bộ thôi giữ chức vụ được bố trí công tác khác.`,
  },
];

async function answerTo(question: string): Promise<Answer> {
  const { ask } = await openSmallLibrary(documents);
  return ask(question);
}

/** What stands under each name, in order. */
function columnsOf({ text }: Answer): [name: string, text: string][] {
  return text
    .split(/\n*▪ /)
    .slice(1)
    .map((column) => {
      const [name = "", ...lines] = column.split("\n");
      return [name, lines.join("\n")];
    });
}

function quotesIn(answer: Answer, column: string): string[] {
  const markers = Array.from(column.matchAll(/\[(\d+)\]/g), ([, marker]) => Number(marker));
  return answer.kind === "answered"
    ? answer.citations.filter(({ marker }) => markers.includes(marker)).map(({ quote }) => quote)
    : [];
}

describe("a question that names several documents", () => {
  it.each([
    "Quy định 41 và Quy định 260 khác nhau thế nào về cán bộ bị kỷ luật cảnh cáo?",
    "So sánh Quy định 41 với Quy định 260 về cán bộ bị kỷ luật cảnh cáo",
    "Về cán bộ bị kỷ luật cảnh cáo, Quy định 41 có điểm gì mới so với Quy định 260?",
    "Quy định 41 khác Quy định 260 ở điểm nào về cán bộ bị kỷ luật cảnh cáo?",
    "quy dinh 41 va quy dinh 260 khac nhau the nao ve can bo bi ky luat canh cao",
    "Quy định 41 và 260 quy định gì đối với cán bộ bị kỷ luật cảnh cáo?",
    "41 khác 260 thế nào về cán bộ bị kỷ luật cảnh cáo?",
    "Quy định 41-QĐ/TW ngày 03/11/2021 của Bộ Chính trị so với Quy định 260 năm 2009: cán bộ bị kỷ luật cảnh cáo",
    "Cán bộ bị kỷ luật cảnh cáo theo Quy định 41 và Quy định 260",
  ])("has what each says of it, in the order asked, under its citation: %s", async (question) => {
    const answer = await answerTo(question);
    const [first, second, third] = columnsOf(answer);
    expect([first?.[0], second?.[0], third]).toEqual([
      "Quy định số 41-QĐ/TW, ngày 03/11/2021 của Bộ Chính trị:",
      "Quy định số 260-QĐ/TW, ngày 02/10/2009 của Bộ Chính trị:",
      undefined,
    ]);
    expect(quotesIn(answer, first?.[1] ?? "")).toContainEqual(expect.stringContaining("cảnh cáo hai lần"));
    expect(quotesIn(answer, first?.[1] ?? "")).not.toContainEqual(expect.stringContaining("cảnh cáo ba lần"));
    expect(quotesIn(answer, second?.[1] ?? "")).toContainEqual(expect.stringContaining("cảnh cáo ba lần"));
  });

  it("takes them in the order asked", async () => {
    const answer = await answerTo("So sánh Quy định 260 và Quy định 41");
    expect(columnsOf(answer).map(([name]) => name.slice(0, 15))).toEqual(["Quy định số 260", "Quy định số 41-"]);
  });

  it("is answered in English to an English question", async () => {
    const answer = await answerTo("What is the difference between Regulation 66 and Regulation 399?");
    const [first, second] = columnsOf(answer);
    expect([answer.language, first?.[0], second?.[0]]).toEqual([
      "en",
      "Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư:",
      "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư:",
    ]);
    expect(first?.[1]).toContain("Note: according to the library");
  });

  it("says that one replaces the other", async () => {
    const answer = await answerTo("Quy định 41 và Quy định 260 khác nhau thế nào?");
    const [first, second] = columnsOf(answer);
    expect(second?.[1]).toMatch(
      /Lưu ý: theo thư viện, Quy định 260-QĐ\/TW đã được thay thế bằng Quy định (?:số )?41-QĐ\/TW/,
    );
    expect(first?.[1]).not.toContain("Lưu ý");
    const reversed = await answerTo("Quy định 260 và Quy định 41 khác nhau thế nào?");
    expect(reversed.text.match(/Lưu ý/g)).toHaveLength(1);
  });

  it("has nothing of its own on how they differ", async () => {
    const answer = await answerTo("Quy định 41 và Quy định 260 khác nhau thế nào về cán bộ bị kỷ luật cảnh cáo?");
    expect(answer.text).not.toMatch(/khác/);
  });

  it("names each of several that are not known, and answers of the others", async () => {
    const answer = await answerTo("So sánh Quy định 777, Quy định 41 và Kết luận 905");
    const columns = columnsOf(answer);
    expect(columns.map(([name]) => name)).toEqual([
      "Quy định 777:",
      "Quy định số 41-QĐ/TW, ngày 03/11/2021 của Bộ Chính trị:",
      "Kết luận 905:",
    ]);
    const isUnknown = columns.map(([, text]) => text.includes("Thư viện này không có văn bản này"));
    expect(isUnknown).toEqual([true, false, true]);
  });

  it("is refused where none is known", async () => {
    expect(await answerTo("So sánh Quy định 777 và Quy định 778")).toMatchObject({ reason: "unknown-document" });
  });

  it("says of one that is only mentioned what others say of it", async () => {
    const [, second] = columnsOf(await answerTo("So sánh Quy định 41 và Kết luận 28"));
    expect(second?.[0]).toContain("Kết luận số 28-KL/TW");
    expect(second?.[1]).toMatch(/^Thư viện chưa có toàn văn văn bản này[\s\S]*tinh giản biên chế/);
  });

  it("gives no date of one that is only mentioned where no quote shows it", async () => {
    const { ask } = await openSmallLibrary([
      ...documents,
      {
        id: "ban-tin",
        text: "Hội nghị quán triệt Kết luận số 71-KL/TW, ngày 24/03/2020 của Ban Bí thư.\n\nKết luận số 71-KL/TW nêu hồ sơ từ chức nộp trong mười ngày.",
      },
    ]);
    const answer = await ask("So sánh Quy định 41 và Kết luận 71 về hồ sơ từ chức");
    const [, second] = columnsOf(answer);
    expect(quotesIn(answer, second?.[1] ?? "")).toEqual([expect.stringContaining("nộp trong mười ngày")]);
    expect(second?.[0]).toBe("Kết luận 71:");
  });

  it("says what one is about that has nothing on what was asked", async () => {
    const answer = await answerTo("So sánh Quy định 41 và Quy định 399 về hồ sơ từ chức");
    const [first, second] = columnsOf(answer);
    expect(quotesIn(answer, first?.[1] ?? "")).toContainEqual(expect.stringContaining("Hồ sơ từ chức gồm"));
    expect(second?.[1]).toMatch(/^Thư viện không có đoạn nào về văn bản này trả lời câu hỏi\./);
  });

  it("is refused what none of them says", async () => {
    const answer = await answerTo("So sánh Quy định 41 và Quy định 399 về mức phụ cấp lương hưu");
    expect(answer).toMatchObject({ kind: "no-evidence", reason: "not-covered" });
  });

  it("is refused with a word on those that are not known", async () => {
    const answer = await answerTo("So sánh Quy định 41 và Quy định 777 về mức phụ cấp lương hưu");
    expect(answer).toMatchObject({ reason: "not-covered", text: expect.stringContaining("mà thư viện không có") });
  });

  it("tells of each whether it is in force", async () => {
    const [first, second] = columnsOf(await answerTo("Quy định 399 và Quy định 66 còn hiệu lực không?"));
    expect(first?.[1]).toMatch(/không ghi nhận việc văn bản này bị thay thế/);
    expect(second?.[1]).toMatch(/đã được thay thế bằng Quy định (?:số )?399-QĐ\/TW/);
  });

  it("is asked back where one of the numbers fits several", async () => {
    expect((await answerTo("So sánh Nghị quyết 18 và Quy định 41")).kind).toBe("which");
  });

  it("is about one of them where it asks what that has to do with the other", async () => {
    const answer = await answerTo("Quy định 41 thay thế Quy định 260 ngày nào?");
    expect(columnsOf(answer)).toEqual([]);
  });

  it("shows a place once that speaks of all of them", async () => {
    const answer = await openSmallLibrary([
      {
        id: "bao-cao",
        text: "Ban Thường vụ đã ban hành Chương trình số 920-CTr/TU để thực hiện Nghị quyết số 71-NQ/TW, Nghị quyết số 72-NQ/TW.",
      },
    ]).then(({ ask }) => ask("Chương trình nào thực hiện Nghị quyết 71 và 72?"));
    expect([answer.kind, columnsOf(answer)]).toEqual(["answered", []]);
  });

  it("keeps the markers of its quotes in order, one for each place", async () => {
    const answer = await answerTo("Quy định 66 và Quy định 399 khác nhau thế nào?");
    const markers = Array.from(answer.text.matchAll(/\[(\d+)\]/g), ([, marker]) => Number(marker));
    const count = answer.kind === "answered" ? answer.citations.length : 0;
    expect([...new Set(markers)]).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    expect(count).toBeGreaterThan(2);
  });

  it("shows nothing of a document above the reader's clearance", async () => {
    const { reading } = await openSmallLibrary(
      documents.map((document) => (document.id === "260-qd-tw" ? { ...document, access: "staff" } : document)),
    );
    const question = "Quy định 41 và Quy định 260 khác nhau thế nào về cán bộ bị kỷ luật cảnh cáo?";
    const [open, staff] = await Promise.all([reading("member").ask(question), reading("staff").ask(question)]);
    expect(staff.text).toContain("cảnh cáo ba lần");
    expect(JSON.stringify(open)).not.toMatch(/cảnh cáo ba lần|Về việc thôi giữ chức vụ/);
    expect(columnsOf(open)[1]?.[1]).toContain("Thư viện chưa có toàn văn văn bản này");
  });

  it("is left to the language model where there is one that answers", async () => {
    const { askWith } = await openSmallLibrary(documents);
    const says: Generate = async (_, [first]) => {
      if (!first) return { failure: "llm-found-nothing" };
      const { passage, directive } = first;
      const citation = { marker: 1, quote: passage.text, span: passage.span, passage, directive, uncertain: [] };
      return { text: "Theo mô hình [1].", citations: [citation] };
    };
    const question = "So sánh Quy định 41 và Quy định 399";
    expect(await askWith({ generate: says })(question)).toMatchObject({ composer: "llm", text: "Theo mô hình [1]." });
    expect((await askWith({ generate: says })("Quy định 399 và Quy định 66 còn hiệu lực không?")).text).toContain("▪");
    const failed = await askWith({ generate: async () => ({ failure: "llm-failed" }) })(question);
    expect([columnsOf(failed).length, failed]).toMatchObject([2, { fallback: "llm-failed" }]);
  });
});
