import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { TrichdanError } from "../core/errors.ts";
import { readDraftBytes } from "../node/read-draft.ts";

/** Text of a draft: a file in any format that can be ingested, or what comes on standard input for `-`. */
export async function readDraft(file: string): Promise<string> {
  if (file === "-") return (await buffer(process.stdin)).toString("utf8");
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new TrichdanError(`The draft "${file}" cannot be opened: check the path and its permissions.`, { cause });
  });
  return readDraftBytes(bytes, basename(file));
}
