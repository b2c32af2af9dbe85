import { describe, expect, it } from "vitest";
import { askedOfReplacement } from "../../src/answer/replaced.ts";
import { openSmallLibrary, type SmallDocument } from "../fakes/small-library.ts";

describe("askedOfReplacement", () => {
  it.each([
    ["Quy định 213 thay thế văn bản nào?", "before"],
    ["qd 66 thay cho nhung van ban nao", "before"],
    ["Quy định 680 thay cái gì?", "before"],
    ["What did Regulation 213 replace?", "before"],
    ["Văn bản nào thay thế Quy định 66?", "after"],
    ["Quy định 66 đã bị thay bằng văn bản nào?", "after"],
    ["quy dinh 66 duoc thay the boi gi", "after"],
    ["Which document replaced Regulation 66?", "after"],
    ["Which document did Regulation 213 take the place of?", "before"],
    ["Which document took the place of Regulation 66?", "after"],
    ["quy dinh 336 bi thay boi quy dinh nao", "after"],
    ["Quy định 66 nói gì?", undefined],
    ["Thay đổi nào được ghi?", undefined],
    ["What did Ha Tinh replace Regulation 336 with?", undefined],
  ])("of %j is %s", (question, asked) => {
    expect(askedOfReplacement(question)).toBe(asked);
  });
});

describe("an answer on what took whose place", () => {
  const documents: SmallDocument[] = [
    {
      id: "399-qd-tw",
      number: "399-QĐ/TW",
      kind: "Quy định",
      issuedOn: "2026-01-09",
      text: "Quy định này quy định thể loại văn bản.\n\nQuy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.",
    },
    {
      id: "bao-cao",
      text: "Đảng bộ quán triệt nhiều văn bản.\n\nQuy định số 66-QĐ/TW, ngày 06/02/2017 thay thế Quy định số 31-QĐ/TW, ngày 01/10/1997.",
    },
  ];
  const answer = async (question: string) => (await openSmallLibrary(documents)).ask(question);

  it("goes back where that is asked", async () => {
    const found = await answer("Quy định 66 năm 2017 thay cho văn bản nào?");
    expect(found.kind === "answered" && found.citations[0].quote).toContain("thay thế Quy định số 31-QĐ/TW");
  });

  it("goes on where that is asked", async () => {
    const found = await answer("Văn bản nào thay thế Quy định 66?");
    expect(found.text).toContain("399-QĐ/TW");
    expect(found.text).not.toContain("31-QĐ/TW");
  });
});
