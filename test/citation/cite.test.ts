import { describe, expect, it } from "vitest";
import { createCite } from "../../src/citation/cite.ts";
import type { CiteResult } from "../../src/core/cite.ts";
import { uncertainWords } from "../../src/core/uncertain.ts";
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
    const { query, candidates } = await cited("KL 28");
    const fact = (value: string) => [{ value, evidence: [{ documentId: "tin-giao-ban" }] }];
    const title = "về tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức, viên chức";
    const citation = "Kết luận số 28-KL/TW, ngày 21/02/2022 của Bộ Chính trị";
    expect(query).toBe("KL 28");
    expect(candidates).toMatchObject([
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
        documentId: null,
        isDigest: false,
        citation,
        shortCitation: "Kết luận 28-KL/TW",
        standing: { status: "unknown", by: null, since: null },
        facts: {
          kind: fact("Kết luận"),
          issuer: fact("Bộ Chính trị"),
          issuedOn: fact("2022-02-21"),
          title: fact(title),
        },
        contradictions: [],
      },
    ]);
    // What proves the facts is the whole of what the text says there.
    expect(candidates[0]?.facts.issuedOn[0]?.evidence[0]?.quote).toBe(`${citation} ${title}`);
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
    expect(candidates).toMatchObject([{ status: "in-force", relations: [{ type: "supersedes", number: "66-QĐ/TW" }] }]);
  });

  it.each([
    ["2025-12-31", "unknown"],
    ["2026-01-09", "superseded"],
  ])("tells the standing as of %s", async (asOf, status) => {
    const { store } = await openSmallLibrary(smallDocuments);
    const { candidates } = await createCite(store)("66-QĐ/TW", { asOf });
    expect(candidates.map((candidate) => candidate.status)).toEqual([status]);
  });

  it("keeps what texts state differently side by side, and takes neither for the date", async () => {
    const { candidates } = await cited("QĐ 58", [
      { id: "a", text: "Quy định số 58-QĐ/TW, ngày 05/8/2022 của Bộ Chính trị." },
      { id: "b", text: "Quy định số 58-QĐ/TW, ngày 08/02/2022 của Ban Bí thư." },
    ]);
    expect(candidates.map(({ issuedOn, issuer }) => [issuedOn, issuer])).toEqual([[null, null]]);
    const values = candidates[0]?.contradictions.map(({ field, values: all }) => [
      field,
      ...all.map(({ value }) => value).sort(),
    ]);
    expect(values).toEqual([
      ["issuer", "Ban Bí thư", "Bộ Chính trị"],
      ["issuedOn", "2022-02-08", "2022-08-05"],
    ]);
  });

  it("keeps documents of one number and two terms apart", async () => {
    const { candidates } = await cited("NQ 18", [
      { id: "a", text: "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương." },
      { id: "b", text: "Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương." },
    ]);
    expect(candidates.map(({ issuedOn }) => issuedOn).sort()).toEqual(["2017-10-25", "2022-06-16"]);
  });

  it("takes no document for meant that is younger than the text naming it", async () => {
    const { candidates } = await cited("NQ 18", [
      { id: "a", text: "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương." },
      { id: "b", text: "Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương." },
      { id: "c", issuedOn: "2019-05-01", text: "Tiếp tục thực hiện Nghị quyết 18." },
    ]);
    const naming = candidates.find(({ mentions }) => mentions.some(({ documentId }) => documentId === "c"));
    expect(naming?.issuedOn).toBe("2017-10-25");
  });

  it("takes a province's own number for its own, and not for another's", async () => {
    const report = (id: string, place: string) => ({
      id,
      title: `Báo cáo của Đảng bộ tỉnh ${place}`,
      issuer: `Tỉnh ủy ${place}`,
      text: "Thực hiện Kết luận số 55-KL/TU về sinh hoạt chi bộ.",
    });
    const { candidates } = await cited("KL 55-KL/TU", [report("a", "Hà Tĩnh"), report("b", "Nghệ An")]);
    expect(candidates.map(({ mentions }) => mentions.map(({ documentId }) => documentId))).toEqual([["a"], ["b"]]);
  });

  it("finds a resolution by the meeting that passed it", async () => {
    const { candidates } = await cited("NQ TW 4 khóa XII", [
      { id: "a", text: "Theo tinh thần Nghị quyết Trung ương 4 khóa XII. Nghị quyết Trung ương 5 khóa XII." },
    ]);
    expect(candidates.map(({ shortCitation, mentions }) => [shortCitation, mentions.length])).toEqual([
      ["Nghị quyết Hội nghị Trung ương 4 khóa XII", 1],
    ]);
  });

  it("forgets what rests on a document that has left the library", async () => {
    const { store } = await openSmallLibrary([
      { id: "a", text: "Quy định số 58-QĐ/TW, ngày 05/8/2022 của Bộ Chính trị." },
      { id: "b", text: "Quy định số 70-QĐ/TW thay thế Quy định số 58-QĐ/TW." },
    ]);
    const status = async () => (await createCite(store)("QĐ 58")).candidates.map((candidate) => candidate.status);
    const before = await status();
    await store.remove("b");
    expect([before, await status()]).toEqual([["superseded"], ["unknown"]]);
    await store.remove("a");
    expect(await status()).toEqual([]);
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

  it("flags what recognition is not sure of in every evidence, and in the words around it", async () => {
    const unsure = ["thay", "66-", "06/02/2017", "25 thể"];
    const documents = smallDocuments.map((document) =>
      document.id === "399-qd-tw" ? { ...document, unsure } : document,
    );
    const [candidate] = (await cited("66-QĐ/TW", documents)).candidates;
    const evidence = [
      candidate?.standing.by?.evidence,
      candidate?.mentions[0],
      candidate?.facts.issuedOn[0]?.evidence[0],
    ];
    expect(evidence.map((each) => each && uncertainWords(each).map(({ text }) => text))).toEqual([
      ["thay", "66-QĐ/TW"],
      ["66-QĐ/TW"],
      ["66-QĐ/TW", "06/02/2017"],
    ]);
    expect(evidence.map((each) => each?.uncertain.length)).toEqual([3, 3, 3]);
  });

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
