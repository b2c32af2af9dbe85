import { afterEach, expect, it } from "vitest";
import { createIsolatedReader, type FileReader, type ReadLimits } from "../../ingest/read-isolated.ts";
import { TrichdanError, UnreadableFileError } from "../../src/core/errors.ts";

let reader: FileReader;
const open = (limits: ReadLimits = {}) => {
  reader = createIsolatedReader(limits);
  return (name: string, text = "Họp.") => reader.read(new TextEncoder().encode(text), name);
};
afterEach(() => reader.close());

/** A thread that does by a file's name what a hostile file would make a parser do. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from "node:worker_threads";
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    parentPort.on("message", async ({ name }) => {
      if (name === "loop") for (;;);
      if (name === "exit") process.exit(3);
      if (name === "throw") throw new Error("parser");
      if (name === "hoard") { const all = []; for (;;) all.push(new Array(100000).fill(all.length)); }
      if (name === "hoard buffers") { const all = []; for (;;) all.push(new Uint8Array(1000000).fill(1)); }
      if (name === "late throw") setTimeout(() => { throw new Error("late"); }, 20);
      if (name === "slow pages") for (let page = 0; page < 6; page += 1) {
        await wait(150);
        parentPort.postMessage({ kind: "progress" });
      }
      if (name === "endless pages") for (;;) {
        await wait(10);
        parentPort.postMessage({ kind: "progress" });
      }
      if (name === "no engine") parentPort.postMessage({ kind: "failed", message: "No engine.", isUnreadable: false });
      parentPort.postMessage({ kind: "read", document: { text: name + " " + threadId } });
    });
    parentPort.postMessage({ kind: "ready" });
  `)}`,
);

it("reads files of several kinds on its thread, one after the other", async () => {
  const read = open();
  const documents = await Promise.all([read("a.txt"), read("b.md", "# Sổ\n\nHọp."), read("c.html", "<p>Họp.</p>")]);
  expect(documents.map(({ text }) => text)).toEqual(["Họp.", "Sổ\n\nHọp.", "Họp."]);
});

it("hands on what is wrong with a file, and reads the next one", async () => {
  const read = open();
  await expect(read("a.txt", "")).rejects.toThrow(
    new UnreadableFileError("a.txt has no text: check that it is the right file."),
  );
  expect((await read("b.txt")).text).toBe("Họp.");
});

it.each([
  ["loop", /^loop was not read within 0\.5 seconds: split it/],
  ["endless pages", /^endless pages was not read within/],
  ["exit", /^exit stopped its reader: split it/],
  ["throw", /^throw stopped its reader: split it/],
  ["hoard", /^hoard needs more than 32 MB of memory to be read: split it/],
  ["hoard buffers", /^hoard buffers needs more than 100 MB of memory to be read: split it/],
])("gives up a file that makes its reader %s, and reads the next one on another thread", async (name, message) => {
  const read = open({
    program,
    wallMs: name.startsWith("hoard") ? 60_000 : name === "endless pages" ? 50 : 500,
    memoryMb: 32,
    growthMb: 100,
  });
  const before = (await read("a")).text;
  const error: unknown = await read(name).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UnreadableFileError);
  expect(error).toHaveProperty("message", expect.stringMatching(message));
  const after = (await read("a")).text;
  expect([before, after].map((text) => text.slice(0, 2))).toEqual(["a ", "a "]);
  expect(after).not.toBe(before);
});

it("gives every page of a slow file its time", async () => {
  const read = open({ program, wallMs: 500 });
  expect((await read("slow pages")).text).toMatch(/^slow pages/);
});

it("outlives a thread that ends when its file is done", async () => {
  const read = open({ program });
  const before = (await read("late throw")).text.slice("late throw".length);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const after = (await read("a")).text.slice("a".length);
  expect(after).not.toBe(before);
});

it("stays ready to answer while a file is read", async () => {
  const read = open({ program, wallMs: 500 });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  await read("loop").catch(() => undefined);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

it("does not blame a file for a reader that is not installed", async () => {
  const read = open({ program });
  const error: unknown = await read("no engine").catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(TrichdanError);
  expect(error).not.toBeInstanceOf(UnreadableFileError);
});

it("says so when its thread does not start", async () => {
  const read = open({ program: new URL("data:text/javascript,throw new Error('x')") });
  await expect(read("a.txt")).rejects.toThrow("The thread that reads files did not start.");
});
