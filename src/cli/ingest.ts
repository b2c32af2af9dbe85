import type { AccessLevel } from "../../ingest/access-level.ts";
import type { IngestReport } from "../../ingest/ingest.ts";
import { createWatch } from "../../ingest/watch.ts";
import { TrichdanError } from "../core/errors.ts";
import type { Library } from "../node/open-library.ts";
import { createProgress } from "../node/progress.ts";
import { confirm } from "./confirm.ts";
import { reportText } from "./terminal-text.ts";
import { watchFolders } from "./watch-folders.ts";

export interface IngestOptions {
  readonly reindex?: boolean;
  readonly allowRestricted?: boolean;
  readonly replace?: boolean;
  readonly access?: AccessLevel;
  readonly withdrawMissing?: boolean;
  readonly watch?: boolean;
}

type Print = (report: IngestReport, text: () => string) => void;

/** Seconds from one look at watched folders to the next. */
export const LOOK_EVERY = 2;

/** Files and folders into the library, once or until the program is told to end. */
export async function ingest(
  library: Library,
  paths: readonly string[],
  { reindex, watch, withdrawMissing = false, ...options }: IngestOptions,
  print: Print,
): Promise<void> {
  const progress = createProgress();
  if (reindex) await library.reindex((done) => progress.update("vectors", done));
  let onProgress = progress.update;
  const work = library.ingest({
    ...options,
    onProgress: (state) => onProgress(state.file, state.filesDone, state.files),
  });
  const show = (report: IngestReport) => {
    progress.stop();
    onProgress = () => undefined;
    print(report, () => reportText(report));
  };
  if (watch) {
    await watchUntilSignal(createWatch({ ingest: work, folders: paths, withdrawMissing }), paths, show);
    return;
  }
  const report = await work.ingestPaths(paths, withdrawMissing ? { isWithdrawn: () => true } : {});
  show(report);
  // What was found inside a folder is reported and no more; what was named has to be there.
  const refused = report.failed.filter(({ file }) => paths.includes(file));
  if (refused.length > 0) throw new TrichdanError(refused.map(({ file, reason }) => `${file}: ${reason}`).join("\n"));
}

/** The first report is shown; all after it go to standard error, where they are no part of a JSON value. */
async function watchUntilSignal(
  watch: Parameters<typeof watchFolders>[0],
  folders: readonly string[],
  showFirst: (report: IngestReport) => void,
): Promise<void> {
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  const end = new AbortController();
  // Once: a second signal ends the program at once, as if there were no handler.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  let isFirst = true;
  tell(`Đang theo dõi · Watching ${folders.join(", ")} (Ctrl+C)`);
  await watchFolders(watch, {
    onReport(report) {
      if (isFirst) showFirst(report);
      else tell(reportText(report));
      isFirst = false;
    },
    onFailure: (error) => tell(error.message),
    confirm: process.stdin.isTTY && process.stderr.isTTY ? confirm : undefined,
    signal: end.signal,
    everyMs: LOOK_EVERY * 1000,
  });
}
