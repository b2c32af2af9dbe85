import { readFileSync } from "node:fs";
import {
  BorderStyle,
  Document,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from "docx";
import { TCVN3, VNI, WINDOWS_1252, WINDOWS_1252_START, WINDOWS_1258 } from "../../ingest/legacy-table.ts";

/** One directive in every format and encoding that is read; `losesCase` where the encoding has no toned capitals. */
export interface DirectiveFile {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly losesCase: boolean;
}

const HEAD = 5;
const HEAD_LEFT = 3;

/** `text` in all formats; the .doc and .pdf fixtures have the same text (test/fixtures/pdf/make-directive.ts). */
export async function filesOf(text: string): Promise<DirectiveFile[]> {
  const lines = text.split("\n").filter((line) => line.trim());
  const fixture = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
  const files: [format: string, name: string, bytes: Uint8Array][] = [
    ["text in UTF-8", "utf-8.txt", Buffer.from(text)],
    ["text in UTF-8, decomposed", "nfd.txt", Buffer.from(text.normalize("NFD"))],
    ["text in UTF-16LE", "utf-16le.txt", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["text in UTF-16BE", "utf-16be.txt", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["text in Windows-1258, as typed", "windows-1258.txt", inWindows1258(text, () => false)],
    ["text in Windows-1258, as converted", "cp1258.txt", inWindows1258(text, isInWindows1258)],
    ["text in TCVN3", "tcvn3.txt", inTcvn3(text)],
    ["text in VNI-Windows", "vni.txt", inVni(text)],
    ["a Word document", "word.docx", await asWord(lines)],
    ["an old Word document", "word-97.doc", fixture("directive-30.doc")],
    ["a PDF", "print.pdf", fixture("pdf/directive-30.pdf")],
    ["HTML", "page.html", Buffer.from(asHtml(lines))],
    // A line with nothing but a star is an empty list there.
    ["Markdown", "notes.md", Buffer.from(lines.map((line) => line.replace(/^\*$/, "\\*")).join("\n\n"))],
  ];
  return files.map(([format, name, bytes]) => ({ format, name, bytes, losesCase: format.endsWith("TCVN3") }));
}

/** Head in a table without lines; Điều, khoản and the first four điểm numbered by Word, which has no "đ)" of its own. */
async function asWord(lines: readonly string[]): Promise<Uint8Array> {
  const levels: ILevelsOptions[] = [
    { level: 0, format: LevelFormat.DECIMAL, text: "Điều %1." },
    { level: 1, format: LevelFormat.DECIMAL, text: "%2." },
    { level: 2, format: LevelFormat.LOWER_LETTER, text: "%3)" },
  ];
  const annex = lines.indexOf("PHỤ LỤC");
  const children = lines.slice(HEAD).map((line, at) => {
    const reference = at + HEAD > annex ? "annex" : "body";
    const numbered = (depth: number, text: string) => new Paragraph({ text, numbering: { reference, level: depth } });
    const [, article] = /^Điều \d+\. (.+)$/u.exec(line) ?? [];
    const [, clause] = /^\d+\. (.+)$/u.exec(line) ?? [];
    const [, point] = /^[a-d]\) (.+)$/u.exec(line) ?? [];
    if (article) return numbered(0, article);
    if (clause) return numbered(1, clause);
    return point ? numbered(2, point) : new Paragraph(line);
  });
  const document = new Document({
    numbering: { config: ["body", "annex"].map((reference) => ({ reference, levels })) },
    sections: [{ children: [sideBySide(lines.slice(0, HEAD_LEFT), lines.slice(HEAD_LEFT, HEAD)), ...children] }],
  });
  return Packer.toBuffer(document);
}

function sideBySide(...columns: readonly (readonly string[])[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const children = columns.map((lines) => new TableCell({ children: lines.map((line) => new Paragraph(line)) }));
  return new Table({ borders, rows: [new TableRow({ children })] });
}

/** As Word saves a page for the web: a table for the head, a paragraph for each line, broken where it pleases. */
function asHtml(lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/&/g, "&amp;").replace(/“/g, "&ldquo;").replace(/ /g, "\n"));
  const cell = (some: readonly string[]) => `<td>${some.map((line) => `<p align=center>${line}</p>`).join("")}</td>`;
  const head = `<table><tr>${cell(escaped.slice(0, HEAD_LEFT))}${cell(escaped.slice(HEAD_LEFT, HEAD))}</tr></table>`;
  const body = escaped.slice(HEAD).map((line) => `<p class=MsoNormal><span lang=VI>${line}</span></p>`);
  return `<html><head><meta charset="utf-8"><title>Quy định</title></head><body>${head}${body.join("\n")}</body></html>`;
}

/** Letters with their shape, marks of tone behind them, unless the letter `isWhole`; glibc reads both as the text. */
function inWindows1258(text: string, isWhole: (letter: string) => boolean): Uint8Array {
  const letters = Array.from(text.normalize("NFC"), (letter) => {
    if (isWhole(letter)) return letter;
    const [, base = letter, tone = ""] = /^(.+?)([\u0300\u0301\u0303\u0309\u0323])$/u.exec(toneLast(letter)) ?? [];
    return base.normalize("NFC") + tone;
  });
  return inBytes(letters.join(""), WINDOWS_1258);
}

function isInWindows1258(letter: string): boolean {
  return letter <= "\u00ff" && !WINDOWS_1258.has(letter);
}

function toneLast(letter: string): string {
  return letter.normalize("NFD").replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/, "$2$1");
}

/** Its fonts of capitals draw small letters large. */
function inTcvn3(text: string): Uint8Array {
  const known = new Set(TCVN3.values());
  const isToned = (letter: string) => /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize("NFD"));
  const letters = Array.from(text, (letter) =>
    known.has(letter.toLowerCase()) && isToned(letter) ? letter.toLowerCase() : letter,
  );
  return inBytes(letters.join(""), TCVN3);
}

function inVni(text: string): Uint8Array {
  return inBytes(text, VNI);
}

/** The shortest code of each letter; what a table leaves out is as in Windows-1252. */
function inBytes(text: string, table: ReadonlyMap<string, string>): Uint8Array {
  const codes = new Map([...table].reverse().map(([code, letter]) => [letter, code]));
  const written = Array.from(text, (letter) => codes.get(letter) ?? letter).join("");
  return Uint8Array.from(written, (sign) => {
    const at = WINDOWS_1252.indexOf(sign);
    return at === -1 ? sign.charCodeAt(0) : WINDOWS_1252_START + at;
  });
}
