/** Tokens of the language model for one question. */
export interface Spending {
  /** `false` when they are not left for today: then the model must not be asked. */
  reserve(tokens: number): Promise<boolean>;
  /** Corrects what was reserved to what was used. */
  settle(reserved: number, used: number): Promise<void>;
}

/** Most a day, for one person and for everybody together. */
export interface Caps {
  readonly userQuestions: number;
  readonly questions: number;
  readonly userTokens: number;
  readonly tokens: number;
}

/** Whose limit was reached. */
export type Reached = "person" | "everybody";

/** What may still be asked and spent today. `null` is nobody in particular: the visitors of the web page. */
export interface Limits {
  /** Counts a question; `undefined` where it may be answered. */
  admit(userId: number | null): Promise<Reached | undefined>;
  spendingOf(userId: number | null): Spending;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// Vietnam has had no summer time since 1975.
const ZONE_MS = 7 * HOUR_MS;

/** The day in Vietnam at a time, as `2026-11-23`. */
export function dayOf(now: number): string {
  return new Date(now + ZONE_MS).toISOString().slice(0, 10);
}

/** When the next day begins in Vietnam, at which limits open again. */
export function nextDay(now: number): number {
  return Math.floor((now + ZONE_MS) / DAY_MS + 1) * DAY_MS - ZONE_MS;
}

/** The time of day in Vietnam, as `14:05`. */
export function timeOf(now: number): string {
  return new Date(now + ZONE_MS).toISOString().slice(11, 16);
}
