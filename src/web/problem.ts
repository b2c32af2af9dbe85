import type { Context } from "hono";
import { languageOf } from "./language.ts";
import { type Messages, messagesFor } from "./messages.ts";

const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

type ProblemStatus = keyof typeof TITLES;

type Detail = Exclude<keyof Messages["problem"], "fields">;

/** An RFC 9457 response whose `detail` names the remedy in the caller's language. */
export function problem<Status extends ProblemStatus>(c: Context, status: Status, detail: Detail) {
  return problemWith(c, status, messagesFor(languageOf(c)).problem[detail]);
}

/** The problem of a request whose `field` is missing or out of its range. */
export function fieldProblem(c: Context, field: PropertyKey | undefined) {
  const messages = messagesFor(languageOf(c)).problem;
  const fields: Readonly<Record<PropertyKey, string>> = messages.fields;
  return problemWith(c, 400, (field !== undefined && fields[field]) || messages.invalidRequest);
}

function problemWith<Status extends ProblemStatus>(c: Context, status: Status, detail: string) {
  const body = { type: "about:blank", title: TITLES[status], status, detail };
  return c.json(body, status, { "Content-Type": "application/problem+json" });
}
