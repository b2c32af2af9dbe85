import type { AccessMode } from "../../core/access.ts";
import type { Caps } from "../../core/spending.ts";
import { createAudit } from "./audit.ts";
import type { SqliteDatabase } from "./database.ts";
import { createInvitations } from "./invitations.ts";
import { createPeople } from "./people.ts";
import { createPersonalData } from "./personal-data.ts";
import { createLimits } from "./usage.ts";

/** Everything about who may use the bot, on one database. */
export function createAccess(
  db: SqliteDatabase,
  {
    mode,
    adminIds,
    caps,
    now,
  }: {
    readonly mode: AccessMode;
    readonly adminIds: readonly number[];
    readonly caps: Caps;
    readonly now: () => number;
  },
) {
  return {
    mode,
    people: createPeople(db, adminIds),
    invitations: createInvitations(db, adminIds),
    audit: createAudit(db),
    personalData: createPersonalData(db),
    limits: createLimits(db, caps, now),
    now,
  };
}
