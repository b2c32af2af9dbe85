import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { PageContext } from "./page-context.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** A piece of a page; whatever was put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The frame around every page. */
export function layout(page: PageContext, title: string, main: Html): Html {
  const { messages, link, language } = page;
  const heading = title === messages.name ? title : `${title} – ${messages.name}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading}</title>
<link rel="icon" href="${ICON}">
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${messages.skip}</a>
<header class="site"><div class="wide">
<a class="brand" href="${link("/")}" lang="vi">${messages.name}</a>
<nav aria-label="${messages.navigation}">
<a href="${link("/documents")}">${messages.documents.nav}</a>
<a href="${link("/check")}">${messages.check.title}</a>
<a href="${page.otherLanguageHref}" lang="${language === "vi" ? "en" : "vi"}" rel="alternate nofollow">${messages.otherLanguage}</a>
</nav>
</div></header>
<main id="main" tabindex="-1" class="wide">${main}</main>
<footer class="wide"><p>${messages.footer}</p></footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>`;
}

/** Keeps the chosen language when a form is sent. */
export function languageField({ chosenLanguage }: PageContext): Html | "" {
  return chosenLanguage ? html`<input type="hidden" name="lang" value="${chosenLanguage}">` : "";
}

/** Copies `text`; shown only where a script can do it. */
export function copyButton({ messages }: PageContext, text: string, label: string): Html {
  return html`<button class="button" type="button" hidden data-copy="${text}" data-copied="${messages.answer.copied}">${label}</button>`;
}

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9f1d20"/><path d="M8 20v-5q0-5 5-6v3q-2 1-2 3h3v5zm10 0v-5q0-5 5-6v3q-2 1-2 3h3v5z" fill="#fff"/></svg>',
)}`;
