import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { EXTENSIONS, extensionOf } from "./read.ts";

/** A file to ingest. */
export interface SourceFile {
  /** As the user would name it. */
  readonly path: string;
  /** Absolute. */
  readonly location: string;
  /** Path inside the folder that was named, with `/`; the base name of a file named itself. */
  readonly key: string;
}

/** The file, or all readable files below the folder, by name; hidden ones and other formats are passed over. */
export async function filesBelow(path: string): Promise<{ files: SourceFile[]; isFolder: boolean }> {
  const root = resolve(path);
  if (!(await stat(root)).isDirectory())
    return { files: [{ path, location: root, key: keyOf(basename(root)) }], isFolder: false };
  const found: SourceFile[] = [];
  // Links may lead back to a folder above.
  const visited = new Set<string>();
  const visit = async (folder: string): Promise<void> => {
    const real = await realpath(folder);
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of (await readdir(folder)).filter((entry) => !entry.startsWith(".")).sort()) {
      const location = join(folder, name);
      const kind = await stat(location).catch(() => undefined);
      if (kind?.isDirectory()) await visit(location);
      if (!kind?.isFile() || !EXTENSIONS.includes(extensionOf(name))) continue;
      const inside = relative(root, location);
      found.push({ path: join(path, inside), location, key: keyOf(inside.split(sep).join("/")) });
    }
  };
  await visit(root);
  return { files: found, isFolder: true };
}

export function isBelow(location: string, folder: string): boolean {
  const root = resolve(folder);
  return location.startsWith(root.endsWith(sep) ? root : root + sep);
}

export async function exists(location: string): Promise<boolean> {
  return stat(location).then(
    () => true,
    () => false,
  );
}

// File systems differ in how they write "ủ"; a key is one.
function keyOf(path: string): string {
  return path.normalize("NFC");
}
