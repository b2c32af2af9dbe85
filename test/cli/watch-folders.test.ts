import { expect, it } from "vitest";
import type { IngestReport } from "../../ingest/ingest.ts";
import { watchFolders } from "../../src/cli/watch-folders.ts";
import { TrichdanError } from "../../src/core/errors.ts";

const NOTHING: IngestReport = {
  added: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  failed: [],
  notices: [],
  documents: 0,
  passages: 0,
};

function missing(...files: readonly string[]): IngestReport {
  return { ...NOTHING, notices: files.map((file) => ({ file, code: "missing", message: "is gone" })) };
}

/** Looks that end as given, one after the other; then the watch is told to end. Answers wait until a look later. */
async function watched(looks: readonly (IngestReport | undefined | Error)[], answers?: readonly boolean[]) {
  const end = new AbortController();
  const [log, questions]: [string[], string[]] = [[], []];
  const [waiting, given] = [[...looks], [...(answers ?? [])]];
  const watch = {
    async look() {
      const next = waiting.shift();
      if (waiting.length === 0) end.abort();
      if (next instanceof Error) throw next;
      return next;
    },
    withdraw: (locations: readonly string[]) => log.push(`withdraw ${locations.join(" ")}`),
  };
  const confirm = async (question: string) => {
    questions.push(question);
    return given.shift() ?? false;
  };
  const settings = {
    onReport: (report: IngestReport) => log.push(`report ${report.notices.map(({ file }) => file).join(" ")}`.trim()),
    onFailure: (error: TrichdanError) => log.push(`failure ${error.message}`),
    confirm: answers && confirm,
    signal: end.signal,
    everyMs: 0,
  };
  await watchFolders(watch, settings);
  return { log, questions };
}

it("asks once for each file that is gone, and withdraws after a yes", async () => {
  const { log, questions } = await watched(
    [NOTHING, missing("/lib/a.txt"), missing("/lib/a.txt", "/lib/b.txt"), undefined, undefined],
    [false, true],
  );
  expect(log).toEqual(["report", "report /lib/a.txt", "report /lib/a.txt /lib/b.txt", "withdraw /lib/b.txt"]);
  expect(questions).toEqual([
    "Không còn tệp a.txt: rút văn bản khỏi thư viện? · Gone: withdraw from the library? (y/N) ",
    "Không còn tệp b.txt: rút văn bản khỏi thư viện? · Gone: withdraw from the library? (y/N) ",
  ]);
});

it("asks again about a file that was back in between", async () => {
  const gone = missing("/lib/a.txt");
  const { questions } = await watched([gone, NOTHING, gone, undefined], [false, false]);
  expect(questions).toHaveLength(2);
});

it("asks one question in one line about many files", async () => {
  const files = ["a", "b", "c", "d", "e"].map((name) => `/lib/${name}.txt`);
  const { questions } = await watched([missing(...files), undefined], [false]);
  expect(questions).toEqual([expect.stringMatching(/^[^\n]*a\.txt, b\.txt, c\.txt \(\+2\)[^\n]*$/)]);
});

it("withdraws nothing where there is nobody to ask", async () => {
  const { log } = await watched([missing("/lib/a.txt"), undefined, missing("/lib/a.txt")]);
  expect(log).toEqual(["report /lib/a.txt", "report /lib/a.txt"]);
});

it("tells of a failure once until it has passed, and goes on", async () => {
  const away = new TrichdanError("away");
  const { log } = await watched([NOTHING, away, away, undefined, away, NOTHING]);
  expect(log).toEqual(["report", "failure away", "failure away", "report"]);
});

it("fails where it cannot look at all, and over a bug at any time", async () => {
  await expect(watched([new TrichdanError("no such folder"), NOTHING])).rejects.toThrow("no such folder");
  await expect(watched([NOTHING, new TypeError("bug"), NOTHING])).rejects.toThrow("bug");
});
