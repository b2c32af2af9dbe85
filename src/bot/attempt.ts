import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { replyText } from "./reply.ts";
import { whileTyping } from "./typing.ts";

/** What the work results in, typing shown meanwhile; `undefined` where it failed, of which user and log have been told. */
export async function attempt<Result>(
  ctx: BotContext,
  work: () => Promise<Result>,
  { log, event }: { readonly log: Log; readonly event: string },
): Promise<Result | undefined> {
  const outcome = await whileTyping(ctx, () =>
    work().catch((error: unknown) => {
      log({ level: "error", event, ...describeError(error) });
      return undefined;
    }),
  );
  if (outcome === undefined) await replyText(ctx, ctx.messages.failed);
  return outcome;
}
