import { parseDocument } from "yaml";
import { z } from "zod";
import { isoDate } from "../src/citation/dates.ts";
import { UnreadableFileError } from "../src/core/errors.ts";
import { ACCESS_LEVELS, type AccessLevel, isAccessLevel } from "./access-level.ts";

// YAML reads 335 as a number where a document's number or title is meant.
const words = z
  .union([z.string(), z.number()], { error: "expected text" })
  .transform((value) => String(value).normalize("NFC").trim() || null)
  .nullish()
  .transform((value) => value ?? null);

const date = words.refine((value) => value === null || isDate(value), "expected a date such as 2020-01-31");

const schema = z.object({
  kind: words,
  number: words,
  title: words,
  issuer: words,
  issuedOn: date,
  status: z
    .enum(["superseded", "replacement-ordered"], { error: "expected superseded or replacement-ordered" })
    .nullish()
    .transform((value) => value ?? null),
  successor: words,
  digest: z
    .boolean({ error: "expected true or false" })
    .nullish()
    .transform((value) => value ?? false),
  access: z
    .custom<AccessLevel>((value) => typeof value === "string" && isAccessLevel(value), {
      error: `expected ${ACCESS_LEVELS}`,
    })
    .nullish()
    .transform((value) => value ?? null),
  source: z
    .object({ publisher: words, title: words, date, url: words }, { error: "expected publisher, title, date, url" })
    .nullish()
    .transform((value) => value ?? null),
});

/** What a file says about its document between two lines of `---`; `null` for what it leaves out. Other keys are ignored. */
export type FrontMatter = z.infer<typeof schema>;

/** Parts a Markdown file into front matter and body. */
export function readFrontMatter(text: string, name: string): { frontMatter: FrontMatter | null; body: string } {
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { frontMatter: null, body: text };
  const document = parseDocument(match[1] ?? "");
  const [error] = document.errors;
  if (error) {
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw new UnreadableFileError(`${name}: the front matter is not valid YAML at line ${line}: correct it.`, {
      cause: error,
    });
  }
  const values: unknown = document.toJS();
  if (typeof values === "string") return { frontMatter: null, body: text };
  const parsed = schema.safeParse(values ?? {});
  if (parsed.success) return { frontMatter: parsed.data, body: text.slice(match[0].length) };
  const problems = parsed.error.issues.map(({ path, message }) => `"${path.join(".")}": ${message}`);
  throw new UnreadableFileError(`${name}: correct the front matter: ${problems.join("; ")}.`);
}

function isDate(value: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return isoDate(day, month, year) !== null;
}
