import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../runtime/program.ts";

const folder = mkdtempSync(join(tmpdir(), "trichdan-test-"));
const set = join(folder, "set");
const run = (...args: string[]) => runProgram(["eval", ...args], { TRICHDAN_HOME: join(folder, "home") });
const jsonLines = (...values: object[]) => values.map((value) => JSON.stringify(value)).join("\n");

const fee = {
  id: "q1",
  text: "Đảng viên đóng đảng phí thế nào?",
  text_en: "How are party fees paid?",
  relevant: ["fee"],
};
const rain = { id: "q2", text: "Mưa tạnh lúc mấy giờ?", relevant: ["rain"] };

beforeAll(() => {
  mkdirSync(set);
  const corpus = jsonLines(
    { id: "fee", text: "Đảng viên đóng đảng phí hằng tháng, khi họp chi bộ." },
    { id: "rain", title: "Thời tiết", text: "Trời hôm nay mưa to." },
  );
  writeFileSync(join(set, "corpus.jsonl"), corpus);
  const known = { ...fee, answer: "hằng tháng", is_impossible: false };
  writeFileSync(join(set, "queries.jsonl"), jsonLines(known, { ...rain, answer: null, is_impossible: true }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("eval", () => {
  const report = join(folder, "report.json");

  it("asks every form in one run and reports each question", async () => {
    const { code, stdout, stderr } = await run(set, "--all-forms", "--markdown", "--report", report);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/"event":"evaluation-library-kept".+"megabytes":\d/)]);
    expect(stdout).toMatch(/^\| nDCG@10 \(recall@10\) \| as written \| typed without diacritics \| in English \|/);
    const { questions } = JSON.parse(readFileSync(report, "utf8"));
    expect(questions.map(({ form, id, rank }: Record<string, unknown>) => `${form} ${id} ${rank}`)).toEqual([
      "accented q1 1",
      "accented q2 1",
      "folded q1 1",
      "folded q2 1",
      "english q1 1",
    ]);
  });

  it("compares with an earlier report, from the library that was kept", async () => {
    const earlier = JSON.parse(readFileSync(report, "utf8"));
    earlier.questions[2] = { ...earlier.questions[2], outcome: "2", grade: 0.5, rank: 2 };
    writeFileSync(report, JSON.stringify(earlier));
    const { code, stdout, stderr } = await run(set, "--fold", "--compare", report);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^folded +2 +1 +0 +0\.7500 +1\.0000 +1\.000$/m);
    expect(stdout).toContain("3 questions are only in the earlier run, 0 only in this one");
    expect(stdout).toContain("Better (1)\n  folded q1: 2 → 1  dang vien dong dang phi the nao?");
  });

  it("shows how many known answers stand in quotes, and how many questions are refused, by threshold", async () => {
    const { code, stdout } = await run(set, "--extract", "--json");
    const { thresholds, quoted, ...figures } = JSON.parse(stdout);
    const refusals = { refusal: 1, falseRefusal: 0, withheldRefusal: 1 };
    expect([code, figures]).toEqual([0, { minSupport: 0.5, questions: 2, held: 1, ...refusals }]);
    expect(quoted).toBeGreaterThan(0);
    expect(thresholds.map((each: Record<string, unknown>) => each["minSupport"])).toEqual([
      0.3, 0.4, 0.5, 0.6, 0.7, 0.8,
    ]);
  });

  it("refuses to compare with another kind of report, before any work", async () => {
    const { code, stdout, stderr } = await run(set, "--extract", "--compare", report);
    expect([code, stdout, stderr]).toEqual([1, "", expect.stringContaining("Compare it with a report of the same")]);
  });

  it.each([
    ["nothing to measure", []],
    ["one form and all", [set, "--all-forms", "--fold"]],
    ["quotes and golden answers", ["--answers", "golden.jsonl", "--extract"]],
  ])("with %s is wrong use", async (_, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
  });
});
