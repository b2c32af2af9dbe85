import type { Clearance } from "./access.ts";
import type { Ask } from "./answer.ts";
import type { Check } from "./check.ts";
import type { Cite } from "./cite.ts";
import type { PassageStore, Retriever } from "./ports.ts";

/** All that reads the library, as far as one clearance reaches: nothing above it comes out of any of these. */
export interface Reading {
  readonly ask: Ask;
  readonly cite: Cite;
  readonly check: Check;
  readonly retriever: Retriever;
  /** To be read only. */
  readonly store: PassageStore;
}

/** The same parts every time for the same clearance. */
export type ReadingFor = (clearance: Clearance) => Reading;
