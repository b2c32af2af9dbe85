import { posix } from "node:path";
import { UnreadableFileError } from "../src/core/errors.ts";
import type { Embedder, PassageStore, StoredFile, TokenCounter } from "../src/core/ports.ts";
import type { Upload, Uploaded, Uploads } from "../src/core/uploads.ts";
import { strictest } from "./access-level.ts";
import { buildDocument, readDraft } from "./document.ts";
import { extensionOf } from "./format.ts";
import type { FindReferences } from "./identify.ts";
import { contentHashOf, freeId } from "./ids.ts";
import { isCurrent } from "./moved.ts";
import { createIsolatedReader, type FileReader } from "./read-isolated.ts";
import { createVersions } from "./versions.ts";

export interface UploadParts {
  readonly store: Pick<PassageStore, "files" | "directive" | "put" | "remove">;
  readonly embedder: Embedder;
  readonly tokens: TokenCounter;
  readonly findReferences: FindReferences;
  readonly openReader?: () => FileReader;
}

/** Files that come without a place of their own, one after the other; what is marked secret is refused. */
export function createUploads({ store, openReader = createIsolatedReader, ...parts }: UploadParts): Uploads {
  let queue: Promise<unknown> = Promise.resolve();

  const add = async (
    { name, bytes, access, onNamesake, onProgress }: Upload,
    reader: FileReader,
  ): Promise<Uploaded> => {
    const files = await store.files();
    const contentHash = contentHashOf(bytes);
    const known = await duplicate(
      files.filter((file) => file.contentHash === contentHash),
      name,
    );
    if (known) return known;

    let pages = 0;
    const onPage = () => {
      pages += 1;
      onProgress?.({ step: "reading", pages });
    };
    const key = freeKey(name, files);
    const draft = await readDraft({ bytes, name, key }, { ...parts, reader, onPage, allowRestricted: false });
    const level = strictest([access ?? "all", draft.statedAccess]) ?? null;
    const directive = { ...draft.directive, id: freeId(key, files), access: level };
    const { text: _text, uncertain: _uncertain, ...document } = directive;
    const { same, near, namesakes } = await createVersions(store, isCurrent).compare(directive, files);
    const held = same && (await store.directive(same.id));
    if (held) return { kind: "duplicate", document: held };
    const [first, ...others] = namesakes.map(({ head }) => head);
    if (first && onNamesake === "ask") return { kind: "namesakes", document, held: [first, ...others] };

    const onPassages = (done: number, total: number) => onProgress?.({ step: "embedding", done, total });
    const built = await buildDocument(
      { ...draft, directive },
      { key, location: null, contentHash },
      { ...parts, onPassages },
    );
    const replaced = onNamesake === "replace" ? namesakes.map(({ file }) => file.id) : [];
    await store.put(built, replaced);
    const remaining = near.filter(({ file }) => !replaced.includes(file.id));
    return {
      kind: replaced.length > 0 ? "replaced" : "added",
      document,
      passages: built.passages.length,
      near: remaining.map(({ head, differences }) => ({ document: head, ...differences })),
    };
  };

  /** The document of the first of these files that is still there, where a name cannot make it another one. */
  const duplicate = async (files: readonly StoredFile[], name: string): Promise<Uploaded | undefined> => {
    for (const file of files) {
      if (extensionOf(file.key) !== extensionOf(name) || !(await isCurrent(file))) continue;
      const document = await store.directive(file.id);
      if (document) return { kind: "duplicate", document };
    }
    return undefined;
  };

  const oneByOne = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    add: (upload) =>
      oneByOne(async () => {
        const reader = openReader();
        try {
          return await add(upload, reader);
        } catch (error) {
          if (error instanceof UnreadableFileError) return { kind: "refused", reason: error.message };
          throw error;
        } finally {
          await reader.close();
        }
      }),

    withdraw: (id) =>
      oneByOne(async () => {
        const file = (await store.files()).find((one) => one.id === id);
        if (!file) return undefined;
        await store.remove(id);
        return { fileRemains: file.location !== null && (await isCurrent(file)) };
      }),
  };
}

// No folder is called so: a file in one is never taken for an upload of the same name.
const UPLOADED = "@upload/";

/** Files of other people may have the same name. */
function freeKey(name: string, files: readonly StoredFile[]): string {
  const taken = new Set(files.map(({ key }) => key));
  const { name: stem, ext } = posix.parse(name.normalize("NFC").replaceAll("/", "-"));
  for (let time = 1; ; time += 1) {
    const key = `${UPLOADED}${stem}${time === 1 ? "" : ` ${time}`}${ext}`;
    if (!taken.has(key)) return key;
  }
}
