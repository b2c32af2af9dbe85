import { isRole, type Role, roles } from "../src/core/access.ts";

/** Who may read a document at least; `all`: everyone, said on purpose. */
export type AccessLevel = Role | "all";

/** As a person writes it. */
export const ACCESS_LEVELS = `${roles.join(", ")} or all`;

export function isAccessLevel(text: string): text is AccessLevel {
  return text === "all" || isRole(text);
}

/** The level that lets the fewest read, of those that are said; `undefined` where nothing is. */
export function strictest(levels: readonly (AccessLevel | null)[]): Role | null | undefined {
  const said = levels.filter((level) => level !== null);
  if (said.length === 0) return undefined;
  return roles.findLast((role) => said.includes(role)) ?? null;
}
