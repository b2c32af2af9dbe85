import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/core/passage.ts";
import { uncertainWords } from "../../src/core/uncertain.ts";

/** `[` and `]` stand around what character recognition is not sure of. */
function shown(marked: string, from = 0): [string, boolean][] {
  const uncertain = Array.from(marked.matchAll(/\[([^\]]*)\]/g), ({ 0: words, index }, at): Span => {
    return { start: from + index - 2 * at, end: from + index - 2 * at + words.length - 2 };
  });
  const quote = marked.replace(/[[\]]/g, "");
  const span = { start: from, end: from + quote.length };
  return uncertainWords({ quote, span, uncertain }).map(({ text, isFigure }) => [text, isFigure]);
}

describe("uncertainWords", () => {
  it.each<[string, [string, boolean][]]>([
    ["Có 152 cán bộ.", []],
    ["Có [152] cán bộ.", [["152", true]]],
    // one digit makes the whole number doubtful, and the date, and the document number
    ["Đạt 12,[5]%, tăng.", [["12,5%", true]]],
    ["Đạt 1[2] %.", [["12 %", true]]],
    ["ngày 0[6]/02/2017;", [["06/02/2017", true]]],
    ["(Quy định số [2]13-QĐ/TW)", [["213-QĐ/TW", true]]],
    ["ngày 12 tháng [5] năm 2024 của", [["12 tháng 5 năm 2024", true]]],
    ["khóa [XII]I", [["XIII", true]]],
    ["chi b[ộ] đảng", [["bộ", false]]],
    // neighbours are one, a figure stays apart from words
    ["đã [điều] [động], luân chuyển", [["điều động", false]]],
    [
      "có [152] [cán] [bộ] ấy",
      [
        ["152", true],
        ["cán bộ", false],
      ],
    ],
    [
      "[một]\n[hai]",
      [
        ["một", false],
        ["hai", false],
      ],
    ],
    [
      "[Chi bộ, đảng] ủy",
      [
        ["Chi bộ", false],
        ["đảng", false],
      ],
    ],
    ["xong[.]", []],
  ])("%s", (marked, expected) => expect([shown(marked), shown(marked, 70)]).toEqual([expected, expected]));

  it("are words of the quote at their span, in order, and cover every doubted letter", () => {
    const someSpan = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })).map(([start, length]) => {
      return { start, end: start + length };
    });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zđộ0-9 ,./%()\n-]{0,60}$/),
        fc.nat(20),
        fc.array(someSpan, { maxLength: 6 }),
        (quote, from, uncertain) => {
          const words = uncertainWords({ quote, span: { start: from, end: from + quote.length }, uncertain });
          for (const [at, { text, span }] of words.entries()) {
            expect(quote.slice(span.start - from, span.end - from)).toBe(text);
            expect(span.start).toBeGreaterThanOrEqual(words[at - 1]?.span.end ?? 0);
          }
          const isShown = (at: number) => words.some(({ span }) => span.start <= at && at < span.end);
          const doubted = uncertain.flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, at) => start + at),
          );
          const letters = doubted.filter((at) => /[\p{L}\p{N}]/u.test(quote.charAt(at - from)));
          expect(letters.filter((at) => !isShown(at))).toEqual([]);
        },
      ),
    );
  });
});
