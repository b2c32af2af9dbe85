import fc from "fast-check";
import { expect, it } from "vitest";
import { canonical } from "../../ingest/canonical.ts";
import { readDocx } from "../../ingest/docx.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";
import {
  directiveFile,
  inList,
  listLevel,
  oneList,
  paragraph,
  run,
  type WordParts,
  wordFile,
  zipFile,
} from "../fakes/word-files.ts";

const read = (parts: WordParts | string) =>
  readDocx(wordFile(typeof parts === "string" ? { body: parts } : parts), "a.docx");
const textOf = async (parts: WordParts | string) => (await read(parts)).text;
const messagesOf = async (parts: WordParts | string) => (await read(parts)).notices.map(({ message }) => message);
const headingsOf = async (parts: WordParts | string) => {
  const { text, headings } = await read(parts);
  return headings.map(({ span, level }) => `${level} ${text.slice(span.start, span.end)}`);
};

it("reads a directive as it prints", async () => {
  const document = await readDocx(await directiveFile(), "a.docx");
  expect(document.text).toBe(
    [
      "HUYỆN ỦY MẪU",
      "*",
      "Số 05-QĐ/HU",
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "Mẫu, ngày 3 tháng 2 năm 2024",
      "QUY ĐỊNH",
      "về nếp sinh hoạt chi bộ mẫu",
      "Chương I Quy định chung",
      "Điều 1. Phạm vi",
      "1. Quy định này nói về họp chi bộ.",
      "2. Chi bộ gồm:",
      "a) đảng viên chính thức;",
      "b) đảng viên dự bị.",
      "- Kể cả người mới chuyển đến.",
      "Điều 2. Lịch họp",
      "1. Họp mỗi tháng một lần[1], ngày 3.",
      "[1] Theo lịch của cấp ủy.",
      "Tháng | Nội dung\n1 | Kiểm điểm\n2 | Học tập",
    ].join("\n\n"),
  );
  expect(document.headings).toEqual([
    { level: 1, span: { start: document.text.indexOf("Chương I"), end: document.text.indexOf("\n\nĐiều 1.") } },
  ]);
  expect(document.titleHint).toBe("Về nếp sinh hoạt chi bộ mẫu");
  expect(document.notices).toEqual([
    { code: "left-out", message: "read with its tracked changes made: insertions kept 1, deletions left out 1" },
  ]);
  expect(document).toMatchObject({ frontMatter: null, dateHint: null, pages: [], uncertain: [] });
});

const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
const drawing = (words: string) => `<w:drawing><a:graphic><wps:txbx>${box(words)}</wps:txbx></a:graphic></w:drawing>`;
const picture = (words: string) => `<w:pict><v:shape><v:textbox>${box(words)}</v:textbox></v:shape></w:pict>`;

it.each([
  [
    "for new and old programs",
    `<mc:AlternateContent><mc:Choice>${drawing("Số 1")}</mc:Choice><mc:Fallback>${picture("Số 1")}</mc:Fallback></mc:AlternateContent>`,
  ],
  ["for new programs alone", `<mc:AlternateContent><mc:Choice>${drawing("Số 1")}</mc:Choice></mc:AlternateContent>`],
  [
    "for new programs, and a picture of it for old ones",
    `<mc:AlternateContent><mc:Choice>${drawing("Số 1")}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`,
  ],
  ["for old programs alone", picture("Số 1")],
])("reads a text box %s once, behind the paragraph it hangs on", async (_, contents) => {
  expect(await textOf(paragraph(`${run("Trước")}<w:r>${contents}</w:r>${run(" neo")}`) + paragraph("Sau"))).toBe(
    "Trước neo\n\nSố 1\n\nSau",
  );
});

it("keeps the order of text boxes that hang on one paragraph, and finds one inside another", async () => {
  const nested = `<w:drawing><wps:txbx><w:txbxContent>${paragraph(`${run("Hai")}<w:r>${picture("Ba")}</w:r>`)}</w:txbxContent></wps:txbx></w:drawing>`;
  expect(await textOf(paragraph(`<w:r>${picture("Một")}</w:r><w:r>${nested}</w:r><w:r>${picture("Bốn")}</w:r>`))).toBe(
    "Một\n\nHai\n\nBa\n\nBốn",
  );
});

