import {
  BorderStyle,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type ILevelsOptions,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strToU8, zipSync } from "fflate";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(" ");

/** Parts of a Word file as the XML inside their outermost element. */
export interface WordParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly title?: string;
  /** Whole files besides. */
  readonly others?: Readonly<Record<string, string>>;
}

/** A Word file of parts that no library would write. */
export function wordFile({ body, numbering, styles, footnotes, endnotes, title, others = {} }: WordParts): Uint8Array {
  const part = (name: string, inside: string) => `<?xml version="1.0"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`;
  const parts = Object.entries({ numbering, styles, footnotes, endnotes }).flatMap(([name, inside]) =>
    inside === undefined ? [] : [[`word/${name}.xml`, part(name, inside)] as const],
  );
  return zipFile({
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    ...Object.fromEntries(parts),
    ...(title === undefined ? {} : { "docProps/core.xml": `<c><t:title xmlns:t="dc">${title}</t:title></c>` }),
    ...others,
  });
}

export function zipFile(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, contents]) => [
    name,
    typeof contents === "string" ? strToU8(contents) : contents,
  ]);
  return zipSync(Object.fromEntries(entries));
}

/** `<w:p>`, with words or with runs of one's own. */
export function paragraph(contents: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${contents.startsWith("<") ? contents : run(contents)}</w:p>`;
}

export function run(words: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** Properties that make a paragraph an item of a list. */
export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** `<w:lvl>` of a numbering part. */
export function listLevel(level: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** List 1, with these levels. */
export function oneList(...levels: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="7">${levels.join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
}

/** A directive with its parts numbered by Word, its head in a table without lines, a table, a note and changes. */
export async function directiveFile(): Promise<Uint8Array> {
  const levels: readonly ILevelsOptions[] = [
    { level: 0, format: LevelFormat.UPPER_ROMAN, text: "Chương %1" },
    { level: 1, format: LevelFormat.DECIMAL, text: "Điều %2." },
    { level: 2, format: LevelFormat.DECIMAL, text: "%3." },
    { level: 3, format: LevelFormat.LOWER_LETTER, text: "%4)" },
    { level: 4, format: LevelFormat.BULLET, text: "\uf0b7" },
  ];
  const item = (level: number, words: string) =>
    new Paragraph({ text: words, numbering: { reference: "parts", level } });
  const change = { id: 1, author: "Văn phòng", date: "2024-01-01T00:00:00Z" };
  const document = new Document({
    title: "Về nếp sinh hoạt chi bộ mẫu",
    // Articles are numbered through the chapters, clauses within the article.
    numbering: { config: [{ reference: "parts", levels: [...levels] }] },
    footnotes: { 1: { children: [new Paragraph("Theo lịch của cấp ủy.")] } },
    sections: [
      {
        children: [
          table(
            [
              [
                ["HUYỆN ỦY MẪU", "*", "Số 05-QĐ/HU"],
                ["ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 3 tháng 2 năm 2024"],
              ],
            ],
            BorderStyle.NONE,
          ),
          new Paragraph({ text: "QUY ĐỊNH", heading: HeadingLevel.TITLE }),
          new Paragraph("về nếp sinh hoạt chi bộ mẫu"),
          new Paragraph({
            text: "Quy định chung",
            heading: HeadingLevel.HEADING_1,
            numbering: { reference: "parts", level: 0 },
          }),
          item(1, "Phạm vi"),
          item(2, "Quy định này nói về họp chi bộ."),
          item(2, "Chi bộ gồm:"),
          item(3, "đảng viên chính thức;"),
          item(3, "đảng viên dự bị."),
          item(4, "Kể cả người mới chuyển đến."),
          item(1, "Lịch họp"),
          new Paragraph({
            numbering: { reference: "parts", level: 2 },
            children: [
              new TextRun("Họp mỗi tháng một lần"),
              new FootnoteReferenceRun(1),
              new InsertedTextRun({ text: ", ngày 3", ...change }),
              new DeletedTextRun({ text: ", ngày 5", ...change }),
              new TextRun("."),
            ],
          }),
          table([
            [["Tháng"], ["Nội dung"]],
            [["1"], ["Kiểm điểm"]],
            [["2"], ["Học tập"]],
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function table(
  rows: readonly (readonly (readonly string[])[])[],
  style: "none" | "single" = BorderStyle.SINGLE,
): Table {
  const line = { style, size: 4, color: "000000" };
  return new Table({
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((lines) => new TableCell({ children: lines.map((words) => new Paragraph(words)) })),
        }),
    ),
  });
}
