import { createIsolatedReader } from "../../ingest/read-isolated.ts";

/** Text of a draft that was sent or opened. Throws `UnreadableFileError`. */
export async function readDraftBytes(bytes: Uint8Array, name: string): Promise<string> {
  const reader = createIsolatedReader();
  try {
    return (await reader.read(bytes, name)).text;
  } finally {
    await reader.close();
  }
}
