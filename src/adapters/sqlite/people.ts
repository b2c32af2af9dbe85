import { eq, sql } from "drizzle-orm";
import { type Role, roles } from "../../core/access.ts";
import type { KnownPerson, People } from "../../core/people.ts";
import { recordIfChanged } from "./audit.ts";
import { people } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";
import { conversations } from "./schema.ts";

const columns = { userId: people.userId, role: people.role, language: people.language, seenAt: people.seenAt };

/** The people table; `adminIds` are administrators whatever it says. */
export function createPeople(db: SqliteDatabase, adminIds: readonly number[] = []): People {
  const known = (row: Omit<KnownPerson, "isFixed">): KnownPerson =>
    adminIds.includes(row.userId) ? { ...row, role: "admin", isFixed: true } : { ...row, isFixed: false };

  const find = async (userId: number) => {
    const [row] = await db.select(columns).from(people).where(eq(people.userId, userId));
    if (row) return known(row);
    return adminIds.includes(userId) ? known({ userId, role: "admin", language: null, seenAt: 0 }) : undefined;
  };

  return {
    find,

    async seen(userId, now) {
      await db
        .insert(people)
        .values({ userId, addedAt: now, seenAt: now })
        .onConflictDoUpdate({ target: people.userId, set: { seenAt: now } });
    },

    async setLanguage(userId, language, now) {
      await db
        .insert(people)
        .values({ userId, language, addedAt: now, seenAt: now })
        .onConflictDoUpdate({ target: people.userId, set: { language } });
    },

    async setRole(userId, role, { actorId, now }) {
      if (adminIds.includes(userId)) return "fixed";
      const before = await find(userId);
      if ((before?.role ?? null) === role) return "unchanged";
      const results = await db.batch([
        db
          .insert(people)
          .values({ userId, role, addedAt: now, seenAt: 0 })
          .onConflictDoUpdate({
            target: people.userId,
            set: { role },
            // One statement decides, so that two administrators cannot take each other's role away.
            setWhere: adminIds.length > 0 ? sql`true` : sql`${people.role} IS NOT 'admin' OR ${otherAdmins(userId)}`,
          })
          .returning({ userId: people.userId }),
        recordIfChanged(db, { action: "role-changed", actorId, personId: userId, subject: role }, now),
        // Of a higher role they may name what the new one must not see.
        db.delete(conversations).where(eq(conversations.userId, userId)),
      ]);
      return firstRows(results).length > 0 ? "changed" : "last-admin";
    },

    async list({ offset, limit }) {
      const rank = rankOf(sql`${people.role}`);
      const missing = sql`SELECT value FROM json_each(${JSON.stringify(adminIds)})
        WHERE value NOT IN (SELECT ${people.userId} FROM ${people})`;
      const fixed = sql`${people.userId} IN (SELECT value FROM json_each(${JSON.stringify(adminIds)}))`;
      const rows = await db.all<{ userId: number; role: Role | null; language: "vi" | "en" | null; seenAt: number }>(
        sql`SELECT user_id AS userId, role, language, seen_at AS seenAt,
              CASE WHEN ${fixed} THEN ${roles.length} ELSE ${rank} END AS rank FROM ${people}
            UNION ALL SELECT value, 'admin', NULL, 0, ${roles.length} FROM (${missing})
            ORDER BY rank DESC, seenAt DESC, userId LIMIT ${limit} OFFSET ${offset}`,
      );
      return rows.map(({ userId, role, language, seenAt }) => known({ userId, role, language, seenAt }));
    },
  };
}

/** Height of a role in SQL, 0 for none. */
function rankOf(role: ReturnType<typeof sql>) {
  const cases = roles.map((name, index) => sql`WHEN ${name} THEN ${index + 1}`);
  return sql`CASE ${role} ${sql.join(cases, sql` `)} ELSE 0 END`;
}

function otherAdmins(userId: number) {
  return sql`EXISTS (SELECT 1 FROM people AS other WHERE other.role = 'admin' AND other.user_id <> ${userId})`;
}

/** The rows of the first statement of a batch, which libSQL and D1 give alike. */
export function firstRows(results: unknown): readonly unknown[] {
  const [first] = Array.isArray(results) ? results : [];
  return Array.isArray(first) ? first : [];
}
