import fc from "fast-check";
import { expect, it } from "vitest";
import { checkWords } from "../../ingest/ocr-doubts.ts";
import type { OcrWord } from "../../ingest/ocr-engine.ts";

it.each<[string, readonly Reading[], readonly Reading[], readonly string[]]>([
  [
    "nothing where both readings agree and are sure",
    [
      ["ngày", 96],
      ["18/6/2024", 95],
    ],
    [
      ["ngày", 96],
      ["18/6/2024", 95],
    ],
    [],
  ],
  [
    "a word that the engine doubts",
    [
      ["ủy", 89],
      ["ban", 96],
    ],
    [
      ["ủy", 96],
      ["ban", 96],
    ],
    ["ủy"],
  ],
  ["a digit that the engine doubts in a word that it is sure of", [["2024", 96, 94]], [["2024", 96]], ["2024"]],
  ["a number that the second reading reads otherwise", [["15", 96]], [["16", 96]], ["15"]],
  [
    "letters of a document number that the second reading reads otherwise",
    [["47-QD/TU", 96]],
    [["47-QĐ/TU", 96]],
    ["47-QD/TU"],
  ],
  [
    "a letter that the second reading takes for a digit",
    [
      ["ó", 96],
      ["tháng", 96],
    ],
    [
      ["6", 96],
      ["tháng", 96],
    ],
    ["ó"],
  ],
  [
    "what the second reading alone sees",
    [["ngày", 96]],
    [
      ["ngày", 96],
      ["05/12.", 92],
    ],
    ["05/12."],
  ],
  ["no words of letters that only read otherwise", [["đảng", 96]], [["đẳng", 96]], []],
])("doubts %s", (_, first, second, doubted) => {
  const words = checkWords(lineOf(first), lineOf(second));
  expect(words.filter(({ isUncertain }) => isUncertain).map(({ text }) => text)).toEqual(doubted);
});

it("compares what stands at one place, however the readings part it", () => {
  const [whole] = lineOf([["2.05/12", 96]]);
  const parts: OcrWord[] = [
    { ...(whole ?? word("", 96, 0)), text: "2.", right: (whole?.left ?? 0) + 0.2 },
    { ...(whole ?? word("", 96, 0)), text: "05/12", left: (whole?.left ?? 0) + 0.3 },
  ];
  expect(checkWords(parts, lineOf([["2.05/12", 96]])).map(({ isUncertain }) => isUncertain)).toEqual([false, false]);
  expect(checkWords(parts, lineOf([["2.05/17", 96]])).map(({ isUncertain }) => isUncertain)).toEqual([true, true]);
});

it("passes no number that was read in two ways, and loses no word of the first reading", () => {
  const number = fc.stringMatching(/^\d{1,3}([./-]\d{1,4})?$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 12 }), (pairs) => {
      const words = checkWords(lineOf(pairs.map(([one]) => [one, 96])), lineOf(pairs.map(([, other]) => [other, 96])));
      expect(words.map(({ text }) => text)).toEqual(pairs.map(([one]) => one));
      expect(words.map(({ isUncertain }) => isUncertain)).toEqual(pairs.map(([one, other]) => one !== other));
    }),
  );
});

type Reading = readonly [text: string, confidence: number, digitConfidence?: number];

function lineOf(readings: readonly Reading[]): OcrWord[] {
  return readings.map(([text, confidence, digitConfidence], at) => word(text, confidence, at, digitConfidence));
}

function word(text: string, confidence: number, at: number, digitConfidence = 100): OcrWord {
  const place = { left: at, right: at + 0.8, top: 1, bottom: 1.2, baseline: 1.18, height: 0.2, slope: 0 };
  return { text, confidence, digitConfidence, ...place };
}
