import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { replyText } from "./reply.ts";
import { whileTyping } from "./typing.ts";

/** What the work results in, typing shown meanwhile; `undefined` where it failed, of which user and log have been told. */
export function attempt<Result>(
  ctx: BotContext,
  work: () => Promise<Result>,
  telling: { readonly log: Log; readonly event: string },
): Promise<Result | undefined> {
  return orApology(ctx, () => whileTyping(ctx, work), telling);
}

/** `attempt` for work that shows by itself that it goes on. */
export async function orApology<Result>(
  ctx: BotContext,
  work: () => Promise<Result>,
  { log, event }: { readonly log: Log; readonly event: string },
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    log({ level: "error", event, ...describeError(error) });
    await replyText(ctx, ctx.messages.failed);
    return undefined;
  }
}
