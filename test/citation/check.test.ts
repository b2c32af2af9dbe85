import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCheck } from "../../src/citation/check.ts";
import type { Check, CheckedCitation, Problem, Verdict } from "../../src/core/check.ts";
import { openShippedLibrary } from "../fakes/shipped-library.ts";
import { openSmallLibrary } from "../fakes/small-library.ts";

let check: Check;
let close: () => void;
beforeAll(async () => {
  const library = await openShippedLibrary();
  check = createCheck(library.store);
  close = library.close;
});
afterAll(() => close());

async function first(sentence: string): Promise<CheckedCitation> {
  const [citation] = (await check(sentence)).citations;
  if (!citation) throw new Error(`no citation in "${sentence}"`);
  return citation;
}

// A draft with faults planted in it; each sentence has one.
const FAULTS: readonly [sentence: string, verdict: Verdict, field: Problem["field"] | null, expected: string | null][] =
  [
    // Wrong date.
    ["Quy định số 213-QĐ/TW, ngày 02/01/2021 của Bộ Chính trị", "mismatch", "issuedOn", "02/01/2020"],
    ["Quy định số 213-QĐ/TW ngày 01-02-2020 của Bộ Chính trị", "mismatch", "issuedOn", "02/01/2020"],
    ["Quy định số 205-QĐ/TW, ngày 23/9/2018 của Bộ Chính trị", "mismatch", "issuedOn", "23/09/2019"],
    ["Kết luận số 50-KL/TW ngày 28/02/2022 của Bộ Chính trị", "mismatch", "issuedOn", "28/02/2023"],
    ["Hướng dẫn số 33-HD/BTCTW ngày 30 tháng 11 năm 2020", "mismatch", "issuedOn", "30/10/2020"],
    ["Quy định số 399-QĐ/TW, ngày 19/01/2026 của Ban Bí thư", "mismatch", "issuedOn", "09/01/2026"],
    ["Quy định số 60-QĐ/TW, ngày 31/02/2022 của Ban Bí thư", "mismatch", "issuedOn", null],
    // Wrong issuer.
    ["Quy định số 213-QĐ/TW, ngày 02/01/2020 của Ban Bí thư", "mismatch", "issuer", "Bộ Chính trị"],
    ["Quy định số 46-QĐ/TW ngày 03/12/2021 của Bộ Chính trị", "mismatch", "issuer", "Ban Bí thư"],
    ["Quy định số 60-QĐ/TW của Ban Chấp hành Trung ương", "mismatch", "issuer", "Ban Bí thư"],
    ["Kết luận số 21-KL/TW ngày 25/10/2021 của Ban Bí thư", "mismatch", "issuer", "Ban Chấp hành Trung ương"],
    ["Hướng dẫn số 36-HD/VPTW của Ban Tổ chức Trung ương", "mismatch", "issuer", "Văn phòng Trung ương Đảng"],
    ["Chỉ thị số 10-CT/TW của Thủ tướng Chính phủ", "mismatch", "issuer", "Ban Bí thư"],
    // Swapped kind.
    ["Quyết định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị", "mismatch", "kind", "Quy định"],
    ["Quy định số 61-QĐ/TW, ngày 08/3/2022 của Ban Bí thư", "mismatch", "kind", "Quyết định"],
    ["Chỉ thị số 213-QĐ/TW", "mismatch", "kind", "Quy định"],
    ["Nghị quyết số 28-KL/TW của Bộ Chính trị", "mismatch", "kind", "Kết luận"],
    ["Kế hoạch số 33-HD/BTCTW, ngày 30/10/2020", "mismatch", "kind", "Hướng dẫn"],
    // Superseded.
    ["Theo Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư", "superseded", "status", "399-QĐ/TW"],
    ["Căn cứ Quy định 335 của Tỉnh ủy Hà Tĩnh", "superseded", "status", "680-QĐ/TU"],
    ["Thực hiện Quy định số 76-QĐ/TW, ngày 15/6/2000", "superseded", "status", "213-QĐ/TW"],
    ["Áp dụng Quy định số 668-QĐ/TU", "superseded", "status", "682-QĐ/TU"],
    // One digit off; date or title say which document is meant.
    ["Quy định số 231-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị", "mismatch", "number", "213-QĐ/TW"],
    ["Quy định số 206-QĐ/TW, ngày 23/9/2019 của Bộ Chính trị", "mismatch", "number", "205-QĐ/TW"],
    ["Kết luận số 51-KL/TW ngày 28-2-2023 của Bộ Chính trị", "mismatch", "number", "50-KL/TW"],
    ["Quy định số 680-QĐ/TU, ngày 17/5/2018", "mismatch", "issuedOn", "16/05/2018"],
    [
      "Quy định số 313-QĐ/TW về trách nhiệm của đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
      "mismatch",
      "number",
      "213-QĐ/TW",
    ],
    // Another title.
    ["Quy định số 205-QĐ/TW về phân cấp quản lý cán bộ và chế độ đảng phí", "mismatch", "title", null],
    // Invented: nothing in the library speaks of it.
    ["Quy định số 777-QĐ/TW, ngày 11/11/2024 của Bộ Chính trị", "unknown", null, null],
    ["Nghị quyết số 88-NQ/TW của Bộ Chính trị", "unknown", null, null],
  ];

