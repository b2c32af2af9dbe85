import type { Context } from "hono";
import type { Language } from "../core/answer.ts";
import { chosenLanguage, languageOf } from "./language.ts";
import { type Messages, messagesFor } from "./messages.ts";

/** What every page needs to know of the request. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  /** Set when the address chose the language: links and forms then hand it on. */
  readonly chosenLanguage: Language | undefined;
  /** This page in the other language. */
  readonly otherLanguageHref: string;
  /** An address inside the site; parameters without a value are left out. */
  link(path: string, parameters?: Readonly<Record<string, string | undefined>>): string;
}

export function pageContext(c: Context): PageContext {
  const language = languageOf(c);
  const chosen = chosenLanguage(c);
  const here = new URL(c.req.url);
  here.searchParams.set("lang", language === "vi" ? "en" : "vi");
  return {
    language,
    messages: messagesFor(language),
    chosenLanguage: chosen,
    // Without the path, which a stranger could have written as "//elsewhere".
    otherLanguageHref: here.search,
    link: (path, parameters = {}) => {
      const given = Object.entries({ ...parameters, lang: chosen }).filter(([, value]) => value !== undefined);
      const query = new URLSearchParams(given.map(([name, value = ""]) => [name, value])).toString();
      return query === "" ? path : `${path}?${query}`;
    },
  };
}

/** Whether a person's browser asked: then an error is a page. */
export function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
}
