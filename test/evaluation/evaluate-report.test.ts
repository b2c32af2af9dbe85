import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readReport, writeReport } from "../../src/cli/evaluate-report.ts";
import type { EvaluationReport } from "../../src/evaluation/report.ts";

const report: EvaluationReport = {
  measures: "answers",
  grade: "share right",
  settings: { "embedding model": "small" },
  questions: [{ id: "a", form: "vi", kind: "who", text: "Ai?", outcome: "right", grade: 1, shown: "Đồng chí A" }],
};

function fileNamed(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "trichdan-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

it("comes back as it was written", () => {
  const file = fileNamed("report.json");
  writeReport(file, report);
  expect(readReport(file, "answers")).toEqual(report);
});

it("is not compared with a run of another kind", () => {
  const file = fileNamed("report.json");
  writeReport(file, report);
  expect(() => readReport(file, "retrieval")).toThrow(/report on answers.+same kind/);
});

it.each(["{", "[]", '{"queries":3}'])("must be a report, not %j", (text) => {
  const file = fileNamed("report.json");
  writeFileSync(file, text);
  expect(() => readReport(file, "answers")).toThrow(/Name a file that `eval --report` has written/);
});

it("must be there to be read, and its folder to be written", () => {
  expect(() => readReport(fileNamed("none.json"), "answers")).toThrow(/none\.json/);
  expect(() => writeReport(fileNamed(join("none", "report.json")), report)).toThrow(/Check that its folder is there/);
});