// Right in every part, in the forms in which people write.
const SOUND: readonly string[] = [
  "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
  "Quy định số 213-QĐ/TW ngày 2-1-2020 của Bộ Chính trị",
  "Quy định số 213-QĐ/TW, ngày 02 tháng 01 năm 2020 của Bộ Chính trị",
  "Quy định 213-QĐ/TW",
  "Quy định số 213-QĐ/TW của BCT",
  "QĐ 213-QĐ/TW của Bộ Chính trị",
  "Quy định 213 của Bộ Chính trị",
  "quy định số 213 - QĐ/TW",
  "Quy định số 213-QĐ/TW về trách nhiệm của đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
  "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị về trách nhiệm của đảng viên đang công tác giữ mối liên hệ với nhân dân nơi cư trú",
  "Hướng dẫn số 33-HD/BTCTW, ngày 30/10/2020 của Ban Tổ chức Trung ương",
  "Hướng dẫn 33-HD/BTCTW",
  "Quy định số 205-QĐ/TW, ngày 23/9/2019 của Bộ Chính trị",
  "Quy định số 205-QĐ/TW về kiểm soát quyền lực trong công tác cán bộ và chống chạy chức, chạy quyền",
  "Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương khóa XIII",
  "Kết luận số 21-KL/TW ngày 25-10-2021 của BCH Trung ương Đảng",
  "Kết luận 21-KL/TW",
  "Kế hoạch số 03-KH/TW, ngày 01/12/2021 của Bộ Chính trị",
  "Kế hoạch số 03-KH/TW",
  "Kết luận số 50-KL/TW ngày 28-2-2023 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết của Trung ương",
  "Kết luận số 28-KL/TW của Bộ Chính trị về tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức, viên chức",
  "Kết luận số 27-KL/TW ngày 21/02/2022 của Ban Bí thư",
  "Kết luận số 48-KL/TW ngày 26-4-2019",
  "Kết luận số 71-KL/TW ngày 24/3/2020 của Ban Bí thư",
  "Quy định số 60-QĐ/TW ngày 8-3-2022 của Ban Bí thư",
  "Quyết định số 61-QĐ/TW ngày 8-3-2022 của Ban Bí thư",
  "Quy định số 46-QĐ/TW ngày 3-12-2021 của Ban Bí thư",
  "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư",
  "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư thay thế Quy định cũ",
  "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương",
  "Nghị quyết số 18-NQ/TW",
  "Nghị quyết 18-NQ/TW của Hội nghị Trung ương 6 (khóa XII)",
  "Nghị quyết số 02-NQ/ĐUK, ngày 26/4/2021",
  "Kế hoạch số 35-KH/ĐUK ngày 07/12/2022",
  "Hướng dẫn số 17-HD/ĐUK, ngày 15/9/2023 của Ban Thường vụ Đảng ủy Khối",
  "Công văn số 398-CV/ĐUK, ngày 09/12/2022",
  "Công văn số 163-CV/BTCĐUK, ngày 30/6/2023",
  "Quy định số 680-QĐ/TU, ngày 16/5/2018 của Ban Thường vụ Tỉnh ủy Hà Tĩnh",
  "Quy định số 680-QĐ/TU ngày 16-5-2018 của Tỉnh ủy",
  "Quy định số 681-QĐ/TU, ngày 17-5-2018 về một số chính sách đối với cán bộ, đảng viên",
  "Quy định số 682-QĐ/TU, ngày 17-5-2018",
  "Kết luận số 05-KL/TU",
  "Kết luận 55-KL/TU, ngày 14-11-2017",
  "Kết luận số 55- KL/TU, ngày 14/11/2017",
  "Kết luận số 92-KL/TU",
  "Nghị quyết 07-NQ/TU, ngày 27-4-2018",
  "Chỉ thị số 10-CT/TW của Ban Bí thư",
  "Chỉ thị số 10-CT/TW của Ban Bí thư (khóa X)",
  "Kết luận số 18-KL/TW, ngày 22/9/2017 của Ban Bí thư",
  "Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2018 của Ban Tổ chức Trung ương",
  "Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng",
  "Quy định số 114-QĐ/TW",
  "Quy định số 124-QĐ/TW về kiểm điểm, đánh giá, xếp loại chất lượng hằng năm đối với tập thể, cá nhân trong hệ thống chính trị",
  "Quy định số 96-QĐ/TW của Bộ Chính trị",
  "Quy định số 58-QĐ/TW của Bộ Chính trị",
  "Kết luận số 34-KL/TW của Bộ Chính trị",
  "Nghị quyết số 39-NQ/TW của Bộ Chính trị",
  "Nghị quyết Trung ương 4 khóa XII",
  "Nghị quyết Trung ương 5 (khóa XIII)",
  "Kết luận 229 của Bộ Chính trị",
];

