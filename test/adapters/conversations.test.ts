import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createConversations } from "../../src/adapters/sqlite/conversations.ts";
import { testConversations } from "../contracts/conversations.ts";

describe("conversations in libSQL", () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  testConversations(async () => {
    const { db, close } = await openLibsql(":memory:");
    opened.push(close);
    return createConversations(db);
  });
});
