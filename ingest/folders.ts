import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { UnreadableFileError } from "../src/core/errors.ts";
import { extensionOf, isDocument } from "./format.ts";

/** What stands below a folder. */
export interface FolderStates {
  /** The documents and archives, by name, each with what changes when it is written. */
  readonly states: ReadonlyMap<string, string>;
  /** Folders that cannot be opened, with the reason. */
  readonly closed: ReadonlyMap<string, string>;
}

/** Throws where the folder itself cannot be opened. */
export async function statesBelow(root: string): Promise<FolderStates> {
  const states = new Map<string, string>();
  const closed = new Map<string, string>();
  // Links may lead back to a folder above.
  const visited = new Set<string>();
  const visit = async (folder: string): Promise<void> => {
    const real = await realpath(folder);
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of (await readdir(folder)).filter((entry) => !/^(?:\.|~\$)/.test(entry)).sort()) {
      const location = join(folder, name);
      const kind = await stat(location).catch(() => undefined);
      if (kind?.isDirectory()) await visit(location).catch((cause) => closed.set(location, reasonOf(cause)));
      if (kind?.isFile() && (isDocument(name) || extensionOf(name) === ".zip"))
        states.set(location, `${kind.size} ${kind.mtimeMs}`);
    }
  };
  await visit(resolve(root));
  return { states, closed };
}

/** Whether the file, or the archive that it is in, is there; also where that cannot be found out. */
export async function exists(location: string): Promise<boolean> {
  return (await fileAt(location).catch(() => true)) !== undefined;
}

/** When the file, or the archive that it is in, was last written, in milliseconds since 1970; `undefined` where that cannot be found out. */
export async function writtenAt(location: string): Promise<number | undefined> {
  return (await fileAt(location).catch(() => undefined))?.mtimeMs;
}

export function isBelow(location: string, folder: string): boolean {
  const root = resolve(folder);
  return location.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The failure of a file system as the file's; others are passed on. */
export function unreadable(cause: unknown): never {
  throw new UnreadableFileError(reasonOf(cause), { cause });
}

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === undefined) throw cause;
  return code === "ENOENT"
    ? "There is no such file or folder: check the path."
    : `It cannot be opened (${code}): check its permissions.`;
}

/** `undefined` where there is none; fails where the file system does not tell. */
async function fileAt(location: string): Promise<Stats | undefined> {
  for (let path = location; ; path = dirname(path)) {
    const found = await stat(path).catch((cause: unknown) => {
      if (!/^(?:ENOENT|ENOTDIR)$/.test(codeOf(cause) ?? "")) throw cause;
    });
    if (found) return path === location || found.isFile() ? found : undefined;
    if (dirname(path) === path) return undefined;
  }
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
}