describe("a planted fault", () => {
  it.each(FAULTS)("is named: %s", async (sentence, verdict, field, expected) => {
    const citation = await first(sentence);
    expect(citation.verdict).toBe(verdict);
    if (field === null) expect(citation.problems).toEqual([]);
    else {
      const problem = citation.problems.find((each) => each.field === field);
      expect(problem).toBeDefined();
      if (expected !== null) expect(problem?.expected).toContain(expected);
    }
  });

  it("is named in one draft of all of them, among sound citations", async () => {
    const draft = [...FAULTS.map(([sentence]) => sentence), ...SOUND].join(".\n\n");
    const { text, citations } = await check(draft);
    for (const { span, text: words } of citations) expect(text.slice(span.start, span.end)).toBe(words);
    const faulty = citations.slice(0, FAULTS.length).filter(({ verdict }) => verdict !== "verified");
    expect(faulty).toHaveLength(FAULTS.length);
    expect(
      citations
        .slice(FAULTS.length)
        .filter(({ verdict }) => verdict !== "verified")
        .map(({ text: words }) => words),
    ).toEqual([]);
  });
});

describe("a sound citation", () => {
  it.each(SOUND)("raises no alarm: %s", async (sentence) => {
    const { verdict, problems } = await first(sentence);
    expect({ verdict, problems }).toEqual({ verdict: "verified", problems: [] });
  });

  it("of a document that was replaced raises none where the draft says so itself", async () => {
    const { citations } = await check(
      "Quy định số 680-QĐ/TU, ngày 16-5-2018 về phân cấp quản lý cán bộ (thay thế Quy định 335).",
    );
    expect(citations.map(({ verdict }) => verdict)).toEqual(["verified", "verified"]);
  });
});

