import type { Retriever } from "../core/ports.ts";
import type { Reading } from "../core/reading.ts";

/** What the web application is made of; both runtimes hand in the same shape. */
export interface WebParts extends Omit<Reading, "retriever"> {
  readonly retriever: Pick<Retriever, "retrieve">;
  readonly readiness: () => Promise<Readiness>;
  /** Left out while the bot is off or polls: then there is no webhook route. */
  readonly telegramWebhook?: TelegramWebhook;
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
