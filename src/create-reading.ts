import type { SqliteDatabase } from "./adapters/sqlite/database.ts";
import { createPassageStore } from "./adapters/sqlite/passage-store.ts";
import { type AskParts, createAsk } from "./answer/ask.ts";
import { createCheck } from "./citation/check.ts";
import { createCite } from "./citation/cite.ts";
import type { Clearance } from "./core/access.ts";
import type { Reading, ReadingFor } from "./core/reading.ts";
import { createRetriever } from "./search/retriever.ts";

interface ReadingParts extends Pick<AskParts, "generate" | "minSupport" | "now"> {
  readonly db: SqliteDatabase;
  readonly meaning: Parameters<typeof createRetriever>[0]["meaning"];
}

/** Asking, searching, looking up and checking, on a store for each clearance that hides what is above it. */
export function createReading({ db, meaning, ...parts }: ReadingParts): ReadingFor {
  const made = new Map<Clearance, Reading>();
  return (clearance) => {
    const known = made.get(clearance);
    if (known) return known;
    const store = createPassageStore(db, clearance);
    const retriever = createRetriever({ store, meaning, now: parts.now });
    const reading = {
      store,
      retriever,
      ask: createAsk({ store, retriever, ...parts }),
      cite: createCite(store),
      check: createCheck(store),
    };
    made.set(clearance, reading);
    return reading;
  };
}
