import { OpenAPIHono } from "@hono/zod-openapi";
import { etag } from "hono/etag";
import type { ScoredPassage } from "../core/passage.ts";
import { limitBody, limitDraft } from "./body-limit.ts";
import { answerJson, checkJson, citeJson, fullDocumentJson, hitsJson, registerJson } from "./json.ts";
import type { WebParts } from "./parts.ts";
import { fieldProblem, problem } from "./problem.ts";
import { readLibrary, readStanding } from "./read-library.ts";
import {
  askRoute,
  checkRoute,
  citeRoute,
  documentRoute,
  documentsRoute,
  healthRoute,
  readinessRoute,
  searchRoute,
} from "./routes.ts";

/** The JSON routes; their schemas are what `/openapi.json` shows. */
export function createApi({ ask, admit, store, retriever, cite, check, readiness }: WebParts): OpenAPIHono {
  const uncertainIn = (hits: readonly ScoredPassage[]) =>
    store.uncertainIn([...new Set(hits.map(({ directive }) => directive.id))]);
  const api = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : fieldProblem(c, result.error.issues[0]?.path[0])),
  });
  api.use("/api/ask", limitBody());
  api.use("/api/cite", limitBody());
  api.use(
    "/api/check",
    limitDraft((c) => problem(c, 413, "draftTooLong")),
  );
  api.use("/api/documents/*", etag());

  api.openapi(askRoute, async (c) => {
    const { question, lang } = c.req.valid("json");
    if (!(await admit())) return problem(c, 429, "limitReached");
    const answer = await ask(question, { signal: c.req.raw.signal, ...(lang && { language: lang }) });
    const nearest = answer.kind === "no-evidence" ? answer.nearest : [];
    return c.json(answerJson(answer, await uncertainIn(nearest)), 200);
  });

  api.openapi(searchRoute, async (c) => {
    const { q, k } = c.req.valid("query");
    const { hits } = await retriever.retrieve(q, k, c.req.raw.signal);
    return c.json(hitsJson(hits, await uncertainIn(hits)), 200);
  });

  api.openapi(citeRoute, async (c) => {
    const { text, asOf } = c.req.valid("json");
    return c.json(citeJson(await cite(text, { ...(asOf && { asOf }) })), 200);
  });

  api.openapi(
    checkRoute,
    async (c) => c.json(checkJson(await check(c.req.valid("json").text)), 200),
    (result, c) => {
      if (result.success) return undefined;
      const isTooLong = result.error.issues.some(({ code }) => code === "too_big");
      return isTooLong ? problem(c, 413, "draftTooLong") : problem(c, 400, "noDraft");
    },
  );

  api.openapi(documentsRoute, async (c) => {
    c.header("Cache-Control", "no-cache");
    return c.json(registerJson(await readLibrary(store)), 200);
  });

  api.openapi(documentRoute, async (c) => {
    const { id } = c.req.valid("param");
    const [directive, passages] = await Promise.all([store.directive(id), store.passagesOf(id)]);
    if (directive === undefined) return problem(c, 404, "unknownDocument");
    const { status } = await readStanding(directive, cite);
    c.header("Cache-Control", "no-cache");
    return c.json(fullDocumentJson({ ...directive, status }, passages), 200);
  });

  api.openapi(healthRoute, (c) => c.json({ ok: true } as const, 200));

  api.openapi(readinessRoute, async (c) => {
    const state = await readiness();
    return c.json({ ...state, search: { ...state.search } }, state.ready ? 200 : 503);
  });

  return api;
}
