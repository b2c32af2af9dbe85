import type { Upload, Uploaded, Uploads } from "../../src/core/uploads.ts";

/** Uploads that come to what the test says, and what was asked of them. */
export function fakeUploads(
  outcome: Uploaded | ((upload: Upload) => Promise<Uploaded>),
  fileRemains: boolean | null = false,
) {
  const added: Upload[] = [];
  const withdrawn: string[] = [];
  const uploads: Uploads = {
    async add(upload) {
      added.push(upload);
      return typeof outcome === "function" ? outcome(upload) : outcome;
    },
    async withdraw(id) {
      withdrawn.push(id);
      return fileRemains === null ? undefined : { fileRemains };
    },
  };
  return { uploads, added, withdrawn };
}
