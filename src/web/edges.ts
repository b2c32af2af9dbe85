import type { ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { describeError } from "./describe-error.ts";
import { errorPage } from "./error-page.ts";
import { pageContext, wantsPage } from "./page-context.ts";
import type { Log } from "./parts.ts";
import { problem } from "./problem.ts";

/** Every failure that nobody expected: logged once, answered without a word of its message. */
export function createErrorHandler(log: Log): ErrorHandler {
  return (error, c) => {
    if (error instanceof HTTPException && error.status === 400) return problem(c, 400, "invalidJson");
    if (error instanceof HTTPException && error.status === 415) return problem(c, 415, "contentType");
    // Nobody waits for the answer any more, so nothing failed.
    const isAborted = c.req.raw.signal.aborted;
    log({
      level: isAborted ? "info" : "error",
      event: isAborted ? "request-aborted" : "request-failed",
      method: c.req.method,
      // What stands behind it is what somebody typed.
      path: c.req.path.replace(/^(\/citations\/).*/, "$1…"),
      ...describeError(error),
    });
    return wantsPage(c) ? c.html(errorPage(pageContext(c), "failed"), 500) : problem(c, 500, "failed");
  };
}

/** An address that does not exist: a page for people, a problem for programs. */
export const notFound: NotFoundHandler = (c) =>
  wantsPage(c) ? c.html(errorPage(pageContext(c), "notFound"), 404) : problem(c, 404, "unknownRoute");
