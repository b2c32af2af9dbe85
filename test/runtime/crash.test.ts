import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { seededRandom } from "../fakes/seeded-random.ts";
import { killedIngest, trichdan } from "./trichdan.ts";

// `CRASH_KILLS=20 npx vitest run test/runtime/crash` for the figures; the seed makes the points the same again.
const KILLS = Number(process.env["CRASH_KILLS"] ?? 4);
const SEED = 20_250_203;
const FILES = 40;

const root = mkdtempSync(join(tmpdir(), "trichdan-crash-"));
const [home, folder] = [join(root, "home"), join(root, "documents")];
afterAll(() => rmSync(root, { recursive: true }));

it(`keeps what it said is stored, and only whole documents, over ${KILLS} kills at any time`, async () => {
  const random = seededRandom(SEED);
  /** Version of each document that the program said it has stored. */
  const told = new Map<string, number>();
  let version = 1;
  writeDocuments(version);
  let killed = 0;
  let acknowledged = 0;
  while (killed < KILLS) {
    // Long before the first document, between two, and in the middle of one.
    const when = { count: Math.floor(random() * 8), delayMs: Math.floor(random() * (killed % 4 === 3 ? 1_500 : 120)) };
    const { stored, wasKilled } = await killedIngest(home, folder, when);
    for (const key of stored) told.set(key, version);
    if (wasKilled) killed += 1;
    acknowledged += stored.length;
    if ((await check(told, version)) < FILES) continue;
    version += 1;
    writeDocuments(version);
  }
  const current = await check(told, version);
  const report = await trichdan(home, "ingest", folder);
  expect(report).toMatchObject({ unchanged: current, removed: 0, failed: [], documents: FILES });
  expect(report.added + report.updated).toBe(FILES - current);
  for (let at = 0; at < FILES; at += 1) told.set(`${at}.md`, version);
  expect(await check(told, version)).toBe(FILES);
  if (process.env["CRASH_KILLS"]) console.info(`${killed} kills, ${acknowledged} documents stored, 0 lost, 0 half`);
}, 600_000);

/** Every document is whole, and not older than the program said; how many are of `version`. */
async function check(told: ReadonlyMap<string, number>, version: number): Promise<number> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  try {
    expect(await db.all(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: "ok" }]);
    const store = createPassageStore(db);
    const versions = new Map<string, number>();
    for (const { id, key } of await store.files()) {
      const directive = await store.directive(id);
      const [, words = "", written = ""] = /trọn vẹn (\d+) từ của bản (\d+)/.exec(directive?.text ?? "") ?? [];
      const passages = await store.passagesOf(id);
      expect(passages.length).toBeGreaterThan(0);
      const shown = passages
        .map(({ text }) => text)
        .join("\n")
        .match(/từ-\d+/g);
      expect(new Set(shown).size).toBe(Number(words));
      for (const { span, text } of passages) expect(directive?.text.slice(span.start, span.end)).toBe(text);
      versions.set(key, Number(written));
    }
    const early = [...told].filter(([key, toldVersion]) => (versions.get(key) ?? 0) < toldVersion);
    expect(early).toEqual([]);
    await checkTables(db);
    return [...versions.values()].filter((stored) => stored === version).length;
  } finally {
    close();
  }
}

async function checkTables(db: Awaited<ReturnType<typeof openLibsql>>["db"]): Promise<void> {
  const hasWords = await db.all(sql`SELECT name FROM sqlite_master WHERE name = 'passages_fts'`);
  // Killed before the table was made.
  if (hasWords.length === 0) return;
  await db.run(sql`INSERT INTO passages_fts(passages_fts) VALUES ('integrity-check')`);
  const strays = await db.all(sql`SELECT
    (SELECT count(*) FROM passages WHERE seq NOT IN (SELECT id FROM passages_fts_docsize)) AS passagesNotIndexed,
    (SELECT count(*) FROM passages_fts_docsize WHERE id NOT IN (SELECT seq FROM passages)) AS indexedNotPassages,
    (SELECT count(*) FROM passages WHERE id NOT IN (SELECT passage_id FROM units)) AS passagesWithoutUnits,
    (SELECT count(*) FROM units WHERE vector IS NULL OR passage_id NOT IN (SELECT id FROM passages)) AS unitsAstray,
    (SELECT count(*) FROM passages WHERE document_id NOT IN (SELECT id FROM documents)) AS passagesAstray`);
  expect(strays).toEqual([
    { passagesNotIndexed: 0, indexedNotPassages: 0, passagesWithoutUnits: 0, unitsAstray: 0, passagesAstray: 0 },
  ]);
}

/** Each says how many words it has, so that a part of it can be told from the whole. */
function writeDocuments(version: number): void {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < FILES; at += 1) {
    const sections = Array.from({ length: 1 + (at % 4) }, (_, section) => {
      const words = Array.from({ length: 12 }, (_, word) => `từ-${section * 12 + word}`);
      return `## Điều ${section + 1}. Nội dung ${section + 1}\n\nĐảng viên thực hiện ${words.join(", ")}.\n`;
    });
    const head = `# Quy định ${at}\n\nVăn bản này trọn vẹn ${sections.length * 12} từ của bản ${version}.\n`;
    writeFileSync(join(folder, `${at}.md`), [head, ...sections].join("\n"));
  }
}
