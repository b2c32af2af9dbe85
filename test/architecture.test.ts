import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { expect, it } from "vitest";

/** What may be imported besides the folder itself, as folders or files; `type` allows the types alone. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "src/core": [],
  prompts: ["src/core"],
  "src/citation": ["src/core"],
  "src/search": ["src/core", "src/citation"],
  "src/answer": ["src/core", "src/citation", "src/search", "prompts"],
  "src/adapters/sqlite": ["src/core"],
  "src/adapters": ["src/core", "src/adapters/sqlite", "type src/log.ts"],
  "src/evaluation": ["src/core"],
  "src/bot": ["src/core", "src/citation", "src/search", "src/answer", "type src/log.ts"],
  "src/web": ["src/core", "src/citation", "src/search", "src/answer", "type src/log.ts"],
  ingest: ["src/core", "src/citation", "src/adapters/sqlite", "src/adapters/node", "type src/log.ts"],
  "src/config.ts": ["src/core", "src/log.ts"],
  "src/log.ts": [],
};

/** The only packages for layers that know no vendor. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "src/core": [],
  prompts: [],
  "src/citation": [],
  "src/search": ["stemmer"],
  "src/answer": ["zod"],
  "src/bot": ["grammy", "zod"],
  "src/web": ["hono", "@hono/zod-openapi", "zod"],
};

const compositionRoot = /^src\/(?:(?:cli|node|worker|trichdan|create-reading)\.[jt]s$|(?:cli|node)\/)/;
const withoutNode = [...Object.keys(packages), "src/adapters/sqlite", "src/adapters/cloudflare", "src/adapters/memory"];
/** Read by the row, not from top to bottom. */
const tableOfData = /(?:-table|\/schema|\/messages|\/furniture|\/kinds|\/issuers)\.ts$/;

interface Import {
  /** Path from the root of the project, or the name of a package. */
  readonly target: string;
  readonly isLocal: boolean;
  readonly isType: boolean;
}

const files = ["src", "ingest", "prompts"]
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => `${root}/${path.replaceAll("\\", "/")}`),
  )
  .filter((file) => /\.[jt]s$/.test(file));

it("finds the files and their imports", () => {
  expect(importsOf("prompts/answer.ts")).toContainEqual({ target: "src/core/answer.ts", isLocal: true, isType: true });
  expect(importsIn("a/b.ts", SAMPLE).map(({ target, isType }) => `${isType ? "type " : ""}${target}`)).toEqual([
    "a/c.ts",
    "type d.ts",
    "zod",
    "a/side.ts",
    "a/e.ts",
    "node:fs",
  ]);
});

it.each(files)("%s keeps to the table of imports", (file) => {
  if (compositionRoot.test(file)) return;
  const rule = ruleFor(file, allowed);
  expect(rule, "every file has a place in the table").toBeDefined();
  const mayImport = rule ?? { key: "", values: [] };
  const strangers = importsOf(file).filter(
    ({ target, isLocal, isType }) =>
      isLocal &&
      !inside(target, mayImport.key === "src/adapters" ? adapterOf(file) : mayImport.key) &&
      !mayImport.values.some(
        (place) => (isType && inside(target, place.replace("type ", ""))) || inside(target, place),
      ),
  );
  expect(strangers.map(({ target }) => target)).toEqual([]);
});

it.each(files)("%s knows no vendor that its layer does not", (file) => {
  const rule = ruleFor(file, packages);
  const strangers = importsOf(file).filter(
    ({ target, isLocal }) => rule && !isLocal && !rule.values.some((name) => inside(target, name)),
  );
  expect(strangers.map(({ target }) => target)).toEqual([]);
});

it.each(
  files.filter((file) => file === "src/adapters/chat-model.ts" || withoutNode.some((place) => inside(file, place))),
)("%s runs without Node", (file) => {
  expect(importsOf(file).filter(({ target }) => target.startsWith("node:"))).toEqual([]);
});

it.each(files.filter((file) => !tableOfData.test(file)))("%s is at most 250 lines long", (file) => {
  expect(readFileSync(file, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(250);
});

it("only a composition root reads the environment", () => {
  const readers = files.filter(
    (file) => !compositionRoot.test(file) && /\bprocess\.env\b/.test(readFileSync(file, "utf8")),
  );
  expect(readers).toEqual([]);
});

it("nothing opens an interactive transaction, which D1 does not have", () => {
  expect(files.filter((file) => readFileSync(file, "utf8").includes(".transaction("))).toEqual([]);
});

function importsOf(file: string): Import[] {
  return importsIn(file, readFileSync(file, "utf8"));
}

function importsIn(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const statements = code.matchAll(/^(?:import|export)\b(?:([^"'`;]*?)\bfrom\b)?\s*["']([^"']+)["']/gm);
  const calls = code.matchAll(/\b(?:import|require)\(()\s*["']([^"']+)["']/g);
  return [...statements, ...calls].map(([, clause = "", specifier = ""]) => {
    const isLocal = specifier.startsWith(".");
    const target = isLocal ? posix.join(dirname(file), specifier) : specifier;
    return { target, isLocal, isType: /^\s*type\b/.test(clause) };
  });
}

/** The rule of the narrowest place that `file` is in. */
function ruleFor(file: string, rules: Readonly<Record<string, readonly string[]>>) {
  const [key] = Object.keys(rules)
    .filter((place) => inside(file, place))
    .sort((a, b) => b.length - a.length);
  return key === undefined ? undefined : { key, values: rules[key] ?? [] };
}

/** One vendor's adapter is a folder, or a file, of its own. */
function adapterOf(file: string): string {
  return file.split("/").slice(0, 3).join("/");
}

function inside(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

const SAMPLE = `
import { a } from "./c.ts";
import type {
  D,
} from "../d.ts";
import { z } from "zod";
import "./side.ts";
// import { no } from "./no.ts";
export { e } from "./e.ts";
const fs = await import("node:fs");
`;
