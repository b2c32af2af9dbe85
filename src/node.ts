import { once } from "node:events";
import { serve as listen, type ServerType } from "@hono/node-server";
import { createGaps } from "./adapters/sqlite/gaps.ts";
import { createLimits } from "./adapters/sqlite/usage.ts";
import type { Config } from "./config.ts";
import { TrichdanError } from "./core/errors.ts";
import type { Gaps } from "./core/gaps.ts";
import { gapsKey } from "./core/gaps-link.ts";
import { withGaps } from "./create-reading.ts";
import type { Log } from "./log.ts";
import { buildLibrary } from "./node/build-library.ts";
import { type Library, openLibrary } from "./node/open-library.ts";
import { createTelegram } from "./node/telegram.ts";
import { createApp } from "./web/app.ts";
import { withinLimits } from "./web/within-limits.ts";

/** The server on Node: builds the library on first start, then web page, API and bot until SIGTERM or SIGINT. */
export async function serve(config: Config, log: Log): Promise<void> {
  const opened = await openLibrary(config, log);
  const gaps = createGaps(opened.db);
  const onFailure = () => log({ level: "warn", event: "gap-not-counted" });
  const library = { ...opened, reading: withGaps(opened.reading, { gaps, now: Date.now, onFailure }) };
  const telegram =
    config.telegram.mode === "off" ? undefined : createTelegram({ ...config, ...config.telegram }, library, log);
  try {
    await buildLibrary(library, log);
    const app = createApp({
      ...library.reading(null),
      ...withinLimits(library.reading(null).ask, createLimits(library.db, config.caps, Date.now)),
      readiness: () => readiness(config, library),
      ...(telegram?.webhook && { telegramWebhook: telegram.webhook }),
      ...gapsPage(config, gaps),
      log,
    });
    const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host });
    await once(server, "listening").catch((cause: unknown) => {
      throw new TrichdanError(
        `The server could not listen on ${config.host}:${config.port}. Set PORT or HOST to a free one.`,
        { cause },
      );
    });
    const url = urlOf(server, config.host);
    log({ level: "info", event: "listening", url });
    if (process.stdout.isTTY) process.stdout.write(`\n  Mở trang hỏi đáp · Open the ask page: ${url}\n\n`);
    telegram?.start();
    await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
    server.close();
    await once(server, "close");
  } finally {
    await telegram?.stop();
    await library.close();
  }
}

async function readiness(config: Config, { store, embedder }: Library) {
  const { documents, passages } = await store.size();
  const problem = documents > 0 ? null : "The library is empty. Run `npm run trichdan -- ingest <folder>`.";
  return {
    ready: !problem,
    documents,
    passages,
    search: { number: true, words: true, meaning: true },
    embeddingModel: embedder.modelId,
    llm: config.llm !== null,
    telegram: config.telegram.mode,
    problem,
  };
}

function gapsPage({ telegram }: Config, { open }: Gaps) {
  if (telegram.mode === "off") return {};
  return { gaps: { open, keyUntil: (until: number) => gapsKey(telegram.token, until), now: Date.now } };
}

/** With the port that the system chose where `PORT` is 0. */
function urlOf(server: ServerType, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`;
}
