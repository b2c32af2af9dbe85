import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "../../src/core/passage.ts";
import { wordsAround } from "../../src/web/excerpt.ts";

const passageOf = (text: string, start: number): Passage => ({
  ...{ id: "d:1", directiveId: "d", path: [], page: null, text },
  span: { start, end: start + text.length },
});

describe("the words around a quote", () => {
  it("are the text itself, but for what is left out", () => {
    const cases = fc
      .tuple(fc.stringMatching(/^[a-zđủ \n.]{0,600}$/), fc.nat(1000))
      .chain(([text, start]) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .map(([a, b]) => ({ text, start, from: Math.min(a, b), to: Math.max(a, b) })),
      );
    fc.assert(
      fc.property(cases, ({ text, start, from, to }) => {
        const { before, after } = wordsAround(passageOf(text, start), { start: start + from, end: start + to });
        expect(text.slice(0, from).endsWith(before.replace(/^…/, ""))).toBe(true);
        expect(text.slice(to).startsWith(after.replace(/…$/, ""))).toBe(true);
      }),
    );
  });

  it("end at whole words and say so", () => {
    const text = `${"trước ".repeat(40)}QĐ 5${" sau".repeat(60)}`;
    const at = text.indexOf("QĐ 5");
    const { before, after } = wordsAround(passageOf(text, 0), { start: at, end: at + 4 });
    expect([before, after]).toEqual([expect.stringMatching(/^… (trước )+$/), expect.stringMatching(/^( sau)+ …$/)]);
  });

  it("do not cross a line end", () => {
    expect(wordsAround(passageOf("Một\nhai QĐ 5 ba\nbốn", 10), { start: 18, end: 22 })).toEqual({
      before: "hai ",
      after: " ba",
    });
  });
});
