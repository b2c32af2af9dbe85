import { expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import { fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

it("lists every document under its kind, newest first, those without a kind last", async () => {
  const { texts, links } = await getPage(fakeParts(), "/documents");
  expect(texts("main h2")).toEqual(["Báo cáo", "Quy định", "Loại khác"]);
  expect(links("main .list li > a")).toEqual([
    "/documents/ha-tinh-2018",
    "/documents/quy-dinh-213",
    "/documents/quy-dinh-335",
    "/documents/thong-tin",
  ]);
});

it.each([
  ["q=335", ["/documents/quy-dinh-335"]],
  // typed without diacritics, in another order
  ["q=TINH+ha+quan+ly", ["/documents/quy-dinh-335"]],
  ["q=đảng&kind=Báo+cáo", ["/documents/ha-tinh-2018"]],
  ["kind=Quy+định", ["/documents/quy-dinh-213", "/documents/quy-dinh-335"]],
  ["q=không+có", []],
])("filters by %s", async (query, expected) => {
  const { links } = await getPage(fakeParts(), `/documents?${query}`);
  expect(links("main .list li > a")).toEqual(expected);
});

it("links each number to what is known under it, and leads to documents that are only mentioned", async () => {
  const { links } = await getPage(fakeParts(), "/documents?lang=en");
  expect(links("main .list .number")).toEqual([
    "/citations/213-Q%C4%90%2FTW?lang=en",
    "/citations/335-Q%C4%90%2FTU?lang=en",
  ]);
  expect(links("main > p a").at(-1)).toBe("/citations?lang=en");
});

it("keeps what was filtered by, and offers to drop it", async () => {
  const { document, links } = await getPage(fakeParts(), "/documents?q=335&kind=Quy+định");
  expect(document.querySelector("#q")?.getAttribute("value")).toBe("335");
  expect(document.querySelector("option[selected]")?.textContent).toBe("Quy định");
  expect(links("main [role=status] a")).toEqual(["/documents"]);
});

it("says which documents are digests or superseded", async () => {
  const { texts } = await getPage(fakeParts(), "/documents");
  expect(texts(".badge")).toEqual(["Bản tóm lược", "Đã có yêu cầu thay thế", "Đã thay thế bằng 680-QĐ/TU"]);
});

it("of an empty library names the remedy", async () => {
  const { texts } = await getPage(fakeParts({}, []), "/documents");
  expect(texts("pre")).toEqual(["npm run trichdan -- ingest <thư mục>"]);
});

it("may be kept while it stays the same", async () => {
  const app = createApp(fakeParts());
  const first = await app.request("/documents");
  const again = await app.request("/documents", { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect([first.headers.get("cache-control"), again.status]).toEqual(["no-cache", 304]);
});
