import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";

const PROGRAM = resolve("src/trichdan.js");

export type Settings = Readonly<Record<string, string>> & { readonly TRICHDAN_HOME: string };

/** A program that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs; its output grows. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  isRunning(): boolean;
  stderr(): string;
}

/** The server as `npm start` runs it, on a port that the system chose. */
export interface RunningServer extends Running {
  readonly url: string;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** As a process manager stops it. */
  terminate(): Promise<Ended>;
  /** As a power cut does. */
  kill(): Promise<Ended>;
}

/** Starts the real program, with these settings and no others: not those of the shell, nor of a file `.env`. */
export function startProgram(args: readonly string[], settings: Settings): Running {
  const { PATH = "", HOME = "", TMPDIR = "/tmp" } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: TMPDIR,
    env: { PATH, HOME, TMPDIR, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const ended = once(child, "close").then(([code]): Ended => ({ code, ...output }));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return { process: child, ended, isRunning, stderr: () => output.stderr };
}

export function runProgram(args: readonly string[], settings: Settings): Promise<Ended> {
  return startProgram(args, settings).ended;
}

/** Resolves when the server listens; rejects with its output when it ends before that. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const running = startProgram(["serve"], { PORT: "0", ...settings });
  const ended = running.ended.then(({ stderr }) => Promise.reject(new Error(`The server ended:\n${stderr}`)));
  const url = await Promise.race([listening(running), ended]);
  const stop = (signal: NodeJS.Signals) => {
    running.process.kill(signal);
    return running.ended;
  };
  return {
    ...running,
    url,
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
    terminate: () => stop("SIGTERM"),
    kill: () => stop("SIGKILL"),
  };
}

async function listening({ process: child, stderr }: Running): Promise<string> {
  for (;;) {
    const url = /"event":"listening","url":"([^"]+)"/.exec(stderr())?.[1];
    if (url !== undefined) return url;
    // The pipe is there: `startProgram` asked for it.
    await once(child.stderr as NodeJS.ReadableStream, "data");
  }
}

/** Free a moment ago; `PORT=0` would not do where the address must be known before the start. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
