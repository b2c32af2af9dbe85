import type { SqliteDatabase } from "./adapters/sqlite/database.ts";
import { createPassageStore } from "./adapters/sqlite/passage-store.ts";
import type { WordIndex } from "./adapters/sqlite/word-index.ts";
import { type AskParts, createAsk } from "./answer/ask.ts";
import { countGaps } from "./answer/count-gaps.ts";
import { createCheck } from "./citation/check.ts";
import { createCite } from "./citation/cite.ts";
import type { Clearance } from "./core/access.ts";
import type { Reading, ReadingFor } from "./core/reading.ts";
import { createRetriever } from "./search/retriever.ts";

interface ReadingParts extends Pick<AskParts, "generate" | "rewrite" | "minSupport" | "now"> {
  readonly db: SqliteDatabase;
  readonly words: WordIndex;
  readonly meaning: Parameters<typeof createRetriever>[0]["meaning"];
  /** Hears the text of every question; only where the settings ask for it. */
  readonly onQuestion?: ((question: string) => void) | undefined;
}

/** Asking, searching, looking up and checking, on a store for each clearance that hides what is above it. */
export function createReading({ db, words, meaning, onQuestion, ...parts }: ReadingParts): ReadingFor {
  const made = new Map<Clearance, Reading>();
  return (clearance) => {
    const known = made.get(clearance);
    if (known) return known;
    const store = createPassageStore(db, clearance, words);
    const retriever = createRetriever({ store, meaning, now: parts.now });
    const ask = createAsk({ store, retriever, ...parts });
    const reading: Reading = {
      store,
      retriever,
      ask(question, options) {
        onQuestion?.(question);
        return ask(question, options);
      },
      cite: createCite(store),
      check: createCheck(store),
    };
    made.set(clearance, reading);
    return reading;
  };
}

/** The same reading, which takes note of what it cannot answer. */
export function withGaps(reading: ReadingFor, counting: Parameters<typeof countGaps>[1]): ReadingFor {
  return (clearance) => {
    const own = reading(clearance);
    return { ...own, ask: countGaps(own.ask, counting) };
  };
}
