import fc from "fast-check";
import { expect, it } from "vitest";
import { canonical } from "../../ingest/canonical.ts";
import { createFontConverter } from "../../ingest/legacy-font.ts";
import { repairLegacyDocument, repairLegacyText } from "../../ingest/legacy-repair.ts";
import { isSyllable } from "../../ingest/legacy-syllable.ts";
import { VNI } from "../../ingest/legacy-table.ts";
import type { ReadDocument } from "../../ingest/read.ts";

const TCVN3_TEXT = `§¶NG CéNG S¶N VIÖT NAM
QUY §ÞNH
vÒ viÖc häp chi bé

1. Chi bé häp mçi th¸ng mét lÇn; ®¶ng viªn ®­îc b¸o tr­íc, phÐp v¾ng mÆt do bÝ th­ cho.`;
const TEXT = `ĐẢNG CỘNG SẢN VIỆT NAM
QUY ĐỊNH
về việc họp chi bộ

1. Chi bộ họp mỗi tháng một lần; đảng viên được báo trước, phép vắng mặt do bí thư cho.`;

const codes = new Map([...VNI].reverse().map(([code, letter]) => [letter, code]));
const vni = (text: string) => Array.from(text, (letter) => codes.get(letter) ?? letter).join("");

it.each("nghiêng quyết giếng gì giữ yêu huỳnh khuỷu thoắt các phép ươm Đảng QUỐC hoà hòa ủy uỷ xoong ếch".split(" "))(
  "takes %j for a syllable",
  (word) => expect(isSyllable(word)).toBe(true),
);

it.each("cac càch ngiêng kác cệ đảngg strong fôi pß §¶ng Ñaûng x quúc ăơ ấấ QĐ".split(" "))(
  "does not take %j for a syllable",
  (word) => expect(isSyllable(word)).toBe(false),
);

it("makes Unicode of text that was set in a font of TCVN3, its soft hyphens and capitals included", () => {
  const { text, notice } = repairLegacyText(canonical(TCVN3_TEXT));
  expect(text).toBe(TEXT);
  expect(notice).toEqual({ code: "converted-encoding", message: "read as TCVN3 (ABC) and converted to Unicode" });
});

it("makes Unicode of text that was set in a font of VNI", () => {
  const { text, notice } = repairLegacyText(canonical(vni(TEXT)));
  expect(text).toBe(TEXT);
  expect(notice?.message).toBe("read as VNI-Windows and converted to Unicode");
});

it("leaves lines that are Unicode already, and reports how many were not", () => {
  const mixed = `${TEXT}\nthó (con thó)\n${canonical(TCVN3_TEXT)}`;
  const { text, notice } = repairLegacyText(mixed);
  expect(text).toBe(`${TEXT}\nthó (con thó)\n${TEXT}`);
  expect(notice?.message).toMatch(/^4 of 9 lines with marks read as TCVN3/);
});

it("moves headings, pages and uncertain words with the text", () => {
  const text = vni(`${TEXT}\n\n${TEXT}`);
  const span = (words: string) => ({
    start: text.indexOf(vni(words)),
    end: text.indexOf(vni(words)) + vni(words).length,
  });
  const document: ReadDocument = {
    text,
    headings: [{ span: span("về việc họp chi bộ"), level: 2 }],
    pages: [1, 2].map((page) => ({ page, start: page === 1 ? 0 : text.lastIndexOf(vni("ĐẢNG CỘNG")) })),
    uncertain: [span("vắng mặt")],
    frontMatter: null,
    titleHint: null,
    dateHint: null,
    notices: [],
  };
  const repaired = repairLegacyDocument(document);
  const words = ({ start, end }: { start: number; end: number }) => repaired.text.slice(start, end);
  expect(repaired.text).toBe(`${TEXT}\n\n${TEXT}`);
  expect(repaired.headings.map((heading) => words(heading.span))).toEqual(["về việc họp chi bộ"]);
  expect(repaired.uncertain.map(words)).toEqual(["vắng mặt"]);
  expect(repaired.pages).toEqual([
    { page: 1, start: 0 },
    { page: 2, start: TEXT.length + 2 },
  ]);
  expect(repaired.notices).toHaveLength(1);
});

it("changes nothing in other texts", () => {
  const vietnamese = fc.constantFrom(...TEXT.split(/\s+/), "công", "thó", "né", "tôi", "uỷ");
  const foreign = fc.constantFrom(
    "café",
    "Genève",
    "§",
    "5µm",
    "©",
    "®",
    "naïve",
    "über",
    "«Họp»",
    "été",
    "Ñandú",
    "10°",
  );
  const words = fc.array(
    fc.oneof({ weight: 5, arbitrary: vietnamese }, foreign, fc.string({ unit: "grapheme", maxLength: 5 })),
  );
  fc.assert(
    fc.property(words, (some) => {
      const text = canonical(some.join(" "));
      expect(repairLegacyText(text)).toMatchObject({ text, notice: null });
    }),
  );
});

it.each([
  ["a soft hyphen between letters of a word", "tổ\u00adchức co\u00adoperate", "tổchức cooperate"],
  ["one that TCVN3 has for ư", "nh\u00ad ®\u00adîc", "như ®ưîc"],
])("keeps or takes away %s", (_, text, kept) => expect(canonical(text)).toBe(kept));

it("converts words by their font, and leaves what a file has as Unicode in it", () => {
  const convert = createFontConverter();
  expect(convert("§¶ng ñy", "ABCDEF+.VnTime")).toBe("Đảng ủy");
  expect(convert("quy ®Þnh", ".VnTimeH")).toBe("QUY ĐỊNH");
  expect(convert("Ñaûng uûy", "VNI-Times")).toBe("Đảng ủy");
  expect(convert("thó", ".VnTime")).toBe("thú");
  expect(convert("§¶ng", "Times")).toBe("§¶ng");
  const other = createFontConverter();
  expect(["Đảng ủy", "thó"].map((words) => other(words, ".VnTime"))).toEqual(["Đảng ủy", "thó"]);
});
