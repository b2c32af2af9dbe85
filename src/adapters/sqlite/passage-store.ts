import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Clearance } from "../../core/access.ts";
import type { Passage } from "../../core/passage.ts";
import type { NewDocument, PassageStore } from "../../core/ports.ts";
import { agrees, ownReference } from "../../core/reference.ts";
import { chunks, type SqliteDatabase, type Statement } from "./database.ts";
import {
  allEvidence,
  evidenceInsertion,
  evidenceRemoval,
  findMentions,
  findRelations,
  mentionsOf,
  serialsLike,
  withOtherEvidence,
} from "./evidence.ts";
import { fullTextDelete, fullTextInsert } from "./full-text.ts";
import { andReadable, readable } from "./readable.ts";
import { rememberUntilChanged, touch } from "./revision.ts";
import { documents, passages, units } from "./schema.ts";
import { createWordIndex } from "./word-index.ts";

const {
  text: _text,
  key: _key,
  location: _location,
  contentHash: _hash,
  serial: _serial,
  evidenceVersion: _version,
  uncertain: _uncertain,
  ...head
} = getTableColumns(documents);
const { seq: _seq, context: _context, ...ownColumns } = getTableColumns(passages);

/**
 * The library over libSQL or D1, as far as `clearance` reaches: whatever is asked, documents above it are not there.
 * (In how many passages a word stands is counted over all.) `ensureFullText` must have run once before.
 */
