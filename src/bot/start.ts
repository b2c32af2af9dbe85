import { spansWithin } from "../core/uncertain.ts";
import { attempt } from "./attempt.ts";
import type { BotContext } from "./context.ts";
import { documentCard } from "./document-card.ts";
import type { Log } from "./log.ts";
import { pack, type RenderedMessage } from "./part.ts";
import { quoteParts } from "./render.ts";
import { reply, replyText } from "./reply.ts";
import { readStartPayload } from "./start-link.ts";
import { setAdminCommands } from "./webhook.ts";

/** What following a deep link needs besides the update. */
export interface FollowingLinks {
  readonly publicUrl?: string;
  readonly log: Log;
}

/** `/start` with a link to a passage or a document shows it; without one, or with one of another kind, it greets. */
export async function start(ctx: BotContext, payload: string, { publicUrl, log }: FollowingLinks): Promise<void> {
  const { messages } = ctx;
  // Who became an administrator since the menus were set.
  if (ctx.person?.role === "admin" && ctx.chat?.type === "private")
    await setAdminCommands(ctx.api, ctx.chat.id).catch(() => undefined);
  const link = readStartPayload(payload);
  if (!link) return replyText(ctx, messages.start);
  const work = async () => {
    if (link.to === "passage") return passageMessages(ctx, link.id, publicUrl);
    const card = await documentCard(ctx.reading, link.id, { messages, publicUrl });
    return card ? [card] : [];
  };
  const shown = await attempt(ctx, work, { log, event: "link-failed" });
  if (!shown) return;
  if (shown.length === 0) return replyText(ctx, messages.linkGone);
  await reply(ctx, shown);
}

async function passageMessages(
  { reading: { store }, messages }: BotContext,
  id: string,
  publicUrl: string | undefined,
): Promise<RenderedMessage[]> {
  const [place] = await store.get([id]);
  if (!place) return [];
  const { passage, directive } = place;
  const uncertain = spansWithin((await store.uncertainIn([directive.id])).get(directive.id) ?? [], passage.span);
  const quoted = { ...place, marker: 1, quote: passage.text, span: passage.span, uncertain };
  return pack(quoteParts(quoted, messages, publicUrl));
}
