import fc from "fast-check";
import { expect, it } from "vitest";
import type { CheckedCitation } from "../../src/core/check.ts";
import { draftPieces, numbered } from "../../src/web/draft-pieces.ts";

const citation = (text: string, start: number, end: number): CheckedCitation => ({
  ...{ text: text.slice(start, end), span: { start, end }, number: null, verdict: "unknown" },
  ...{ problems: [], suggestion: null, candidates: [] },
});

const drafts = fc.string({ maxLength: 60 }).chain((text) => {
  const span = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => citation(text, Math.min(a, b), Math.max(a, b)))
    .filter(({ span: { start, end } }) => start < end);
  return fc.tuple(fc.constant(text), text === "" ? fc.constant([]) : fc.array(span, { maxLength: 6 }));
});

it("the pieces are the draft, whatever is cited", () => {
  fc.assert(
    fc.property(drafts, ([text, citations]) => {
      const pieces = draftPieces(text, numbered(citations));
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});

it("every citation is in one piece, which has its words", () => {
  fc.assert(
    fc.property(drafts, ([text, citations]) => {
      const placed = draftPieces(text, numbered(citations)).flatMap((piece) =>
        piece.cited.map(({ at, citation }) => ({ at, isThere: piece.text.includes(citation.text) })),
      );
      expect(placed).toEqual(citations.map((_, index) => ({ at: index + 1, isThere: true })));
    }),
  );
});

it("citations that share their words share a piece", () => {
  const text = "số 920 và 1011-CTr/TƯ, QĐ 5";
  const shared = citation(text, 0, 21);
  const pieces = draftPieces(text, numbered([shared, shared, citation(text, 23, 27)]));
  expect(pieces.map((piece) => [piece.text, piece.cited.map(({ at }) => at)])).toEqual([
    ["số 920 và 1011-CTr/TƯ", [1, 2]],
    [", ", []],
    ["QĐ 5", [3]],
  ]);
});

it("citations that touch are two pieces", () => {
  const pieces = draftPieces("QĐ 5QĐ 6", numbered([citation("QĐ 5QĐ 6", 4, 8), citation("QĐ 5QĐ 6", 0, 4)]));
  expect(pieces.map((piece) => [piece.text, piece.cited.map(({ at }) => at)])).toEqual([
    ["QĐ 5", [1]],
    ["QĐ 6", [2]],
  ]);
});
