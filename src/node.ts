import { serve as listen } from "@hono/node-server";
import { createCite } from "./citation/cite.ts";
import type { Config } from "./config.ts";
import { TrichdanError } from "./core/errors.ts";
import type { Log } from "./log.ts";
import { buildLibrary } from "./node/build-library.ts";
import { openLibrary } from "./node/open-library.ts";
import { startTelegram } from "./node/telegram.ts";
import { createApp } from "./web/app.ts";

/** The server on Node: builds the library on first start, then web page, API and bot until SIGTERM or SIGINT. */
export async function serve(config: Config, log: Log): Promise<void> {
  const library = await openLibrary(config, log);
  await buildLibrary(library, log);
  const telegram = config.telegram.mode === "off" ? undefined : startTelegram(config.telegram, library, log);
  const app = createApp({
    ask: library.ask,
    store: library.store,
    retriever: library.retriever,
    cite: createCite(library.store),
    readiness: async () => {
      const { documents, passages } = await library.store.size();
      const problem = documents > 0 ? null : "The library is empty. Run `npm run trichdan -- ingest <folder>`.";
      const search = { number: true, words: true, meaning: true };
      const embeddingModel = library.embedder.modelId;
      return {
        ready: !problem,
        documents,
        passages,
        search,
        embeddingModel,
        llm: config.llm !== null,
        telegram: config.telegram.mode,
        problem,
      };
    },
    ...(telegram?.webhook && { telegramWebhook: telegram.webhook }),
    log,
  });
  const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new TrichdanError(
          `The server could not listen on ${config.host}:${config.port}. Set PORT or HOST to a free one.`,
          { cause },
        ),
      ),
    );
    server.once("listening", () => {
      log({
        level: "info",
        event: "listening",
        url: `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${config.port}`,
      });
    });
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => server.close(() => resolve()));
  });
  await telegram?.stop();
  await library.close();
}
