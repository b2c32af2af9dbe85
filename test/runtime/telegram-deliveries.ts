import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Update } from "grammy/types";

export const SECRET = "secret-of-this-run_that-must-not-be-logged";

/** A bot in a process of its own, which tells what it was asked. */
export interface BotProcess {
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly asked: number[];
  stderr(): string;
}

interface BotSettings {
  readonly home: string;
  readonly port: number;
  readonly peer: { readonly token: string; readonly apiRoot: string };
  readonly composeMs?: number;
}

/** Resolves when the bot listens. */
export async function startBot({ home, port, peer, composeMs = 30 }: BotSettings): Promise<BotProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", resolve("test/runtime/telegram-server.ts")], {
    env: {
      ...{ PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" },
      ...{ TRICHDAN_HOME: home, PORT: String(port), TOKEN: peer.token, API_ROOT: peer.apiRoot, SECRET },
      COMPOSE_MS: String(composeMs),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const asked: number[] = [];
  const output = { stdout: "", stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const ready = new Promise<void>((done) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.stdout += text;
      const lines = output.stdout.split("\n");
      output.stdout = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("asked ")) asked.push(Number(line.slice(6)));
      if (lines.includes("ready")) done();
    });
  });
  const failed = ended.then(() => Promise.reject(new Error(`The bot ended:\n${output.stderr}`)));
  failed.catch(() => undefined);
  await Promise.race([ready, failed]);
  return { process: child, ended, asked, stderr: () => output.stderr };
}

/** Posts to the webhook as Telegram does: again and again until it is answered with 200. The status of each try. */
export async function deliver(url: string, update: Update, statuses: Map<string, number>): Promise<void> {
  for (;;) {
    const status = await post(url, update);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === "200") return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** The status of the answer, or that there was none. */
export async function post(url: string, update: object, secret: string | null = SECRET): Promise<string> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secret !== null && { "x-telegram-bot-api-secret-token": secret }),
      },
      body: JSON.stringify(update),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return "broken";
  }
}

/** What somebody may send who does not have the secret: none, another, a part of it, more than it, other letters. */
export const FORGED = [null, "", "wrong", SECRET.slice(0, -1), `${SECRET}x`, SECRET.toUpperCase()] as const;

/** Some later than it was their turn, and some once more later on. */
export function shuffled<T>(
  all: readonly T[],
  random: () => number,
  { late, twice }: { readonly late: number; readonly twice: number },
): T[] {
  const reach = 20;
  const places = all.flatMap((one, at) => [
    { one, place: random() < late ? at + 1 + random() * reach : at },
    ...(random() < twice ? [{ one, place: at + random() * 3 * reach }] : []),
  ]);
  return places.sort((a, b) => a.place - b.place).map(({ one }) => one);
}
