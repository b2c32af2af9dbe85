import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createAudit } from "../../src/adapters/sqlite/audit.ts";
import { createInvitations } from "../../src/adapters/sqlite/invitations.ts";
import { createPeople } from "../../src/adapters/sqlite/people.ts";
import { createLimits } from "../../src/adapters/sqlite/usage.ts";
import { testAccess } from "../contracts/access.ts";
import { testPersonalData } from "../contracts/personal-data.ts";
import { testLimits } from "../contracts/spending.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function openIn(path: string) {
  const { db, close } = await openLibsql(path);
  closing.unshift(close);
  return db;
}

async function openFile() {
  const folder = mkdtempSync(join(tmpdir(), "trichdan-access-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  return openIn(join(folder, "library.db"));
}

describe.each([
  ["in memory", () => openIn(":memory:"), 10_000],
  ["in a file", openFile, 1000],
] as const)("libSQL %s", (_, open, requests) => {
  testAccess(async (adminIds) => {
    const db = await open();
    return {
      people: createPeople(db, adminIds),
      invitations: createInvitations(db, adminIds),
      audit: createAudit(db),
    };
  });
  testLimits(async (caps, now) => createLimits(await open(), caps, now), { requests });
  testPersonalData(open);
});
