import { stat } from "node:fs/promises";
import { TrichdanError } from "../src/core/errors.ts";
import { statesBelow } from "./folders.ts";
import type { Ingest, IngestReport } from "./ingest.ts";

export interface WatchParts {
  readonly ingest: Pick<Ingest, "ingestPaths">;
  readonly folders: readonly string[];
  /** Documents go with their files, except where nothing is left of a whole folder; else they stay until agreed. */
  readonly withdrawMissing: boolean;
}

/** Keeps a library in step with folders. */
export interface Watch {
  /**
   * Looks at the folders and ingests what has not changed since the look before; so a file that is still being copied
   * waits. The report of what was done, `undefined` where there was nothing to do. Throws `TrichdanError`.
   */
  look(signal?: AbortSignal): Promise<IngestReport | undefined>;
  /** With the next look the documents of these files go, if the files are gone still. */
  withdraw(locations: readonly string[]): void;
}

/**
 * Looks rather than listens: notices of the system do not come from network drives, run out in large folders, and leave
 * out files in folders that are made at the same time; and a file that is being copied has to be looked at twice anyway.
 */
export function createWatch({ ingest, folders, withdrawMissing }: WatchParts): Watch {
  let previous: ReadonlyMap<string, string> | undefined;
  /** As they were when they were ingested, or failed to be. */
  let done: Map<string, string> | undefined;
  let areMissing = false;
  const agreed = new Set<string>();

  return {
    withdraw(locations) {
      for (const location of locations) agreed.add(location);
    },

    async look(signal) {
      const [now, before] = [await statesOf(folders), previous];
      previous = now;
      if (!before) return undefined;
      const settled = [...now].filter(([location, state]) => before.get(location) === state);
      const changed = settled.filter(([location, state]) => done?.get(location) !== state);
      const gone = [...(done?.keys() ?? [])].filter((location) => !now.has(location) && !before.has(location));
      if (done && changed.length + gone.length + agreed.size === 0) return undefined;
      // What is gone may have been moved: to a place where there was a copy already, too.
      const isWhole = !done || gone.length > 0 || areMissing || agreed.size > 0;
      const wanted = new Map(isWhole ? settled : changed);
      const report = await ingest.ingestPaths(folders, {
        isWanted: (location) => wanted.has(location),
        isWithdrawn: ({ location, isTrusted }) => (withdrawMissing ? isTrusted : agreed.has(location)),
        ...(signal && { signal }),
      });
      done ??= new Map();
      for (const location of gone) done.delete(location);
      for (const [location, state] of changed) done.set(location, state);
      areMissing = report.notices.some(({ code }) => code === "missing");
      agreed.clear();
      return report;
    },
  };
}

async function statesOf(folders: readonly string[]): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const folder of folders) {
    try {
      if (!(await stat(folder)).isDirectory())
        throw new TrichdanError(`${folder} is a file: name the folder it is in.`);
      for (const [location, state] of (await statesBelow(folder)).states) states.set(location, state);
    } catch (cause) {
      if (cause instanceof TrichdanError) throw cause;
      throw new TrichdanError(`${folder} cannot be looked into: check that it is there, and its permissions.`, {
        cause,
      });
    }
  }
  return states;
}