it.each([
  [
    "inserted and deleted words",
    `<w:ins>${run("mới ")}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>`,
    "Họp mới ",
  ],
  ["words moved here and away", `<w:moveTo>${run("đến")}</w:moveTo><w:moveFrom>${run("đi")}</w:moveFrom>`, "Họp đến"],
])("reads %s as made", async (_, contents, expected) => {
  const body = paragraph(run("Họp ") + contents);
  expect(await textOf(body)).toBe(expected.trim());
  expect(await messagesOf(body)).toEqual([
    "read with its tracked changes made: insertions kept 1, deletions left out 1",
  ]);
});

it("joins a paragraph whose end was deleted with the next one, and drops one that was deleted whole", async () => {
  const ended = "<w:rPr><w:del/></w:rPr>";
  const gone = `<w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del>`;
  const body = [
    paragraph("Một, ", ended),
    paragraph(gone, inList(1) + ended),
    paragraph("hai", inList(1)),
    paragraph("ba", inList(1)),
  ];
  const numbering = oneList(listLevel(0, "decimal", "%1."));
  expect(await textOf({ body: body.join(""), numbering })).toBe("1. Một, hai\n\n2. ba");
});

it("drops deleted rows and tables", async () => {
  const row = (words: string, properties = "") =>
    `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(words)}</w:tc></w:tr>`;
  const body = `<w:tbl>${row("còn")}${row("bỏ", "<w:del/>")}</w:tbl><w:tbl>${row("bỏ", "<w:del/>")}</w:tbl>${paragraph("Hết")}`;
  expect(await textOf(body)).toBe("còn\n\nHết");
});

