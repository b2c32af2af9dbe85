import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";
import { createPersonalData } from "../../src/adapters/sqlite/personal-data.ts";

const LAN = 700_000_000_001;
const MAI = 700_000_000_002;
const DAY_MS = 24 * 3_600_000;

/** What is said about one person: a row in every table that holds anything about people. */
function rowsAbout(person: number, at: number): SQL[] {
  const message = (chat: number) => `{"update_id":1,"message":{"from":{"id":${person}},"chat":{"id":${chat}}}}`;
  const day = new Date(at).toISOString().slice(0, 10);
  const id = person - 700_000_000_000;
  return [
    sql`INSERT INTO people VALUES (${person}, NULL, 'en', ${at}, ${at})`,
    sql`INSERT INTO usage VALUES (${day}, ${person}, 3, 500)`,
    sql`INSERT INTO audit (at, actor_id, action, person_id, subject) VALUES (${at}, ${person}, 'role-changed', NULL, 'staff')`,
    sql`INSERT INTO audit (at, actor_id, action, person_id, subject) VALUES (${at}, NULL, 'role-changed', ${person}, 'staff')`,
    sql`INSERT INTO conversations VALUES (${`${person}:${person}`}, ${person}, '{"questions":["Lan hỏi"],"documents":[]}', ${at})`,
    // In private, in a group, by a button and by a reaction.
    sql`INSERT INTO inbox (update_id, "update", state, chat_id, received_at) VALUES (${id}, ${message(person)}, 'done', ${person}, ${at})`,
    sql`INSERT INTO inbox (update_id, "update", state, chat_id, received_at) VALUES (${id + 10}, ${message(-5)}, 'failed', -5, ${at})`,
    sql`INSERT INTO inbox (update_id, "update", state, chat_id, received_at)
      VALUES (${id + 20}, ${`{"update_id":1,"message_reaction":{"user":{"id":${person}}}}`}, 'done', -5, ${at})`,
    sql`INSERT INTO outbox (update_id, part, chat_id, call, state, at) VALUES (${id}, 0, ${person}, '{"text":"Lan"}', 'sent', ${at})`,
    sql`INSERT INTO outbox (update_id, part, chat_id, call, state, at) VALUES (${id + 10}, 0, -5, '{"text":"Lan"}', 'sent', ${at})`,
  ];
}

/** What `PersonalData` promises. `open` gives an empty database. */
export function testPersonalData(open: () => Promise<SqliteDatabase>): void {
  describe("what is kept about people", () => {
    let db: SqliteDatabase;
    beforeEach(async () => {
      db = await open();
    });

    async function fill(person: number, at: number): Promise<void> {
      for (const row of rowsAbout(person, at)) await db.run(row);
      await fillColumns("answered", person, at);
      await fillColumns("feedback", person, at);
    }

    /** A row whose columns are others' to choose: the person's number where it belongs, the time where it belongs. */
    async function fillColumns(table: string, person: number, at: number): Promise<void> {
      const columns = await db.all<{ name: string; type: string }>(
        sql`SELECT name, type FROM pragma_table_info(${table})`,
      );
      const values = columns.map(({ name, type }) => {
        if (name === "user_id") return person;
        if (name === "at") return at;
        if (name === "message_id") return person - 700_000_000_000;
        return type.toLowerCase() === "integer" ? 1 : '"x"';
      });
      await db.run(
        sql`INSERT INTO ${sql.identifier(table)} VALUES (${sql.join(
          values.map((value) => sql`${value}`),
          sql`, `,
        )})`,
      );
    }

    /** Every table with a row in which the number of the person stands. */
    async function tablesNaming(person: number): Promise<string[]> {
      const tables = await db.all<{ name: string }>(
        sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%fts%'
          AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'd1_%'`,
      );
      const found = await Promise.all(
        tables.map(async ({ name }) => {
          const rows = await db.all(sql`SELECT * FROM ${sql.identifier(name)}`);
          return JSON.stringify(rows).includes(String(person)) ? [name] : [];
        }),
      );
      return found.flat().sort();
    }

    const everywhere = ["answered", "audit", "conversations", "feedback", "inbox", "outbox", "people", "usage"];

    it("knows every table that has a column for a person or a chat", async () => {
      const tables = await db.all<{ name: string }>(
        sql`SELECT name FROM sqlite_master WHERE type = 'table' AND (sql LIKE '%user_id%' OR sql LIKE '%actor_id%'
          OR sql LIKE '%person_id%' OR sql LIKE '%chat_id%') ORDER BY name`,
      );
      expect(tables.map(({ name }) => name)).toEqual(everywhere);
    });

    it("leaves no trace of a forgotten person in any table, and everything of the others", async () => {
      await fill(LAN, 1000);
      await fill(MAI, 1000);
      expect(await tablesNaming(LAN)).toEqual(everywhere);
      await createPersonalData(db).forget(LAN, 2000);
      expect(await tablesNaming(LAN)).toEqual([]);
      expect(await tablesNaming(MAI)).toEqual(everywhere);
    });

    it("keeps the acts of a forgotten person, and that one was forgotten", async () => {
      await fill(LAN, 1000);
      await createPersonalData(db).forget(LAN, 2000);
      const trail = await db.all(sql`SELECT at, actor_id, action, person_id FROM audit ORDER BY at`);
      expect(trail).toEqual([
        { at: 1000, actor_id: null, action: "role-changed", person_id: null },
        { at: 1000, actor_id: null, action: "role-changed", person_id: null },
        { at: 2000, actor_id: null, action: "person-forgotten", person_id: null },
      ]);
    });

    it("keeps what the person has asked and nobody has handled yet", async () => {
      await db.run(
        sql`INSERT INTO inbox (update_id, "update", state, chat_id, received_at) VALUES (1, '{"a":1}', 'waiting', ${LAN}, 0)`,
      );
      await createPersonalData(db).forget(LAN, 2000);
      expect(await db.all(sql`SELECT "update" FROM inbox`)).toEqual([{ update: '{"a":1}' }]);
    });

    it("still knows the number of an update whose content is forgotten", async () => {
      await fill(LAN, 1000);
      await createPersonalData(db).forget(LAN, 2000);
      expect(await db.all(sql`SELECT update_id FROM inbox WHERE update_id = 1`)).toHaveLength(1);
    });

    it("says what is kept, and that nothing is", async () => {
      const data = createPersonalData(db);
      await fill(LAN, 1000);
      expect(await data.about(LAN)).toEqual({
        role: null,
        language: "en",
        addedAt: 1000,
        days: 1,
        answers: 1,
        feedback: 1,
        conversations: 1,
      });
      await data.forget(LAN, 2000);
      const nothing = { role: null, language: null, addedAt: null, days: 0, answers: 0, feedback: 0, conversations: 0 };
      expect(await data.about(LAN)).toEqual(nothing);
    });

    it("purges what is too old from every table, and nothing younger", async () => {
      const [old, young] = [10 * DAY_MS, 100 * DAY_MS];
      await fill(LAN, old);
      await fill(MAI, young);
      await createPersonalData(db).purge(young);
      expect(await tablesNaming(LAN)).toEqual([]);
      expect(await tablesNaming(MAI)).toEqual(everywhere);
    });

    it("does not purge those who hold a role", async () => {
      await fill(LAN, 0);
      await db.run(sql`UPDATE people SET role = 'staff'`);
      await createPersonalData(db).purge(100 * DAY_MS);
      expect(await tablesNaming(LAN)).toEqual(["people"]);
    });
  });
}
