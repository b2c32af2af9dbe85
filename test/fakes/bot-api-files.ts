import type { Document } from "grammy/types";

/** The files that users send to a bot, as the Bot API keeps them. */
export function createBotFiles() {
  const files: Uint8Array[] = [];
  return {
    /** A file for a user to send, as a message shows it; its size may be left unsaid, or be said wrong. */
    add(name: string, content: string | Uint8Array, size?: number): { readonly document: Document } {
      files.push(typeof content === "string" ? new TextEncoder().encode(content) : content);
      const id = String(files.length - 1);
      const said = size === undefined ? {} : { file_size: size };
      return { document: { file_id: id, file_unique_id: id, file_name: name, ...said } };
    },
    /** What `getFile` gives; as Telegram, it does not always know a size. */
    describe(id: string) {
      if (!files[Number(id)]) return undefined;
      return { file_id: id, file_unique_id: id, file_path: `documents/file_${id}.bin` };
    },
    bytesAt(path: string): Uint8Array | undefined {
      const [, id] = /^documents\/file_(\d+)\.bin$/.exec(path) ?? [];
      return id === undefined ? undefined : files[Number(id)];
    },
  };
}
