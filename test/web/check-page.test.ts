import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import type { WebParts } from "../../src/web/parts.ts";
import { candidate, checkResult, cited213, evidenceOf, mixedDraft } from "../fakes/cited-documents.ts";
import { regulation213 } from "../fakes/held-documents.ts";
import { fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

function form(fields: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

async function send(body: FormData | URLSearchParams | string, { parts = fakeParts(), path = "/check" } = {}) {
  const response = await createApp(parts).request(path, { method: "POST", headers: { accept: "text/html" }, body });
  const source = await response.text();
  const { document } = parseHTML(source);
  const texts = (selector: string) => Array.from(document.querySelectorAll(selector), (node) => node.textContent ?? "");
  const links = (selector: string) =>
    Array.from(document.querySelectorAll(selector), (node) => node.getAttribute("href") ?? "");
  // A parser drops the first line end of a text area; this one does not.
  const draft = texts("textarea")[0]?.slice(1);
  return { response, source, document, texts, links, draft };
}

const check = (text: string, parts?: WebParts) => send(form({ text }), { ...(parts && { parts: fakeParts(parts) }) });

describe("the form", () => {
  it("is sent as a form, needs no script, and keeps the chosen language", async () => {
    const { document } = await getPage(fakeParts(), "/check?lang=en");
    const sent = document.querySelector("main form");
    expect(["action", "method", "enctype"].map((name) => sent?.getAttribute(name))).toEqual([
      "/check?lang=en",
      "post",
      "multipart/form-data",
    ]);
    expect(document.querySelectorAll("main form [name]").length).toBe(2);
  });

  it("has a label for every field", async () => {
    const { document } = await getPage(fakeParts(), "/check");
    const fields = Array.from(document.querySelectorAll("main [name]"), ({ id }) => id);
    expect(fields.filter((id) => document.querySelector(`label[for=${id}]`) === null)).toEqual([]);
  });

  it("is reached from every page", async () => {
    const { links, texts } = await getPage(fakeParts(), "/documents");
    expect([links("header nav a")[1], texts("header nav a")[1]]).toEqual(["/check", "Kiểm tra trích dẫn"]);
  });
});

describe("what is sent", () => {
  it.each([
    ["as a form with parts", form({ text: "Theo NQ 18" })],
    ["as an encoded form", new URLSearchParams({ text: "Theo NQ 18" })],
    ["as a file", form({ text: "", file: new File(["Theo NQ 18"], "a.txt") })],
    ["as a file with a byte order mark", form({ text: "", file: new File(["\ufeffTheo NQ 18"], "a.txt") })],
    ["as a file beside another text", form({ text: "Khác", file: new File(["Theo NQ 18"], "a.txt") })],
  ])("%s is checked", async (_, body) => {
    const { response, texts, draft } = await send(body);
    expect([response.status, texts(".draft mark"), draft]).toEqual([200, ["NQ 18"], "Theo NQ 18"]);
  });

  it("with no file chosen is the text", async () => {
    const { draft } = await send(form({ text: "Theo NQ 18", file: new File([], "") }));
    expect(draft).toBe("Theo NQ 18");
  });

  it.each([
    ["nothing", form({})],
    ["white space", form({ text: " \r\n " })],
    ["no form", "NQ 18"],
  ])("as %s has its sentence", async (_, body) => {
    const { texts } = await send(body);
    expect(texts("[role=alert]")[0]).toContain("Bản thảo chưa có nội dung");
  });

  it("as a broken form has its sentence", async () => {
    const response = await createApp(fakeParts()).request("/check", {
      method: "POST",
      headers: { "content-type": "multipart/form-data" },
      body: "--x",
    });
    expect(await response.text()).toContain("Bản thảo chưa có nội dung");
  });

  it("as a file that is no text says what to do", async () => {
    const file = new File([new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe])], "a.docx");
    const { response, texts } = await send(form({ text: "", file }));
    expect([response.status, texts("[role=alert]")[0]]).toEqual([400, expect.stringContaining("dán vào ô")]);
  });

  it("may be 200,000 characters long, not counting the second character of line ends", async () => {
    const { response } = await send(new URLSearchParams({ text: "ủ\r\n".repeat(100_000) }));
    expect(response.status).toBe(200);
  });

  it("when longer is kept to be shortened, and not checked", async () => {
    const { response, texts, draft } = await send(form({ text: "NQ 18 ".repeat(33_334) }));
    expect([response.status, texts(".draft"), draft?.length]).toEqual([413, [], 200_004]);
    expect(texts("[role=alert]")[0]).toContain("chia thành nhiều phần");
  });

  it("when huge is not even read", async () => {
    const { response, draft } = await send(form({ text: "a".repeat(2 ** 21) }));
    expect([response.status, draft]).toEqual([413, ""]);
  });
});

