import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { buildSchema, type Schema } from "./schema-build.ts";

type Fields = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);
// Raised when the way of making the schema changes.
const FORM = 1;

const loaded: { schema?: Schema; ajv?: Ajv } = {};
const validators = new Map<string, ValidateFunction>();

/** The schema of all methods; made once for a version of `@grammyjs/types` and kept in `node_modules/.cache`. */
export function botApiSchema(): Schema {
  loaded.schema ??= readOrBuild();
  return loaded.schema;
}

/** Why the fields are not what the method takes; `undefined` where they are. */
export function schemaRefusalOf(method: string, fields: Fields): string | undefined {
  const validate = validatorOf(method);
  if (!validate) return "Not Found: method not found";
  return validate(fields) ? undefined : `Bad Request: ${describe(validate.errors ?? [])}`;
}

/** The value that the words of a form mean: text where the field is text, JSON in all others. */
export function formValue(method: string, name: string, words: string): unknown {
  const type = botApiSchema().properties?.[method]?.properties?.[name]?.type;
  // A chat has a number or a name.
  const mayBeText = type === "string" || (Array.isArray(type) && type.includes("string") && !/^-?\d+$/.test(words));
  return mayBeText ? words : JSON.parse(words);
}

function validatorOf(method: string): ValidateFunction | undefined {
  const known = validators.get(method);
  if (known) return known;
  const schema = botApiSchema();
  const own = Object.hasOwn(schema.properties ?? {}, method) ? schema.properties?.[method] : undefined;
  if (!own) return undefined;
  loaded.ajv ??= createAjv();
  const validate = loaded.ajv.compile({ ...own, definitions: schema.definitions });
  validators.set(method, validate);
  return validate;
}

function createAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addKeyword({
    keyword: "byteLength",
    type: "string",
    validate: ([min, max]: readonly [number, number], text: string) => {
      const bytes = Buffer.byteLength(text);
      return min <= bytes && bytes <= max;
    },
  });
  return ajv;
}

function readOrBuild(): Schema {
  // The types that grammY itself is built on.
  const grammy = createRequire(require.resolve("grammy"));
  const packageFile = join(dirname(grammy.resolve("@grammyjs/types")), "package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
  const folder = join(import.meta.dirname, "../../node_modules/.cache/trichdan-bot-api");
  const file = join(folder, `schema-${version}-${FORM}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    const schema = buildSchema(folder);
    mkdirSync(folder, { recursive: true });
    // Renamed into place, so that tests in other processes read all of it or nothing.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(schema));
    renameSync(draft, file);
    return schema;
  }
}

/** The deepest errors say most: of a union each branch complains, and all but one only of being the wrong branch. */
function describe(errors: readonly ErrorObject[]): string {
  const told = errors.filter(({ keyword }) => keyword !== "anyOf").toSorted((a, b) => depth(b) - depth(a));
  return [...new Set(told.map(describeError))].slice(0, 3).join("; ");
}

function depth({ instancePath }: ErrorObject): number {
  return instancePath.split("/").length;
}

function describeError({ instancePath, keyword, params, message }: ErrorObject): string {
  const path = instancePath.slice(1).replaceAll("/", ".");
  const at = path === "" ? "" : ` in ${path}`;
  if (keyword === "additionalProperties") return `unknown field "${params["additionalProperty"]}"${at}`;
  if (keyword === "required") return `field "${params["missingProperty"]}" is missing${at}`;
  if (keyword === "byteLength") return `"${path}" has too few or too many bytes`;
  return `"${path}" ${message}`;
}
