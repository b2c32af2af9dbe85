import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, openingOf } from "../../src/answer/quote.ts";

const clause = "thực hiện nghiêm túc công tác cán bộ theo quy định của cấp trên";
const wanted = "luân chuyển 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý";
const long = `${Array(6).fill(clause).join(", ")}, ${wanted}, ${Array(6).fill(clause).join(", ")}.`;
const matters = (text: string) => Number(text.includes("152"));

/** What is shown, without the marks that say something was left out. */
function shown(excerpt: string): string {
  return excerpt.replace(/^… | …$/g, "");
}

describe("excerptOf", () => {
  it("shows a short quote whole", () => expect(excerptOf(wanted, matters)).toBe(wanted));

  it("shows of a long quote the clauses that matter, and that there is more", () => {
    const excerpt = excerptOf(long, matters);
    expect(excerpt).toContain(wanted);
    expect(excerpt).toMatch(/^… .* …$/);
    expect(excerpt.length).toBeLessThan(260);
  });

  // Bug: "… ngày 01/12/2021 của Bộ Chính trị; ban hành Công văn số 398-CV/ĐUK …", whose own date stood behind the cut.
  it("does not part a document from its date", () => {
    const dated = "ban hành Công văn số 398-CV/ĐUK, ngày 09/12/2022 chỉ đạo cơ sở";
    const quote = long.replace(wanted, `theo Kế hoạch số 03-KH/TW, ngày 01/12/2021; ${dated}`);
    expect(excerptOf(quote, (text) => Number(text.includes("398-CV/ĐUK")))).toContain(dated);
  });

  it("shows words of the quote and nothing else", () => {
    const words = fc.array(fc.constantFrom("cán bộ", "152", ",", ";", ":", "(xem)", "12,5%", "đảng viên", "."), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const quote = parts.join(" ").trim();
        const excerpt = shown(excerptOf(quote, matters));
        expect(quote).toContain(excerpt);
        expect(excerpt === "").toBe(quote === "");
      }),
    );
  });
});

describe("openingOf", () => {
  it("shows a short item whole", () => expect(openingOf(wanted)).toBe(wanted));

  it("cuts a long one at a clause", () => {
    const opening = openingOf(long);
    expect(long.startsWith(shown(opening))).toBe(true);
    expect(opening).toMatch(/cấp trên …$/);
    expect(opening.length).toBeLessThanOrEqual(242);
  });
});
