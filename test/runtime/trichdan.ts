import { execFile, spawn } from "node:child_process";
import { type FSWatcher, watch } from "node:fs";
import { promisify } from "node:util";

/** Arguments of Node for the program as a user runs it. */
export const CLI = ["src/trichdan.js"];

/** Runs the program as a user would, with its state in `home`; the JSON it printed. */
// biome-ignore lint/suspicious/noExplicitAny: the shape depends on the command
export async function trichdan(home: string, ...args: readonly string[]): Promise<any> {
  const { stdout } = await promisify(execFile)(process.execPath, [...CLI, ...args, "--json"], { env: envOf(home) });
  return JSON.parse(stdout);
}

/** When to kill: some time after so many documents are stored, or in the middle of so many writes to the disk. */
export type KillPoint =
  | { readonly documents: number; readonly delayMs: number }
  | { readonly documents: number; readonly writes: number };

/** Starts a program that ingests and kills it, unless it is done by then; the keys of the documents that it said are stored. */
export function killedIngest(
  program: readonly string[],
  home: string,
  point: KillPoint,
): Promise<{ stored: string[]; wasKilled: boolean }> {
  const child = spawn(process.execPath, program, {
    env: envOf(home),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kill = () => child.kill("SIGKILL");
  let written = "";
  let isDoomed = false;
  let disk: FSWatcher | undefined;
  const stored = () =>
    Array.from(written.matchAll(/^.*"event":"document-stored","key":"([^"]+)".*\n/gm), ([, key = ""]) => key);
  const look = () => {
    if (isDoomed || stored().length < point.documents) return;
    isDoomed = true;
    if ("delayMs" in point) setTimeout(kill, point.delayMs);
    else {
      let writes = 0;
      disk = watch(home, (_, name) => {
        if (name?.endsWith("-wal")) writes += 1;
        if (writes >= point.writes) kill();
      });
    }
  };
  child.once("spawn", look);
  child.once("close", () => disk?.close());
  child.stderr.setEncoding("utf8").on("data", (text) => {
    written += text;
    look();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (signal === "SIGKILL" || code === 0) resolve({ stored: stored(), wasKilled: signal !== null });
      else reject(new Error(`The ingest ended with ${code}: ${written}`));
    });
  });
}

function envOf(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], TRICHDAN_HOME: home, LOG_LEVEL: "debug" };
}
