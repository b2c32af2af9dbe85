import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { encodeBase64 } from "hono/utils/encode";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** Lets a page run its one style and its one script, and nothing else. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  // Hashes, not nonces: a 304 would send a new nonce for the page that the browser has kept.
  const [style, script] = await Promise.all([hashSource(STYLE), hashSource(SCRIPT)]);
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: [style],
      scriptSrc: [script],
      imgSrc: ["data:"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
  });
  return headers(c, next);
};

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${encodeBase64(digest)}'`;
}
