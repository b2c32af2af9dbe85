import { TrichdanError } from "../core/errors.ts";

/** What the log may hold of an error: foreign messages can carry a question or a token, so only ours are kept. */
export function describeError(error: unknown): {
  readonly error: string;
  readonly message?: string;
  readonly at: string[];
} {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const described = { error: error.name, at: at.map((line) => line.trim()) };
  return error instanceof TrichdanError ? { ...described, message: error.message } : described;
}
