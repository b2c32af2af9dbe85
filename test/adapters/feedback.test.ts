import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createFeedback } from "../../src/adapters/sqlite/feedback.ts";
import { testFeedback } from "../contracts/feedback.ts";

describe("feedback in libSQL", () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  testFeedback(async () => {
    const { db, close } = await openLibsql(":memory:");
    opened.push(close);
    return createFeedback(db);
  });
});
