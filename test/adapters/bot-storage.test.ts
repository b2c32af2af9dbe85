import { describe } from "vitest";
import { createAnsweredQuestions } from "../../src/adapters/sqlite/answered.ts";
import { createConversations } from "../../src/adapters/sqlite/conversations.ts";
import { createFeedback } from "../../src/adapters/sqlite/feedback.ts";
import { createGaps } from "../../src/adapters/sqlite/gaps.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { createOutbox } from "../../src/adapters/sqlite/outbox.ts";
import { testAnsweredQuestions } from "../contracts/answered.ts";
import { testConversations } from "../contracts/conversations.ts";
import { testFeedback } from "../contracts/feedback.ts";
import { testGaps } from "../contracts/gaps.ts";
import { testInbox } from "../contracts/inbox.ts";
import { testOutbox } from "../contracts/outbox.ts";
import { openInMemory } from "../fakes/databases.ts";

describe("what the bot keeps, in libSQL", () => {
  describe("inbox", () => testInbox(async () => createInbox(await openInMemory())));
  describe("outbox", () => testOutbox(async () => createOutbox(await openInMemory())));
  describe("conversations", () => testConversations(async () => createConversations(await openInMemory())));
  describe("answered questions", () =>
    testAnsweredQuestions(async () => createAnsweredQuestions(await openInMemory())));
  describe("feedback", () => testFeedback(async () => createFeedback(await openInMemory())));
  describe("gaps", () => testGaps(async (limits) => createGaps(await openInMemory(), limits)));
});
