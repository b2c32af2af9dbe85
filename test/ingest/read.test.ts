import { readFileSync } from "node:fs";
import { Document as DocxFile, Packer, Paragraph, TextRun } from "docx";
import { expect, it } from "vitest";
import { readDocument } from "../../ingest/read.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};
const read = (text: string, name: string) => readDocument(utf8(text), name);
const marked = async (text: string, name: string) => {
  const document = await read(text, name);
  return document.headings.map(({ span, level }) => `${level} ${document.text.slice(span.start, span.end)}`);
};

it.each([
  ["UTF-8", utf8("Đảng ủy")],
  ["UTF-8 with a byte order mark", utf8("\ufeffĐảng ủy")],
  ["UTF-16, little end first", utf16("Đảng ủy", false)],
  ["UTF-16, big end first", utf16("Đảng ủy", true)],
  ["decomposed letters", utf8("Đảng ủy".normalize("NFD"))],
  ["Windows line ends and hard spaces", utf8("\r\nĐảng\u00a0ủy\r\n")],
  ["the Icelandic letter of old web pages", utf8("Ðảng ủy")],
])("reads %s into canonical text", async (_, bytes) => {
  expect(await readDocument(bytes, "a.txt")).toMatchObject({ text: "Đảng ủy", notices: [] });
});

