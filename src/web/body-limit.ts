import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";

const MAX_BODY_BYTES = 256 * 1024;

/** Refuses bodies above 256 KB, also those that do not announce their length. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, 413, "tooLarge") });
}
