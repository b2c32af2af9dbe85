import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSimilar, slipsOf } from "../../src/citation/similar.ts";
import { openSmallLibrary } from "../fakes/small-library.ts";

describe("slipsOf", () => {
  it("has every slip of one digit", () => {
    const slips = slipsOf("213");
    for (const slip of ["214", "313", "21", "13", "2130", "2213", "231", "123"]) expect(slips).toContain(slip);
  });

  it("has the number itself never, and nothing that is no number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }).map(String), (serial) => {
        const slips = slipsOf(serial);
        expect(slips).not.toContain(serial);
        expect(slips.every((slip) => /^[1-9]\d{0,4}$/.test(slip))).toBe(true);
        // A slip can slip back.
        expect(slips.every((slip) => slipsOf(slip).includes(serial))).toBe(true);
      }),
    );
  });
});

describe("findSimilar", () => {
  const documents = [
    { id: "a", text: "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị." },
    { id: "b", text: "Kết luận số 50-KL/TW, ngày 28/02/2023 của Bộ Chính trị về tổ chức bộ máy tinh gọn." },
  ];

  it("finds none by a number with nothing in common", async () => {
    const { store } = await openSmallLibrary(documents);
    expect(await findSimilar({ serial: "999", issuedOn: "2001-01-01", title: null }, store)).toEqual([]);
  });

  it.each([
    ["a number one digit off", { serial: "231", issuedOn: null, title: null }, ["213-QĐ/TW"]],
    ["the same day", { serial: "999", issuedOn: "2023-02-28", title: null }, ["50-KL/TW"]],
    ["the words of a title", { serial: "999", issuedOn: null, title: "về tổ chức bộ máy tinh gọn" }, ["50-KL/TW"]],
    ["a number that is not two slips away", { serial: "214", issuedOn: "2001-01-01", title: null }, ["213-QĐ/TW"]],
  ])("finds documents by %s", async (_, reference, numbers) => {
    const { store } = await openSmallLibrary(documents);
    expect((await findSimilar(reference, store)).map(({ entry }) => entry.number)).toEqual(
      expect.arrayContaining(numbers),
    );
  });
});