it("leaves out hidden words, hidden by themselves or by their style", async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>`;
  const hidden = "<w:rPr><w:vanish/></w:rPr>";
  const body = [
    paragraph(run("Hiện") + run(" ẩn", "<w:vanish/>")),
    paragraph("Ẩn", `<w:pStyle w:val="An"/>${inList(1)}${hidden}`),
    paragraph(
      run("Vẫn hiện", '<w:vanish w:val="0"/>'),
      `<w:pStyle w:val="An"/>${inList(1)}<w:rPr><w:vanish w:val="0"/></w:rPr>`,
    ),
  ].join("");
  const numbering = oneList(listLevel(0, "decimal", "%1."));
  expect(await textOf({ body, styles, numbering })).toBe("Hiện\n\n1. Vẫn hiện");
  expect(await messagesOf({ body, styles, numbering })).toEqual(["left out: words formatted as hidden"]);
});

const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

it.each([
  ["a reference", field(" REF dieu5 ", run("Điều 5")), "theo Điều 5 đó"],
  ["a link", field(' HYPERLINK "https://example.org" ', run("Điều 5")), "theo Điều 5 đó"],
  ["a page number", field(" PAGE ", run("7")), "theo đó"],
  ["a simple page number", `<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>7</w:t></w:r></w:fldSimple>`, "theo đó"],
  [
    "a field in another's instructions",
    field(` IF ${field(" MERGEFIELD x ", run("1"))} = 1 `, run("Điều 5")),
    "theo Điều 5 đó",
  ],
  ["a field that never ends", `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run("Điều 5")}`, "theo Điều 5 đó"],
  ["a hyperlink element", `<w:hyperlink w:anchor="x">${run("Điều 5")}</w:hyperlink>`, "theo Điều 5 đó"],
  ["a form control", `<w:sdt><w:sdtContent>${run("Điều 5")}</w:sdtContent></w:sdt>`, "theo Điều 5 đó"],
])("prints %s", async (_, contents, expected) => {
  expect(await textOf(paragraph(run("theo ") + contents + run(" đó")))).toBe(expected);
});

it("leaves out a generated table of contents", async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>`;
  const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph("MỤC LỤC")}</w:sdtContent></w:sdt>`;
  const body = contents + paragraph("Điều 1. Phạm vi 3", '<w:pStyle w:val="M1"/>') + paragraph("Điều 1. Phạm vi");
  expect(await textOf({ body, styles })).toBe("Điều 1. Phạm vi");
  expect(await messagesOf({ body, styles })).toEqual(["left out: the table of contents"]);
});

it.each([
  ["a hyphen that does not break", "<w:r><w:t>213</w:t><w:noBreakHyphen/><w:t>QĐ/TW</w:t></w:r>", "213-QĐ/TW"],
  ["a soft hyphen", "<w:r><w:t>xa</w:t><w:softHyphen/><w:t>xôi</w:t></w:r>", "xaxôi"],
  ["a tab", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"],
  ["a line break", "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"],
  ["a page break inside words", '<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"],
  ["a page break in front of them", '<w:r><w:br w:type="page"/><w:t>b</w:t></w:r>', "b"],
  ["a symbol", '<w:r><w:sym w:font="Wingdings" w:char="F0E8"/><w:t> x</w:t></w:r>', "🡺 x"],
  ["a letter written as a symbol", '<w:r><w:sym w:font="Arial" w:char="2265"/><w:t> 5</w:t></w:r>', "≥ 5"],
  ["a symbol among the letters", run("\uf0b7 x", '<w:rFonts w:ascii="Symbol"/>'), "• x"],
  ["small letters printed as capitals", run("Quy định", "<w:caps/>"), "QUY ĐỊNH"],
  ["decomposed letters", run("Điều".normalize("NFD")), "Điều"],
])("reads %s", async (_, contents, expected) => expect(await textOf(paragraph(contents))).toBe(expected));

it("keeps a number and its words together where a page break stands between them", async () => {
  const body = paragraph(`<w:r><w:br w:type="page"/></w:r>${run("Họp")}`, inList(1));
  expect(await textOf({ body, numbering: oneList(listLevel(0, "decimal", "%1.")) })).toBe("1. Họp");
});

it("finds headings by outline level and by the names of styles, in any language", async () => {
  const style = (id: string, name: string, properties: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
  const styles = [
    style("u1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style("TD2", "Tiêu đề 2", ""),
    style("Muc", "Mục", '<w:basedOn w:val="TD2"/>'),
    style("Ring", "Vòng", '<w:basedOn w:val="Ring"/>'),
  ].join("");
  const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
  const body = [
    paragraph("Một", styled("u1")),
    paragraph("Hai", styled("TD2")),
    paragraph("Ba", styled("Muc")),
    paragraph("Bốn", '<w:outlineLvl w:val="7"/>'),
    paragraph("thường", `${styled("u1")}<w:outlineLvl w:val="9"/>`),
    paragraph("thường", styled("Ring")),
    paragraph("Cả một đoạn văn in đậm. ".repeat(10), styled("u1")),
    `<w:tbl>${"<w:tr><w:tc>".concat(paragraph("Ô", styled("u1")), "</w:tc></w:tr>").repeat(5)}</w:tbl>`,
  ].join("");
  expect(await headingsOf({ body, styles })).toEqual(["1 Một", "2 Hai", "2 Ba", "6 Bốn"]);
});

const cell = (properties: string, ...words: readonly string[]) =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words.map((line) => paragraph(line)).join("")}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const lines = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>';

it("keeps the columns of a table with merged cells", async () => {
  const body = [
    row(cell('<w:gridSpan w:val="2"/>', "Nội dung"), cell("", "Hạn")),
    row(cell('<w:vMerge w:val="restart"/>', "Họp"), cell("", "thường kỳ"), cell("", "ngày 3")),
    row(cell("<w:vMerge/>", ""), cell("", "bất thường"), cell("", "khi cần", "gấp")),
  ].join("");
  expect(await textOf(`<w:tbl>${lines}${body}</w:tbl>`)).toBe(
    "Nội dung | Hạn\nHọp | thường kỳ | ngày 3\n| bất thường | khi cần gấp",
  );
});

it("makes lines of a small table without borders, as heads and signatures are set in", async () => {
  const body =
    row(cell("", "TỈNH ỦY"), cell("", "ĐẢNG CỘNG SẢN")) +
    row(cell("", "Số 1"), cell("", "ngày 2")) +
    row(cell("", "x"), cell("", "y"));
  expect(await textOf(`<w:tbl>${body}</w:tbl>`)).toBe("TỈNH ỦY\n\nĐẢNG CỘNG SẢN\n\nSố 1\n\nngày 2\n\nx\n\ny");
  const grid = "TỈNH ỦY | ĐẢNG CỘNG SẢN\nSố 1 | ngày 2\nx | y";
  expect(await textOf(`<w:tbl>${lines}${body}</w:tbl>`)).toBe(grid);
  const styles = [
    `<w:style w:type="table" w:styleId="Luoi">${lines}</w:style>`,
    `<w:style w:type="table" w:styleId="LuoiCon"><w:basedOn w:val="Luoi"/></w:style>`,
  ].join("");
  const styled = `<w:tblPr><w:tblStyle w:val="LuoiCon"/></w:tblPr>`;
  expect(await textOf({ body: `<w:tbl>${styled}${body}</w:tbl>`, styles })).toBe(grid);
  const own = body.replaceAll("<w:tcPr>", '<w:tcPr><w:tcBorders><w:top w:val="single"/></w:tcBorders>');
  expect(await textOf(`<w:tbl>${own}</w:tbl>`)).toBe(grid);
});

it("puts notes behind the paragraph or table that refers to them, in their order", async () => {
  const note = (kind: string, id: number, ...words: readonly string[]) =>
    `<w:${kind} w:id="${id}">${words.map((line) => paragraph(line)).join("")}</w:${kind}>`;
  const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const text = await textOf({
    body: [
      paragraph(run("Một") + refer("footnote", 2) + run(" hai") + refer("endnote", 2)),
      `<w:tbl>${lines}${row(`<w:tc>${paragraph(run("Ba") + refer("footnote", 3))}</w:tc>`).repeat(2)}</w:tbl>`,
      paragraph("Cuối"),
    ].join(""),
    footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph("—")}</w:footnote>${note("footnote", 2, "a", "b")}${note("footnote", 3, "c")}`,
    endnotes: note("endnote", 2, "d"),
  });
  expect(text).toBe("Một[1] hai[2]\n\n[1] a b\n\n[2] d\n\nBa[3]\nBa[4]\n\n[3] c\n\n[4] c\n\nCuối");
});

