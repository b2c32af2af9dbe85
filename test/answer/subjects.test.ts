import { describe, expect, it } from "vitest";
import { choicesOf, findSubjects, type Subject } from "../../src/answer/subjects.ts";
import { createQueryReader } from "../../src/search/query.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

async function subjectsOf(question: string): Promise<Subject[]> {
  const { store } = await openSmallLibrary(smallDocuments);
  return findSubjects(await createQueryReader(store)(question));
}

describe("findSubjects", () => {
  it.each<[question: string, known: (string | null)[][]]>([
    ["Quy định 66 gồm gì?", [["66-QĐ/TW"]]],
    ["so sánh quy định 66 và 399", [["66-QĐ/TW"], ["399-QĐ/TW"]]],
    ["NQ 18", [["18-NQ/TW", "18-NQ/TU"]]],
    // The year decides.
    ["NQ 18 năm 2017", [["18-NQ/TW"]]],
    ["Quy định 777 và Quy định 213", [[], ["213-QĐ/TW"]]],
    ["Quy định 335", [[null]]],
    ["đảng viên", []],
  ])("of %j knows %j", async (question, known) => {
    const subjects = await subjectsOf(question);
    expect(subjects.map((subject) => subject.known.map(({ reference }) => reference.number))).toEqual(known);
  });

  it("tells a document that is held from one that is mentioned", async () => {
    const [subject] = await subjectsOf("NQ 18");
    expect(subject?.known.map(({ held, mentions }) => [held.length, mentions.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe("choicesOf", () => {
  it("asks the same question of each document in full", async () => {
    const question = "Xin hỏi NQ 18 nói gì?";
    const [subject] = await subjectsOf(question);
    const choices = subject ? choicesOf(question, subject, [subject]) : [];
    expect(choices.map((choice) => choice.question)).toEqual([
      "Xin hỏi Nghị quyết 18-NQ/TW ngày 25/10/2017 nói gì?",
      "Xin hỏi Nghị quyết 18-NQ/TU ngày 10/04/2018 nói gì?",
    ]);
    expect(choices[0]).toMatchObject({ title: expect.stringContaining("sắp xếp tổ chức bộ máy"), serial: "18" });
    expect(choices[1]).toMatchObject({ title: "về sắp xếp đơn vị sự nghiệp công lập", issuer: "Tỉnh ủy" });
  });
});
