import { createRoute, z } from "@hono/zod-openapi";
import { checkBodySchema, checkSchema, citeBodySchema, citeSchema } from "./citation-schemas.ts";
import {
  answerSchema,
  askBodySchema,
  fullDocumentSchema,
  hitsSchema,
  problemSchema,
  readinessSchema,
  registerSchema,
  searchQuerySchema,
} from "./schemas.ts";

export const askRoute = createRoute({
  method: "post",
  path: "/api/ask",
  summary: "Answer a question with verbatim quotes",
  request: { body: { required: true, content: { "application/json": { schema: askBodySchema } } } },
  responses: {
    200: json("The answer", answerSchema),
    ...bodyProblems(),
    429: problemOf("As many questions as allowed have been answered today"),
    500: problemOf("Failure"),
  },
});

export const citeRoute = createRoute({
  method: "post",
  path: "/api/cite",
  summary: "Resolve a document number, however written",
  request: { body: { required: true, content: { "application/json": { schema: citeBodySchema } } } },
  responses: { 200: json("What the library knows", citeSchema), ...bodyProblems(), 500: problemOf("Failure") },
});

export const checkRoute = createRoute({
  method: "post",
  path: "/api/check",
  summary: "Find every citation of a draft and compare it with the library; nothing of the draft is kept",
  request: { body: { required: true, content: { "application/json": { schema: checkBodySchema } } } },
  responses: {
    200: json("Its citations in reading order", checkSchema),
    ...bodyProblems("Longer than 200,000 characters"),
    500: problemOf("Failure"),
  },
});

export const searchRoute = createRoute({
  method: "get",
  path: "/api/search",
  summary: "Passages for a query, best first",
  request: { query: searchQuerySchema },
  responses: {
    200: json("The passages", hitsSchema),
    400: problemOf("`q` or `k` is missing or out of range"),
    500: problemOf("Failure"),
  },
});

export const documentsRoute = createRoute({
  method: "get",
  path: "/api/documents",
  summary: "The register of the library",
  responses: {
    200: json("Every document held, without its text, and every other one that is named", registerSchema),
    500: problemOf("Failure"),
  },
});

export const documentRoute = createRoute({
  method: "get",
  path: "/api/documents/{id}",
  summary: "One document with its text",
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json("The document", fullDocumentSchema),
    404: problemOf("Not in this library"),
    500: problemOf("Failure"),
  },
});

export const healthRoute = createRoute({
  method: "get",
  path: "/healthz",
  summary: "Alive",
  responses: { 200: json("The process answers", z.object({ ok: z.literal(true) })) },
});

export const readinessRoute = createRoute({
  method: "get",
  path: "/readyz",
  summary: "Ready to answer questions",
  responses: {
    200: json("Ready", readinessSchema),
    500: problemOf("Failure"),
    503: json("Not ready; `problem` names the remedy", readinessSchema),
  },
});

/** Described only: its validators would read the body before the secret is checked. */
export const telegramRoute = createRoute({
  method: "post",
  path: "/telegram/webhook",
  summary: "Telegram's updates",
  request: {
    headers: z.object({ "X-Telegram-Bot-Api-Secret-Token": z.string() }),
    body: {
      required: true,
      content: { "application/json": { schema: z.object({ update_id: z.int() }).openapi("TelegramUpdate") } },
    },
  },
  responses: {
    200: json("Stored, or known already", z.object({ ok: z.literal(true) })),
    401: problemOf("The secret header is missing or wrong"),
    ...bodyProblems(),
    503: problemOf("Not stored; send it again after Retry-After seconds"),
  },
});

function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

function problemOf(description: string) {
  return { description, content: { "application/problem+json": { schema: problemSchema } } };
}

function bodyProblems(tooLarge = "Larger than 256 KB") {
  return {
    400: problemOf("Not JSON, or a field is missing or out of range"),
    413: problemOf(tooLarge),
    415: problemOf("Not application/json"),
  };
}
