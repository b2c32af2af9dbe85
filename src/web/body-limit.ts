import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";

const MAX_BODY_BYTES = 256 * 1024;
// The longest draft in its longest spelling: nine bytes for a Vietnamese letter in an encoded form.
const MAX_DRAFT_BYTES = 2 * 1024 * 1024;

/** Refuses bodies above 256 KB, also those that do not announce their length. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, 413, "tooLarge") });
}

/** Refuses bodies that no draft of the longest length needs, before they are read. */
export function limitDraft(refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  return bodyLimit({ maxSize: MAX_DRAFT_BYTES, onError: refuse });
}