it.each<[string, Uint8Array, string, RegExp]>([
  ["an unknown encoding", Uint8Array.of(0x54, 0xff, 0xfe, 0x69, 0xff), "a.txt", /not UTF-8 text.*save it as UTF-8/],
  ["nothing", utf8(""), "a.txt", /has no text/],
  ["only white space", utf8(" \n\u200b\n"), "a.md", /has no text/],
  ["only mark-up", utf8("<p> </p><script>x</script>"), "a.html", /has no text/],
  ["NUL bytes", utf8("ab\0cd"), "a.txt", /is not text/],
  ["control characters", utf8("\u0001\u0002ab\u0003"), "a.txt", /is not text/],
  ["a rich text file", utf8("{\\rtf1 x}"), "a.doc", /rich text file.*save it as/],
  [
    "an OpenDocument text",
    utf8("PK\u0003\u0004…mimetypeapplication/vnd.oasis.opendocument.text"),
    "a.odt",
    /OpenDocument file: save it as \.docx/,
  ],
  ["a web archive", utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related"), "a.doc", /MHTML.*save it as/],
  ["a spreadsheet", utf8("PK\u0003\u0004…xl/workbook.xml"), "a.docx", /is a spreadsheet: save it as/],
  ["an archive by another name", utf8("PK\u0003\u0004…"), "a.html", /is a zip archive: unpack it/],
  [
    "an old spreadsheet",
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "a.doc",
    /not a Word document/,
  ],
  ["a damaged PDF", Uint8Array.of(1, 0, 2, 0, 3), "a.pdf", /is damaged, or no document/],
  ["a damaged picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), "a.txt", /is damaged or no picture/],
  ["more than 20 MB", new Uint8Array(20 * 1024 * 1024 + 1), "a.txt", /larger than 20 MB: split/],
  ["more text than a row holds", utf8("ờ".repeat(640_000)), "a.txt", /1\.9 MB of text: split/],
  ["another format", utf8("x"), "a.xls", /convert it to one of \.txt, \.md/],
  ["no ending", utf8("x"), "README", /convert it/],
  ["quotations inside each other", utf8(`${">".repeat(20_000)} Họp.`), "a.md", /could not be read/],
])("refuses %s with a remedy", async (_, bytes, name, message) => {
  const error: unknown = await readDocument(bytes, name).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UnreadableFileError);
  expect(error).toHaveProperty("message", expect.stringMatching(message));
});

it("reads front matter, with null for what it leaves out", async () => {
  const text = [
    "---",
    "kind: Quy định",
    "number: 335",
    "title: Về việc họp",
    "issuedOn: 2020-01-02",
    "status: superseded",
    "successor: 680-QĐ/TU",
    "digest: true",
    "source:",
    "  publisher: Báo",
    "  url: https://example.org",
    "tags: [họp]",
    "---",
    "",
    "Họp đều.",
  ].join("\n");
  expect(await read(text, "a.md")).toMatchObject({
    text: "Họp đều.",
    frontMatter: {
      kind: "Quy định",
      number: "335",
      title: "Về việc họp",
      issuer: null,
      issuedOn: "2020-01-02",
      status: "superseded",
      successor: "680-QĐ/TU",
      digest: true,
      source: { publisher: "Báo", title: null, date: null, url: "https://example.org" },
    },
  });
});

it.each([
  ["issuedOn: 02/01/2020", /"issuedOn": expected a date such as/],
  ["issuedOn: 2021-02-29", /"issuedOn"/],
  ["status: valid", /"status": expected superseded or/],
  ["digest: có", /"digest": expected true or false/],
  ["title: [a, b]", /"title": expected text/],
  ["source: Báo", /"source": expected publisher/],
  ["source:\n  date: hôm qua", /"source\.date"/],
  ["kind: Quy định\ntitle: a: b", /not valid YAML at line 3/],
])("refuses the front matter %j and names the key", async (lines, message) => {
  await expect(read(`---\n${lines}\n---\nHọp.`, "a.md")).rejects.toThrow(message);
});

it("takes two rules in a Markdown text for rules", async () => {
  expect(await read("---\nHọp đều.\n---\nNghỉ.", "a.md")).toMatchObject({
    frontMatter: null,
    text: "Họp đều.\n\nNghỉ.",
  });
});

it("reads Markdown: headings, lists, tables, wrapped lines, and lines that begin a part", async () => {
  const text =
    "# Sổ\n\nHọp\nđều.\na) sáng;\nb) chiều.\n\n5. năm\n6. sáu\n\n* một\n\n| A | B |\n|---|---|\n| 1 | **2** |\n\n## Hết";
  expect((await read(text, "a.md")).text).toBe(
    "Sổ\n\nHọp đều.\na) sáng;\nb) chiều.\n\n5. năm\n6. sáu\n- một\nA | B\n1 | 2\n\nHết",
  );
  expect(await marked(text, "a.md")).toEqual(["1 Sổ", "2 Hết"]);
});

it.each([
  ["paragraphs", "<p>Một\n dòng</p><div>Hai<br>ba</div>", "Một dòng\n\nHai\nba"],
  ["no mark-up around the text", "Một<p>hai", "Một\n\nhai"],
  ["inline mark-up", "<p><b>Điều</b> 1.<i> Họp</i></p>", "Điều 1. Họp"],
  ["entities", "<p>&ETH;ảng&nbsp;&amp; d&acirc;n</p>", "Đảng & dân"],
  ["what is no text", "<p>Một</p><script>x</script><style>y</style><nav>z</nav><p hidden>ẩn</p>", "Một"],
  ["nested lists", "<ol><li>Một<ul><li>con</li></ul></li><li>Hai</li></ol>", "1. Một\n- con\n2. Hai"],
  ["lists that are lettered or go on", '<ol type="a"><li>x</li></ol><ol start="4"><li>y</li></ol>', "a) x\n4. y"],
  ["list items with numbers of their own", "<ul><li>a) sáng</li><li>1. trưa</li></ul>", "a) sáng\n1. trưa"],
  ["list items that are numbered anew", '<ol><li value="3">x<li>y</ol><ol start="no"><li>z</ol>', "3. x\n4. y\n1. z"],
  [
    "a long list",
    `<ol>${"<li>x".repeat(20_000)}</ol>`,
    Array.from({ length: 20_000 }, (_, at) => `${at + 1}. x`).join("\n"),
  ],
  [
    "tables",
    "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>x</p><p>y</p></td></tr></table>",
    "A | B\n1 | x y",
  ],
  [
    "the head of an official text, laid out in a table",
    "<table><tr><td>BỘ CHÍNH TRỊ<br>Số 01-QĐ/TW</td><td>Hà Nội</td></tr></table>",
    "BỘ CHÍNH TRỊ\nSố 01-QĐ/TW\n\nHà Nội",
  ],
])("reads HTML with %s", async (_, html, text) => expect((await read(html, "a.html")).text).toBe(text));

it("records headings of HTML with their places", async () => {
  expect(await marked("<h1>Sổ <i>tay</i></h1><p>Họp.</p><h3>Giờ<br>họp</h3>", "a.htm")).toEqual([
    "1 Sổ tay",
    "3 Giờ họp",
  ]);
});

const article =
  "<p>Sáng nay chi bộ họp thường kỳ, có đủ đảng viên tham dự, bàn về việc thu hoạch lúa và làm đường làng.</p>";

it("finds the main text of a web page, its title and the date below it", async () => {
  const menu = Array.from(
    { length: 20 },
    (_, at) => `<li><a href="/${at}">Chuyên mục số ${at} của trang</a></li>`,
  ).join("");
  const html = `<html><head><title>Họp chi bộ - Báo</title><script src="a.js"></script></head><body><form><div>Thứ Hai, 01/01/2024</div>
    <nav><ul>${menu}</ul></nav><div class="sidebar"><ul>${menu}</ul></div><div id="main"><h1>Họp chi bộ</h1><div>Thứ Ba, 05/03/2019, 08:00</div>
    <div class="content">${article.repeat(6)}<h2>Kết quả</h2>${article.repeat(3)}</div></div></form></body></html>`;
  const document = await read(html, "tin.html");
  expect(document.text).toContain("Kết quả\n\nSáng nay");
  expect(document.text).toContain("Họp chi bộ");
  expect(document.text).not.toContain("Chuyên mục");
  expect(document).toMatchObject({ titleHint: "Họp chi bộ", dateHint: "2019-03-05" });
});

it("loses nothing of a short page, although it has a menu", async () => {
  const html = `<nav>Trang chủ</nav><h1>Sổ</h1><p>Họp.</p><section><h2>Giờ</h2><p>Tám giờ.</p></section><p>Hết.</p>`;
  expect((await read(html, "a.html")).text).toBe("Sổ\n\nHọp.\n\nGiờ\n\nTám giờ.\n\nHết.");
});

it.each([
  ["HTML that Word saved as .doc", "<html xmlns:o='urn:x'><body><p>Họp.</p></body></html>", "a.doc", "HTML"],
  ["HTML with a comment before it", "<!-- x --> <!DOCTYPE html><p>Họp.</p>", "a.txt", "HTML"],
  ["text as a Word document", "Họp.", "a.docx", "plain text"],
])("reads %s as what it is, and says so", async (_, text, name, format) => {
  const { text: words, notices } = await read(text, name);
  expect(words).toBe("Họp.");
  expect(notices).toEqual([{ code: "other-format", message: expect.stringContaining(`read as ${format}`) }]);
});

it("reads UTF-16 pages as pages", async () => {
  expect(await readDocument(utf16("<html><p>Họp.</p></html>", false), "a.htm")).toMatchObject({
    text: "Họp.",
    notices: [],
  });
});

const deep = 100_000;

it.each([
  ["elements inside each other", "<div>".repeat(deep)],
  ["forms inside each other", "<form>".repeat(deep)],
  ["a thousand levels", `${"<div>".repeat(1000)}Họp.`],
  ["tags beyond number", "<p>Họp.</p>".repeat(deep)],
  ["table rows beyond number", `<table>${"<tr><td>x".repeat(deep)}`],
])("refuses a page of %s", async (_, html) => {
  await expect(read(html, "a.html")).rejects.toThrow(/a\.html has more tags.*save its text/);
});

it.each([
  ["a huge attribute", `<p title="${"x".repeat(5_000_000)}">Họp.</p>`],
  ["many attributes", `<p ${Array.from({ length: deep }, (_, at) => `a${at}=1`).join(" ")}>Họp.</p>`],
  ["open tags that end by themselves", `${"<p>".repeat(5000)}Họp.`],
])("reads a page with %s", async (_, html) => expect((await read(html, "a.html")).text).toBe("Họp."));

it("reads Word files and PDFs by whatever name", async () => {
  const paragraph = new Paragraph({ children: [new TextRun("Chi bộ họp.")] });
  const word = await Packer.toBuffer(new DocxFile({ sections: [{ children: [paragraph] }] }));
  const pdf = readFileSync(new URL("../fixtures/pdf/directive-30.pdf", import.meta.url));
  const [text, pages] = await Promise.all([readDocument(word, "a.txt"), readDocument(pdf, "b.doc")]);
  expect(text).toMatchObject({ text: "Chi bộ họp.", notices: [{ code: "other-format" }] });
  expect(pages.notices.map(({ code }) => code)).toContain("other-format");
  expect(pages.pages.map(({ page }) => page)).toEqual(pages.pages.map((_, at) => at + 1));
  expect(pages.pages.length).toBeGreaterThan(1);
});
