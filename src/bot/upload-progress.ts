import type { BotContext } from "./context.ts";
import { piece, toMessage } from "./part.ts";
import { replacePressed } from "./reply.ts";
import { sleep as realSleep, type Sleep } from "./sleep.ts";

// Edits that come faster are answered with long waits.
const STEP_MS = 1000;

/** Shows in the pressed message how far the work is; whoever shows the result next is no faster than that, either. */
export async function whileTelling<Result>(
  ctx: BotContext,
  { line: first, sleep = realSleep }: { readonly line: string; readonly sleep?: Sleep | undefined },
  work: (tell: (line: string) => void) => Promise<Result>,
): Promise<Result> {
  const state = { line: first };
  const done = new AbortController();
  const showing = showLines(ctx, { line: () => state.line, sleep, done: done.signal });
  try {
    return await work((line) => {
      state.line = line;
    });
  } finally {
    done.abort();
    await showing;
  }
}

interface Lines {
  readonly line: () => string;
  readonly sleep: Sleep;
  readonly done: AbortSignal;
}

async function showLines(ctx: BotContext, { line, sleep, done }: Lines): Promise<void> {
  let shown = "";
  while (!done.aborted) {
    const isNews = line() !== shown;
    if (isNews) {
      shown = line();
      // What is shown on the way decides nothing.
      await replacePressed(ctx, toMessage(piece(shown))).catch(() => undefined);
    }
    await sleep(STEP_MS, isNews ? undefined : done);
  }
}
