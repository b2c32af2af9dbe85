import { type Api, GrammyError } from "grammy";
import { TrichdanError } from "../core/errors.ts";
import { grammySignal } from "./sleep.ts";

/** What the Bot API hands on at most. https://core.telegram.org/bots/api#getfile */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const TIMEOUT_MS = 60_000;

/** The bytes of a file that was sent to the bot; `undefined` where they are too many. */
export async function download(api: Api, fileId: string): Promise<Uint8Array | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const path = await pathOf(api, fileId, signal);
  if (path === undefined) return undefined;
  try {
    const response = await fetch(urlOf(api, path), { signal });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    return await readAtMost(response.body, MAX_FILE_BYTES);
  } catch {
    // The error itself may name the address, and the token with it.
    throw new TrichdanError(
      "A file sent to the bot could not be downloaded. Check TELEGRAM_API_ROOT and the network; a Bot API server of " +
        "one's own must run without --local.",
    );
  }
}

async function pathOf(api: Api, fileId: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { file_size: size = 0, file_path: path } = await api.getFile(fileId, grammySignal(signal));
    return size > MAX_FILE_BYTES ? undefined : path;
  } catch (error) {
    if (error instanceof GrammyError && error.description.includes("file is too big")) return undefined;
    throw error;
  }
}

function urlOf({ token, options }: Api, path: string): string {
  const root = options?.apiRoot ?? "https://api.telegram.org";
  return `${root}/file/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Stops at the first byte too many, whatever size was announced. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value);
    length += chunk.value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
