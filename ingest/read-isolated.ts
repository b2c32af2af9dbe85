import { Worker } from "node:worker_threads";
import { TrichdanError, UnreadableFileError } from "../src/core/errors.ts";
import type { ReadDocument } from "./read.ts";
import type { ReadReply, ReadRequest } from "./read-worker.ts";

/** Reads files, one after the other. */
export interface FileReader {
  /** Throws `UnreadableFileError`; the next file is read all the same. `onPage` after each page, where it has pages. */
  read(bytes: Uint8Array, name: string, onPage?: () => void): Promise<ReadDocument>;
  close(): Promise<void>;
}

/** What a file may take. */
export interface ReadLimits {
  /** For a file, or for each of its pages where it has pages; 60 times that in all. */
  readonly wallMs?: number;
  /** Of JavaScript's own memory. */
  readonly memoryMb?: number;
  /** Of the whole program's growth meanwhile: buffers and engines lie outside JavaScript's memory. */
  readonly growthMb?: number;
  /** The thread's program; another one in tests. */
  readonly program?: URL;
}

// A file may have thousands of pages that take a little less than the limit each.
const MAX_TURNS = 60;

// Seldom enough to cost nothing, often enough for what unpacks a gigabyte in a second.
const LOOK_MS = 50;

const PROGRAM = new URL("./read-worker.js", import.meta.url);

/**
 * Reads files on a thread of its own: the program goes on answering meanwhile, and a file that takes too much time or
 * memory, or stops its reader, is given up alone. The thread starts with the first file.
 */
export function createIsolatedReader({
  wallMs = 60_000,
  memoryMb = 512,
  // Twice what recognising a page takes, with both engines.
  growthMb = 1500,
  program = PROGRAM,
}: ReadLimits = {}): FileReader {
  let thread: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    const stopped = thread;
    thread = undefined;
    await stopped?.terminate();
  };

  const readNext = async (bytes: Uint8Array, name: string, onPage?: () => void): Promise<ReadDocument> => {
    const running = thread ?? (await startThread(program, memoryMb));
    if (!thread)
      running.once("exit", () => {
        if (thread === running) thread = undefined;
      });
    thread = running;
    const reply = await ask(running, { bytes, name }, { wallMs, growthMb, onPage });
    if (reply.kind === "read") return reply.document;
    if (reply.kind === "failed")
      throw reply.isUnreadable ? new UnreadableFileError(reply.message) : new TrichdanError(reply.message);
    await stop();
    const { cause } = reply;
    if (reply.kind === "late")
      throw new UnreadableFileError(
        `${name} was not read within ${wallMs / 1000} seconds: split it into several files, or save it anew as .docx or UTF-8 text.`,
      );
    const isMemory = cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
    const limitMb = reply.kind === "hoarding" ? growthMb : isMemory ? memoryMb : undefined;
    const what = limitMb === undefined ? "stopped its reader" : `needs more than ${limitMb} MB of memory to be read`;
    throw new UnreadableFileError(
      `${name} ${what}: split it into several files, or save it anew as .docx or UTF-8 text.`,
      {
        cause,
      },
    );
  };

  return {
    read(bytes, name, onPage) {
      const result = queue.then(() => readNext(bytes, name, onPage));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      await queue;
      await stop();
    },
  };
}

type Outcome =
  | Extract<ReadReply, { kind: "read" | "failed" }>
  | { readonly kind: "late" | "hoarding"; readonly cause?: undefined }
  | { readonly kind: "crashed"; readonly cause: unknown };

interface AskOptions {
  readonly wallMs: number;
  readonly growthMb: number;
  readonly onPage: (() => void) | undefined;
}

/** The thread keeps the program alive only while it works. */
function ask(thread: Worker, request: ReadRequest, { wallMs, growthMb, onPage }: AskOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      clearTimeout(timer);
      clearInterval(guard);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      resolve(outcome);
    };
    const onMessage = (reply: ReadReply) => {
      const isSlow = performance.now() - started > MAX_TURNS * wallMs;
      if (reply.kind === "progress") onPage?.();
      if (reply.kind === "progress" && !isSlow) timer.refresh();
      else if (reply.kind === "read" || reply.kind === "failed") finish(reply);
    };
    const onError = (cause: unknown) => finish({ kind: "crashed", cause });
    const onExit = (code: number) => finish({ kind: "crashed", cause: new Error(`The thread ended with ${code}.`) });
    const started = performance.now();
    const timer = setTimeout(() => finish({ kind: "late" }), wallMs);
    const mostBytes = process.memoryUsage.rss() + growthMb * 1024 ** 2;
    const guard = setInterval(() => {
      if (process.memoryUsage.rss() > mostBytes) finish({ kind: "hoarding" });
    }, LOOK_MS);
    thread.on("message", onMessage).on("error", onError).on("exit", onExit).ref();
    thread.postMessage(request);
  });
}

async function startThread(program: URL, memoryMb: number): Promise<Worker> {
  const thread = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  await new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", (cause) => reject(new TrichdanError("The thread that reads files did not start.", { cause })));
  });
  // What a parser left behind may fail after its file is done; that ends the thread, not the program.
  thread.on("error", () => undefined).unref();
  return thread;
}
