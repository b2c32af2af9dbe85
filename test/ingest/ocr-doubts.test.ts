import fc from "fast-check";
import { expect, it } from "vitest";
import { checkWords } from "../../ingest/ocr-doubts.ts";
import type { OcrWord } from "../../ingest/ocr-engine.ts";

/** Readings as `word`, `word:confidence` or `word:confidence:confidence of its least sure digit`. */
it.each([
  ["nothing where both readings agree and are sure", "ngày 18/6/2024", "ngày 18/6/2024", ""],
  ["a word that the engine doubts", "ủy:89 ban", "ủy ban", "ủy"],
  ["a digit that the engine doubts in a word that it is sure of", "2024:96:94", "2024", "2024"],
  ["a number that the second reading reads otherwise", "15", "16", "15"],
  ["a figure whose point the second reading does not see", "6.0", "60", "6.0"],
  ["letters of a number that the second reading reads otherwise", "47-QD/TU", "47-QĐ/TU", "47-QD/TU"],
  ["a letter that the second reading takes for a digit", "ó tháng", "6 tháng", "ó"],
  ["what the second reading alone sees", "ngày", "ngày 05/12.:92", "05/12."],
  ["no words of letters that only read otherwise", "đảng", "đẳng", ""],
])("doubts %s", (_, first, second, doubted) => {
  const words = checkWords(parse(first), parse(second));
  expect(words.flatMap(({ isUncertain, text }) => (isUncertain ? text : [])).join(" ")).toBe(doubted);
});

it("leaves out what the second reading alone sees and doubts: grain and stains", () => {
  expect(checkWords(parse("ngày"), parse("ngày 11:40 .:95")).map(({ text }) => text)).toEqual(["ngày"]);
});

it("compares what stands at one place, however the readings part it", () => {
  const parts = [
    { ...word("2.", 96, 0), right: 0.2 },
    { ...word("05/12", 96, 0), left: 0.3 },
  ];
  expect(checkWords(parts, parse("2.05/12")).map(({ isUncertain }) => isUncertain)).toEqual([false, false]);
  expect(checkWords(parts, parse("2.05/17")).map(({ isUncertain }) => isUncertain)).toEqual([true, true]);
});

it("passes no number that was read in two ways, and loses no word of the first reading", () => {
  const number = fc.stringMatching(/^\d{1,3}([./-]\d{1,4})?$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 12 }), (pairs) => {
      const [first, second] = [0, 1].map((at) => parse(pairs.map((pair) => pair[at]).join(" ")));
      const words = checkWords(first ?? [], second ?? []);
      expect(words.map(({ text }) => text)).toEqual(pairs.map(([one]) => one));
      expect(words.map(({ isUncertain }) => isUncertain)).toEqual(pairs.map(([one, other]) => one !== other));
    }),
  );
});

function parse(line: string): OcrWord[] {
  return line.split(" ").map((reading, at) => {
    const [text = "", confidence = "96", digitConfidence = "100"] = reading.split(":");
    return word(text, Number(confidence), at, Number(digitConfidence));
  });
}

function word(text: string, confidence: number, at: number, digitConfidence = 100): OcrWord {
  const place = { left: at, right: at + 0.8, top: 1, bottom: 1.2, baseline: 1.18, height: 0.2, slope: 0 };
  return { text, confidence, digitConfidence, ...place };
}
