import { env } from "cloudflare:test";
import { describe } from "vitest";
import { createAnsweredQuestions } from "../../src/adapters/sqlite/answered.ts";
import { createAudit } from "../../src/adapters/sqlite/audit.ts";
import { createConversations } from "../../src/adapters/sqlite/conversations.ts";
import { createFeedback } from "../../src/adapters/sqlite/feedback.ts";
import { createGaps } from "../../src/adapters/sqlite/gaps.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { createInvitations } from "../../src/adapters/sqlite/invitations.ts";
import { createOutbox } from "../../src/adapters/sqlite/outbox.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createPeople } from "../../src/adapters/sqlite/people.ts";
import { createLimits } from "../../src/adapters/sqlite/usage.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import { testAccess } from "../contracts/access.ts";
import { testAnsweredQuestions } from "../contracts/answered.ts";
import { testClearance } from "../contracts/clearance.ts";
import { testConversations } from "../contracts/conversations.ts";
import { testExportSql } from "../contracts/export-sql.ts";
import { testFeedback } from "../contracts/feedback.ts";
import { testFullText } from "../contracts/full-text.ts";
import { testGaps } from "../contracts/gaps.ts";
import { testInbox } from "../contracts/inbox.ts";
import { testOutbox } from "../contracts/outbox.ts";
import { testPassageStore } from "../contracts/passage-store.ts";
import { testPersonalData } from "../contracts/personal-data.ts";
import { testLimits } from "../contracts/spending.ts";
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
  testAccess(async (adminIds) => {
    const db = await emptyDatabase();
    return {
      people: createPeople(db, adminIds),
      invitations: createInvitations(db, adminIds),
      audit: createAudit(db),
    };
  });
  testLimits(async (caps, now) => createLimits(await emptyDatabase(), caps, now), { requests: 100 });
  testPersonalData(() => emptyDatabase());
  testInbox(async () => createInbox(await emptyDatabase()));
  testOutbox(async () => createOutbox(await emptyDatabase()));
  testAnsweredQuestions(async () => createAnsweredQuestions(await emptyDatabase()));
  testConversations(async () => createConversations(await emptyDatabase()));
  testGaps(async (limits) => createGaps(await emptyDatabase(), limits));
  testFeedback(async () => createFeedback(await emptyDatabase()));
});
