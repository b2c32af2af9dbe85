import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createGaps } from "../../src/adapters/sqlite/gaps.ts";
import { testGaps } from "../contracts/gaps.ts";

describe("gaps in libSQL", () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  testGaps(async (limits) => {
    const { db, close } = await openLibsql(":memory:");
    opened.push(close);
    return createGaps(db, limits);
  });
});
