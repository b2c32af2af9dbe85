import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, it, onTestFinished } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import type { PassageStore } from "../../src/core/ports.ts";
import { seededRandom } from "../fakes/seeded-random.ts";
import { declaredIn, writeVersion } from "./crash-documents.ts";
import { CLI, type KillPoint, killedIngest } from "./trichdan.ts";

// `CRASH_KILLS=200 npx vitest run test/runtime/crash` for the figures; the same seed gives the same points again.
const KILLS = Number(process.env["CRASH_KILLS"] ?? 8);
const SEED = Number(process.env["CRASH_SEED"] ?? 20_250_203);

// The program takes seconds to start; without its model its readers and its store are killed far more often.
const RUNS = [
  { what: "the program", program: [...CLI, "ingest"], kills: 3 },
  { what: "its readers and its store", program: ["--import", "tsx/esm", "test/runtime/crash-ingest.ts"], kills: KILLS },
];

it.each(RUNS)(
  "$what: keeps what it said is stored, and only whole documents, over $kills kills",
  async (run) => {
    const root = mkdtempSync(join(tmpdir(), "trichdan-crash-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const [home, folder] = [join(root, "home"), join(root, "documents")];
    mkdirSync(home);
    const program = [...run.program, folder];
    const random = seededRandom(SEED);
    /** Version of each document that the program said it has stored. */
    const told = new Map<string, number>();
    const figures = { kills: 0, toldStored: 0, versions: 1, looks: 0 };
    let keys = writeVersion(folder, 1);
    try {
      while (figures.kills < run.kills) {
        const { stored, wasKilled } = await killedIngest(program, home, pointAt(figures.kills, random));
        for (const key of stored) told.set(key, figures.versions);
        figures.kills += wasKilled ? 1 : 0;
        figures.toldStored += stored.length;
        figures.looks += 1;
        const current = await check(home, told, figures.versions);
        if (!wasKilled) expect(current).toBe(keys.length);
        if (current < keys.length) continue;
        figures.versions += 1;
        keys = writeVersion(folder, figures.versions);
      }
      const current = await check(home, told, figures.versions);
      const { stored, wasKilled } = await killedIngest(program, home, NEVER);
      expect({ wasKilled, stored: stored.length }).toEqual({ wasKilled: false, stored: keys.length - current });
      expect(await check(home, told, figures.versions)).toBe(keys.length);
    } catch (cause) {
      throw new Error(`After ${figures.kills} kills; the same again: CRASH_SEED=${SEED}`, { cause });
    }
    if (process.env["CRASH_KILLS"])
      console.info(JSON.stringify({ what: run.what, seed: SEED, ...figures, lost: 0, half: 0, integrity: "ok" }));
  },
  3_600_000,
);

const NEVER: KillPoint = { documents: Number.POSITIVE_INFINITY, delayMs: 0 };

/** Long before the first document, between two, in the middle of reading one, and in the middle of writing one. */
function pointAt(kill: number, random: () => number): KillPoint {
  const [documents, share] = [Math.floor(random() * 8), random()];
  if (kill % 2 === 1) return { documents, writes: 1 + Math.floor(share * 12) };
  return { documents, delayMs: Math.floor(share * (kill % 8 === 6 ? 1_500 : 120)) };
}

/** Every document is whole, and not older than the program said; how many are of `version`. */
async function check(home: string, told: ReadonlyMap<string, number>, version: number): Promise<number> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  try {
    expect(await db.all(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: "ok" }]);
    const store = createPassageStore(db);
    const versions = new Map<string, number>();
    for (const { id, key } of await store.files()) versions.set(key, await versionOf(id, store));
    const early = [...told].filter(([key, toldVersion]) => (versions.get(key) ?? 0) < toldVersion);
    expect(early).toEqual([]);
    await checkTables(db);
    return [...versions.values()].filter((stored) => stored === version).length;
  } finally {
    close();
  }
}

async function versionOf(id: string, store: PassageStore): Promise<number> {
  const { text = "" } = (await store.directive(id)) ?? {};
  const declared = declaredIn(text);
  const passages = await store.passagesOf(id);
  for (const { span, text: shown } of passages) expect(text.slice(span.start, span.end)).toBe(shown);
  const shown = passages.map((passage) => passage.text).join("\n");
  const mentions = await store.mentionsIn(id);
  const [reference] = mentions.map((mention) => mention.reference);
  const relations = reference ? await store.relationsOf(reference, [id]) : [];
  expect({
    articles: new Set(passages.flatMap(({ path }) => path.filter((step) => step.startsWith("Điều")))).size,
    words: new Set(shown.match(/từ-\d+/g)).size,
    mentions: mentions.length,
    relations: relations.filter(({ directiveId }) => directiveId === id).length,
  }).toEqual({
    articles: declared?.articles,
    words: declared?.words,
    mentions: declared?.articles,
    relations: 1,
  });
  return declared?.version ?? 0;
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
    (SELECT count(*) FROM passages WHERE document_id NOT IN (SELECT id FROM documents)) AS passagesAstray,
    (SELECT count(*) FROM mentions WHERE passage_id NOT IN (SELECT id FROM passages)) AS mentionsAstray,
    (SELECT count(*) FROM relations WHERE passage_id NOT IN (SELECT id FROM passages)) AS relationsAstray,
    (SELECT count(*) FROM documents WHERE evidence_version IS NULL) AS documentsWithoutEvidence`);
  expect(strays).toEqual([
    {
      passagesNotIndexed: 0,
      indexedNotPassages: 0,
      passagesWithoutUnits: 0,
      unitsAstray: 0,
      passagesAstray: 0,
      mentionsAstray: 0,
      relationsAstray: 0,
      documentsWithoutEvidence: 0,
    },
  ]);
}
