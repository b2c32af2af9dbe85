import type { Gaps } from "../core/gaps.ts";
import type { Retriever } from "../core/ports.ts";
import type { Reading } from "../core/reading.ts";

/** What the web application is made of; both runtimes hand in the same shape. */
export interface WebParts extends Omit<Reading, "retriever"> {
  readonly retriever: Pick<Retriever, "retrieve">;
  /** Counts a question; `false` where as many as allowed have been asked today. */
  readonly admit: () => Promise<boolean>;
  readonly readiness: () => Promise<Readiness>;
  /** Left out while the bot is off or polls: then there is no webhook route. */
  readonly telegramWebhook?: TelegramWebhook;
  /** Left out while the bot is off: it gives the links to this page. */
  readonly gaps?: GapsParts;
  readonly log: Log;
}

export type Log = (entry: {
  readonly level: "info" | "warn" | "error";
  readonly event: string;
  readonly [key: string]: unknown;
}) => void;

export interface TelegramWebhook {
  /** As it was given to `setWebhook`; never empty. */
  readonly secret: string;
  /** Resolves once the update is stored; a rejection makes Telegram send it again. */
  readonly accept: (update: unknown) => Promise<"accepted" | "known" | "refused">;
}

/** Whether questions can be answered now, and by which means. */
export interface Readiness {
  readonly ready: boolean;
  readonly documents: number;
  readonly passages: number;
  readonly search: { readonly number: boolean; readonly words: boolean; readonly meaning: boolean };
  readonly embeddingModel: string | null;
  readonly llm: boolean;
  readonly telegram: "off" | "polling" | "webhook";
  /** What is missing and how to mend it; `null` when ready. */
  readonly problem: string | null;
}

/** The page of what the library could not answer. */
export interface GapsParts {
  readonly open: Gaps["open"];
  /** The key that opens it until that time, in seconds since 1970. */
  readonly keyUntil: (until: number) => Promise<string>;
  readonly now: () => number;
}
