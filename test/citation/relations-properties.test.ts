import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { findPinpoints } from "../../src/citation/pinpoints.ts";
import { findRelations } from "../../src/citation/relations.ts";
import { type DocumentReference, OPEN } from "../../src/core/reference.ts";
import { stated } from "./stated.ts";

const own: DocumentReference = { ...OPEN, kind: "Quy định", serial: "399" };
const words = [
  ...["Quy định số 399-QĐ/TW", "Quy định 66", "Kết luận 229", "Nghị quyết số 18, 19-NQ/TW", "Quy định này", "Điều 5"],
  ...["thay thế", "bãi bỏ", "sửa đổi, bổ sung", "hướng dẫn", "thực hiện", "ban hành kèm theo", "được", "bằng", "bởi"],
  ...[
    "hết hiệu lực",
    "kể từ ngày",
    "có hiệu lực",
    "yêu cầu",
    "sớm",
    "về",
    "của Bộ Chính trị",
    "để",
    "và",
    ",",
    ";",
    ".",
    "(",
    ")",
  ],
  ...["không", "chưa", "sẽ", "khoản 2", "điểm a", "một phần", "\n", "“", "”", "các", "ngày 09/01/2026"],
];
const anyText = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: "grapheme", maxLength: 6 })), {
    maxLength: 25,
  })
  .map((parts) => parts.join(" ").normalize("NFC"));

const document = fc.tuple(fc.constantFrom("Quy định", "Quyết định", "Nghị quyết"), fc.integer({ min: 10, max: 400 }));
const verb = fc.constantFrom("thay thế", "sửa đổi", "bổ sung", "bãi bỏ", "hướng dẫn", "cụ thể hóa");

describe("whatever the text", () => {
  it("relations lie within it, between documents that were found", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const references = findReferences(text);
        for (const { from, to, evidence } of findRelations(text, references, own)) {
          expect(0 <= evidence.start && evidence.start < evidence.end && evidence.end <= text.length).toBe(true);
          for (const { reference, span } of [from, to]) {
            const isFound = references.some((found) => found.span === span && found.reference === reference);
            expect(isFound || (span === null && reference === own)).toBe(true);
            expect(span === null || (evidence.start <= span.start && span.end <= evidence.end)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("pinpoints lie within it and have a path", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { span, path } of findPinpoints(text, findReferences(text))) {
          expect(path.length).toBeGreaterThan(0);
          expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("text that is not in its canonical form ends in no error", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const other = text.normalize("NFD");
        expect(() => findRelations(other, findReferences(other), own)).not.toThrow();
        expect(() => findPinpoints(other, findReferences(other))).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});

describe("a plain statement", () => {
  const pair = fc.tuple(document, document).filter(([[, a], [, b]]) => a !== b);

  it("says the same of a pair in the active and in the passive voice", () => {
    fc.assert(
      fc.property(pair, verb, ([[kindA, a], [kindB, b]], doing) => {
        const active = stated(`${kindA} số ${a} ${doing} ${kindB} số ${b}.`);
        expect(active).toHaveLength(1);
        expect(stated(`${kindB} số ${b} đã được ${doing} bởi ${kindA} số ${a}.`)).toEqual(active);
        expect(stated(`${kindB} số ${b} được ${kindA} số ${a} ${doing}.`)).toEqual(active);
      }),
    );
  });

  it("says nothing once it is denied, postponed or asked", () => {
    const doubt = fc.constantFrom(
      "không",
      "chưa",
      "sẽ",
      "dự kiến",
      "đề nghị",
      "nghiên cứu",
      "có thể",
      "không hề",
      "chưa thể",
    );
    fc.assert(
      fc.property(pair, verb, doubt, ([[kindA, a], [kindB, b]], doing, word) => {
        expect(stated(`${kindA} số ${a} ${word} ${doing} ${kindB} số ${b}.`)).toEqual([]);
        expect(stated(`${kindB} số ${b} ${word} được ${doing} bởi ${kindA} số ${a}.`)).toEqual([]);
        expect(stated(`${kindA} số ${a} ${doing} ${kindB} số ${b} hay không?`)).toEqual([]);
      }),
    );
  });
});

it.each([
  ["spaces", `Quy định 399 ${" ".repeat(100_000)} Quy định 66`],
  ["verbs", `Quy định 399 ${"thay thế ".repeat(11_000)} Quy định 66`],
  ["verbs without diacritics", `quy dinh 399 ${"thay the ".repeat(11_000)} quy dinh 66`],
  ["company", `Kế hoạch 03 ${"triển khai ".repeat(9_000)} Kết luận 21`],
  ["orders", `Quy định 399 ${"giao ".repeat(20_000)} Quy định 66`],
  ["statements", "Quy định 399 thay thế Quy định 66 ".repeat(2_500)],
  ["a list", `Quy định 399 thay thế ${"Quy định 66, ".repeat(7_000)}`],
  ["brackets", `Quy định 399 ${"(".repeat(50_000)}${")".repeat(50_000)} thay thế Quy định 66`],
  ["commas", `Quy định 399 về ${"a, ".repeat(33_000)} thay thế Quy định 66`],
  ["purposes", "Quy định 399 để nhằm ban hành được ban hành do A ban hành ".repeat(1_700)],
])("ends soon on 100 kB of %s", (_what, text) => {
  expect(stated(text, own)).toBeInstanceOf(Array);
});
