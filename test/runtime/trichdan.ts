import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const CLI = ["src/trichdan.js"];

/** Runs the program as a user would, with its state in `home`; the JSON it printed. */
// biome-ignore lint/suspicious/noExplicitAny: the shape depends on the command
export async function trichdan(home: string, ...args: readonly string[]): Promise<any> {
  const { stdout } = await promisify(execFile)(process.execPath, [...CLI, ...args, "--json"], { env: envOf(home) });
  return JSON.parse(stdout);
}

/**
 * Starts an ingest and kills it `delayMs` after it has stored `count` documents, unless it is done by then; the keys of
 * the documents that it said are stored.
 */
export function killedIngest(
  home: string,
  folder: string,
  when: { count: number; delayMs: number },
): Promise<{ stored: string[]; wasKilled: boolean }> {
  const child = spawn(process.execPath, [...CLI, "ingest", folder], {
    env: envOf(home),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let written = "";
  let isDoomed = false;
  const stored = () =>
    Array.from(written.matchAll(/^.*"event":"document-stored","key":"([^"]+)".*\n/gm), ([, key = ""]) => key);
  const look = () => {
    if (isDoomed || stored().length < when.count) return;
    isDoomed = true;
    setTimeout(() => child.kill("SIGKILL"), when.delayMs);
  };
  child.once("spawn", look);
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
