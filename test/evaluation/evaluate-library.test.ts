import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Article, type EvaluationLibraryParts, openEvaluationLibrary } from "../../src/cli/evaluate-library.ts";
import { openAsks, openSearches } from "../../src/cli/evaluate-searches.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";

const corpus: Article[] = [
  { id: "law#1", doc: "Điều lệ", title: "Đảng phí", text: "Đảng viên đóng đảng phí hằng tháng tại chi bộ." },
  { id: "law#2", doc: null, title: null, text: "Chi bộ họp thường kỳ mỗi tháng một lần." },
  { id: "law#3", text: "Trời hôm nay mưa to ở nhiều nơi." },
];

function parts() {
  const folder = mkdtempSync(join(tmpdir(), "trichdan-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const embedder = createFakeEmbedder();
  const kept: string[] = [];
  const onKept: EvaluationLibraryParts["onKept"] = (library) => kept.push(library.folder);
  return { folder, embedder, tokens: embedder, kept, onKept };
}

async function open(articles: readonly Article[], from: ReturnType<typeof parts>) {
  const library = await openEvaluationLibrary(articles, from);
  onTestFinished(() => library.close());
  return { ...library, embedder: from.embedder };
}

describe("openEvaluationLibrary", () => {
  it("holds each article as a document whose id is its place", async () => {
    const { store } = await open(corpus, parts());
    const heads = await store.directives();
    expect(heads.map(({ id, file, title, kind }) => [id, file, title, kind]).sort()).toEqual([
      ["0", "law#1", "Đảng phí", "Điều lệ"],
      ["1", "law#2", "law#2", null],
      ["2", "law#3", "law#3", null],
    ]);
  });

  it("is made once, and taken as it is by the next run", async () => {
    const from = parts();
    await open(corpus, from);
    const calls = from.embedder.documentCalls.length;
    const again = await open(corpus, from);
    expect(from.embedder.documentCalls.length).toBe(calls);
    expect(readdirSync(from.folder).map((name) => join(from.folder, name))).toEqual(from.kept);
    const vector = await from.embedder.embedQuery("đảng phí");
    expect(await again.index.nearest(vector, 3)).toHaveLength(3);
  });

  it("is another one for another corpus or embedding model", async () => {
    const from = parts();
    await open(corpus, from);
    await open(corpus.slice(1), from);
    await open(corpus, { ...from, embedder: { ...from.embedder, modelId: "other" } });
    expect(new Set(from.kept).size).toBe(3);
  });

  it("takes the place of what other code made of the corpus, and of what was left unfinished long ago", async () => {
    const from = parts();
    await open(corpus, from);
    const [kept = ""] = from.kept;
    const set = kept.slice(0, kept.lastIndexOf("-"));
    rmSync(kept, { recursive: true });
    for (const name of [`${set}-0123`, `${set}-0123.7.new`, `${set}-0123.8.new`]) mkdirSync(name);
    utimesSync(`${set}-0123.7.new`, 0, 0);
    await open(corpus, from);
    expect(readdirSync(from.folder).map((name) => join(from.folder, name))).toEqual([`${set}-0123.8.new`, kept].sort());
  });

  it("leaves nothing behind that is not whole", async () => {
    const from = parts();
    const failing = { ...from.embedder, embedDocuments: () => Promise.reject(new Error("no model")) };
    await expect(open(corpus, { ...from, embedder: failing })).rejects.toThrow("no model");
    expect(readdirSync(from.folder)).toEqual([]);
  });

  it("refuses a kept library that has lost its documents", async () => {
    const from = parts();
    await open(corpus, from);
    const [kept = ""] = from.kept;
    rmSync(kept, { recursive: true });
    mkdirSync(kept);
    await expect(open(corpus, from)).rejects.toThrow(/is not whole.+Delete the folder/);
  });
});

describe("openSearches", () => {
  it("finds by each search alone, by their sum, and with the second stage last", async () => {
    const { read, searches } = openSearches(await open(corpus, parts()));
    const query = await read("Đảng phí đóng hằng tháng thế nào?");
    const found = await Promise.all(
      searches.map(async ({ name, retrieve }) => [name, (await retrieve(query, 5)).hits[0]?.directive.file]),
    );
    expect(found).toEqual([
      ["number", undefined],
      ["words", "law#1"],
      ["meaning", "law#1"],
      ["fusion", "law#1"],
      ["fusion, second stage", "law#1"],
    ]);
  });

  it("scores by the second stage in the last search alone", async () => {
    const { read, searches } = openSearches(await open(corpus, parts()));
    const query = await read("Đảng phí đóng hằng tháng thế nào?");
    const best = await Promise.all(searches.slice(1).map(async ({ retrieve }) => (await retrieve(query, 5)).hits[0]));
    expect(best.map((hit) => (hit?.score ?? 0) > 1)).toEqual([false, false, false, true]);
  });

  it("looks up once what several searches look up", async () => {
    const library = await open(corpus, parts());
    const lookedUp: unknown[] = [];
    const store: typeof library.store = {
      ...library.store,
      searchText(...args) {
        lookedUp.push(args);
        return library.store.searchText(...args);
      },
    };
    const { read, searches } = openSearches({ ...library, store });
    const query = await read("đảng phí");
    for (const { retrieve } of searches) await retrieve(query, 5);
    expect(lookedUp).toHaveLength(1);
  });
});

describe("openAsks", () => {
  it("refuses more at a higher threshold, and searches once", async () => {
    const library = await open(corpus, parts());
    const embedded: string[] = [];
    const embedder: typeof library.embedder = {
      ...library.embedder,
      embedQuery(text) {
        embedded.push(text);
        return library.embedder.embedQuery(text);
      },
    };
    const askAt = openAsks({ ...library, embedder });
    const question = "Chi bộ họp thường kỳ ở nhà văn hóa thôn vào buổi tối mùa mưa thế nào?";
    const kinds = [(await askAt(0.1)(question)).kind, (await askAt(1)(question)).kind];
    expect([kinds, embedded.length]).toEqual([["answered", "no-evidence"], 1]);
  });

  it("does not know what is withheld", async () => {
    const library = await open(corpus, parts());
    const question = "Chi bộ họp thường kỳ ra sao?";
    const filesWithout = async (withheld: readonly string[]) => {
      const answer = await openAsks(library, new Set(withheld))(0.1)(question);
      return answer.kind === "answered" ? answer.citations.map(({ directive }) => directive.file) : [];
    };
    expect(await filesWithout([])).toContain("law#2");
    expect(await filesWithout((await library.store.passagesOf("1")).map(({ id }) => id))).not.toContain("law#2");
  });
});
