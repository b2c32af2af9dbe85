import { expect, it } from "vitest";
import { ratio, tableMarkdown, tableText } from "../../src/evaluation/table.ts";

const table = {
  title: "2 questions",
  head: ["", "recall@1", "p"],
  rows: [
    ["words", "0.5000", "1.000"],
    ["fusion", "1.0000", ""],
  ],
};

it("stands in aligned columns on a terminal", () => {
  expect(tableText(table)).toBe(
    ["2 questions", "         recall@1       p", "words      0.5000   1.000", "fusion     1.0000"].join("\n"),
  );
});

it("is a table in Markdown, figures to the right", () => {
  expect(tableMarkdown(table)).toBe(
    [
      "2 questions:",
      "",
      "|  | recall@1 | p |",
      "| --- | ---: | ---: |",
      "| words | 0.5000 | 1.000 |",
      "| fusion | 1.0000 |  |",
    ].join("\n"),
  );
});

it("needs no title, and no cell ends a column in Markdown", () => {
  expect(tableMarkdown({ title: "", head: ["a|b"], rows: [] })).toBe("| a\\|b |\n| --- |");
});

it.each([
  [0.9271, ".927"],
  [1, "1.000"],
  [0, ".000"],
])("shows the share %d as %s", (value, shown) => expect(ratio(value)).toBe(shown));
