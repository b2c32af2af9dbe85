import { describe, expect, it } from "vitest";
import { createCite } from "../../src/citation/cite.ts";
import type { CiteResult } from "../../src/core/cite.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

async function cited(text: string, documents = smallDocuments): Promise<CiteResult> {
  const { store } = await openSmallLibrary(documents);
  return createCite(store)(text);
}

describe("cite", () => {
  it("gives everything known of a document that is only mentioned", async () => {
    const mention = "Kết luận số 28-KL/TW";
    const text = smallDocuments.find(({ id }) => id === "tin-giao-ban")?.text.trim() ?? "";
    const start = text.indexOf(mention);
    expect(await cited("KL 28")).toEqual({
      query: "KL 28",
      candidates: [
        {
          number: "28-KL/TW",
          kind: "Kết luận",
          title: "về tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức, viên chức",
          issuer: "Bộ Chính trị",
          issuedOn: "2022-02-21",
          status: "unknown",
          held: false,
          relations: [],
          mentions: [{ documentId: "tin-giao-ban", quote: mention, span: { start, end: start + mention.length } }],
        },
      ],
    });
  });

  it.each(["213-QĐ/TW", "QĐ 213", "qd213", "quy dinh so 213", "Regulation No. 213", "213", "số 213", "0213"])(
    "reads %j",
    async (typed) => {
      const { candidates } = await cited(typed);
      expect(candidates).toMatchObject([{ number: "213-QĐ/TW", kind: "Quy định", held: true, issuedOn: "2020-01-02" }]);
    },
  );

  it("tells that a document was superseded, by which, and where that stands", async () => {
    const { candidates } = await cited("66-QĐ/TW");
    const quote = "Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW";
    expect(candidates).toMatchObject([
      {
        status: "superseded",
        relations: [{ type: "superseded-by", number: "399-QĐ/TW", evidence: { documentId: "399-qd-tw", quote } }],
      },
    ]);
  });

  it("tells what a document supersedes", async () => {
    const { candidates } = await cited("399-QĐ/TW");
    expect(candidates).toMatchObject([{ status: "unknown", relations: [{ type: "supersedes", number: "66-QĐ/TW" }] }]);
  });

  it("tells that a replacement was only ordered", async () => {
    const { candidates } = await cited("QĐ 213");
    expect(candidates).toMatchObject([
      { status: "replacement-ordered", relations: [{ type: "replacement-ordered-by", number: "Kết luận 229" }] },
    ]);
  });

  it("knows a superseded document that is only mentioned, in part", async () => {
    const { candidates } = await cited("Quy định 335");
    expect(candidates).toMatchObject([
      { number: null, kind: "Quy định", held: false, status: "superseded", relations: [{ number: "680-QĐ/TU" }] },
    ]);
  });

  it("keeps the status that the document itself states", async () => {
    const stated = smallDocuments.map((document) =>
      document.id === "213-qd-tw" ? { ...document, status: "superseded" as const } : document,
    );
    expect((await cited("QĐ 213", stated)).candidates).toMatchObject([{ status: "superseded" }]);
  });

  it("gives a candidate for each document that a number fits", async () => {
    const { candidates } = await cited("NQ 18");
    expect(candidates.map(({ number, held }) => [number, held])).toEqual([
      ["18-NQ/TW", true],
      ["18-NQ/TU", false],
    ]);
  });

  it("does not take a document of another kind for the number", async () => {
    expect((await cited("QĐ 18")).candidates).toEqual([]);
  });

  it("gives the documents of each number named, in order", async () => {
    const { candidates } = await cited("Quy định 66 và Kết luận 28");
    expect(candidates.map(({ number }) => number)).toEqual(["66-QĐ/TW", "28-KL/TW"]);
  });

  it("gives a document once, however often it is named", async () => {
    expect((await cited("Quy định 66, 66-QĐ/TW")).candidates).toHaveLength(1);
  });

  it("looks a number up once, however often it is named", async () => {
    const { store } = await openSmallLibrary(smallDocuments);
    let lookups = 0;
    const counting: typeof store = {
      ...store,
      findByNumber: (reference) => {
        lookups += 1;
        return store.findByNumber(reference);
      },
    };
    expect((await createCite(counting)("QĐ 66, ".repeat(1_000))).candidates).toHaveLength(1);
    expect(lookups).toBe(1);
  });

  it.each(["QĐ 777", "xin chào", "", "   ", "2020-2025", "'; DROP TABLE passages; --", '"*" OR NEAR('])(
    "knows no document under %j",
    async (typed) => expect((await cited(typed)).candidates).toEqual([]),
  );

  it("shows evidence that is the document's text at its span", async () => {
    const { store } = await openSmallLibrary(smallDocuments);
    const cite = createCite(store);
    for (const typed of ["QĐ 213", "66-QĐ/TW", "399-QĐ/TW", "NQ 18", "KL 28", "Quy định 335", "680-QĐ/TU", "KL 229"]) {
      for (const { mentions, relations } of (await cite(typed)).candidates) {
        for (const { documentId, quote, span } of [...mentions, ...relations.map(({ evidence }) => evidence)]) {
          expect((await store.directive(documentId))?.text.slice(span.start, span.end)).toBe(quote);
          expect(quote).not.toBe("");
        }
      }
    }
  });
});
