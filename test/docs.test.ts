import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseConfig, settingNames } from "../src/config.ts";

it("every setting is in README.md", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(settingNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

it(".env.example lists every setting once and nothing else", () => {
  expect(Object.keys(example()).sort()).toEqual([...settingNames].sort());
});

it(".env.example has a comment above every setting", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  const settings = lines.flatMap((line, index) => (/^[A-Z_]+=/.test(line) ? [[line, lines[index - 1]] as const] : []));
  expect(settings.filter(([, above]) => !above?.startsWith("# "))).toEqual([]);
});

it(".env.example holds the defaults", () => {
  expect(parseConfig(example())).toEqual(parseConfig({}));
});

function example(): Record<string, string> {
  const lines = readFileSync(".env.example", "utf8").match(/^[A-Z_]+=.*$/gm) ?? [];
  expect(new Set(lines).size).toBe(lines.length);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}
