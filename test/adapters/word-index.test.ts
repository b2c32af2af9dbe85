import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createRememberingWordIndex, createWordIndex } from "../../src/adapters/sqlite/word-index.ts";
import { newDocument } from "../contracts/new-document.ts";
import { openInMemory } from "../fakes/databases.ts";

const syllable = fc.constantFrom("đảng", "viên", "dự", "bị", "chi", "bộ", "cấp", "ủy", "nơi", "cư", "trú", "213-QĐ/TW");
const text = fc.array(syllable, { minLength: 1, maxLength: 12 }).map((syllables) => syllables.join(" "));
const term = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((syllables) => syllables.join(" ").toLowerCase());

async function libraryOf(documents: readonly (readonly string[])[]) {
  const db = await openInMemory();
  await ensureFullText(db);
  const store = createPassageStore(db);
  for (const [at, texts] of documents.entries()) await store.put(newDocument({ id: `d${at}` }, texts));
  return { db, store };
}

describe("createRememberingWordIndex", () => {
  it("gives every passage the score that looking it up gives, for the same terms and for others after them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.array(term, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<"words" | "folded">("words", "folded"),
        async (documents, questions, field) => {
          const { db } = await libraryOf(documents);
          const [lookedUp, remembered] = [createWordIndex(db), createRememberingWordIndex(db)];
          for (const terms of questions) {
            const options = { field, limit: 100, clearance: null };
            const expected = await lookedUp.search(terms, options);
            const found = new Map((await remembered.search(terms, options)).map((hit) => [hit.passageId, hit.score]));
            expect([...found.keys()].sort()).toEqual(expected.map(({ passageId }) => passageId).sort());
            for (const { passageId, score } of expected) expect(found.get(passageId)).toBeCloseTo(score, 4);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("forgets what it knew when the library changes", async () => {
    const { db, store } = await libraryOf([["chi bộ"], ["cấp ủy"], ["cư trú"]]);
    const index = createRememberingWordIndex(db);
    const found = async () =>
      (await index.search(["chi bộ"], { field: "words", limit: 5, clearance: null })).map((hit) => hit.passageId);
    expect(await found()).toEqual(["d0:1"]);
    await store.put(newDocument({ id: "new" }, ["chi bộ"]));
    expect((await found()).sort()).toEqual(["d0:1", "new:1"]);
    await store.remove("d0");
    expect(await found()).toEqual(["new:1"]);
  });

  it("finds what may be read behind any number of better passages that may not", async () => {
    const { db, store } = await libraryOf([["chi bộ và nhiều từ khác nữa"], ["cấp ủy"], ["cư trú"], ["dự bị"]]);
    for (let at = 0; at < 3; at += 1) await store.put(newDocument({ id: `closed${at}`, access: "staff" }, ["chi bộ"]));
    const index = createRememberingWordIndex(db);
    const found = async (clearance: "admin" | null) =>
      (await index.search(["chi bộ"], { field: "words", limit: 1, clearance })).map((hit) => hit.passageId);
    expect(await found("admin")).toEqual([expect.stringMatching(/^closed/)]);
    expect(await found(null)).toEqual(["d0:1"]);
  });

  it("has its table made again where it is missing", async () => {
    const { db } = await libraryOf([["chi bộ"], ["cấp ủy"], ["cư trú"]]);
    await db.run(sql`DROP TABLE passages_places`);
    await ensureFullText(db);
    const index = createRememberingWordIndex(db);
    expect(await index.search(["chi bộ"], { field: "words", limit: 5, clearance: null })).toHaveLength(1);
  });
});
