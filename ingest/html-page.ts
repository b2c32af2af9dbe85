import { Readability } from "@mozilla/readability";
import { UnreadableFileError } from "../src/core/errors.ts";
import { matchForm } from "../src/core/text.ts";
import { canonical } from "./canonical.ts";
import { pageDate } from "./date-lines.ts";
import { bodyOf, parsePage, readHtml, textOf } from "./html-text.ts";
import type { MarkedText, ReadDocument } from "./read.ts";

// Below this a page that is mostly article has lost text, rather than furniture.
const SHORT_PAGE = 4000;

// What the parser and the reader take in a second, and several times what a page of a long law has.
const MAX_TAGS = 60_000;
// Browsers stop at 512. https://github.com/whatwg/html/issues/3732
const MAX_DEPTH = 512;
// An article has no more; finding it among so many takes long.
const MAX_ARTICLE_TAGS = 8000;

/** An HTML file: its main text where it is a web page with menus and the like, else all of it. Throws `UnreadableFileError`. */
export function readPage(html: string, name: string): ReadDocument {
  const tags = countTags(html, name);
  const page = parsePage(html);
  if (depthOf(page) > MAX_DEPTH) throw refuse(name);
  openForms(page);
  const whole = textOf(bodyOf(page));
  const title = titleOf(page);
  const isPage = tags <= MAX_ARTICLE_TAGS && isFurnished(page, whole.text);
  const main = isPage ? mainText(openForms(parsePage(html)), title) : undefined;
  const share = whole.text.length < SHORT_PAGE ? 0.5 : 0.15;
  const isEnough = main !== undefined && main.text.length >= Math.max(200, whole.text.length * share);
  return {
    ...(isEnough ? main : whole),
    frontMatter: null,
    pages: [],
    notices: [],
    uncertain: [],
    titleHint: title,
    dateHint: dateOf(page, whole.text, title),
  };
}

/** Before anything is parsed, since nesting alone can make that slow. */
function countTags(html: string, name: string): number {
  let tags = 0;
  let depth = 0;
  for (const [, slash, tag = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,10})/gi)) {
    if (!slash) tags += 1;
    if (!ENDLESS.has(tag.toLowerCase())) depth = slash ? Math.max(0, depth - 1) : depth + 1;
    // Tags that were never closed are no nesting; the parsed page tells.
    if (tags > MAX_TAGS || depth > 10 * MAX_DEPTH) throw refuse(name);
  }
  return tags;
}

const ENDLESS = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option".split(
    " ",
  ),
);

/** Step by step: a function that calls itself for every level is what a hostile page wants. */
function depthOf(page: Document): number {
  let deepest = 0;
  let depth = 0;
  let node: Node | null = page.documentElement;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      deepest = Math.max(deepest, depth);
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return deepest;
}

function refuse(name: string): UnreadableFileError {
  return new UnreadableFileError(
    `${name} has more tags, or more of them inside each other, than a document has: save its text as .docx or UTF-8 text.`,
  );
}

/** A form around the whole page is a habit of some site software, and no form to fill in. */
function openForms(page: Document): Document {
  const length = bodyOf(page).textContent?.length ?? 0;
  for (const form of page.querySelectorAll("form"))
    if ((form.textContent?.length ?? 0) > length / 2) form.replaceWith(...form.childNodes);
  return page;
}

function isFurnished(page: Document, text: string): boolean {
  if (page.querySelector("nav, aside, iframe, script[src], [role=navigation]")) return true;
  const links = Array.from(page.querySelectorAll("a"));
  return (
    links.length > 10 && links.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0) > text.length / 4
  );
}

function mainText(page: Document, title: string | null): MarkedText | undefined {
  const article = new Readability(page, { charThreshold: 200 }).parse();
  if (!article?.content) return undefined;
  const text = readHtml(article.content);
  if (!title || matchForm(text.text.slice(0, 1000)).includes(matchForm(title))) return text;
  const heading = page.createElement("h1");
  heading.textContent = title;
  return readHtml(heading.outerHTML + article.content);
}

function titleOf(page: Document): string | null {
  const headings = page.querySelectorAll("h1");
  const heading = headings.length === 1 ? headings[0]?.textContent : undefined;
  const title =
    heading?.trim() ||
    page.querySelector('meta[property="og:title"]')?.getAttribute("content") ||
    page.querySelector("title")?.textContent;
  return (
    canonical(title ?? "")
      .replace(/\s+/g, " ")
      .trim() || null
  );
}

/** The date in the page's head; else the one printed below the title, since pages also print today's. */
function dateOf(page: Document, text: string, title: string | null): string | null {
  const published = page.querySelector('meta[property="article:published_time"]')?.getAttribute("content");
  if (published && /^\d{4}-\d{2}-\d{2}/.test(published)) return published.slice(0, 10);
  const lines = text.split("\n").filter(Boolean);
  const at = lines.findIndex((line) => title !== null && matchForm(line) === matchForm(title));
  return lines.slice(at + 1, at + 5).reduce<string | null>((date, line) => date ?? pageDate(line), null);
}
