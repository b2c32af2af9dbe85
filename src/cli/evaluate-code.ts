import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Hash of a source file and all that it imports from this project: what it has made is stale when that changes. */
export function hashOfCode(file: string): string {
  const sources = new Map<string, string>();
  collect(file, sources);
  const hash = createHash("sha256");
  for (const source of Array.from(sources.values()).sort()) hash.update(source).update("\0");
  return hash.digest("hex");
}

function collect(file: string, sources: Map<string, string>): void {
  if (sources.has(file)) return;
  const source = readFileSync(file, "utf8");
  sources.set(file, source);
  // What is imported for its type alone does nothing.
  for (const [, specifier = ""] of source.matchAll(/^(?:import|export)\s(?!type\s)[^"';]*?\bfrom\s*"(\.[^"]+)"/gm))
    collect(resolve(dirname(file), specifier), sources);
}