it("reads a file whose note is lost", async () => {
  expect(await textOf(paragraph(`${run("Họp")}<w:r><w:footnoteReference w:id="9"/></w:r>`))).toBe("Họp");
});

it("converts words in old Vietnamese fonts, numbers included, and leaves Unicode in them alone", async () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  const body = [
    paragraph(
      run("t\u00adt\u00adëng, ng\u00adêi ®¶ng viªn", font(".VnTime")),
      `${inList(1)}<w:rPr>${font(".VnTime")}</w:rPr>`,
    ),
    paragraph(run("®¶ng ñy", font(".VnTimeH"))),
    paragraph(run("Đảng ủy ở xã", font(".VnTime"))),
  ].join("");
  const numbering = oneList(listLevel(0, "decimal", "§iÒu %1."));
  expect(await textOf({ body, numbering })).toBe("Điều 1. tưtưởng, người đảng viên\n\nĐẢNG ỦY\n\nĐảng ủy ở xã");
  expect(await messagesOf({ body, numbering })).toEqual(["read as TCVN3 (ABC) and converted to Unicode"]);
});

it.each([
  ["Quy định về họp chi bộ", "Quy định về họp chi bộ"],
  ["một văn bản khác từ năm trước", null],
  ["HUYỆN ỦY NAM ĐÀN", null],
  ["Microsoft Word - qd.doc", null],
  ["", null],
])("takes %j in the file's properties for the title: %j", async (title, expected) => {
  const body = paragraph("HUYỆN ỦY NAM ĐÀN") + paragraph("Quy định về họp chi bộ");
  expect((await read({ body, title })).titleHint).toBe(expected);
});

