import { describe, expect, it } from "vitest";
import { listRegister } from "../../src/citation/list-register.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

describe("listRegister", () => {
  it("has every document that is held or named, each once, by number", async () => {
    const { store } = await openSmallLibrary(smallDocuments);
    const lines = await listRegister(store);
    const names = lines.map(({ shortCitation, issuedOn }) => `${shortCitation} ${issuedOn}`);
    expect(new Set(names).size).toBe(names.length);
    expect(lines.find(({ number }) => number === "213-QĐ/TW")).toMatchObject({
      held: true,
      documentId: "213-qd-tw",
      status: "replacement-ordered",
    });
    expect(lines.find(({ number }) => number === "66-QĐ/TW")?.status).toBe("superseded");
    expect(lines.find(({ number }) => number === "28-KL/TW")).toMatchObject({
      held: false,
      documentId: null,
      mentions: 1,
    });
  });

  it("is empty for an empty library", async () => {
    const { store } = await openSmallLibrary([]);
    expect(await listRegister(store)).toEqual([]);
  });
});
