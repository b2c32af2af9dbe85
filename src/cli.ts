import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { ACCESS_LEVELS, type AccessLevel, isAccessLevel } from "../ingest/access-level.ts";
import { refreshEvidence } from "../ingest/evidence.ts";
import { openLibsql } from "./adapters/node/libsql.ts";
import { ensureFullText } from "./adapters/sqlite/full-text.ts";
import { createPassageStore } from "./adapters/sqlite/passage-store.ts";
import { createCheck } from "./citation/check.ts";
import { createCite } from "./citation/cite.ts";
import { isoDate } from "./citation/dates.ts";
import { addEvalCommand } from "./cli/eval-command.ts";
import { exportLibrary } from "./cli/export-library.ts";
import { type IngestOptions, ingest, LOOK_EVERY } from "./cli/ingest.ts";
import { readDraft } from "./cli/read-draft.ts";
import { answerText, checkText, citeText, hitsText } from "./cli/terminal-text.ts";
import { type Config, parseConfig } from "./config.ts";
import { TrichdanError } from "./core/errors.ts";
import type { ScoredPassage } from "./core/passage.ts";
import type { PassageStore } from "./core/ports.ts";
import { createLog } from "./log.ts";
import { type Library, openLibrary } from "./node/open-library.ts";
import { serve } from "./node.ts";
import { answerJson, checkJson, citeJson, hitsJson } from "./web/json.ts";

if (existsSync(".env")) process.loadEnvFile(".env");
process.exitCode = await run(process.argv);

/** 0: done; 1: failed; 2: wrong use. */
async function run(argv: readonly string[]): Promise<number> {
  try {
    await createProgram(parseConfig(process.env)).parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof TrichdanError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function createProgram(config: Config): Command {
  const log = createLog(config.logLevel, (line) => process.stderr.write(line));
  const program = new Command("trichdan")
    .description("Trả lời có trích dẫn từ văn bản của Đảng · Cited answers from Party documents")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .option("--json", "print exactly one JSON value");
  const print = (value: unknown, text: () => string) =>
    process.stdout.write(`${program.opts()["json"] ? JSON.stringify(value) : text()}\n`);
  const withLibrary = async (work: (library: Library) => Promise<void>, options = {}) => {
    const library = await openLibrary(config, log, options);
    try {
      await work(library);
    } finally {
      await library.close();
    }
  };

  program
    .command("ingest")
    .argument("[paths...]", "files and folders")
    .option("--reindex", "embed every text again with the model in use")
    .option("--allow-restricted", "take documents that bear a mark of secrecy or against their spreading, too")
    .option(
      "--replace",
      "where two files are the same document with different texts, the newer takes the place of the older",
    )
    .option(
      "--access <level>",
      `who may read these documents at least: ${ACCESS_LEVELS}; where a file says so itself (front matter "access"), the stricter of both holds; without either a new document is open to all, and one of the library keeps its level`,
      accessLevel,
    )
    .option(
      "--withdraw-missing",
      "withdraw documents whose file is gone: also from a folder that has become empty, and everywhere if no path is given; with --watch, without asking",
    )
    .option(
      "--watch",
      `then look at the folders every ${LOOK_EVERY} seconds (large ones less often) until interrupted: ingest what is added or changed; of a file that is gone, withdraw the document only after a yes on the terminal (with --json only the first report is printed as JSON)`,
    )
    .description("add or update documents; unchanged files are skipped")
    .action((paths: string[], options: IngestOptions) => {
      const isWithoutPath = options.watch ? false : (options.reindex ?? options.withdrawMissing);
      if (paths.length === 0 && !isWithoutPath) throw usage("Name a file or folder, e.g. `ingest data/library`.");
      return withLibrary((library) => ingest(library, paths, options, print), {
        reindexing: options.reindex ?? false,
      });
    });
  program
    .command("ask")
    .argument("<question...>")
    .description("answer a question with verified quotes")
    .action((words: string[]) =>
      withLibrary(async ({ ask, store }) => {
        const answer = await ask(words.join(" "));
        const uncertain = answer.kind === "no-evidence" ? await uncertainIn(store, answer.nearest) : undefined;
        print(answerJson(answer, uncertain), () => answerText(answer));
      }),
    );
  program
    .command("search")
    .argument("<query...>")
    .option("-k <n>", "how many passages", wholeNumber, 10)
    .description("passages, best first")
    .action((words: string[], { k }: { k: number }) =>
      withLibrary(async ({ retriever, store }) => {
        const { hits } = await retriever.retrieve(words.join(" "), k);
        print(hitsJson(hits, await uncertainIn(store, hits)), () => hitsText(hits));
      }),
    );
  program
    .command("cite")
    .argument("<text...>")
    .option("--as-of <date>", "its standing on that day, e.g. 2020-01-31", isoDay)
    .description("what the library knows of a document number")
    .action((words: string[], { asOf }: { asOf?: string }) =>
      withStore(config, async (store) => {
        const result = await createCite(store)(words.join(" "), asOf === undefined ? {} : { asOf });
        print(citeJson(result), () => citeText(result));
      }),
    );
  program
    .command("check")
    .argument("<file>", "a draft in any format that can be ingested, or - for standard input")
    .description("compare every citation of a draft with the library")
    .action((file: string) =>
      withStore(config, async (store) => {
        const result = await createCheck(store)(await readDraft(file));
        print(checkJson(result), () => checkText(result));
      }),
    );
  addEvalCommand(program, { config, log, print, withLibrary });
  program
    .command("export")
    .argument("<file>", "where the SQL goes")
    .description("the library as SQL for Cloudflare D1 (docs/deploy.md)")
    .action(async (file: string) => {
      const size = await exportLibrary(config, file);
      print(size, () => `${size.documents} documents, ${size.passages} passages in ${file}`);
    });
  program
    .command("serve")
    .description("web page, API and bot")
    .action(() => serve(config, log));
  return program;
}

/** The library without its model, which looking up and checking citations does not need. */
async function withStore(config: Config, work: (store: PassageStore) => Promise<void>): Promise<void> {
  const { db, close } = await openLibsql(join(config.home, "library.db"));
  try {
    await ensureFullText(db);
    const store = createPassageStore(db);
    await refreshEvidence(store);
    await work(store);
  } finally {
    close();
  }
}

/** Words of the passages' documents that character recognition is not sure of. */
function uncertainIn(store: PassageStore, hits: readonly ScoredPassage[]) {
  return store.uncertainIn([...new Set(hits.map(({ directive }) => directive.id))]);
}

function accessLevel(value: string): AccessLevel {
  if (!isAccessLevel(value)) throw new InvalidArgumentError(`Give one of ${ACCESS_LEVELS}.`);
  return value;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value) || Number(value) < 1 || Number(value) > 100)
    throw new InvalidArgumentError("Give a whole number from 1 to 100.");
  return Number(value);
}

function isoDay(value: string): string {
  const [year = "", month = "", day = "", more] = value.split("-");
  if (more !== undefined || isoDate(day, month, year) !== value)
    throw new InvalidArgumentError("Give a day such as 2020-01-31.");
  return value;
}

function usage(message: string): CommanderError {
  process.stderr.write(`${message}\n`);
  return new CommanderError(2, "trichdan.usage", message);
}
