import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Running, runProgram, startProgram } from "./program.ts";

const root = mkdtempSync(join(tmpdir(), "trichdan-watch-"));
const documents = join(root, "documents");
mkdirSync(documents);
writeFileSync(join(documents, "a.txt"), "Chi bộ họp.");
afterAll(() => rmSync(root, { recursive: true }));

it("watches, says what it does, and ends well when interrupted", async () => {
  const TRICHDAN_HOME = join(root, "home");
  const running = await watching(TRICHDAN_HOME);
  const added = join(documents, "b.txt");
  writeFileSync(added, "Tổ họp.");
  await written(running, "stderr", () => running.stderr().includes("\n1 added"));
  rmSync(added);
  await written(running, "stderr", () => running.stderr().includes(`${added}: is gone; its document stays`));
  running.process.kill("SIGINT");
  const { code, stdout } = await running.ended;
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { added: 1, documents: 1 }]);
  const after = await runProgram(["ingest", "--withdraw-missing", "--json"], { TRICHDAN_HOME });
  expect(JSON.parse(after.stdout)).toMatchObject({ removed: 1, documents: 1 });
}, 120_000);

it("ends well when its manager stops it", async () => {
  const running = await watching(join(root, "other"));
  running.process.kill("SIGTERM");
  expect((await running.ended).code).toBe(0);
}, 120_000);

it("takes a watch without a folder for wrong use", async () => {
  const { code, stderr } = await runProgram(["ingest", "--watch"], { TRICHDAN_HOME: join(root, "none") });
  expect([code, stderr]).toEqual([2, expect.stringContaining("Name a file or folder")]);
});

async function written(running: Running, stream: "stdout" | "stderr", isThere: () => boolean): Promise<void> {
  const output = running.process[stream];
  while (!isThere()) {
    if (!output || !running.isRunning()) throw new Error(`The program ended:\n${running.stderr()}`);
    await Promise.race([once(output, "data"), running.ended]);
  }
}

/** After its first report, which is all that goes to standard output. */
async function watching(TRICHDAN_HOME: string): Promise<Running> {
  const running = startProgram(["ingest", "--watch", documents, "--json"], { TRICHDAN_HOME });
  let printed = "";
  running.process.stdout?.on("data", (text: string) => {
    printed += text;
  });
  await written(running, "stdout", () => printed.endsWith("\n"));
  return running;
}
