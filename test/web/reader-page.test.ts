import { describe, expect, it } from "vitest";
import type { Cite, CiteCandidate } from "../../src/core/cite.ts";
import { cited335, cited680 } from "../fakes/cited-documents.ts";
import { recognised, regulation213, regulation335, report2018 } from "../fakes/held-documents.ts";
import { answered, fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const path = "/documents/quy-dinh-213";
const { directive, passages } = regulation213;

it("shows the head of the document and its source", async () => {
  const { texts, links } = await getPage(fakeParts(), path);
  expect(texts("h1")).toEqual([`Quy định số 213-QĐ/TW ${directive.title}`]);
  expect(texts("dd")).toEqual([
    "Bộ Chính trị",
    "02/01/2020",
    "Báo Xây dựng Đảng, “Giữ mối liên hệ với nơi cư trú”, 15/01/2020",
  ]);
  expect(links("dd a")).toEqual(["https://example.org/213"]);
});

it("leads to what is known under its number", async () => {
  const { links } = await getPage(fakeParts(), path);
  expect(links("main .look-up")).toEqual(["/citations/213-Q%C4%90%2FTW"]);
});

it("without a number has nothing to look up", async () => {
  const { links } = await getPage(fakeParts(), "/documents/thong-tin");
  expect(links("main .look-up")).toEqual([]);
});

it("says what a digest is, and that a replacement has been ordered", async () => {
  const { texts } = await getPage(fakeParts(), path);
  expect(texts(".notice.warn p")).toEqual([
    "Đã có yêu cầu thay thế",
    "Theo bản thư viện đang giữ.",
    "Thư viện chưa có thông tin về văn bản mới thay thế.",
  ]);
  expect(texts(".notice").at(-1)).toContain("bản tóm lược");
});

describe("the standing", () => {
  const path335 = "/documents/quy-dinh-335";
  const nobody: Cite = async (query) => ({ query, candidates: [] });

  it("of a superseded document names what replaced it, with the words that say so and where they are", async () => {
    const { texts, links } = await getPage(fakeParts(), path335);
    expect(texts(".notice.warn .standing")).toEqual(["Đã được thay thế bởi 680-QĐ/TU, ngày 16/05/2018"]);
    expect(links(".notice .standing a")).toEqual(["/citations/680-Q%C4%90%2FTU"]);
    expect(texts(".notice q")).toEqual(["thay thế Quy định 335"]);
    const [href = ""] = links(".notice .proof a");
    expect((await getPage(fakeParts(), href)).texts("mark")).toEqual(["thay thế Quy định 335"]);
  });

  it("is what its own file says where no other text says more", async () => {
    const { texts, links } = await getPage(fakeParts({ cite: nobody }), path335);
    expect(texts(".notice.warn p")).toEqual(["Đã được thay thế bởi 680-QĐ/TU", "Theo bản thư viện đang giữ."]);
    expect(links(".notice a")).toEqual(["/citations/680-Q%C4%90%2FTU"]);
  });

  it("is that of this document, not of another with the same number", async () => {
    const other = { ...cited335, documentId: "nghe-an-335", issuedOn: "2010-01-01" };
    const status = "unknown";
    const document = { ...regulation335, directive: { ...regulation335.directive, status } } as const;
    const showing = (candidates: readonly CiteCandidate[]) =>
      getPage(fakeParts({ cite: async (query) => ({ query, candidates }) }, [document]), path335);
    expect((await showing([other])).texts(".notice")).toEqual([]);
    expect((await showing([other, cited335])).texts(".notice").length).toBe(1);
  });

  it("in force is no warning", async () => {
    const known = { ...cited335, standing: { ...cited680.standing, since: null } };
    const cite: Cite = async (query) => ({ query, candidates: [known] });
    const { texts } = await getPage(fakeParts({ cite }), path335);
    expect(texts(".notice.warn")).toEqual([]);
    expect(texts(".notice .standing")[0]).toMatch(/^Còn hiệu lực theo thư viện \(thay thế/);
  });

  it("of a document without a number is not looked up", async () => {
    const parts = fakeParts();
    const { texts } = await getPage(parts, "/documents/thong-tin");
    expect([parts.cited, texts(".notice")]).toEqual([[], []]);
  });
});

it("shows the whole text, paragraph by paragraph", async () => {
  const { texts } = await getPage(fakeParts(), path);
  expect(texts(".reader > :not(.path)")).toEqual(directive.text.split(/\n+/));
});

it("shows where each passage stands", async () => {
  const { texts } = await getPage(fakeParts(), path);
  expect(texts(".reader .path")).toEqual(["Điều 2 › khoản 1", "Điều 2 › khoản 2"]);
});

it("has an anchor for every passage", async () => {
  const { document } = await getPage(fakeParts(), path);
  expect(passages.filter(({ id }) => document.getElementById(`p-${id}`) === null)).toEqual([]);
});

it("marks the quote exactly, across paragraphs", async () => {
  const { quote, span } = answered.citations[0];
  const { texts } = await getPage(fakeParts(), `${path}?at=quy-dinh-213:1&start=${span.start}&end=${span.end}`);
  expect(texts("mark").join("\n")).toBe(quote);
});

it("marks the whole passage where no quote is named, and the place to scroll to once", async () => {
  const { texts, document } = await getPage(fakeParts(), `${path}?at=quy-dinh-213:2`);
  expect(texts("mark").join("\n")).toBe(passages[1]?.text);
  expect(document.querySelectorAll("#here").length).toBe(1);
});

it("marks what recognition is not sure of, also inside a quote, with its reason and a legend", async () => {
  const scan = recognised(report2018, "152", "diện");
  const start = scan.directive.text.indexOf("luân chuyển 152");
  const parts = fakeParts({}, [scan]);
  const { texts, document } = await getPage(parts, `/documents/ha-tinh-2018?start=${start}&end=${start + 15}`);
  expect(texts(".reader u")).toEqual(["152", "diện"]);
  expect(texts(".reader > p:not(.path)").join("\n\n")).toBe(scan.directive.text);
  expect(texts("mark").join("")).toBe("luân chuyển 152");
  expect(Array.from(document.querySelectorAll(".reader u"), (word) => word.getAttribute("title"))).toEqual([
    "Nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc",
    "Nhận dạng từ bản quét, chưa chắc chắn",
  ]);
  expect(texts(".notice")[0]).toMatch(/^Văn bản này có phần được nhận dạng từ bản quét\..*cần đối chiếu bản gốc/);
});

it("has no legend where all is sure", async () => {
  const { texts } = await getPage(fakeParts(), path);
  expect(texts("u")).toEqual([]);
});

it("says so when the passage is no longer there", async () => {
  const { response, texts } = await getPage(fakeParts(), `${path}?at=quy-dinh-213:99`);
  expect([response.status, texts("mark"), texts("[role=alert]").length]).toEqual([200, [], 1]);
});

it("a document that is not there is a page that leads on", async () => {
  const { response, texts, links } = await getPage(fakeParts(), "/documents/none");
  expect([response.status, texts("h1"), links("main a")]).toEqual([404, ["Không tìm thấy trang"], ["/"]]);
});
