import { describe, expect, it } from "vitest";
import { rescore } from "../../src/search/rescore.ts";
import { heldDocument } from "../fakes/held-documents.ts";

const library = { store: { frequencies: async () => new Map<string, number>() }, passages: 100 };

function candidates(...texts: readonly string[]) {
  const { directive, passages } = heldDocument(
    { id: "a", title: "Quy định về đảng phí" },
    texts.map((text) => ({ text, path: [] })),
  );
  return passages.map((passage) => ({ passage, directive, score: 1 }));
}

describe("rescore", () => {
  it("prefers what says more of the question, in its order", async () => {
    const all = candidates(
      "Chi bộ họp.",
      "Đảng phí thì mức đóng khác.",
      "Đảng viên đóng mức đảng phí nào.",
      "Mức đóng đảng phí.",
    );
    const ranked = await rescore("mức đóng đảng phí", all, library);
    expect(ranked.map(({ passage }) => passage.text)[0]).toBe("Mức đóng đảng phí.");
    expect(ranked.at(-1)?.passage.text).toBe("Chi bộ họp.");
  });

  it("counts the words of title and headings as the passage's own", async () => {
    const [hit] = await rescore("đảng phí", candidates("Mức đóng."), library);
    expect(hit?.score).toBeGreaterThan(1);
  });

  it("reads what a passage writes otherwise as the question's own words", async () => {
    const all = candidates("Chi bộ họp mỗi tháng.", "Các tccsđ họp mỗi tháng.");
    const variants = [{ written: "tccsđ", asked: "tổ chức cơ sở đảng" }];
    const ranked = await rescore("tổ chức cơ sở đảng họp", all, { ...library, variants });
    expect(ranked.map(({ passage }) => passage.text)[0]).toBe("Các tccsđ họp mỗi tháng.");
  });

  it("leaves the order of the first stage to a question without words", async () => {
    const all = candidates("Một.", "Hai.");
    expect(await rescore("?!", all, library)).toEqual(all);
  });
});
