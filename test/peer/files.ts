export type Files = ReturnType<typeof createFiles>;

interface KeptFile {
  readonly bytes: Uint8Array;
  readonly folder: string;
}

/** The files that were sent to the bot or by it. */
export function createFiles({ maxDownloadBytes }: { readonly maxDownloadBytes: number }) {
  const files: KeptFile[] = [];
  return {
    /** Keeps a file; its size may be left unsaid, or be said wrong, as by some clients. */
    add(content: string | Uint8Array, { folder = "documents", size }: { folder?: string; size?: number } = {}) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      files.push({ bytes, folder });
      const id = String(files.length - 1);
      return { file_id: id, file_unique_id: id, ...(size !== undefined && { file_size: size }) };
    },
    /** What `getFile` gives, which does not always know a size; or why not. */
    describe(id: string) {
      const file = files[Number(id)];
      if (!file) return { refusal: "Bad Request: invalid file_id" };
      if (file.bytes.length > maxDownloadBytes) return { refusal: "Bad Request: file is too big" };
      return { file_id: id, file_unique_id: id, file_path: `${file.folder}/file_${id}.bin` };
    },
    has: (id: string) => files[Number(id)] !== undefined,
    bytesOf: (id: string) => files[Number(id)]?.bytes,
    bytesAt(path: string): Uint8Array | undefined {
      const [, folder, id] = /^(\w+)\/file_(\d+)\.bin$/.exec(path) ?? [];
      const file = files[Number(id)];
      return file?.folder === folder ? file?.bytes : undefined;
    },
  };
}
