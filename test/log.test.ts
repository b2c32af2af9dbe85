import { expect, it } from "vitest";
import { createLog, type LogEntry, type LogLevel, logQuestion, redact } from "../src/log.ts";

function written(level: LogLevel, entry: LogEntry): string[] {
  const lines: string[] = [];
  createLog(
    level,
    (line) => lines.push(line),
    () => new Date(0),
  )(entry);
  return lines;
}

it("writes one JSON line with time, level and event first", () => {
  expect(written("info", { level: "warn", event: "llm-failed", note: "a\nb", count: 2n })).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"warn","event":"llm-failed","note":"a\\nb","count":"2"}\n',
  ]);
});

it.each<[LogLevel, LogLevel, number]>([
  ["info", "debug", 0],
  ["info", "info", 1],
  ["error", "warn", 0],
  ["debug", "debug", 1],
])("at %s an entry of %s makes %i lines", (level, entryLevel, lines) => {
  expect(written(level, { level: entryLevel, event: "x" })).toHaveLength(lines);
});

it("shows an error by its message, without its cause", () => {
  const error = new TypeError("no", { cause: new Error("authorization: secret") });
  expect(written("info", { level: "error", event: "x", error })[0]).toMatch(/"error":"TypeError: no"\}\n$/);
});

it("writes the text of a question where it is asked to", () => {
  const lines: string[] = [];
  logQuestion(createLog("info", (line) => lines.push(line)))("Quy định 213?");
  expect(lines).toEqual([expect.stringMatching(/"event":"question","question":"Quy định 213\?"\}\n$/)]);
});

it("redacts every secret, as it is and as it stands in a URL", () => {
  const text = "GET /bot1:a+b/getMe bot1%3Aa%2Bb key sk-1 sk-12";
  expect(redact(text, ["1:a+b", "sk-1", "sk-12", null, undefined, ""])).toBe(
    "GET /bot[redacted]/getMe bot[redacted] key [redacted] [redacted]",
  );
});