export function createPassageStore(
  db: SqliteDatabase,
  clearance: Clearance = "admin",
  words = createWordIndex(db),
): PassageStore {
  const openDocument = readable(clearance, documents.id);
  const size = rememberUntilChanged(db, async () => {
    const [row] = await db.all<{ d: number; p: number; first: string | null; last: string | null }>(
      sql`SELECT count(*) AS d, min(issued_on) AS first, max(issued_on) AS last,
        (SELECT count(*) FROM passages WHERE true${andReadable(clearance, passages.documentId)}) AS p
        FROM documents WHERE true${andReadable(clearance, documents.id)}`,
    );
    const years = row?.first && row.last ? ([row.first.slice(0, 4), row.last.slice(0, 4)] as const) : null;
    return { documents: row?.d ?? 0, passages: row?.p ?? 0, years };
  });

  return {
    async get(ids) {
      const among = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      const ofThese = sql`${documents.id} IN (SELECT ${passages.documentId} FROM ${passages} WHERE ${passages.id} IN ${among})`;
      // Apart, because a document has many columns and many of the passages.
      const [rows, heads] = await Promise.all([
        db.select(ownColumns).from(passages).where(sql`${passages.id} IN ${among}`),
        db.select(head).from(documents).where(and(ofThese, openDocument)),
      ]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const directives = new Map(heads.map((directive) => [directive.id, directive]));
      return ids.flatMap((id) => {
        const row = byId.get(id);
        const directive = row && directives.get(row.documentId);
        return directive ? [{ passage: toPassage(row), directive }] : [];
      });
    },

    searchText: (terms, field, limit) => words.search(terms, { field, limit, clearance }),

    frequencies: words.frequencies,

    async findByNumber(reference) {
      const { serial } = reference;
      const ofSerial = and(eq(documents.serial, serial), openDocument);
      const held = serial === "" ? [] : await db.select(head).from(documents).where(ofSerial);
      const named = await findMentions(db, reference, clearance);
      return {
        held: held.filter((directive) => agrees(reference, ownReference(directive))),
        mentions: named.filter((mention) => agrees(reference, mention.reference)),
      };
    },

    serialsLike: (serials, issuedOn) => serialsLike(db, serials, issuedOn, clearance),

    relationsOf: (reference, directiveIds) => findRelations(db, reference, directiveIds, clearance),

    async passagesOfVectors(ids) {
      const rows = await db
        .select({ vectorId: units.id, passageId: units.passageId, start: units.start, end: units.end })
        .from(units)
        .where(
          and(
            sql`${units.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
            readable(clearance, units.documentId),
          ),
        );
      const byId = new Map(rows.map((row) => [row.vectorId, row]));
      return ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [{ vectorId: id, passageId: row.passageId, span: { start: row.start, end: row.end } }] : [];
      });
    },

    async directive(id) {
      const [row] = await db
        .select({ ...head, text: documents.text, uncertain: documents.uncertain })
        .from(documents)
        .where(and(eq(documents.id, id), openDocument));
      return row && { ...row, uncertain: row.uncertain ?? [] };
    },

    async uncertainIn(directiveIds) {
      if (directiveIds.length === 0) return new Map();
      const rows = await db
        .select({ id: documents.id, uncertain: documents.uncertain })
        .from(documents)
        .where(
          and(
            sql`${documents.id} IN (SELECT value FROM json_each(${JSON.stringify(directiveIds)})) AND ${documents.uncertain} IS NOT NULL`,
            openDocument,
          ),
        );
      return new Map(rows.map(({ id, uncertain }) => [id, uncertain ?? []]));
    },

    directives: () =>
      db.select(head).from(documents).where(openDocument).orderBy(asc(documents.issuedOn), asc(documents.title)),

    async passagesOf(directiveId) {
      const rows = await db
        .select()
        .from(passages)
        .where(and(eq(passages.documentId, directiveId), readable(clearance, passages.documentId)))
        .orderBy(asc(passages.start), asc(passages.seq));
      return rows.map(toPassage);
    },

    mentionsIn: (directiveId) => mentionsOf(db, directiveId, clearance),

    async put(document, replaced = []) {
      const { id } = document.directive;
      const [known] = await db.select({ id: documents.id }).from(documents).where(eq(documents.id, id));
      const others = replaced.flatMap((gone) => removal(db, gone));
      const statements = [...removal(db, id), ...others, ...insertion(db, document), touch(db)];
      await db.batch(statements as [Statement, ...Statement[]]);
      return known ? "updated" : "added";
    },

    async move({ id, ...place }) {
      await db.update(documents).set(place).where(eq(documents.id, id));
    },

    async remove(directiveId) {
      await db.batch([...removal(db, directiveId), touch(db)]);
    },

    evidence: () => allEvidence(db, clearance),

    withOtherEvidence: (version) => withOtherEvidence(db, version),

    async putEvidence(directiveId, evidence) {
      const statements = [
        ...evidenceRemoval(db, directiveId),
        ...evidenceInsertion(db, directiveId, evidence),
        touch(db),
      ];
      await db.batch(statements as [Statement, ...Statement[]]);
    },

    files: () =>
      db
        .select({
          id: documents.id,
          key: documents.key,
          location: documents.location,
          contentHash: documents.contentHash,
        })
        .from(documents),

    size,
  };
}

function removal(db: SqliteDatabase, id: string): [Statement, ...Statement[]] {
  return [
    fullTextDelete(db, id),
    db.delete(passages).where(eq(passages.documentId, id)),
    db.delete(units).where(eq(units.documentId, id)),
    ...evidenceRemoval(db, id),
    db.delete(documents).where(eq(documents.id, id)),
  ];
}

function insertion(db: SqliteDatabase, document: NewDocument): Statement[] {
  const { directive, key, location, contentHash } = document;
  const documentId = directive.id;
  const serial = directive.number ? ownReference(directive).serial : null;
  const uncertain = directive.uncertain.length === 0 ? null : [...directive.uncertain];
  const passageRows = document.passages.map(({ passage, context }) => ({
    id: passage.id,
    documentId,
    path: [...passage.path],
    page: passage.page,
    ...passage.span,
    text: passage.text,
    context,
  }));
  const unitRows = document.passages.flatMap(({ passage, units: parts }) =>
    parts.map(({ span, vector }) => ({ passageId: passage.id, documentId, ...span, vector })),
  );
  return [
    db.insert(documents).values({ ...directive, uncertain, key, location, contentHash, serial }),
    ...chunks(passageRows, 9).map((rows) => db.insert(passages).values(rows)),
    ...chunks(unitRows, 6).map((rows) => db.insert(units).values(rows)),
    ...evidenceInsertion(db, documentId, document.evidence),
    ...document.passages.map(({ passage, context }) => fullTextInsert(db, passage.id, context, passage.text)),
  ];
}

function toPassage(row: Omit<typeof passages.$inferSelect, "seq" | "context">): Passage {
  const { id, documentId, path, page, start, end, text } = row;
  return { id, directiveId: documentId, path, page, span: { start, end }, text };
}
