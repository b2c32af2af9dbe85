import { BotError, GrammyError, HttpError } from "grammy";
import { TrichdanError } from "../core/errors.ts";

/** What a log may say about an error. Messages of unknown errors are left out: they may repeat a question. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof BotError) return describeError(error.error);
  if (error instanceof GrammyError) {
    return { error: error.name, method: error.method, code: error.error_code, description: error.description };
  }
  // grammY's own message names the method only; the error inside may name the URL, and the token with it.
  if (error instanceof HttpError || error instanceof TrichdanError)
    return { error: error.name, message: error.message };
  if (error instanceof Error) return { error: error.name, at: firstFrame(error) };
  return { error: typeof error };
}

function firstFrame(error: Error): string | null {
  return /^\s+at (.+)$/m.exec(error.stack ?? "")?.[1] ?? null;
}
