import { createInterface } from "node:readline/promises";

/** Asks on the terminal; whatever is not a yes is a no, and so is the end of input. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  // As a terminal of its own it would keep Ctrl+C to itself.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    const answer = await Promise.race([lines.question(question, { signal }), ended]);
    return /^\s*(?:y|yes|c|có)\s*$/i.test(answer.normalize("NFC"));
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
