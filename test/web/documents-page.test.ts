import { describe, expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import { heldDocument, heldDocuments, regulation335, report2018 } from "../fakes/held-documents.ts";
import { fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const held = "main section:not(#mentioned) .list li > a";
const mentioned = "#mentioned li > a";
/** The register of a library in which a report says this. */
const saying = (text: string, query = "") =>
  getPage(fakeParts({}, [heldDocument({ id: "bao-cao", title: "Báo cáo" }, [{ text }])]), `/documents${query}`);
const without335 = heldDocuments.filter((each) => each !== regulation335);
const undecided335 = {
  ...regulation335,
  directive: { ...regulation335.directive, status: "unknown", successor: null },
} as const;

it("lists every document under its kind, newest first, those without a kind last", async () => {
  const { texts, links } = await getPage(fakeParts(), "/documents");
  expect(texts("main section:not(#mentioned) h2")).toEqual(["Báo cáo", "Quy định", "Loại khác"]);
  expect(links(held)).toEqual([
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
  expect(links(held)).toEqual(expected);
});

it("links each number to what is known under it, and leads to the look-up page", async () => {
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

describe("the badges of a document that is held", () => {
  const badgesOf = async (documents: Parameters<typeof fakeParts>[1], path = "/documents") =>
    (await getPage(fakeParts({}, documents), path)).texts("section:not(#mentioned) .badge");

  it("say what is a digest, superseded or to be replaced, also where only its own file says so", async () => {
    expect(await badgesOf(heldDocuments)).toEqual([
      "Bản tóm lược",
      "Đã có yêu cầu thay thế",
      "Đã được thay thế bởi 680-QĐ/TU",
    ]);
  });

  it("say what other texts show of it", async () => {
    expect(await badgesOf([report2018, undecided335])).toEqual(["Đã được thay thế"]);
    expect(await badgesOf([report2018, undecided335], "/documents?lang=en")).toEqual(["Superseded"]);
  });

  it("are the same for a second copy of it", async () => {
    const copy = { ...undecided335, directive: { ...undecided335.directive, id: "ban-sao" } };
    expect(await badgesOf([report2018, undecided335, copy])).toEqual(["Đã được thay thế", "Đã được thay thế"]);
  });

  it("are none where nothing is shown", async () => {
    expect(await badgesOf([undecided335])).toEqual([]);
  });
});

describe("the documents that are only mentioned", () => {
  it("are counted, and stand with what is known of them, a link and how often they are named", async () => {
    const { texts, links } = await getPage(fakeParts({}, without335), "/documents?q=680");
    expect(texts("main [role=status] a")[0]).toBe("1 văn bản chỉ được nhắc đến");
    expect(texts("#mentioned h2")).toEqual(["Được nhắc đến, chưa có toàn văn (1)"]);
    expect(texts(mentioned)).toEqual(["Quy định 680-QĐ/TU"]);
    expect(texts("#mentioned li p")).toEqual([
      "về phân cấp quản lý cán bộ",
      "16/05/2018 · 1 lần được nhắc đến",
      "Còn hiệu lực theo thư viện",
    ]);
    expect(links(mentioned)).toEqual(["/citations/680-Q%C4%90%2FTU"]);
  });

  it("are no longer among them once they are held", async () => {
    expect((await getPage(fakeParts({}, without335), "/documents")).texts(mentioned)).toContain("Quy định 335");
    expect((await getPage(fakeParts(), "/documents")).texts(mentioned)).toEqual(["Quy định 680-QĐ/TU"]);
  });

  it("are looked up by their name where they have no number", async () => {
    const { links } = await saying("Thực hiện Nghị quyết Hội nghị Trung ương 4 khóa XII.", "?lang=en");
    const [path, query] = links(mentioned)[0]?.split("?") ?? [];
    expect([path, Object.fromEntries(new URLSearchParams(query))]).toEqual([
      "/citations",
      { q: "Nghị quyết Hội nghị Trung ương 4 khóa XII", lang: "en" },
    ]);
  });

  it.each([
    ["q=trung+uong+4", ["Nghị quyết Hội nghị Trung ương 4 khóa XII"]],
    ["q=12-QĐ", ["Quy định 12-QĐ/TW"]],
    ["kind=Quy+định", ["Quy định 12-QĐ/TW"]],
    ["kind=Báo+cáo", []],
  ])("are filtered by %s, too", async (query, expected) => {
    const text = "Thực hiện Quy định số 12-QĐ/TW và Nghị quyết Hội nghị Trung ương 4 khóa XII.";
    const { texts, document } = await saying(text, `?${query}`);
    expect(texts(mentioned)).toEqual(expected);
    expect(document.querySelector("#mentioned") === null).toBe(expected.length === 0);
  });

  it("come in the order of how often they are named, folded beyond twenty", async () => {
    const numbers = Array.from({ length: 23 }, (_, at) => `Quy định số ${at + 101}-QĐ/TW`);
    const { texts } = await saying(`Thực hiện ${numbers.join(", ")}. Theo Quy định số 120-QĐ/TW.`);
    expect(texts(mentioned).slice(0, 3)).toEqual(["Quy định 120-QĐ/TW", "Quy định 101-QĐ/TW", "Quy định 102-QĐ/TW"]);
    expect(texts("#mentioned > .list > li").length).toBe(20);
    expect(texts("#mentioned summary")).toEqual(["Xem thêm 3 văn bản"]);
    expect(texts("#mentioned details a")).toEqual(["Quy định 121-QĐ/TW", "Quy định 122-QĐ/TW", "Quy định 123-QĐ/TW"]);
  });
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
