import { Hono } from "hono";
import { etag } from "hono/etag";
import { type AskState, askPage } from "./ask-page.ts";
import { documentsPage } from "./documents-page.ts";
import { errorPage } from "./error-page.ts";
import { findMark } from "./mark.ts";
import { pageContext } from "./page-context.ts";
import type { WebParts } from "./parts.ts";
import { readLibrary, readStanding } from "./read-library.ts";
import { readerPage } from "./reader-page.ts";
import { MAX_QUESTION_LENGTH } from "./schemas.ts";
import { findSources } from "./sources.ts";

const STATUS = { start: 200, answer: 200, "too-long": 400, limit: 429 } as const satisfies Record<
  AskState["kind"],
  number
>;

/** The pages for people. */
export function createPages({ ask, admit, store, cite }: Pick<WebParts, "ask" | "admit" | "store" | "cite">): Hono {
  const pages = new Hono();

  pages.get("/", async (c) => {
    const question = (c.req.query("q") ?? "").trim();
    const [state, size] = await Promise.all([answerTo(question, c.req.raw.signal), store.size()]);
    return c.html(askPage(pageContext(c), question, state, size), STATUS[state.kind]);
  });

  pages.use("/documents/*", etag());
  pages.get("/documents", async (c) => {
    const filter = { text: (c.req.query("q") ?? "").trim(), kind: c.req.query("kind") ?? "" };
    c.header("Cache-Control", "no-cache");
    c.header("Vary", "Accept-Language");
    return c.html(documentsPage(pageContext(c), await readLibrary(store), filter));
  });

  pages.get("/documents/:id", async (c) => {
    const id = c.req.param("id");
    const [directive, passages] = await Promise.all([store.directive(id), store.passagesOf(id)]);
    if (directive === undefined) return c.html(errorPage(pageContext(c), "notFound"), 404);
    const { at, start, end } = c.req.query();
    const mark = findMark({ at, start, end }, directive, passages);
    const standing = await readStanding(directive, cite);
    const sources = await findSources(store, standing.by ? [standing.by.evidence] : []);
    c.header("Cache-Control", "no-cache");
    c.header("Vary", "Accept-Language");
    return c.html(readerPage(pageContext(c), directive, { passages, mark, standing, sources }));
  });

  async function answerTo(question: string, signal: AbortSignal): Promise<AskState> {
    if (question === "") return { kind: "start" };
    if (question.length > MAX_QUESTION_LENGTH) return { kind: "too-long" };
    if (!(await admit())) return { kind: "limit" };
    return { kind: "answer", answer: await ask(question, { signal }) };
  }

  return pages;
}
