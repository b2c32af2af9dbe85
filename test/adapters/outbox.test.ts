import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createOutbox } from "../../src/adapters/sqlite/outbox.ts";
import { testOutbox } from "../contracts/outbox.ts";

describe("the outbox in libSQL", () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  testOutbox(async () => {
    const { db, close } = await openLibsql(":memory:");
    opened.push(close);
    return createOutbox(db);
  });
});
