import type { Context } from "grammy";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { messagesFor } from "./messages.ts";
import { replyText } from "./reply.ts";
import { whileTyping } from "./typing.ts";

/** What the work results in, typing shown meanwhile; `undefined` where it failed, of which user and log have been told. */
export async function attempt<Result>(
  ctx: Context,
  work: () => Promise<Result>,
  { log, event }: { readonly log: Log; readonly event: string },
): Promise<Result | undefined> {
  const outcome = await whileTyping(ctx, () =>
    work().catch((error: unknown) => {
      log({ level: "error", event, ...describeError(error) });
      return undefined;
    }),
  );
  if (outcome === undefined) await replyText(ctx, messagesFor(ctx.from?.language_code).failed);
  return outcome;
}
