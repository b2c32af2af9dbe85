import { parentPort } from "node:worker_threads";
import { UnreadableFileError } from "../src/core/errors.ts";
import { type ReadDocument, readDocument } from "./read.ts";

/** A file for the reading thread; one at a time. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type ReadReply =
  | { readonly kind: "ready" }
  /** Something slow, such as the recognition of a page, is done, and more is to come. */
  | { readonly kind: "progress" }
  | { readonly kind: "read"; readonly document: ReadDocument }
  | { readonly kind: "failed"; readonly message: string; readonly isUnreadable: boolean };

const port = parentPort;
if (!port) throw new Error("read-worker runs as a worker thread only");
const reply = (message: ReadReply) => port.postMessage(message);

port.on("message", async ({ bytes, name }: ReadRequest) => {
  try {
    reply({ kind: "read", document: await readDocument(bytes, name, () => reply({ kind: "progress" })) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({ kind: "failed", message, isUnreadable: error instanceof UnreadableFileError });
  }
});
reply({ kind: "ready" });
