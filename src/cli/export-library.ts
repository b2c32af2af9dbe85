import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openLibsql } from "../adapters/node/libsql.ts";
import { exportSql } from "../adapters/sqlite/export-sql.ts";
import { createPassageStore } from "../adapters/sqlite/passage-store.ts";
import type { Config } from "../config.ts";
import { TrichdanError } from "../core/errors.ts";

/** Writes the library into `file` as SQL for D1; what it holds. */
export async function exportLibrary(config: Config, file: string): Promise<{ documents: number; passages: number }> {
  const { db, close } = await openLibsql(join(config.home, "library.db"));
  try {
    await writeFile(file, exportSql(db));
    const { documents, passages } = await createPassageStore(db).size();
    return { documents, passages };
  } catch (cause) {
    if (cause instanceof TrichdanError) throw cause;
    throw new TrichdanError(`"${file}" could not be written. Check the folder and the free space.`, { cause });
  } finally {
    close();
  }
}
