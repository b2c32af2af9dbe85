import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import { testInbox } from "../contracts/inbox.ts";

describe("the inbox in libSQL", () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  testInbox(async () => {
    const { db, close } = await openLibsql(":memory:");
    opened.push(close);
    return createInbox(db);
  });
});
