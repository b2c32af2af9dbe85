import { and, asc, eq, getTableColumns, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Clearance } from "../../core/access.ts";
import type { Span } from "../../core/passage.ts";
import type { DocumentEvidence, LibraryRelation, Mention } from "../../core/ports.ts";
import type { DocumentReference } from "../../core/reference.ts";
import { chunks, type SqliteDatabase, type Statement } from "./database.ts";
import { andReadable, readable } from "./readable.ts";
import { documents, mentions, relations } from "./schema.ts";

/** Statements that take out what a document says about others. */
export function evidenceRemoval(db: SqliteDatabase, documentId: string): Statement[] {
  return [
    db.delete(mentions).where(eq(mentions.documentId, documentId)),
    db.delete(relations).where(eq(relations.documentId, documentId)),
  ];
}

/** Statements that store it; the document must already stand in `documents`. */
export function evidenceInsertion(db: SqliteDatabase, documentId: string, evidence: DocumentEvidence): Statement[] {
  const mentionRows = evidence.mentions.map(({ reference, passageId, span, extent }) => ({
    ...reference,
    passageId,
    documentId,
    ...span,
    extentStart: extent.start,
    extentEnd: extent.end,
  }));
  const relationRows = evidence.relations.map(({ type, from, to, passageId, evidence: { start, end } }) => ({
    passageId,
    documentId,
    type,
    start,
    end,
    from,
    fromSerial: from.reference.serial,
    fromName: from.reference.name,
    to,
    toSerial: to.reference.serial,
    toName: to.reference.name,
  }));
  return [
    ...chunks(mentionRows, 16).map((rows) => db.insert(mentions).values(rows)),
    ...chunks(relationRows, 11).map((rows) => db.insert(relations).values(rows)),
    db.update(documents).set({ evidenceVersion: evidence.version }).where(eq(documents.id, documentId)),
  ];
}

/** Mentions with that number, or without one that name, by document and place. */
export async function findMentions(
  db: SqliteDatabase,
  { serial, name }: DocumentReference,
  clearance: Clearance,
): Promise<Mention[]> {
  const isNamed = serial === "" ? eq(mentions.name, name ?? "") : eq(mentions.serial, serial);
  return readMentions(db, and(isNamed, readable(clearance, mentions.documentId)));
}

/** Mentions in a document, in reading order. */
export async function mentionsOf(db: SqliteDatabase, documentId: string, clearance: Clearance): Promise<Mention[]> {
  return readMentions(db, and(eq(mentions.documentId, documentId), readable(clearance, mentions.documentId)));
}

/** Relations with that number, or without one that name, at one end, or stated by one of these documents. */
export async function findRelations(
  db: SqliteDatabase,
  { serial, name }: DocumentReference,
  documentIds: readonly string[],
  clearance: Clearance,
): Promise<LibraryRelation[]> {
  const rows = await db
    .select(ofRelation)
    .from(relations)
    .where(
      and(
        or(
          ...(serial === ""
            ? [eq(relations.fromName, name ?? ""), eq(relations.toName, name ?? "")]
            : [eq(relations.fromSerial, serial), eq(relations.toSerial, serial)]),
          inArray(relations.documentId, sql`(SELECT value FROM json_each(${JSON.stringify(documentIds)}))`),
        ),
        readable(clearance, relations.documentId),
      ),
    )
    .orderBy(asc(relations.documentId), asc(relations.start), asc(relations.id));
  return rows.map(toRelation);
}

/** All that texts say about documents. */
export async function allEvidence(
  db: SqliteDatabase,
  clearance: Clearance,
): Promise<Pick<DocumentEvidence, "mentions" | "relations">> {
  const [named, stated] = await Promise.all([
    readMentions(db, readable(clearance, mentions.documentId)),
    db.select(ofRelation).from(relations).where(readable(clearance, relations.documentId)).orderBy(asc(relations.id)),
  ]);
  return { mentions: named, relations: stated.map(toRelation) };
}

/** Running numbers that are held or named, out of these or of documents of that day. */
export async function serialsLike(
  db: SqliteDatabase,
  serials: readonly string[],
  issuedOn: string | null,
  clearance: Clearance,
): Promise<string[]> {
  const given = sql`(SELECT value FROM json_each(${JSON.stringify(serials)}))`;
  const rows = await db.all<{ serial: string }>(sql`
    SELECT serial FROM mentions
    WHERE (serial IN ${given} OR issued_on = ${issuedOn})${andReadable(clearance, mentions.documentId)}
    UNION SELECT serial FROM documents
    WHERE (serial IN ${given} OR (issued_on = ${issuedOn} AND serial IS NOT NULL))${andReadable(clearance, documents.id)}`);
  return rows.map(({ serial }) => serial).filter((serial) => serial !== "");
}

/** Documents whose evidence another version has read. */
export async function withOtherEvidence(db: SqliteDatabase, version: string): Promise<string[]> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .where(or(ne(documents.evidenceVersion, version), sql`${documents.evidenceVersion} IS NULL`));
  return rows.map(({ id }) => id);
}

const { type, from, to, passageId, documentId, start, end } = getTableColumns(relations);
// What serves to find it is left out.
const ofRelation = { type, from, to, passageId, documentId, start, end };

const { documentId: _documentId, ...ownColumns } = getTableColumns(mentions);
const NAMED = sql.join(
  Object.entries(ownColumns).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`),
  sql`, `,
);

/** One row for each document: a number may be named thousands of times, and a row takes longer than what is in it. */
async function readMentions(db: SqliteDatabase, condition: SQL | undefined): Promise<Mention[]> {
  const rows = await db
    .select({
      directiveId: mentions.documentId,
      issuedOn: documents.issuedOn,
      isDigest: documents.isDigest,
      named: sql<string>`json_group_array(json_object(${NAMED}))`,
    })
    .from(mentions)
    .innerJoin(documents, eq(documents.id, mentions.documentId))
    .where(condition)
    .groupBy(mentions.documentId)
    .orderBy(asc(mentions.documentId));
  return rows.flatMap(({ directiveId, issuedOn, isDigest, named }) => {
    // What was made by the statement above.
    const own = JSON.parse(named) as Omit<typeof mentions.$inferSelect, "documentId">[];
    const citedOn = isDigest ? null : issuedOn;
    return own
      .sort((a, b) => a.start - b.start)
      .map(({ passageId, start, end, extentStart, extentEnd, ...reference }) => {
        const extent: Span = { start: extentStart ?? start, end: extentEnd ?? end };
        return { reference, passageId, directiveId, span: { start, end }, extent, citedOn };
      });
  });
}

function toRelation(row: Pick<typeof relations.$inferSelect, keyof typeof ofRelation>): LibraryRelation {
  const { type, from, to, passageId, documentId, start, end } = row;
  return { type, from, to, passageId, directiveId: documentId, evidence: { start, end } };
}