describe("what a citation is held against", () => {
  it("is shown where the library has it", async () => {
    const { problems, suggestion, candidates } = await first("Căn cứ Quy định 335 của Tỉnh ủy Hà Tĩnh");
    expect(problems[0]?.evidence[0]?.quote).toContain("thay thế Quy định");
    expect(suggestion).toContain("680-QĐ/TU");
    expect(candidates).toHaveLength(1);
  });

  it("is one of several documents when nothing decides, and all are named", async () => {
    const { store } = await openSmallLibrary([
      { id: "a", text: "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương." },
      { id: "b", text: "Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương." },
    ]);
    const { citations } = await createCheck(store)(
      "Thực hiện Nghị quyết số 18-NQ/TW. Nghị quyết 18-NQ/TW, ngày 16/6/2022.",
    );
    expect(citations.map(({ verdict }) => verdict)).toEqual(["ambiguous", "verified"]);
    expect(citations[0]?.candidates.map(({ issuedOn }) => issuedOn).sort()).toEqual(["2017-10-25", "2022-06-16"]);
  });

  it("is either value where texts of the library contradict each other", async () => {
    const { store } = await openSmallLibrary([
      { id: "a", text: "Quy định số 58-QĐ/TW, ngày 05/8/2022 của Bộ Chính trị." },
      { id: "b", text: "Quy định số 58-QĐ/TW, ngày 08/02/2022 của Bộ Chính trị." },
    ]);
    const verdicts = async (date: string) =>
      (await createCheck(store)(`Quy định số 58-QĐ/TW, ngày ${date}`)).citations.map(({ verdict }) => verdict);
    expect([await verdicts("05/8/2022"), await verdicts("08/02/2022"), await verdicts("09/9/2022")]).toEqual([
      ["verified"],
      ["verified"],
      ["mismatch"],
    ]);
  });

  it("of a short form is the document that the draft names in full", async () => {
    const { store } = await openSmallLibrary([
      { id: "a", text: "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương." },
      { id: "b", text: "Nghị quyết số 18-NQ/TU, ngày 10/4/2018 của Tỉnh ủy." },
    ]);
    const { citations } = await createCheck(store)(
      "Nghị quyết số 18-NQ/TU được quán triệt. Thực hiện Nghị quyết 18, cấp ủy đã họp.",
    );
    expect(citations.map(({ verdict, candidates }) => [verdict, candidates[0]?.number])).toEqual([
      ["verified", "18-NQ/TU"],
      ["verified", "18-NQ/TU"],
    ]);
  });

  it("of a name that the draft defines is the document it stands for", async () => {
    const { citations } = await check(
      "Quy định số 205-QĐ/TW, ngày 23/9/2019 của Bộ Chính trị (sau đây gọi tắt là “Quy định kiểm soát quyền lực”). Thực hiện Quy định kiểm soát quyền lực, cấp ủy đã họp.",
    );
    expect(citations.map(({ verdict, candidates }) => [verdict, candidates[0]?.number])).toEqual([
      ["verified", "205-QĐ/TW"],
      ["verified", "205-QĐ/TW"],
    ]);
  });

  it("is the article too, where the whole text is held", async () => {
    const { store } = await openSmallLibrary([
      { id: "a", kind: "Quy định", number: "70-QĐ/TW", text: "Điều 1. Chi bộ họp.\n\nĐiều 2. Đảng viên dự họp." },
    ]);
    const held = {
      ...store,
      passagesOf: async (id: string) =>
        (await store.passagesOf(id)).map((passage, at) => ({ ...passage, path: [`Điều ${at + 1}`] })),
    };
    const { citations } = await createCheck(held)(
      "Theo Điều 2 Quy định số 70-QĐ/TW. Theo khoản 1 Điều 9 Quy định số 70-QĐ/TW.",
    );
    expect(
      citations.map(({ verdict, problems }) => [verdict, problems.map(({ field, found }) => [field, found])]),
    ).toEqual([
      ["verified", []],
      ["mismatch", [["place", "Điều 9"]]],
    ]);
  });

  it.each(["", "Không có trích dẫn nào.", "Giai đoạn 2021-2025, tăng 5%."])("is nothing in %j", async (draft) => {
    expect((await check(draft)).citations).toEqual([]);
  });
});
