import type { Ask } from "../core/answer.ts";
import type { Limits } from "../core/spending.ts";
import type { WebParts } from "./parts.ts";

/** Questions of visitors, whom nobody knows: they count to the limits of everybody together. */
export function withinLimits(ask: Ask, limits: Limits): Pick<WebParts, "ask" | "admit"> {
  return {
    ask: (question, options) => ask(question, { ...options, spending: limits.spendingOf(null) }),
    admit: async () => (await limits.admit(null)) === undefined,
  };
}
