import { expect, it } from "vitest";
import { documentId, passageIds } from "../../ingest/ids.ts";

it.each([
  ["Đảng uỷ/Quy định 213.md", /^dang-uy-quy-dinh-213-[0-9a-f]{6}$/],
  [`${"rất dài ".repeat(20)}.txt`, /^rat-dai-rat-dai-rat-dai-rat-dai-rat-[0-9a-f]{6}$/],
  ["文件.html", /^document-[0-9a-f]{6}$/],
])("makes a readable id of %s", (key, id) => expect(documentId(key)).toMatch(id));

it("tells apart files whose names look the same in ASCII", () => {
  expect(documentId("bao-cao.md")).not.toBe(documentId("báo cáo.md"));
  expect(documentId("a.md")).not.toBe(documentId("a.txt"));
});

it("tells repeated passages apart and stays within 64 bytes", () => {
  const idOf = passageIds(documentId(`${"x".repeat(200)}.md`));
  const ids = [idOf(["1"], "Họp."), idOf(["1"], "Họp."), idOf(["2"], "Họp.")];
  expect(ids[1]).toBe(`${ids[0]}-2`);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(64);
});