it("a draft without citations has its sentence", async () => {
  const { texts } = await check("Kính gửi đồng chí.");
  expect(texts("main [role=status]")).toEqual(["Không tìm thấy trích dẫn văn bản nào trong bản thảo."]);
});

describe("the result", () => {
  it("counts the verdicts", async () => {
    const { texts } = await check(`${mixedDraft} Quy định số 213-QĐ/TW`);
    expect(texts(".summary")).toEqual([
      "6 trích dẫn: 2 đúng, 1 sai, 1 đã được thay thế, 1 chưa rõ văn bản nào, 1 không có trong thư viện",
    ]);
  });

  it("names no verdict that was not given", async () => {
    const { texts } = await check("Quy định số 213-QĐ/TW");
    expect(texts(".summary")).toEqual(["1 trích dẫn: 1 đúng"]);
  });

  it("marks each citation in the draft with a symbol and a word, and changes nothing else", async () => {
    const { document, texts } = await check(mixedDraft);
    expect(texts(".draft mark + .tag")).toEqual([
      "✓ đúng",
      "✗ sai",
      "! đã được thay thế",
      "? chưa rõ văn bản nào",
      "– không có trong thư viện",
    ]);
    for (const tag of document.querySelectorAll(".draft .tag")) tag.remove();
    expect(texts(".draft")).toEqual([mixedDraft]);
  });

  it("leads from each mark to its item and back", async () => {
    const { document, links } = await check(mixedDraft);
    const there = links(".draft .tag");
    const back = there.map((href) => document.querySelector(`${href} .at`)?.getAttribute("href") ?? "none");
    expect(there).toEqual(["#c1", "#c2", "#c3", "#c4", "#c5"]);
    expect(back.map((href) => document.querySelector(`.draft ${href}`)?.getAttribute("href"))).toEqual(there);
  });

  it("lists what is to be looked at before what is right", async () => {
    const { texts } = await check(mixedDraft);
    expect(texts("section h2").slice(2)).toEqual(["Cần xem lại (4)", "Đã đối chiếu đúng (1)"]);
    expect(texts("ol.checked > li > p:first-child b")).toEqual([
      "Quyết định 213-QĐ/TW",
      "Quy định 335",
      "NQ 18",
      "Chỉ thị 99-CT/TW",
      "Quy định số 213-QĐ/TW",
    ]);
  });

  it("says what is wrong, what is right, and where that stands", async () => {
    const { texts, links } = await check("Quyết định 213-QĐ/TW");
    expect(texts(".problem > .quiet")).toEqual([
      "213-QĐ/TW là Quy định, không phải Quyết định.",
      "Ngày ban hành không đúng.",
    ]);
    expect(texts(".problem b, .problem del, .problem ins")).toEqual([
      ...["Loại văn bản:", "Quyết định", "Quy định"],
      ...["Ngày ban hành:", "02/01/2021", "02/01/2020"],
    ]);
    expect(texts(".problem q")).toEqual(["Nhiệm vụ của đảng viên"]);
    expect((await getPage(fakeParts(), links(".problem a")[0] ?? "")).texts("mark")).toEqual([
      "Nhiệm vụ của đảng viên",
    ]);
  });

  it("says where the library does not know the right value", async () => {
    const result = checkResult("Quyết định 213-QĐ/TW");
    const citations = result.citations.map((citation) => ({
      ...citation,
      problems: citation.problems.map((problem) => ({ ...problem, expected: null })),
    }));
    const { texts } = await send(form({ text: "x" }), {
      parts: fakeParts({ check: async () => ({ ...result, citations }) }),
    });
    expect(texts(".problem > p:first-child").map((line) => line.endsWith("thư viện không rõ"))).toEqual([true, true]);
  });

  it("gives the right citation to be copied", async () => {
    const { texts, document } = await check("Quyết định 213-QĐ/TW");
    expect(texts(".suggestion b")).toEqual([cited213.citation]);
    expect(document.querySelector(".suggestion button")?.getAttribute("data-copy")).toBe(cited213.citation);
  });

  it("leads to the page of the document, or of each that it may be", async () => {
    const { links } = await check("Quy định 335 và NQ 18");
    expect(links("#c1 > .small a")).toEqual(["/citations/335-Q%C4%90%2FTU"]);
    expect(links("#c2 ul a")).toEqual(["/citations/18-NQ%2FTW", "/citations/18-NQ%2FTW"]);
  });

  it("looks a document without a number up by its name, not by what the draft says", async () => {
    const { text, citations } = checkResult("Quyết định 213-QĐ/TW");
    const meant = candidate({
      citation: "Nghị quyết Đại hội XIII, ngày 01/02/2021",
      shortCitation: "Nghị quyết Đại hội XIII",
    });
    const named = citations.map((citation) => ({ ...citation, candidates: [meant] }));
    const parts = fakeParts({ check: async () => ({ text, citations: named }) });
    const { links } = await send(form({ text }), { parts });
    expect(links("#c1 > .small a").map(decodeURIComponent)).toEqual(["/citations/Nghị quyết Đại hội XIII"]);
  });

  it("calls documents that are only near what they are", async () => {
    const { text, citations } = checkResult("Chỉ thị 99-CT/TW");
    const near = citations.map((citation) => ({ ...citation, candidates: [cited213] }));
    const parts = fakeParts({ check: async () => ({ text, citations: near }) });
    const { texts } = await send(form({ text }), { parts });
    expect(texts("#c1 > .small")).toEqual(["Văn bản gần với trích dẫn này:", cited213.citation]);
  });

  it("can be read in English", async () => {
    const { texts } = await send(form({ text: mixedDraft }), { path: "/check?lang=en" });
    expect(texts(".summary")[0]).toMatch(/^Citations: 5 \(1 right, 1 wrong, 1 superseded, .*, 1 not in the library\)$/);
  });
});

