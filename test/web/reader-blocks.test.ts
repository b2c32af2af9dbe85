import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage, Span } from "../../src/core/passage.ts";
import { uncertainWords } from "../../src/core/uncertain.ts";
import { readerBlocks } from "../../src/web/reader-blocks.ts";
import { heldDocument, regulation213 } from "../fakes/held-documents.ts";

const labelled = (sections: Parameters<typeof heldDocument>[1]) => {
  const { directive, passages } = heldDocument({ id: "d", title: "d" }, sections);
  return readerBlocks(directive, passages, undefined).map(({ isHeading, label, pieces }) => ({
    text: pieces.map(({ text }) => text).join(""),
    ...(isHeading && { isHeading }),
    ...(label && { label: label.join(" › ") }),
  }));
};

describe("for any text, passages and mark", () => {
  const words = fc.stringMatching(/^[a-zđủ &<>"'.\n]{0,80}$/);
  const cases = words.chain((text) => {
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const path = fc.array(fc.constantFrom("Điều 1", "khoản 2", "a"), { maxLength: 2 });
    return fc.record({
      text: fc.constant(text),
      mark: span,
      uncertain: fc.array(span, { maxLength: 5 }),
      places: fc.array(fc.record({ span, path }), { maxLength: 6 }),
    });
  });
  interface Given {
    readonly text: string;
    readonly mark: Span;
    readonly uncertain: readonly Span[];
    readonly places: { span: Span; path: string[] }[];
  }
  const blocksOf = ({ text, mark, uncertain, places }: Given) => {
    const passages = places
      .sort((left, right) => left.span.start - right.span.start)
      .map(({ span, path }, index): Passage => {
        return { id: String(index), directiveId: "d", path, page: null, span, text: text.slice(span.start, span.end) };
      });
    return readerBlocks({ text, uncertain }, passages, mark).flatMap(({ pieces }) => pieces);
  };
  // Blank lines are left out, and what separates paragraphs is not in them.
  const visible = (text: string) => text.replace(/\s/g, "");

  it("the pieces are the text", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const shown = blocksOf(given).map(({ text }) => text);
        expect(visible(shown.join(""))).toBe(visible(given.text));
      }),
    );
  });

  it("the marked pieces are the slice", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const marked = blocksOf(given).filter(({ isMarked }) => isMarked);
        const slice = given.text.slice(given.mark.start, given.mark.end);
        expect(visible(marked.map(({ text }) => text).join(""))).toBe(visible(slice));
      }),
    );
  });

  it("the uncertain pieces are the uncertain words", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const shown = blocksOf(given).filter(({ uncertain }) => uncertain);
        const words = uncertainWords({ ...given, quote: given.text, span: { start: 0, end: given.text.length } });
        expect(visible(shown.map(({ text }) => text).join(""))).toBe(visible(words.map(({ text }) => text).join("")));
      }),
    );
  });

  it("no passage has its anchor twice", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const anchors = blocksOf(given).flatMap(({ passageIds }) => passageIds);
        expect(anchors).toEqual([...new Set(anchors)]);
      }),
    );
  });
});

it("marks exactly the slice across a paragraph border", () => {
  const { directive, passages } = regulation213;
  const start = directive.text.indexOf("nơi cư trú.\nTổ chức");
  const blocks = readerBlocks(directive, passages, { start, end: start + "nơi cư trú.\nTổ chức".length });
  const marked = blocks.flatMap(({ pieces }) => pieces).filter(({ isMarked }) => isMarked);
  expect(marked.map(({ text }) => text)).toEqual(["nơi cư trú.", "Tổ chức"]);
});

it("anchors every passage where it begins", () => {
  const { directive, passages } = regulation213;
  const pieces = readerBlocks(directive, passages, undefined).flatMap((block) => block.pieces);
  const anchored = pieces.filter(({ passageIds }) => passageIds.length > 0);
  expect(anchored.map(({ passageIds, text }) => [passageIds, text.slice(0, 6)])).toEqual([
    [["quy-dinh-213:1"], "Điều 1"],
    [["quy-dinh-213:2"], "Điều 2"],
    [["quy-dinh-213:3"], "2. Tha"],
    [["quy-dinh-213:4"], "Điều 3"],
  ]);
});

describe("headings and labels", () => {
  it("a line that names its part is a heading, and needs no label", () => {
    expect(labelled([{ path: ["Điều 1"], text: "Điều 1. Yêu cầu\nĐảng viên giữ mối liên hệ." }])).toEqual([
      { text: "Điều 1. Yêu cầu", isHeading: true },
      { text: "Đảng viên giữ mối liên hệ." },
    ]);
  });

  it("a sentence that begins with the name of its part is none", () => {
    expect(labelled([{ path: ["Điều 2"], text: "Điều 2 quy định bảy nhiệm vụ." }])).toEqual([
      { text: "Điều 2 quy định bảy nhiệm vụ." },
    ]);
  });

  it("a paragraph that begins with its heading is none", () => {
    const text = `Điều 3. ${"Cấp ủy nơi làm việc giới thiệu đảng viên. ".repeat(4)}`;
    expect(labelled([{ path: ["Điều 3"], text }])).toEqual([{ text }]);
  });

  it("a label stands below the heading of its part", () => {
    expect(
      labelled([
        { path: ["Điều 2", "khoản 1"], text: "Điều 2. Nhiệm vụ\n1. Gương mẫu." },
        { path: ["Điều 2", "khoản 2"], text: "2. Dự họp." },
      ]),
    ).toEqual([
      { text: "Điều 2. Nhiệm vụ", isHeading: true },
      { text: "1. Gương mẫu.", label: "Điều 2 › khoản 1" },
      { text: "2. Dự họp.", label: "Điều 2 › khoản 2" },
    ]);
  });

  it("a passage that has its heading inside needs no label, and the title is a heading too", () => {
    const text = "Quy định về nơi cư trú\n\nBản tóm lược.\n\nTình trạng\n\nĐã có yêu cầu thay thế.";
    expect(labelled([{ path: ["Tình trạng"], text }])).toEqual([
      { text: "Quy định về nơi cư trú", isHeading: true },
      { text: "Bản tóm lược." },
      { text: "Tình trạng", isHeading: true },
      { text: "Đã có yêu cầu thay thế." },
    ]);
  });

  it("a label is not repeated while the path stays the same", () => {
    expect(
      labelled([
        { path: ["Mục I"], text: "Một." },
        { path: ["Mục I"], text: "Hai." },
      ]),
    ).toEqual([{ text: "Một.", label: "Mục I" }, { text: "Hai." }]);
  });

  it("a new path in the middle of a line begins a paragraph", () => {
    const passage = { directiveId: "d", page: null };
    const text = "Một. Hai.";
    const passages: Passage[] = [
      { ...passage, id: "1", path: ["Mục I"], span: { start: 0, end: 5 }, text: "Một. " },
      { ...passage, id: "2", path: ["Mục II"], span: { start: 5, end: 9 }, text: "Hai." },
    ];
    expect(
      readerBlocks({ text, uncertain: [] }, passages, undefined).map(({ label, pieces }) => [label, pieces[0]?.text]),
    ).toEqual([
      [["Mục I"], "Một. "],
      [["Mục II"], "Hai."],
    ]);
  });
});
