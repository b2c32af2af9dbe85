import type { Context } from "hono";
import type { Language } from "../core/answer.ts";

/** The reader's language: as chosen by `lang`, else as the browser asks, else Vietnamese. */
export function languageOf(c: Context): Language {
  return chosenLanguage(c) ?? (/^\s*en(?![a-z])/i.test(c.req.header("accept-language") ?? "") ? "en" : "vi");
}

/** `undefined` where the address does not say; then links need not say it either. */
export function chosenLanguage(c: Context): Language | undefined {
  const chosen = c.req.query("lang");
  return chosen === "vi" || chosen === "en" ? chosen : undefined;
}
