/** What a person may be, lowest first; each may read what the ones before it may. */
export const roles = ["member", "trainer", "staff", "admin"] as const;

export type Role = (typeof roles)[number];

/** What someone may read: documents without an access level, and those of this level and below. */
export type Clearance = Role | null;

/** Whether `clearance` suffices for a document of level `access`; `null` there is open to everyone. */
export function mayRead(clearance: Clearance, access: Role | null): boolean {
  return access === null || (clearance !== null && roles.indexOf(access) <= roles.indexOf(clearance));
}

/** The levels that `clearance` does not reach. */
export function closedTo(clearance: Clearance): readonly Role[] {
  return roles.filter((role) => !mayRead(clearance, role));
}

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** `open`: everyone may ask; `invitation`: who has a role, also by an invitation; `list`: whom an admin gave a role. */
export const accessModes = ["open", "invitation", "list"] as const;

export type AccessMode = (typeof accessModes)[number];

/** Whether someone with that role is served at all. */
export function mayUse(mode: AccessMode, role: Role | null): boolean {
  return mode === "open" || role !== null;
}
