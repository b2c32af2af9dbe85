import { readFileSync } from "node:fs";
import { strToU8, zlibSync } from "fflate";
import { archive } from "./hostile-archive.ts";
import { linesDown, pdfOf } from "./pdf-files.ts";
import { paragraph, wordFile } from "./word-files.ts";

/** A file that is made to harm its reader. */
export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1_000_000;

/** The hostile set: what each must meet is a refusal, soon and in little memory. */
export function hostileFiles(): HostileFile[] {
  const spaces = (megabytes: number) => new Uint8Array(megabytes * MEGABYTE).fill(32);
  const small = strToU8("Chi bộ họp.");
  const bomb = bombStream();
  const many = (count: number, contents: Uint8Array) =>
    archive(Array.from({ length: count }, (_, at) => ({ name: `${at}.txt`, contents, isStored: true })));
  const word = (parts: Record<string, Uint8Array>) =>
    archive(Object.entries({ "[Content_Types].xml": small, ...parts }).map(([name, contents]) => ({ name, contents })));
  const document = (inside: string) => strToU8(`<?xml version="1.0"?>${inside}`);
  return [
    {
      what: "an archive that unpacks to 200 MB",
      name: "bomb.zip",
      bytes: archive([{ name: "a.txt", contents: spaces(200) }]),
    },
    {
      what: "an archive that unpacks to more than it says",
      name: "liar.zip",
      bytes: archive([{ name: "a.txt", contents: spaces(100), size: 50_000 }]),
    },
    { what: "an archive of too many files", name: "many.zip", bytes: many(2001, small) },
    {
      what: "an archive whose files share their bytes",
      name: "shared.zip",
      bytes: archive([
        { name: "a.txt", contents: spaces(1) },
        ...Array.from({ length: 500 }, (_, at) => ({ name: `${at}.txt`, contents: spaces(1), at: 0 })),
      ]),
    },
    {
      what: "an archive that leads out of it",
      name: "out.zip",
      bytes: archive([{ name: "../../a.txt", contents: small }]),
    },
    {
      what: "an archive with nothing but an archive",
      name: "nested.zip",
      bytes: archive([{ name: "a.zip", contents: archive([{ name: "a.txt", contents: spaces(1) }]) }]),
    },
    {
      what: "a Word file that unpacks to 200 MB",
      name: "bomb.docx",
      bytes: word({ "word/document.xml": spaces(200) }),
    },
    {
      what: "a Word file that unpacks to more than it says",
      name: "liar.docx",
      bytes: archive([
        { name: "[Content_Types].xml", contents: small },
        { name: "word/document.xml", contents: spaces(100), size: 50_000 },
      ]),
    },
    {
      what: "a Word file with entities inside entities",
      name: "laughs.docx",
      bytes: word({
        "word/document.xml": document(
          `<!DOCTYPE w [<!ENTITY a "x">${Array.from({ length: 30 }, (_, at) => `<!ENTITY ${letter(at + 1)} "${`&${letter(at)};`.repeat(10)}">`).join("")}]><w>&${letter(30)};</w>`,
        ),
      }),
    },
    {
      what: "a Word file of elements inside elements",
      name: "deep.docx",
      bytes: wordFile({
        body: `${"<w:tbl><w:tr><w:tc>".repeat(20_000)}`,
        others: { "[Content_Types].xml": "<Types/>" },
      }),
    },
    {
      what: "a Word file of more paragraphs than a document has",
      name: "long.docx",
      bytes: wordFile({ body: paragraph("Họp.").repeat(400_000), others: { "[Content_Types].xml": "<Types/>" } }),
    },
    {
      what: "a PDF whose page unpacks to 150 MB",
      name: "bomb.pdf",
      bytes: pdfOf([{ packed: bomb }]),
    },
    {
      what: "a PDF whose page is packed twice",
      name: "twice.pdf",
      bytes: pdfOf([{ packed: zlibSync(bomb, { level: 9 }), filter: "[/FlateDecode /FlateDecode]" }]),
    },
    {
      what: "a PDF whose packed page is written in letters",
      name: "letters.pdf",
      bytes: pdfOf([
        {
          packed: Buffer.from(`${Buffer.from(bomb).toString("hex")}>`),
          filter: "[/ASCIIHexDecode /FlateDecode]",
        },
      ]),
    },
    {
      what: "a PDF of more pages than a document has",
      name: "long.pdf",
      bytes: pdfOf(Array.from({ length: 5001 }, () => ({ words: linesDown(["x"]) }))),
    },
    { what: "a PDF cut short", name: "cut.pdf", bytes: fixture("pdf/directive-30.pdf").subarray(0, 20_000) },
    { what: "a web page of elements inside elements", name: "deep.html", bytes: strToU8("<div>".repeat(MEGABYTE)) },
    { what: "a web page of tags beyond number", name: "tags.html", bytes: strToU8("<p>x</p>".repeat(MEGABYTE)) },
    { what: "quotations inside each other", name: "deep.md", bytes: strToU8(`${">".repeat(20_000)} x`) },
    { what: "a picture of a thousand million dots", name: "large.png", bytes: largePicture() },
    { what: "an old Word file whose sectors go in a circle", name: "circle.doc", bytes: circle() },
    { what: "a file larger than 20 MB", name: "large.txt", bytes: spaces(21) },
    { what: "more text than a document has", name: "long.txt", bytes: strToU8("Chi bộ họp. ".repeat(200_000)) },
  ];
}

function letter(at: number): string {
  return `e${at}`;
}

/** Far more of nothing than a page has, packed once. */
function bombStream(): Uint8Array {
  return zlibSync(new Uint8Array(150 * MEGABYTE), { level: 9 });
}

function fixture(path: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
}

/** Nothing but the head of a PNG that says how large it is. */
function largePicture(): Uint8Array {
  const head = Buffer.alloc(33);
  head.write("\u0089PNG\r\n\u001a\n", "latin1");
  head.writeUInt32BE(13, 8);
  head.write("IHDR", 12, "latin1");
  head.writeUInt32BE(40_000, 16);
  head.writeUInt32BE(25_000, 20);
  head.set([8, 0, 0, 0, 0], 24);
  return head;
}

/** Its table of sectors says of each that it goes on with itself. */
function circle(): Uint8Array {
  const file = Buffer.from(fixture("directive.doc"));
  const sector = 512;
  const table = (file.readUInt32LE(76) + 1) * sector;
  for (let at = table; at < table + sector; at += 4)
    if (file.readInt32LE(at) >= 0) file.writeUInt32LE((at - table) / 4, at);
  return file;
}
