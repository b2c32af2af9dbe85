import { Hono } from "hono";
import { GAPS_LINK_SECONDS } from "../core/gaps-link.ts";
import { notFound } from "./edges.ts";
import { gapsPage } from "./gaps-page.ts";
import { pageContext } from "./page-context.ts";
import type { GapsParts } from "./parts.ts";
import { isSameSecret } from "./same-secret.ts";

const ON_A_PAGE = 100;

/** The page that an administrator opens by a link from the bot; without its key there is no such page. */
export function createGapsPage({ open, keyUntil, now }: GapsParts): Hono {
  const pages = new Hono();

  pages.get("/gaps", async (c) => {
    const { until = "", key = "", order: wanted, page: at = "1" } = c.req.query();
    if (!(await isOpen(until, key))) return notFound(c);
    const order = wanted === "most" ? "most" : "newest";
    const page = /^[1-9]\d{0,5}$/.test(at) ? Number(at) : 1;
    const offset = (page - 1) * ON_A_PAGE;
    const { gaps, total } = await open({ order, offset, limit: ON_A_PAGE });
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Robots-Tag", "noindex, nofollow");
    const place = { first: offset + 1, page, pages: Math.ceil(total / ON_A_PAGE) };
    return c.html(gapsPage(pageContext(c), { gaps, total, order, ...place, opened: { until, key } }));
  });

  async function isOpen(until: string, key: string): Promise<boolean> {
    // The key is compared in any case: how long a refusal takes tells nothing.
    const isRight = await isSameSecret(key, await keyUntil(Number(until)));
    const left = Number(until) - now() / 1000;
    return isRight && /^[1-9]\d{0,11}$/.test(until) && left > 0 && left <= GAPS_LINK_SECONDS;
  }

  return pages;
}
