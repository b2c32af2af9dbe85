import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDocument, readDraft } from "../../ingest/document.ts";
import { filesAt } from "../../ingest/files.ts";
import { createIngest } from "../../ingest/ingest.ts";
import { readDocument } from "../../ingest/read.ts";
import { structure } from "../../ingest/structure.ts";
import { findReferences } from "../../src/citation/find.ts";
import { readDirective30 } from "../fakes/directive-30.ts";
import { filesOf } from "../fakes/directive-30-files.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import { zipFile } from "../fakes/word-files.ts";

// How many parts and passages of each format have to stand in their places; for the figures: FAMILY_FIGURES=1.
const ENOUGH = 0.99;

const { text: source, lines } = readDirective30();
const placeOf = new Map(lines.map(({ line, path }) => [folded(line).toLowerCase(), path]));
const files = await filesOf(source);
const reader = { read: readDocument, close: async () => undefined };
const embedder = createFakeEmbedder();
const parts = { embedder, tokens: embedder, findReferences, onPassages: () => undefined };

let folder: string;
let zipped: Awaited<ReturnType<typeof filesAt>>["files"];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "family-"));
  const archive = join(folder, "all.zip");
  writeFileSync(archive, zipFile(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))));
  zipped = (await filesAt(archive)).files;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array, name: string) {
  const draft = await readDraft({ bytes, name, key: name }, { reader, findReferences, allowRestricted: false });
  const { directive, headings } = draft;
  const { passages } = await buildDocument(draft, { key: name, location: null, contentHash: "" }, parts);
  const wordsAt = ({ start, end }: { start: number; end: number }) => directive.text.slice(start, end);
  return {
    directive,
    lines: structure(directive.text, headings).map(({ path, span }) => placed(path, wordsAt(span))),
    passages: passages.map(({ passage }) => placed(passage.path, passage.text)),
    /** Share of the passages whose path is the one that their lines have by hand. */
    rightPaths:
      passages.filter(({ passage: { path, text } }) => path.join() === pathOf(text).join()).length / passages.length,
  };
}

describe.each(files)("$format", ({ format, name, bytes, losesCase }) => {
  const asRead = (words: string) => (losesCase ? words.toLowerCase() : words);

  it("gives the text, line by line", async () => {
    const { text } = await readDocument(bytes, name);
    expect(linesOf(asRead(text))).toEqual(linesOf(asRead(source)));
    // Only in plain text are blank lines the author's own.
    if (name.endsWith(".txt") && !losesCase) expect(text).toBe(source);
  });

  it("gives each part and each passage its place, and the document its facts", async () => {
    const [plain, document] = [await read(Buffer.from(source), "plain.txt"), await read(bytes, name)];
    // The star under the issuer is cleaned away.
    const expected = lines.filter(({ line }) => line !== "*").map(({ path, line }) => placed(path, line));
    const shares = [
      shareOf(expected.map(asRead), document.lines.map(asRead)),
      shareOf(plain.passages.map(asRead), document.passages.map(asRead)),
      document.rightPaths,
    ];
    note(`${format}: parts, passages, paths ${shares.map((share) => share.toFixed(4))}`);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(ENOUGH);
    const { kind, number, issuer, issuedOn, title } = document.directive;
    expect({ kind, number, issuer, issuedOn, title: asRead(title) }).toEqual({
      kind: plain.directive.kind,
      number: "47-QĐ/TU",
      issuer: plain.directive.issuer,
      issuedOn: "2024-06-18",
      title: asRead(plain.directive.title),
    });
  });

  it("is the same in an archive", async () => {
    const file = zipped.find((each) => each.name === name);
    expect(Buffer.from((await file?.read()) ?? []).equals(bytes)).toBe(true);
  });
});

it("takes the formats of one text for one document", async () => {
  const memory = createMemoryStore();
  const store = { ...memory, directive: async (id: string) => memory.documents.get(id)?.directive };
  const { ingestPaths } = createIngest({ store, ...parts, openReader: () => reader });
  const report = await ingestPaths([folder]);
  const { length } = files.filter(({ losesCase }) => losesCase);
  expect(report).toMatchObject({ added: 1 + length, unchanged: files.length - 1 - length, failed: [] });
});

function placed(path: readonly string[], words: string): string {
  return `${path.join(" › ")} | ${folded(words)}`;
}

/** What the places of a passage's lines have in common; the heading of a chapter stands before its first Điều. */
function pathOf(passage: string): readonly string[] {
  const paths = linesOf(passage).map((line) => placeOf.get(folded(line).toLowerCase()) ?? []);
  const [first = [], ...others] = paths.filter((path) => path.length !== 1 || path[0] === "Phụ lục");
  const isCommon = (at: number) => others.every((path) => path[at] === first[at]);
  const end = first.findIndex((_, at) => !isCommon(at));
  return end === -1 ? first : first.slice(0, end);
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim());
}

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Length of the longest common subsequence, as a share of the longer list. */
function shareOf(some: readonly string[], others: readonly string[]): number {
  let row = new Uint32Array(others.length + 1);
  for (const one of some) {
    const next = new Uint32Array(others.length + 1);
    for (const [at, other] of others.entries())
      next[at + 1] = one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(1, some.length, others.length);
}

function note(figure: string): void {
  if (process.env["FAMILY_FIGURES"]) console.info(figure);
}
