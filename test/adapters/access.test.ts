import { describe } from "vitest";
import { createAudit } from "../../src/adapters/sqlite/audit.ts";
import { createInvitations } from "../../src/adapters/sqlite/invitations.ts";
import { createPeople } from "../../src/adapters/sqlite/people.ts";
import { createLimits } from "../../src/adapters/sqlite/usage.ts";
import { testAccess } from "../contracts/access.ts";
import { testPersonalData } from "../contracts/personal-data.ts";
import { testLimits } from "../contracts/spending.ts";
import { openInFile, openInMemory } from "../fakes/databases.ts";

describe.each([
  ["in memory", openInMemory, 10_000],
  ["in a file", openInFile, 1000],
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
