import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { hashOfCode } from "../../src/cli/evaluate-code.ts";

const FILES = {
  "main.ts": `import { part } from "./parts/part.ts";\nimport type { Shape } from "./shape.ts";\nimport zod from "zod";\n`,
  "parts/part.ts": `import {\n  type Inner,\n  inner,\n} from "../inner.ts";\nexport { side } from "./side.ts";\n`,
  "parts/side.ts": `import { main } from "../main.ts";\nexport const side = 1;\n`,
  "inner.ts": "export const inner = 1;\n",
  "shape.ts": "export interface Shape {}\n",
  "stranger.ts": "export const stranger = 1;\n",
};

function hashWith(changes: Partial<Readonly<Record<keyof typeof FILES, string>>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "trichdan-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, source] of Object.entries({ ...FILES, ...changes })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), source);
  }
  return hashOfCode(join(folder, "main.ts"));
}

it("is the same wherever the code lies", () => {
  expect(hashWith()).toBe(hashWith());
});

it.each(["inner.ts", "parts/side.ts"] as const)("changes with %s, which is imported over others", (file) => {
  expect(hashWith({ [file]: `${FILES[file]}// changed\n` })).not.toBe(hashWith());
});

it.each(["shape.ts", "stranger.ts"] as const)("does not change with %s, which does nothing here", (file) => {
  expect(hashWith({ [file]: "// changed\n" })).toBe(hashWith());
});
