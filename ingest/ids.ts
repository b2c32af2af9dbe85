import { createHash } from "node:crypto";
import { fold } from "../src/core/text.ts";

const MAX_SLUG = 36;
// Part of every content hash: raise it when reading, cleaning or splitting changes, and files are read again.
const READER_VERSION = "3";

/** Id of the document in the file with this key: readable, ASCII, the same on every machine; at most 43 bytes. */
export function documentId(key: string): string {
  const name = fold(key.replace(/\.[^./]+$/, "")).replace(/[^a-z0-9]+/g, "-");
  const slug = name.slice(0, MAX_SLUG).replace(/^-+|-+$/g, "");
  return `${slug || "document"}-${sha256(key).slice(0, 6)}`;
}

/** As `documentId`; another document may have kept that id, when its file was moved away. */
export function freeId(key: string, held: Iterable<{ readonly id: string }>): string {
  const taken = new Set(Array.from(held, ({ id }) => id));
  for (let time = 1; ; time += 1) {
    const id = documentId(time === 1 ? key : `${key} ${time}`);
    if (!taken.has(id)) return id;
  }
}

/** Tells whether a file has to be read again. */
export function contentHashOf(bytes: Uint8Array): string {
  return sha256(`${READER_VERSION} ${sha256(bytes)}`);
}

/** Gives ids to a document's passages by what they say, so that they outlive changes elsewhere in the text. */
export function passageIds(directiveId: string): (path: readonly string[], text: string) => string {
  const times = new Map<string, number>();
  return (path, text) => {
    const id = `${directiveId}.${sha256([...path, text].join("\n")).slice(0, 8)}`;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}-${time}`;
  };
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
