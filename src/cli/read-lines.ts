import { readFileSync } from "node:fs";
import { TrichdanError } from "../core/errors.ts";

/** Rows of a JSON Lines file. */
export function readLines<Row>(file: string): Row[] {
  try {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    // The shape is the contract of the file; a wrong one shows in the figures.
    return lines.map((line) => JSON.parse(line) as Row);
  } catch (cause) {
    throw new TrichdanError(
      `"${file}" could not be read as JSON Lines. Check the path, and that each line is one JSON object.`,
      { cause },
    );
  }
}
