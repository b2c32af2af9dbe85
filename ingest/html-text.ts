import { parseHTML } from "linkedom";
import type { Span } from "../src/core/passage.ts";
import { canonical } from "./canonical.ts";
import { markerOf } from "./markers.ts";
import type { MarkedText } from "./read.ts";

/** A document of its own for every call, so that it may be changed. */
export function parsePage(html: string): Document {
  if (/<html[\s>]/i.test(html)) return parseHTML(html).document;
  const body = /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`;
  return parseHTML(`<!doctype html><html>${body}</html>`).document;
}

/** Canonical text of HTML, with its headings. */
export function readHtml(html: string): MarkedText {
  return textOf(bodyOf(parsePage(html)));
}

/** Where the text stands, also in a file that leaves the body's tags out. */
export function bodyOf(page: Document): Element {
  return page.querySelector("body") ?? page.documentElement;
}

interface Line {
  readonly text: string;
  readonly level: number | null;
  /** List items and table rows follow each other without a blank line. */
  readonly isRow: boolean;
}

const DROPPED = new Set(
  "script style nav aside form iframe noscript template svg button select textarea object video audio canvas dialog head title".split(
    " ",
  ),
);
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Paragraphs parted by blank lines, lists as "- " and "1. ", table rows with " | " between the cells. */
export function textOf(root: Element): MarkedText {
  const lines: Line[] = [];
  const numbers = new Map<Element, number>();
  let inline = "";
  let prefix = "";
  const flush = (level: number | null = null, isRow = false) => {
    const own = canonical(inline)
      .split("\n")
      .map((line) => line.replace(/ +/g, " ").trim())
      .filter(Boolean);
    const text = own.join(level === null ? "\n" : " ");
    inline = "";
    if (!text) return;
    lines.push({ text: markerOf(text) ? text : prefix + text, level, isRow });
    prefix = "";
  };
  const visit = (node: Node, isRow: boolean, isPreformatted: boolean) => {
    if (node.nodeType === 3) {
      const words = node.textContent ?? "";
      inline += isPreformatted ? words : words.replace(/\s+/g, " ");
    }
    if (!isElement(node) || isDropped(node)) return;
    const name = node.localName;
    const into = (row: boolean, pre = isPreformatted) => {
      for (const child of node.childNodes) visit(child, row, pre);
    };
    if (name === "br") inline += "\n";
    else if (INLINE.has(name)) into(isRow);
    else {
      flush(null, isRow);
      if (name === "table" && !isLayout(node)) {
        for (const row of rowsOf(node)) {
          inline = row.map((cell) => textOf(cell).text.replace(/\s*\n\s*/g, " ")).join(" | ");
          if (/^[\s|]*$/.test(inline)) inline = "";
          flush(null, true);
        }
        return;
      }
      if (name === "li") prefix = itemPrefix(node, numbers);
      const isItem = name === "li" || isRow;
      into(isItem, isPreformatted || name === "pre");
      flush(/^h[1-6]$/.test(name) ? Number(name.charAt(1)) : null, isItem);
      if (name === "li") prefix = "";
    }
  };
  visit(root, false, false);
  flush();
  return join(lines);
}

function join(lines: readonly Line[]): MarkedText {
  const headings: { span: Span; level: number }[] = [];
  let text = "";
  for (const [at, line] of lines.entries()) {
    if (at > 0) text += line.isRow && lines[at - 1]?.isRow ? "\n" : "\n\n";
    const span = { start: text.length, end: text.length + line.text.length };
    if (line.level !== null) headings.push({ span, level: line.level });
    text += line.text;
  }
  return { text, headings };
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isDropped(element: Element): boolean {
  const isHidden = element.hasAttribute("hidden") || /display:\s*none/i.test(element.getAttribute("style") ?? "");
  return isHidden || DROPPED.has(element.localName);
}

/** `next` has the number of each list's next item. */
function itemPrefix(item: Element, next: Map<Element, number>): string {
  const list = item.parentElement;
  if (list?.localName !== "ol") return "- ";
  const number = integer(item, "value") ?? next.get(list) ?? integer(list, "start") ?? 1;
  next.set(list, number + 1);
  return list.getAttribute("type")?.toLowerCase() === "a" ? `${String.fromCharCode(96 + number)}) ` : `${number}. `;
}

function integer(element: Element, attribute: string): number | undefined {
  const value = Number.parseInt(element.getAttribute(attribute) ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}

function rowsOf(table: Element): Element[][] {
  const rows = Array.from(table.querySelectorAll("tr")).filter((row) => row.closest("table") === table);
  return rows.map((row) =>
    Array.from(row.children).filter(({ localName }) => localName === "td" || localName === "th"),
  );
}

/** A table that only places text on the page: the head of a document, its signatures, a whole page. */
function isLayout(table: Element): boolean {
  if (table.querySelector("table, h1, h2, h3")) return true;
  if (table.querySelector("th")) return false;
  const rows = rowsOf(table);
  const cells = rows.flat();
  if (rows.length <= 1) return true;
  const hasLines = cells.some((cell) => cell.querySelectorAll("p, br, div").length > 1);
  return (rows.length === 2 && hasLines) || cells.some((cell) => cell.querySelectorAll("p").length > 5);
}
