import { printedDate } from "../citation/dates.ts";
import { dayOf, nextDay } from "../core/spending.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";

/** Counts a question; the sentence to be said instead of an answer where a limit is reached. */
export async function countQuestion(
  { person, messages }: BotContext,
  { limits, now }: Pick<Access, "limits" | "now">,
): Promise<string | undefined> {
  const reached = await limits.admit(person?.userId ?? null);
  if (reached === undefined) return undefined;
  const { limit, midnight } = messages.access;
  return limit[reached](midnight(printedDate(dayOf(nextDay(now())))));
}
