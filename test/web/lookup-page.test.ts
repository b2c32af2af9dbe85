import { describe, expect, it } from "vitest";
import type { Cite, CiteCandidate } from "../../src/core/cite.ts";
import { candidate, cited335, cited680, evidenceOf } from "../fakes/cited-documents.ts";
import { recognised, report2018 } from "../fakes/held-documents.ts";
import { fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const showing = (candidates: readonly CiteCandidate[], path = "/citations/1") =>
  getPage(fakeParts({ cite: async (query) => ({ query, candidates }) }), path);

describe("the address", () => {
  it.each([
    ["/citations/213", "213"],
    ["/citations/213-Q%C4%90%2FTW", "213-QĐ/TW"],
    ["/citations/213-QĐ/TW", "213-QĐ/TW"],
    ["/citations/qd%20213", "qd 213"],
    ["/citations/16/2020/N%C4%90-CP", "16/2020/NĐ-CP"],
    ["/citations/100%25", "100%"],
    ["/citations?q=213-Q%C4%90%2FTW+", "213-QĐ/TW"],
  ])("%s asks for %s, now", async (path, text) => {
    const parts = fakeParts();
    await getPage(parts, path);
    expect(parts.cited).toEqual([{ text, options: {} }]);
  });

  it("may name a day, which the form keeps and links hand on", async () => {
    const parts = fakeParts();
    const { document, texts, links } = await getPage(parts, "/citations/680?on=2019-02-28&lang=en");
    expect(parts.cited).toEqual([{ text: "680", options: { asOf: "2019-02-28" } }]);
    expect(document.querySelector("#on")?.getAttribute("value")).toBe("2019-02-28");
    expect(texts("h3")[0]).toBe("Standing on 28/02/2019");
    expect(links(".standing a")).toEqual(["/citations/335-Q%C4%90%2FTU?on=2019-02-28&lang=en"]);
  });

  it.each(["2020-02-30", "hôm qua", "01/01/2020"])("that names the day %s says that it is none", async (day) => {
    const parts = fakeParts();
    const { response, texts } = await getPage(parts, `/citations/680?on=${encodeURIComponent(day)}`);
    expect([response.status, parts.cited]).toEqual([400, [{ text: "680", options: {} }]]);
    expect(texts("[role=alert]")[0]).toContain("2020-01-31");
  });

  it.each(["/citations", "/citations?q=+", "/citations?on="])("%s asks nothing and offers the field", async (path) => {
    const parts = fakeParts();
    const { response, document } = await getPage(parts, path);
    expect([response.status, parts.cited, document.querySelectorAll("form input[name=q]").length]).toEqual([
      200,
      [],
      1,
    ]);
  });

  it("that is too long is not looked up", async () => {
    const parts = fakeParts();
    const { response, texts } = await getPage(parts, `/citations/${"a".repeat(4097)}`);
    expect([response.status, parts.cited]).toEqual([400, []]);
    expect(texts("[role=alert]")[0]).toContain("4.096");
  });
});

describe("a document", () => {
  it("shows its canonical citation, to be copied", async () => {
    const { texts, document } = await getPage(fakeParts(), "/citations/213");
    expect(texts("#v1 h2")).toEqual(["Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"]);
    expect(document.querySelector("#v1 button")?.getAttribute("data-copy")).toBe(texts("#v1 h2")[0]);
    expect(texts("title")).toEqual(["Quy định 213-QĐ/TW – Trích dẫn"]);
  });

  it("says of its evidence, and of the words around a mention, what recognition is not sure of", async () => {
    const scan = recognised(report2018, "16-5-2018", "335");
    const evidence = evidenceOf(scan, "thay thế Quy định 335");
    const by = { type: "superseded-by", number: "680-QĐ/TU", issuedOn: null, evidence } as const;
    const known = candidate({
      citation: "Quy định 335-QĐ/TU",
      standing: { status: "superseded", by, since: null },
      mentions: [evidence],
    });
    const cite: Cite = async (query) => ({ query, candidates: [known] });
    const { texts } = await getPage(fakeParts({ cite }, [scan]), "/citations/335");
    expect(texts("#v1 q u")).toEqual(["335"]);
    expect(texts(".proof .unsure-note").map((line) => line.split(": ")[1])).toEqual(["“335”"]);
    expect(texts(".list .unsure-note").map((line) => line.split(": ")[1])).toEqual(["“16-5-2018”, “335”"]);
  });

  it("that is held is opened, and says of a digest that it is one", async () => {
    const { texts, links } = await getPage(fakeParts(), "/citations/213");
    expect(texts("#v1 .badge")).toEqual(["Có bản tóm lược"]);
    expect(texts("#v1").join()).toContain("không phải nguyên văn");
    expect(links("#v1 .actions a")[0]).toBe("/documents/quy-dinh-213");
  });

  it("that is only mentioned says so, and is not opened", async () => {
    const { texts, links } = await getPage(fakeParts(), "/citations/680");
    expect(texts("#v1 .badge")).toEqual(["Thư viện chưa có toàn văn"]);
    expect(links("#v1 .actions a").filter((href) => href.startsWith("/documents"))).toEqual([]);
  });

  it("can be asked about", async () => {
    const { links } = await getPage(fakeParts(), "/citations/680");
    expect(links("#v1 .actions a").map((href) => new URLSearchParams(href.slice(2)).get("q"))).toEqual([
      "Quy định số 680-QĐ/TU của Tỉnh ủy Hà Tĩnh nói gì?",
    ]);
  });
});

describe("the standing", () => {
  const standing = (status: CiteCandidate["status"], by: CiteCandidate["standing"]["by"] = null) =>
    showing([candidate({ citation: "Quy định 1", status, standing: { status, by, since: null } })]);
  const evidence = evidenceOf(report2018, "thay thế Quy định 335");

  it("of a replaced document names what replaced it and when, with the words that say so", async () => {
    const { texts, links } = await getPage(fakeParts(), "/citations/335");
    expect(texts(".standing")).toEqual(["Đã được thay thế bởi 680-QĐ/TU, ngày 16/05/2018"]);
    expect(links(".standing a")).toEqual(["/citations/680-Q%C4%90%2FTU"]);
    expect(texts("#v1 section:first-of-type q")).toEqual(["thay thế Quy định 335"]);
  });

  it("links its words to the place where they are marked", async () => {
    const { links, texts } = await getPage(fakeParts(), "/citations/335");
    const [href = ""] = links("#v1 .proof a");
    expect(texts("#v1 .proof a")[0]).toContain("Hà Tĩnh: kết quả công tác tổ chức xây dựng Đảng");
    expect((await getPage(fakeParts(), href)).texts("mark")).toEqual(["thay thế Quy định 335"]);
  });

  it.each([
    ["repealed", "superseded", "repealed-by", "Đã bị bãi bỏ bởi 9-QĐ/TW"],
    ["to be replaced", "replacement-ordered", "replacement-ordered-by", "Đã có yêu cầu thay thế theo 9-QĐ/TW"],
    ["in force", "in-force", "guided-by", "Còn hiệu lực theo thư viện (được hướng dẫn thực hiện bởi 9-QĐ/TW)"],
  ] as const)("of a document that is %s", async (_, status, type, sentence) => {
    const { texts } = await standing(status, { type, number: "9-QĐ/TW", issuedOn: null, evidence });
    expect(texts(".standing")).toEqual([sentence]);
  });

  it.each([
    ["unknown", "Chưa rõ", "không có đoạn nào nói"],
    ["superseded", "Đã được thay thế", "Theo bản thư viện đang giữ"],
    ["in-force", "Còn hiệu lực theo thư viện", "Theo bản thư viện đang giữ"],
  ] as const)("%s without another document says what it rests on", async (status, word, reason) => {
    const { texts } = await standing(status);
    expect(texts(".standing")).toEqual([word]);
    expect(texts(".standing + p")[0]).toContain(reason);
  });

  it("says since when, where that is not the day of the other document", async () => {
    const { texts } = await getPage(fakeParts(), "/citations/680");
    expect(texts(".standing")[0]).toMatch(/\(thay thế 335-QĐ\/TU, ngày 10\/03\/2016\), từ ngày 16\/05\/2018$/);
  });
});

it("relations stand under their kind, each with its words, and lead to the other document", async () => {
  const { texts, links } = await getPage(fakeParts(), "/citations/680");
  expect(texts("h4")).toEqual(["Thay thế", "Hướng dẫn thực hiện"]);
  expect(links("h4 + ul li > a")).toEqual([
    "/citations/335-Q%C4%90%2FTU",
    "/citations/Quy%20%C4%91%E1%BB%8Bnh%2010",
    "/citations/11-Q%C4%90%2FTU",
  ]);
  expect(texts("h4 + ul q")).toEqual(["thay thế Quy định 335", "phân cấp quản lý", "quản lý cán bộ"]);
});

it("sources that differ stand side by side, each with its words", async () => {
  const { texts } = await getPage(fakeParts(), "/citations/680");
  expect(texts(".sides > div b")).toEqual(["16/05/2018", "18/05/2018"]);
  expect(texts(".sides > div > .proof q")).toEqual(["ngày 16-5-2018", "thay thế Quy định 335"]);
  expect(texts(".sides details q")).toEqual(["680-QĐ/TU"]);
});

it("a source that differs may be the document's own head", async () => {
  const { texts } = await getPage(fakeParts(), "/citations/213");
  expect(texts(".sides > div b")).toEqual(["Quy định", "Quyết định"]);
  expect(texts(".sides > div")[0]).toContain("Theo bản thư viện đang giữ");
});

describe("the places that mention it", () => {
  it("are counted, and folded beyond five", async () => {
    const { texts, document } = await getPage(fakeParts(), "/citations/680");
    expect(texts("h3").at(-1)).toBe("Những nơi nhắc đến văn bản này (7)");
    expect(document.querySelectorAll("details li").length).toBe(2);
    expect(texts("#v1 section:last-of-type summary")).toEqual(["Xem thêm 2 nơi"]);
  });

  it("show the words around, and where they are", async () => {
    const { texts, links } = await getPage(fakeParts(), "/citations/335");
    const [mention] = cited335.mentions;
    expect(texts("#v1 section:last-of-type li p")).toEqual([report2018.passages[1]?.text]);
    expect(texts("#v1 section:last-of-type li b")).toEqual(["Quy định 335"]);
    expect(links("#v1 section:last-of-type li a")).toEqual([
      `/documents/ha-tinh-2018?at=ha-tinh-2018%3A2&start=${mention?.span.start}&end=${mention?.span.end}#here`,
    ]);
  });

  it("are named by their document's id where their passage has gone", async () => {
    const [mention] = cited680.mentions;
    const gone = { ...(mention ?? cited680.relations[0]?.evidence), passageId: "gone:1" };
    const { texts } = await showing([
      candidate({ citation: "Quy định 1", mentions: [{ ...evidenceOf(report2018, "680"), ...gone }] }),
    ]);
    expect(texts("#v1 section:last-of-type li a")).toEqual(["ha-tinh-2018"]);
  });

  it("are said to be none where there are none", async () => {
    const { texts } = await getPage(fakeParts(), "/citations/213");
    expect(texts("#v1 section:last-of-type").join()).toContain("Không có văn bản nào khác");
  });
});

it("several documents are a choice of cards", async () => {
  const { texts, links, document } = await getPage(fakeParts(), "/citations/18-NQ%2FTW");
  expect(texts("main nav a")).toEqual([
    "Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
    "Nghị quyết số 18-NQ/TW, ngày 16/06/2022",
  ]);
  expect(links("main nav a").map((href) => document.querySelector(href) !== null)).toEqual([true, true]);
});

it("one document is no choice", async () => {
  const { texts } = await getPage(fakeParts(), "/citations/335");
  expect(texts("main nav")).toEqual([]);
});

it.each([
  ["", "“999-QĐ/TW” không có trong thư viện này."],
  ["?lang=en", "“999-QĐ/TW” is not in this library."],
])(
  "what the library does not know is not in this library, and is never said not to exist (%s)",
  async (query, words) => {
    const { response, texts, document, source } = await getPage(fakeParts(), `/citations/999-QĐ%2FTW${query}`);
    expect([response.status, texts("[role=status] .text")]).toEqual([200, [words]]);
    expect(document.querySelector("form input[name=q]")?.getAttribute("value")).toBe("999-QĐ/TW");
    expect(source).not.toMatch(/không tồn tại|not exist/);
  },
);

it("a failure does not log what was looked up", async () => {
  const parts = fakeParts({ cite: () => Promise.reject(new Error("213")) });
  await getPage(parts, "/citations/h%E1%BB%8Fi%20ri%C3%AAng%2F213?on=2020-01-01");
  expect(parts.logged).toMatchObject([{ event: "request-failed", path: "/citations/…" }]);
  expect(JSON.stringify(parts.logged)).not.toMatch(/riêng|213/);
});