it("says that pictures and formulas are left out, and refuses a file with nothing else", async () => {
  const pictures = "<w:r><w:drawing><a:blip/></w:drawing></w:r>";
  const formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>";
  expect(await messagesOf(paragraph(run("Chữ") + pictures + formula))).toEqual([
    "left out: pictures, with any words in them (1)",
    "left out: formulas (1)",
  ]);
  await expect(read(paragraph(pictures))).rejects.toThrow(/only pictures: save it as a PDF/);
});

it("reads the strict format, other prefixes and parts in other places", async () => {
  const relationships = (type: string, path: string) =>
    `<Relationships xmlns="x"><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${path}"/></Relationships>`;
  const word = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  const file = zipFile({
    "_rels/.rels": relationships("officeDocument", "/doc/main.xml"),
    "doc/_rels/main.xml.rels": relationships("numbering", "../lists.xml"),
    "doc/main.xml": `<x:document xmlns:x="${word}"><x:body><x:p><x:pPr><x:numPr><x:numId x:val="1"/></x:numPr></x:pPr><x:r><x:t>Họp</x:t></x:r></x:p></x:body></x:document>`,
    "lists.xml": `<w:numbering xmlns:w="${word}">${oneList(listLevel(0, "decimal", "%1."))}</w:numbering>`,
  });
  expect((await readDocx(file, "a.docx")).text).toBe("1. Họp");
});

it("fetches nothing that a file refers to elsewhere", async () => {
  const others = {
    "word/_rels/document.xml.rels": `<Relationships xmlns="x"><Relationship Type="x/styles" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`,
  };
  const body = paragraph(`${run("Chữ")}<w:r><w:drawing><a:blip r:link="r1" xmlns:r="x"/></w:drawing></w:r>`);
  expect(await textOf({ body, others })).toBe("Chữ");
});

const entities = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;

it.each<[string, Uint8Array, RegExp]>([
  ["what is no archive", new TextEncoder().encode("chữ"), /damaged or cut short: copy/],
  ["an archive of something else", zipFile({ "a.txt": "x" }), /not a Word document: open it .* save it as \.docx/],
  ["a workbook", zipFile({ "word/document.xml": "<workbook/>" }), /not a Word document/],
  ["broken XML", zipFile({ "word/document.xml": "<a><b></a>" }), /is damaged: open it in Word/],
  ["XML nested without end", zipFile({ "word/document.xml": "<a>".repeat(999) + "</a>".repeat(999) }), /is damaged/],
  ["entities of its own", zipFile({ "word/document.xml": entities }), /is damaged/],
])("refuses %s", async (_, bytes, message) => {
  await expect(readDocx(bytes, "a.docx")).rejects.toThrow(UnreadableFileError);
  await expect(readDocx(bytes, "a.docx")).rejects.toThrow(message);
});

it("gives canonical text whose headings slice to their words", async () => {
  const words = fc.oneof(
    fc.constantFrom("Điều", "họp".normalize("NFD"), "a\u00a0b", "Ðảng", "\u200bx", " ", "I."),
    fc.string(),
  );
  const item = fc.record({ words, level: fc.integer({ min: 0, max: 9 }), isItem: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 12 }), async (items) => {
      const escaped = (text: string) =>
        text.replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd]/g, "").replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      const body = items
        .map(({ words, level, isItem }) =>
          paragraph(run(escaped(words)), `${isItem ? inList(1) : ""}<w:outlineLvl w:val="${level}"/>`),
        )
        .join("");
      const { text, headings } = await read({ body, numbering: oneList(listLevel(0, "upperRoman", "Mục %1-")) });
      expect(canonical(text)).toBe(text);
      const lines = text.split("\n\n");
      for (const { span } of headings) expect(lines).toContain(text.slice(span.start, span.end));
      const numbered = items.filter(({ isItem }) => isItem).length;
      expect(lines.filter((line) => line.startsWith("Mục ")).length).toBeGreaterThanOrEqual(numbered);
    }),
    { numRuns: 40 },
  );
});
