import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createAnsweredQuestions } from "../../src/adapters/sqlite/answered.ts";
import { testAnsweredQuestions } from "../contracts/answered.ts";

describe("answered questions in libSQL", () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  testAnsweredQuestions(async () => {
    const { db, close } = await openLibsql(":memory:");
    opened.push(close);
    return createAnsweredQuestions(db);
  });
});
