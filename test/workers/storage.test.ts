import { env } from "cloudflare:test";
import { describe } from "vitest";
import { createConversations } from "../../src/adapters/sqlite/conversations.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import { testClearance } from "../contracts/clearance.ts";
import { testConversations } from "../contracts/conversations.ts";
import { testExportSql } from "../contracts/export-sql.ts";
import { testFullText } from "../contracts/full-text.ts";
import { testInbox } from "../contracts/inbox.ts";
import { testPassageStore } from "../contracts/passage-store.ts";
import { testVectorStore } from "../contracts/vector-store.ts";
import { emptyDatabase } from "./empty-database.ts";

describe("D1", () => {
  testPassageStore(async () => createPassageStore(await emptyDatabase()));
  testClearance(async () => {
    const db = await emptyDatabase();
    return { library: (clearance) => createPassageStore(db, clearance), vectors: createVectorStore(db) };
  });
  testFullText(() => emptyDatabase());
  testExportSql(
    () => emptyDatabase(env.SOURCE),
    () => emptyDatabase(),
  );
  testVectorStore(async () => {
    const db = await emptyDatabase();
    return { vectors: createVectorStore(db), store: createPassageStore(db) };
  });
  testInbox(async () => createInbox(await emptyDatabase()));
  testConversations(async () => createConversations(await emptyDatabase()));
});
