import type { Composer } from "grammy";
import type { Gaps } from "../core/gaps.ts";
import { GAPS_LINK_SECONDS, gapsKey } from "../core/gaps-link.ts";
import { adminOnly } from "./admin-only.ts";
import type { BotContext } from "./context.ts";
import { GAPS_ON_A_PAGE, type GapsPage, readGapsData, renderGaps } from "./gaps-list.ts";
import type { RenderedMessage } from "./part.ts";
import { replacePressed, reply } from "./reply.ts";

/** What the list of gaps needs besides the update. */
export interface ListingGaps {
  readonly gaps: Gaps;
  readonly token: string;
  readonly publicUrl?: string;
  readonly now: () => number;
}

/** `/thieu`: what the library could not answer, to be read and settled by administrators. */
export function handleGaps(composer: Composer<BotContext>, parts: ListingGaps): void {
  const admins = adminOnly(composer);
  admins.command(["thieu", "gaps"], async (ctx) => reply(ctx, [await show(ctx, { order: "newest", page: 0 }, parts)]));
  admins.callbackQuery(/^gaps:/, async (ctx) => {
    const press = readGapsData(ctx.callbackQuery.data);
    if (!press) return;
    // Pressed twice, or by two administrators: the list without it is shown all the same.
    if (press.settled !== undefined) await parts.gaps.close(press.settled, parts.now());
    await replacePressed(ctx, await show(ctx, press, parts));
  });
}

/** That page, or the last one where the list has become shorter. */
async function show(ctx: BotContext, { order, page }: GapsPage, parts: ListingGaps): Promise<RenderedMessage> {
  const { gaps, total } = await parts.gaps.open({ order, offset: page * GAPS_ON_A_PAGE, limit: GAPS_ON_A_PAGE });
  const last = Math.max(0, Math.ceil(total / GAPS_ON_A_PAGE) - 1);
  if (page > last) return show(ctx, { order, page: last }, parts);
  return renderGaps({ gaps, total, order, page }, ctx.messages, await linkOf(parts));
}

/** None where the site cannot be reached from outside. */
async function linkOf({ token, publicUrl, now }: ListingGaps): Promise<string | undefined> {
  if (!publicUrl?.startsWith("https://")) return undefined;
  const until = Math.floor(now() / 1000) + GAPS_LINK_SECONDS;
  return `${publicUrl.replace(/\/+$/, "")}/gaps?until=${until}&key=${await gapsKey(token, until)}`;
}
