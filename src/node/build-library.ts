import { fileURLToPath } from "node:url";
import type { Log } from "../log.ts";
import { embedPending } from "../search/embed-pending.ts";
import type { Library } from "./open-library.ts";
import { createProgress } from "./progress.ts";

const SHIPPED = fileURLToPath(new URL("../../data/library", import.meta.url));

/** Ingests what ships into an empty library, or what has changed in it since; a library of one's own stays alone. */
export async function buildLibrary(library: Library, log: Log): Promise<void> {
  const files = await library.store.files();
  if (files.length === 0 || files.some((file) => file.location?.startsWith(SHIPPED))) {
    const progress = createProgress();
    if (files.length === 0) log({ level: "info", event: "building-library", from: "data/library" });
    const report = await library
      .ingest({ onProgress: (state) => progress.update(state.file, state.filesDone, state.files) })
      .ingestPaths([SHIPPED]);
    progress.stop();
    log({ level: "info", event: "library-ready", documents: report.documents, passages: report.passages });
    for (const { file, reason } of report.failed) log({ level: "warn", event: "file-failed", file, reason });
  }
  await embedPending(library.vectors, library.embedder);
  // Brings the vector index into step now, not at the first question.
  await library.retriever.retrieve("trích dẫn", 1);
}
