import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A JSON Schema as far as it is looked at here. */
export interface Schema {
  type?: string | readonly string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  definitions?: Record<string, Schema>;
  [bound: string]: unknown;
}

// Any folder that resolves `@grammyjs/types` will do for the entry file; the cache is inside `node_modules`.
const ENTRY = `import type { Opts } from "@grammyjs/types";\nexport type BotApi = Opts<string>;\n`;

/**
 * One schema with a property per method, made by machine from the types of `@grammyjs/types`; the bounds that their
 * descriptions state ("1-64 bytes") are part of it. Takes about five seconds.
 */
export function buildSchema(folder: string): Schema {
  // Loads a TypeScript compiler of its own, so only where there is no schema yet.
  const generator: typeof import("typescript-json-schema") = createRequire(import.meta.url)("typescript-json-schema");
  const entry = join(folder, "bot-api-entry.ts");
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(entry, ENTRY);
  const program = generator.getProgramFromFiles([entry], {
    strict: true,
    skipLibCheck: true,
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    target: "es2022",
  });
  const settings = { required: true, noExtraProps: true, strictNullChecks: true, ignoreErrors: true };
  const schema = generator.generateSchema(program, "BotApi", settings);
  if (!schema) throw new Error("No schema could be made from @grammyjs/types. Run `npm ci`.");
  // The generator's own type says less of what a schema may hold.
  return withBounds(schema as unknown as Schema);
}

/** The schema with every stated bound as a keyword, and without descriptions. */
export function withBounds(schema: Schema): Schema {
  return boundNode(schema, "", {});
}

function boundNode(node: Schema, name: string, siblings: Readonly<Record<string, Schema>>): Schema {
  const { description = "", properties, definitions, items, anyOf, allOf, ...rest } = node;
  const own = properties ?? {};
  return {
    ...rest,
    ...boundsOf(node, name, description, siblings),
    ...(properties && { properties: mapNodes(own, (child, key) => boundNode(child, key, own)) }),
    ...(definitions && { definitions: mapNodes(definitions, (child) => boundNode(child, "", {})) }),
    ...(items && { items: boundNode(items, name, {}) }),
    ...(anyOf && { anyOf: anyOf.map((child) => boundNode(child, name, siblings)) }),
    ...(allOf && { allOf: allOf.map((child) => boundNode(child, name, siblings)) }),
  };
}

function mapNodes(nodes: Readonly<Record<string, Schema>>, map: (node: Schema, key: string) => Schema) {
  return Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, map(node, key)]));
}

// The few numbers of the Bot API that are not whole.
const FRACTIONS = /latitude|longitude|accuracy|scale|shift|percentage|angle|timestamp|temperature|duration/;
const WORDS = /only (?:characters )?`?A-Z/i;
const COMMAND = /only lowercase English letters, digits and underscores/;

function boundsOf({ type }: Schema, name: string, text: string, siblings: Readonly<Record<string, Schema>>): Schema {
  if (type === "string") return stringBounds(name, text, siblings);
  if (type === "array") {
    const [, min, max] = /\b(?:list of|include) (\d+)-(\d+)\b/i.exec(text) ?? [];
    const [, most] = /\b(?:at most|up to) (\d+)\b/i.exec(text) ?? [];
    if (max !== undefined) return { minItems: Number(min), maxItems: Number(max) };
    return most === undefined ? {} : { maxItems: Number(most) };
  }
  if (Array.isArray(type) && type.includes("number")) {
    return { type: type.map((one) => (one === "number" ? "integer" : one)) };
  }
  if (type !== "number") return {};
  const whole: Schema = FRACTIONS.test(name) ? {} : { type: "integer" };
  // Where a bound depends on another field, or forever is a number too, it is left to the rules written by hand.
  if (/0x7F|nanograms|\bISO\b/.test(text)) return whole;
  const [, from, to] = /(?:\bbetween |\b)(\d+)(?: and |-)(\d+)\b/.exec(text) ?? [];
  return to === undefined ? whole : { ...whole, minimum: Number(from), maximum: Number(to) };
}

function stringBounds(name: string, text: string, siblings: Readonly<Record<string, Schema>>): Schema {
  const pattern = WORDS.test(text) ? "^[A-Za-z0-9_-]*$" : COMMAND.test(text) ? "^[a-z0-9_]*$" : undefined;
  const allowed = pattern === undefined ? {} : { pattern };
  const [, least] = /\bcan't exceed (\d+) bytes\b/i.exec(text) ?? [];
  if (least !== undefined) return { byteLength: [0, Number(least)], ...allowed };
  const [, min, max, unit = "", after = ""] = /(?<![\d.])(\d+)-(\d+) (characters|bytes)\b(.{0,30})/i.exec(text) ?? [];
  // What is counted after parsing is counted by the text rules; `message_text` is, though it does not say so.
  const isParsed = /after entit/.test(after) || (name === "message_text" && "parse_mode" in siblings);
  if (max === undefined || isParsed) return allowed;
  if (unit.toLowerCase() === "bytes") return { byteLength: [Number(min), Number(max)], ...allowed };
  return { minLength: Number(min), maxLength: Number(max), ...allowed };
}
