import { eq, isNotNull, isNull, sql } from "drizzle-orm";
import { IndexMismatchError } from "../../core/errors.ts";
import type { VectorStore } from "../../core/ports.ts";
import { unitText } from "../../core/unit-text.ts";
import type { SqliteDatabase, Statement } from "./database.ts";
import { revisionOf, touch } from "./revision.ts";
import { documents, meta, passages, units } from "./schema.ts";

/** The vectors kept beside the text, over libSQL or D1. */
export function createVectorStore(db: SqliteDatabase): VectorStore {
  const hasVectors = async () => {
    const embedded = await db.select({ id: units.id }).from(units).where(isNotNull(units.vector)).limit(1);
    return embedded.length > 0;
  };

  return {
    hasVectors,

    async vectorIds() {
      const rows = await db.select({ id: units.id }).from(units).where(isNotNull(units.vector));
      return rows.map((row) => row.id);
    },

    async vectors(ids) {
      const rows = await db
        .select({ id: units.id, vector: units.vector })
        .from(units)
        .where(sql`${units.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
      return rows.flatMap(({ id, vector }) => (vector ? [{ id, vector }] : []));
    },

    revision: () => revisionOf(db),

    async requireModel(modelId) {
      const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, "embeddingModel"));
      if (row?.value === modelId) return;
      if (row && (await hasVectors())) throw new IndexMismatchError(row.value, modelId);
      await db
        .insert(meta)
        .values({ key: "embeddingModel", value: modelId })
        .onConflictDoUpdate({ target: meta.key, set: { value: modelId } });
    },

    async pending(limit) {
      const rows = await db
        .select({
          id: units.id,
          start: units.start,
          end: units.end,
          path: passages.path,
          title: documents.title,
          passageStart: passages.start,
          passageText: passages.text,
        })
        .from(units)
        .innerJoin(passages, eq(passages.id, units.passageId))
        .innerJoin(documents, eq(documents.id, units.documentId))
        .where(isNull(units.vector))
        .orderBy(units.id)
        .limit(limit);
      return rows.map(({ id, start, end, path, title, passageStart, passageText }) => ({
        id,
        text: unitText({ title, path }, passageText.slice(start - passageStart, end - passageStart)),
      }));
    },

    async fill(vectors) {
      const [first, ...rest] = vectors.map(
        ({ id, vector }): Statement => db.update(units).set({ vector }).where(eq(units.id, id)),
      );
      if (first) await db.batch([first, ...rest, touch(db)]);
    },

    async clearVectors() {
      await db.batch([
        db.update(units).set({ vector: null }),
        db.delete(meta).where(eq(meta.key, "embeddingModel")),
        touch(db),
      ]);
    },
  };
}
