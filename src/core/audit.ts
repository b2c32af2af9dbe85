/** What can be done to rights and documents. */
export const auditActions = [
  "invitation-made",
  "invitation-revoked",
  "invitation-redeemed",
  "role-changed",
  "person-forgotten",
  "document-added",
  "document-replaced",
  "document-withdrawn",
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who did what. No names, no questions, no text of documents. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** Who did it; `null` where that person has been forgotten, or was no person of the bot. */
  readonly actorId: number | null;
  /** Whom it was done to. */
  readonly personId: number | null;
  /** What it was done to, or with: a role, the number or id of a document. */
  readonly subject: string | null;
}

/** The trail of acts. Times in milliseconds since 1970. */
export interface Audit {
  record(entry: AuditEntry, now: number): Promise<void>;
  /** Latest first. */
  list(page: { readonly offset: number; readonly limit: number }): Promise<(AuditEntry & { readonly at: number })[]>;
}
