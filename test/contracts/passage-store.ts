import { beforeEach, describe, expect, it } from "vitest";
import type { Span } from "../../src/core/passage.ts";
import type { LibraryRelation, NewDocument, PassageStore } from "../../src/core/ports.ts";
import type { RelationEnd } from "../../src/core/relation.ts";
import { newDocument, referenceTo } from "./new-document.ts";
import { testTextSearch } from "./text-search.ts";

/** What every `PassageStore` promises. `create` returns an empty one. */
export function testPassageStore(create: () => Promise<PassageStore>): void {
  let store: PassageStore;
  beforeEach(async () => {
    store = await create();
  });

  const put = async (...documents: readonly NewDocument[]) => {
    for (const document of documents) await store.put(document);
  };
  const found = async (...terms: string[]) => (await store.searchText(terms, "words", 10)).map((hit) => hit.passageId);

  describe("put", () => {
    it("keeps every field of a document", async () => {
      const document = newDocument(
        {
          id: "a",
          kind: "Quy định",
          number: "213-QĐ/TW",
          issuer: "Bộ Chính trị",
          issuedOn: "2020-01-02",
          status: "superseded",
          successor: "294-QĐ/TW",
          isDigest: true,
          source: { publisher: "Báo", title: "Bài", date: "2020-01-03", url: "https://example.org/?a='b'" },
          uncertain: [{ start: 0, end: 4 }],
        },
        ["Điều 1. “Tổ chức” 👍 'đảng'\n\t", "Điều 2"],
      );
      await put(document);
      expect(await store.directive("a")).toEqual(document.directive);
      expect(await store.passagesOf("a")).toEqual(document.passages.map(({ passage }) => passage));
      expect(await store.directives()).toEqual([headOf(document)]);
    });

    it("says whether the document is new, and replaces all of an old one", async () => {
      const old = newDocument({ id: "a" }, ["cam", "quýt", "số 5-QĐ/TW"], {
        mentions: [{ words: "5-QĐ/TW", serial: "5" }],
      });
      expect(await store.put(old)).toBe("added");
      expect(await store.put(newDocument({ id: "a", title: "Mới" }, ["bưởi"]))).toBe("updated");
      expect(await store.size()).toEqual({ documents: 1, passages: 1, years: null });
      expect(await found("cam", "quýt")).toEqual([]);
      expect(await found("bưởi")).toEqual(["a:1"]);
      expect(await store.mentionsIn("a")).toEqual([]);
      expect((await store.directive("a"))?.title).toBe("Mới");
    });

    it("shows nothing of a document that could not be written whole", async () => {
      await put(newDocument({ id: "a" }, ["cam"]));
      await expect(store.put(broken(newDocument({ id: "b" }, ["chanh"])))).rejects.toThrow();
      expect(await store.directive("b")).toBeUndefined();
      expect(await store.passagesOf("b")).toEqual([]);
      expect(await found("chanh")).toEqual([]);
      expect(await store.size()).toMatchObject({ documents: 1, passages: 1 });
    });

    it("leaves the old version whole when the new one could not be written", async () => {
      const old = newDocument({ id: "a" }, ["cam", "quýt"], { vectors: [[1, 0]] });
      await put(old);
      await expect(store.put(broken(newDocument({ id: "a" }, ["chanh"])))).rejects.toThrow();
      expect(await store.directive("a")).toEqual(old.directive);
      expect(await found("cam")).toEqual(["a:1"]);
      expect(await found("chanh")).toEqual([]);
      expect(await store.size()).toMatchObject({ documents: 1, passages: 2 });
    });

    it("takes others away in the same moment, and only if it can be written", async () => {
      const naming = { mentions: [{ words: "5-QĐ/TW", serial: "5" }], vectors: [[1, 0]] };
      await put(newDocument({ id: "a" }, ["cam số 5-QĐ/TW"], naming), newDocument({ id: "b" }, ["quýt"]));
      await expect(store.put(broken(newDocument({ id: "c" }, ["chanh"])), ["a"])).rejects.toThrow();
      expect(await found("cam", "chanh")).toEqual(["a:1"]);
      expect(await store.put(newDocument({ id: "c" }, ["chanh"]), ["a", "x"])).toBe("added");
      expect(await found("cam", "chanh")).toEqual(["c:1"]);
      expect((await store.files()).map((file) => file.id).sort()).toEqual(["b", "c"]);
      expect(await store.mentionsIn("a")).toEqual([]);
    });

    it("takes a document of hundreds of passages and mentions", async () => {
      const texts = Array.from({ length: 350 }, (_, at) => `Đoạn ${at} nhắc số ${at}-QĐ/TW.`);
      const mentions = texts.map((_, at) => ({ words: ` ${at}-QĐ/TW`, serial: String(at) }));
      await put(newDocument({ id: "a" }, texts, { mentions }));
      expect(await store.passagesOf("a")).toHaveLength(350);
      expect(await store.mentionsIn("a")).toHaveLength(350);
      const ids = texts.map((_, at) => `a:${350 - at}`);
      expect((await store.get(ids)).map(({ passage }) => passage.id)).toEqual(ids);
    });

    it("takes a text of 1.5 MB", async () => {
      const document = newDocument(
        { id: "a" },
        Array.from({ length: 100 }, (_, at) => `${at} ${"Đảng ủy ".repeat(1_500)}`),
      );
      await put(document);
      expect((await store.directive("a"))?.text === document.directive.text).toBe(true);
    });
  });

  describe("uncertainIn", () => {
    it("gives the places of each document that has some, and leaves the others out", async () => {
      const [first, second] = [
        { start: 1, end: 3 },
        { start: 5, end: 9 },
      ];
      await put(
        newDocument({ id: "a", uncertain: [first, second] }, ["cam quýt bưởi"]),
        newDocument({ id: "b" }, ["chanh"]),
        newDocument({ id: "c", uncertain: [second] }, ["bưởi hồng"]),
        newDocument({ id: "d", uncertain: [first] }, ["mít"]),
      );
      expect(await store.uncertainIn(["a", "b", "c", "x", "a"])).toEqual(
        new Map([
          ["a", [first, second]],
          ["c", [second]],
        ]),
      );
      expect(await store.uncertainIn([])).toEqual(new Map());
    });

    it("goes with the text that it is about", async () => {
      await put(newDocument({ id: "a", uncertain: [{ start: 1, end: 3 }] }, ["cam"]));
      await put(newDocument({ id: "a" }, ["cam sành"]));
      expect(await store.uncertainIn(["a"])).toEqual(new Map());
    });
  });

  describe("get", () => {
    beforeEach(() => put(newDocument({ id: "a" }, ["cam", "quýt"]), newDocument({ id: "b" }, ["chanh"])));

    it("gives passages in the order asked and leaves unknown ids out", async () => {
      const rows = await store.get(["b:1", "x", "a:2", "'", "a:1"]);
      expect(rows.map(({ passage, directive }) => [passage.text, directive.id])).toEqual([
        ["chanh", "b"],
        ["quýt", "a"],
        ["cam", "a"],
      ]);
    });

    it("gives nothing for no ids", async () => {
      expect(await store.get([])).toEqual([]);
      expect(await store.passagesOfVectors([])).toEqual([]);
    });

    it("knows no document, passages or mentions of an unknown id", async () => {
      expect(await store.directive("x")).toBeUndefined();
      expect(await store.passagesOf("x")).toEqual([]);
      expect(await store.mentionsIn("x")).toEqual([]);
    });
  });

  describe("move", () => {
    it("notes where the file is, and leaves the text and everything of others alone", async () => {
      const document = newDocument({ id: "a" }, ["cam"], { vectors: [[1, 0]] });
      await put(document, newDocument({ id: "b" }, ["quýt"]));
      const [, other] = await store.files();
      const file = { id: "a", key: "sub/c.md", location: "/library/sub/c.md", contentHash: "other" };
      await store.move(file);
      expect(await store.files()).toEqual([file, other]);
      expect(await store.directive("a")).toEqual(document.directive);
      expect(await found("cam")).toEqual(["a:1"]);
    });
  });

  describe("remove", () => {
    it("takes everything of the document and nothing else", async () => {
      const naming = { mentions: [{ words: "5-QĐ/TW", serial: "5" }], vectors: [[1, 0]] };
      await put(
        newDocument({ id: "a", number: "7-QĐ/TW" }, ["cam số 5-QĐ/TW"], naming),
        newDocument({ id: "b" }, ["cam số 5-QĐ/TW"], naming),
      );
      await store.remove("a");
      expect(await store.size()).toMatchObject({ documents: 1, passages: 1 });
      expect(await found("cam")).toEqual(["b:1"]);
      expect(await store.findByNumber(referenceTo({ serial: "7" }))).toEqual({ held: [], mentions: [] });
      expect(
        (await store.findByNumber(referenceTo({ serial: "5" }))).mentions.map((mention) => mention.directiveId),
      ).toEqual(["b"]);
      expect((await store.frequencies(["cam"], "words")).get("cam")).toBe(1);
      expect((await store.files()).map((file) => file.id)).toEqual(["b"]);
    });

    it("is not troubled by a document that is not there", async () => {
      await store.remove("x");
      expect(await store.size()).toMatchObject({ documents: 0 });
    });
  });

  describe("files and size", () => {
    it("tells which file a document is from", async () => {
      const { key, location, contentHash, ...document } = newDocument({ id: "a" }, ["cam"]);
      await put({ ...document, key, location, contentHash }, { ...newDocument({ id: "b" }, ["x"]), location: null });
      const [first, second] = await store.files();
      expect(first).toEqual({ id: "a", key, location, contentHash });
      expect(second?.location).toBeNull();
    });

    it("counts documents and passages, and knows the first and last year", async () => {
      expect(await store.size()).toEqual({ documents: 0, passages: 0, years: null });
      await put(
        newDocument({ id: "a", issuedOn: "2020-01-02" }, ["cam", "quýt"], { vectors: [[1, 0]] }),
        newDocument({ id: "b", issuedOn: "1998-11-30" }, ["chanh"]),
        newDocument({ id: "c" }, ["bưởi"]),
      );
      expect(await store.size()).toEqual({ documents: 3, passages: 4, years: ["1998", "2020"] });
    });
  });

  describe("findByNumber", () => {
    const tw = { kind: "Nghị quyết", number: "18-NQ/TW", issuedOn: "2017-10-25" };
    const mentions = [
      { words: "Quy định số 18-QĐ/TW", serial: "18", kind: "Quy định", suffix: "TW" },
      { words: "18-NQ/TW, ngày 25/10/2017", serial: "18", kind: "Nghị quyết", suffix: "TW", issuedOn: "2017-10-25" },
      { words: "NQ 18 ấy", serial: "18", kind: "Nghị quyết" },
    ];
    beforeEach(() =>
      put(
        newDocument({ id: "tw", ...tw }, ["Trung ương"]),
        newDocument({ id: "tu", kind: "Nghị quyết", number: "018-NQ/TU" }, ["Tỉnh ủy"]),
        newDocument(
          { id: "names", number: "180-BC/TU" },
          mentions.map(({ words }) => words),
          { mentions },
        ),
      ),
    );

    const find = async (given: Partial<Parameters<typeof referenceTo>[0]>) => {
      const result = await store.findByNumber(referenceTo({ serial: "18", ...given }));
      return [...result.held.map(({ id }) => id).sort(), ...result.mentions.map((mention) => mention.passageId)];
    };

    it.each([
      ["the number alone", {}, ["tu", "tw", "names:1", "names:2", "names:3"]],
      ["a kind", { kind: "Quy định" }, ["names:1"]],
      ["an issuer's suffix", { kind: "Nghị quyết", suffix: "TW" }, ["tw", "names:2", "names:3"]],
      ["another suffix", { kind: "Nghị quyết", suffix: "TU" }, ["tu", "names:3"]],
      ["a date", { kind: "Nghị quyết", issuedOn: "2017-10-25" }, ["tu", "tw", "names:2", "names:3"]],
      ["another date", { kind: "Nghị quyết", suffix: "TW", issuedOn: "2022-06-16" }, ["names:3"]],
      ["another number", { serial: "1" }, []],
    ])("goes as far as %s", async (_, given, expected) => {
      expect(await find(given)).toEqual(expected);
    });

    it("gives a mention back as it was put", async () => {
      const { evidence } = newDocument({ id: "m" }, ["theo 9-QĐ/TW đã nêu"], {
        mentions: [
          { words: "9-QĐ/TW", serial: "9", symbol: "QĐ", number: "9-QĐ/TW", title: "về “tổ chức”", issuer: "Bộ" },
        ],
      });
      await put({ ...newDocument({ id: "m" }, ["theo 9-QĐ/TW đã nêu"]), evidence });
      expect(await store.mentionsIn("m")).toEqual(evidence.mentions);
    });

    it("knows when the text was written that names a document, and of digests that it does not", async () => {
      const naming = { mentions: [{ words: "9-QĐ/TW", serial: "9" }] };
      await put(newDocument({ id: "dated", issuedOn: "2018-03-01" }, ["9-QĐ/TW"], naming));
      await put(newDocument({ id: "digest", issuedOn: "2018-03-01", isDigest: true }, ["9-QĐ/TW"], naming));
      const { mentions } = await store.findByNumber(referenceTo({ serial: "9" }));
      expect(mentions.map(({ directiveId, citedOn }) => [directiveId, citedOn])).toEqual([
        ["dated", "2018-03-01"],
        ["digest", null],
      ]);
    });

    it("finds a document that has a name and no number", async () => {
      const name = "Hội nghị Trung ương 4 khóa XII";
      const naming = {
        mentions: [{ words: "Nghị quyết Trung ương 4 khóa XII", serial: "", name, kind: "Nghị quyết" }],
      };
      await put(newDocument({ id: "m" }, ["theo Nghị quyết Trung ương 4 khóa XII đã nêu"], naming));
      const named = async (given: string) =>
        (await store.findByNumber(referenceTo({ serial: "", name: given }))).mentions;
      expect((await named(name)).map(({ directiveId }) => directiveId)).toEqual(["m"]);
      expect(await named("Hội nghị Trung ương 5 khóa XII")).toEqual([]);
    });
  });

  describe("relations", () => {
    const end = (serial: string, span: Span | null = { start: 0, end: 3 }) => ({
      reference: referenceTo({ serial }),
      span,
    });
    const stated = (from: RelationEnd, to: RelationEnd): LibraryRelation => ({
      type: "replaces",
      from,
      to,
      evidence: { start: 0, end: 5 },
      passageId: "r:1",
      directiveId: "r",
    });

    it("are found from either end, and from the text that states them about itself", async () => {
      const relation = stated(end("1", null), end("2"));
      await put(newDocument({ id: "r" }, ["1 thay thế 2"], { relations: [relation] }));
      const found = (serial: string, ids: string[] = []) => store.relationsOf(referenceTo({ serial }), ids);
      expect(await found("1")).toEqual([relation]);
      expect(await found("2")).toEqual([relation]);
      expect(await found("3", ["r"])).toEqual([relation]);
      expect(await found("3")).toEqual([]);
    });

    it("go with the document that states them", async () => {
      await put(newDocument({ id: "r" }, ["1 thay thế 2"], { relations: [stated(end("1"), end("2"))] }));
      await put(newDocument({ id: "r" }, ["1 và 2"]));
      expect(await store.relationsOf(referenceTo({ serial: "1" }), ["r"])).toEqual([]);
    });
  });

  describe("evidence", () => {
    it("is read again by another version, and replaced without touching the text", async () => {
      await put(newDocument({ id: "m" }, ["theo 9-QĐ/TW đã nêu"], { mentions: [{ words: "9-QĐ/TW", serial: "9" }] }));
      expect(await store.withOtherEvidence("1")).toEqual([]);
      expect(await store.withOtherEvidence("2")).toEqual(["m"]);
      const before = await store.passagesOf("m");
      await store.putEvidence("m", { version: "2", mentions: [], relations: [] });
      expect(await store.withOtherEvidence("2")).toEqual([]);
      expect(await store.mentionsIn("m")).toEqual([]);
      expect(await store.passagesOf("m")).toEqual(before);
    });
  });

  testTextSearch(() => store);
}

/** The same with a mention twice, which the store refuses at the end of the writing. */
function broken(document: NewDocument): NewDocument {
  const [first] = document.passages;
  const mention = {
    reference: referenceTo({ serial: "1" }),
    passageId: first?.passage.id ?? "",
    directiveId: document.directive.id,
    span: { start: 0, end: 1 },
    extent: { start: 0, end: 1 },
    citedOn: null,
  };
  return { ...document, evidence: { version: "1", mentions: [mention, mention], relations: [] } };
}

function headOf({ directive }: NewDocument) {
  const { text: _text, uncertain: _uncertain, ...head } = directive;
  return head;
}
