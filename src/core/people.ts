import type { Role } from "./access.ts";
import type { Language } from "./answer.ts";

/** Someone who has talked to the bot, or was given a role. */
export interface KnownPerson {
  readonly userId: number;
  readonly role: Role | null;
  /** Administrator by the settings: the role cannot be changed here. */
  readonly isFixed: boolean;
  /** As chosen; `null` where Telegram's language decides. */
  readonly language: Language | null;
  /** Right to a day; 0 where they have never been here. */
  readonly seenAt: number;
}

/** Who does something, and when, for the trail. */
export interface Act {
  readonly actorId: number;
  readonly now: number;
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** People and what they may do. Times in milliseconds since 1970. */
export interface People {
  /** One read; `undefined` where nothing is known. */
  find(userId: number): Promise<KnownPerson | undefined>;
  /** Takes note that the person was here. */
  seen(userId: number, now: number): Promise<void>;
  setLanguage(userId: number, language: Language | null, now: number): Promise<void>;
  /** `fixed` and `last-admin` are refusals: somebody must be left who can give roles. */
  setRole(userId: number, role: Role | null, act: Act): Promise<"changed" | "unchanged" | "fixed" | "last-admin">;
  /** Highest role first, then who was here last. */
  list(page: Page): Promise<KnownPerson[]>;
}

export interface Invitation {
  /** What the deep link carries; nobody can guess it. */
  readonly code: string;
  readonly role: Role;
  readonly usesLeft: number;
  readonly expiresAt: number;
}

/** What came of following an invitation. `has-role`: that one or a higher one, and no use is consumed. */
export type Redemption =
  | { readonly kind: "redeemed" | "has-role"; readonly role: Role }
  | { readonly kind: "unknown" | "expired" | "revoked" | "used-up" };

/** Links that give a role to who follows them. */
export interface Invitations {
  /** Returns its code. */
  make(invitation: Omit<Invitation, "code" | "usesLeft"> & { readonly uses: number }, act: Act): Promise<string>;
  /** Those that can be followed now, the first to expire first. */
  open(page: Page, now: number): Promise<Invitation[]>;
  /** `false` where there is nothing to take back. */
  revoke(code: string, act: Act): Promise<boolean>;
  /** A use and the role go together, however many try at once. */
  redeem(code: string, act: Act): Promise<Redemption>;
}

/** What is kept about one person, as counts of rows. */
export interface StoredAbout {
  readonly role: Role | null;
  readonly language: Language | null;
  /** `null` where nothing is kept about the person themselves. */
  readonly addedAt: number | null;
  readonly days: number;
  readonly answers: number;
  readonly feedback: number;
  readonly conversations: number;
}

/** All that is kept about people, in every table. */
export interface PersonalData {
  about(userId: number): Promise<StoredAbout>;
  /** What waits to be handled stays; the trail keeps the acts without the person. */
  forget(userId: number, now: number): Promise<void>;
  /** Deletes what is older than `before`; roles stay until they are taken away. */
  purge(before: number): Promise<void>;
}
