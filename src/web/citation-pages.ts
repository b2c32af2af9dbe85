import { z } from "@hono/zod-openapi";
import { type Context, Hono } from "hono";
import { limitDraft } from "./body-limit.ts";
import { checkPage } from "./check-page.ts";
import { PROOFS_SHOWN } from "./checked-item.ts";
import { type LookupQuery, type LookupState, lookupPage } from "./lookup-page.ts";
import { pageContext } from "./page-context.ts";
import type { WebParts } from "./parts.ts";
import { readDraft } from "./read-draft.ts";
import { MAX_QUESTION_LENGTH } from "./schemas.ts";
import { evidenceOf, findSources } from "./sources.ts";

/** The pages on document numbers: what is known of one, and whether those of a draft are right. */
export function createCitationPages({ cite, check, store }: Pick<WebParts, "cite" | "check" | "store">): Hono {
  const pages = new Hono();

  pages.get("/citations", (c) => showDocument(c, c.req.query("q") ?? ""));
  // A number has slashes: 213-QĐ/TW.
  pages.get("/citations/:number{.+}", (c) => showDocument(c, c.req.param("number")));

  async function showDocument(c: Context, given: string): Promise<Response> {
    const day = c.req.query("on") || undefined;
    const isDateWrong = day !== undefined && !z.iso.date().safeParse(day).success;
    const query = { text: given.trim(), on: isDateWrong ? undefined : day, isDateWrong };
    const state = await lookUp(query);
    return c.html(lookupPage(pageContext(c), query, state), isDateWrong || state.kind === "too-long" ? 400 : 200);
  }

  async function lookUp({ text, on }: LookupQuery): Promise<LookupState> {
    if (text === "") return { kind: "start" };
    if (text.length > MAX_QUESTION_LENGTH) return { kind: "too-long" };
    const { candidates } = await cite(text, { ...(on && { asOf: on }) });
    return { kind: "found", candidates, sources: await findSources(store, candidates.flatMap(evidenceOf)) };
  }

  pages.get("/check", (c) => c.html(checkPage(pageContext(c), "", { kind: "start" })));

  const tooLarge = (c: Context) => c.html(checkPage(pageContext(c), "", { kind: "too-long" }), 413);
  pages.post("/check", limitDraft(tooLarge), async (c) => {
    const page = pageContext(c);
    const sent = await readDraft(c);
    if (sent.kind === "empty") return c.html(checkPage(page, "", sent));
    if (sent.kind === "not-text") return c.html(checkPage(page, "", sent), 400);
    if (sent.kind === "too-long") return c.html(checkPage(page, sent.text, sent), 413);
    const result = await check(sent.text);
    const proofs = result.citations.flatMap(({ problems }) =>
      problems.flatMap(({ evidence }) => evidence.slice(0, PROOFS_SHOWN)),
    );
    const sources = await findSources(store, proofs);
    return c.html(checkPage(page, sent.text, { kind: "checked", result, sources }));
  });

  return pages;
}