it("shows at most two places for a problem, however many there are", async () => {
  const result = checkResult("Quyết định 213-QĐ/TW");
  const evidence = Array.from({ length: 50 }, () => evidenceOf(regulation213, "Điều 1"));
  const citations = result.citations.map((citation) => ({
    ...citation,
    problems: citation.problems.slice(0, 1).map((problem) => ({ ...problem, evidence })),
  }));
  const { texts } = await send(form({ text: "x" }), {
    parts: fakeParts({ check: async () => ({ ...result, citations }) }),
  });
  expect(texts(".problem q").length).toBe(2);
});

it("a draft of 200,000 characters with 1,000 citations is shown whole", async () => {
  const one = Object.values(mixedDraft.split("; ")).join(" ");
  const line = `${one} `.padEnd(1000, "ờ ");
  const { response, document, texts } = await send(new URLSearchParams({ text: line.repeat(200) }));
  expect([response.status, texts(".summary")[0]?.slice(0, 15)]).toEqual([200, "1.000 trích dẫn"]);
  expect([document.querySelectorAll(".draft mark").length, document.querySelectorAll(".checked > li").length]).toEqual([
    1000, 1000,
  ]);
});

it("nothing of the draft is kept or logged, not even when it fails", async () => {
  const parts = fakeParts({ check: (draft) => Promise.reject(new Error(draft)) });
  const { response, source } = await send(form({ text: "Bản thảo mật" }), { parts });
  expect([response.status, response.headers.get("cache-control")]).toEqual([500, "no-store"]);
  expect(JSON.stringify(parts.logged) + source).not.toContain("mật");
});
