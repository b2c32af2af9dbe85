import { Readability } from "@mozilla/readability";
import { matchForm } from "../src/core/text.ts";
import { canonical } from "./canonical.ts";
import { pageDate } from "./date-lines.ts";
import { bodyOf, parsePage, readHtml, textOf } from "./html-text.ts";
import type { MarkedText, ReadDocument } from "./read.ts";

// Below this a page that is mostly article has lost text, rather than furniture.
const SHORT_PAGE = 4000;

/** An HTML file: its main text where it is a web page with menus and the like, else all of it. */
export function readPage(html: string): ReadDocument {
  const page = openForms(parsePage(html));
  const whole = textOf(bodyOf(page));
  const title = titleOf(page);
  const main = isFurnished(page, whole.text) ? mainText(openForms(parsePage(html)), title) : undefined;
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
