import type { AccessMode } from "../core/access.ts";
import type { Audit } from "../core/audit.ts";
import type { Invitations, People, PersonalData } from "../core/people.ts";
import type { Limits } from "../core/spending.ts";

/** Who may use the bot, how much, and what is kept about them. */
export interface Access {
  readonly mode: AccessMode;
  readonly people: People;
  readonly invitations: Invitations;
  readonly audit: Audit;
  readonly personalData: PersonalData;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
