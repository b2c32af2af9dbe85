import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { IngestReport } from "../../ingest/ingest.ts";
import type { Watch } from "../../ingest/watch.ts";
import { TrichdanError } from "../core/errors.ts";

export interface WatchSettings {
  readonly onReport: (report: IngestReport) => void;
  /** A failure that may pass, such as a drive that is away; told once until it has passed. */
  readonly onFailure: (error: TrichdanError) => void;
  /** `undefined` where there is nobody to ask: documents then stay. */
  readonly confirm: ((question: string, signal: AbortSignal) => Promise<boolean>) | undefined;
  readonly signal: AbortSignal;
  readonly everyMs: number;
}

// Ten thousand files take a quarter of a second, on a network drive more: most of the time is to be left to others.
const REST = 10;

/** Looks until `signal` says to stop; the file in work is finished first. Fails only where the first look does. */
export async function watchFolders(
  watch: Watch,
  { onReport, onFailure, confirm, signal, everyMs }: WatchSettings,
): Promise<void> {
  let missing: readonly string[] = [];
  let asked = new Set<string>();
  let isAsking = false;
  let hasLooked = false;
  let hasFailed = false;

  const ask = async () => {
    const unasked = missing.filter((file) => !asked.has(file));
    if (!confirm || isAsking || unasked.length === 0) return;
    isAsking = true;
    for (const file of unasked) asked.add(file);
    if (await confirm(questionOn(unasked), signal)) watch.withdraw(unasked);
    isAsking = false;
  };

  while (!signal.aborted) {
    const started = performance.now();
    let restMs = everyMs;
    try {
      const report = await watch.look(signal);
      [hasLooked, hasFailed] = [true, false];
      if (report) {
        onReport(report);
        missing = report.notices.filter(({ code }) => code === "missing").map(({ file }) => file);
        // What has come back may go again.
        asked = new Set(missing.filter((file) => asked.has(file)));
      } else restMs = Math.max(everyMs, REST * (performance.now() - started));
    } catch (error) {
      if (!hasLooked || !(error instanceof TrichdanError)) throw error;
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    }
    // Not waited for: the folders are looked at while a person thinks.
    void ask();
    await sleep(restMs, undefined, { signal }).catch(() => undefined);
  }
}

const NAMED = 3;

function questionOn(files: readonly string[]): string {
  const named = files
    .slice(0, NAMED)
    .map((file) => basename(file))
    .join(", ");
  const more = files.length > NAMED ? ` (+${files.length - NAMED})` : "";
  return `Không còn tệp ${named}${more}: rút văn bản khỏi thư viện? · Gone: withdraw from the library? (y/N) `;
}
