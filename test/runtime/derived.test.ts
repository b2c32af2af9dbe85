import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { trichdan } from "./trichdan.ts";

const DOCUMENTS = {
  "213.md": "# Quy định số 213-QĐ/TW\n\nĐảng viên tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập.",
  "phi.md": "# Hướng dẫn về đảng phí\n\nĐảng phí do chi bộ thu hằng tháng.\n\nĐảng viên hưu trí đóng 0,5% lương hưu.",
  "can-bo.md": "# Báo cáo\n\nĐã luân chuyển 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý.",
};
const QUESTION = "Đảng viên hưu trí đóng đảng phí bao nhiêu?";

const root = mkdtempSync(join(tmpdir(), "trichdan-derived-"));
const [home, folder] = [join(root, "home"), join(root, "documents")];
let answer: unknown;

beforeAll(async () => {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(DOCUMENTS)) writeFileSync(join(folder, name), text);
  await trichdan(home, "ingest", folder);
  answer = await ask();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

async function ask() {
  const { timings: _, ...rest } = await trichdan(home, "ask", QUESTION);
  return rest;
}

function vectorFile(): string {
  const [name = ""] = readdirSync(home).filter((file) => file.endsWith(".hnsw"));
  return join(home, name);
}

it("answers from the documents", () => {
  expect(answer).toMatchObject({ kind: "answered", text: expect.stringContaining("0,5%") });
});

it("gives the same answer without the file of vectors, and makes it again", async () => {
  rmSync(vectorFile());
  expect(await ask()).toEqual(answer);
  expect(existsSync(vectorFile())).toBe(true);
});

it("gives the same answer with a damaged file of vectors and without the full-text table", async () => {
  writeFileSync(vectorFile(), readFileSync(vectorFile()).fill(0, 200, 1_500));
  const { db, close } = await openLibsql(join(home, "library.db"));
  await db.run(sql`DROP TABLE passages_fts`);
  close();
  expect(await ask()).toEqual(answer);
});

it("does not take the vectors of a library that was deleted for those of the new one", async () => {
  for (const name of readdirSync(home)) if (name.startsWith("library.db")) rmSync(join(home, name));
  writeFileSync(join(folder, "000-first.md"), "# Báo cáo khác\n\nHội nghị bàn về nông thôn mới.\n\nTrời mưa to.");
  await trichdan(home, "ingest", folder);
  // No word of it stands in the documents: only the vectors can tell.
  const { hits } = await trichdan(home, "search", "How many officials were transferred to other posts?");
  expect(hits[0].text).toContain("152 cán bộ");
});
