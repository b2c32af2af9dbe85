import { html } from "hono/html";
import type { Verdict } from "../core/check.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";

const SYMBOLS: Readonly<Record<Verdict, string>> = {
  verified: "✓",
  mismatch: "✗",
  superseded: "!",
  ambiguous: "?",
  unknown: "–",
};

/** A verdict for the eye that tells no colours: a symbol and a word. */
export function verdictName({ messages: { check } }: PageContext, verdict: Verdict): Html {
  return html`<span aria-hidden="true">${SYMBOLS[verdict]}</span> ${check.verdict[verdict]}`;
}
