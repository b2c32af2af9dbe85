import type { Span } from "../core/passage.ts";
import { matchForm } from "../core/text.ts";
import type { FoundReference } from "./find.ts";
import { firstFrom } from "./in-order.ts";
import { KINDS } from "./kinds.ts";

interface Alias {
  readonly name: string;
  readonly found: FoundReference;
  readonly definition: Span;
}

/** Documents in the order in which a text names them. */
interface Named {
  readonly references: readonly FoundReference[];
  readonly spans: readonly Span[];
}

/** Later uses of names that the text gives to documents ("sau đây gọi tắt là Quy định 213"), in reading order. */
export function findAliases(text: string, references: readonly FoundReference[]): FoundReference[] {
  const named = { references, spans: references.map(({ span }) => span) };
  const aliases = definitionsIn(text, named);
  if (aliases.length === 0) return [];
  const names = [...new Set(aliases.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  const pattern = names.map((name) => name.split(/\s+/).map(escaped).join("\\s{1,3}")).join("|");
  const uses = text.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}]|\\s?[-/]\\s?\\p{L})`, "gu"),
  );
  return Array.from(uses, ({ 0: printed, index }): FoundReference | undefined => {
    const name = printed.replace(/\s+/g, " ");
    const defined = aliases.filter((alias) => alias.name === name && alias.definition.end <= index);
    const span = { start: index, end: index + printed.length };
    const [alias, ...others] = defined;
    const isAmbiguous = others.some((other) => other.found.reference !== alias?.found.reference);
    const isDefinition = aliases.some(({ definition }) => definition.start <= index && index < definition.end);
    if (!alias || isAmbiguous || isDefinition || isInsideAnother(span, named)) return undefined;
    return { reference: alias.found.reference, span, extent: span };
  }).filter((use) => use !== undefined);
}

// "gọi chung là" is a name for several.
const DEFINITION =
  /[(,;]?\s{0,3}(?:(?:sau đây|dưới đây|từ đây|từ sau đây)\s{1,3}(?:được\s{1,3})?(?:gọi|viết)(?:\s{1,3}tắt)?|(?:gọi|viết)\s{1,3}tắt)\s{1,3}là\s{0,3}:?\s{0,3}(?:["“«](?<quoted>[^"”»\n]{2,80})["”»]|(?<bare>[^"“«(),.;\n]{2,80}))/giu;
const FAR = 500;
const MOST = 50;

function definitionsIn(text: string, named: Named): Alias[] {
  return Array.from(text.matchAll(DEFINITION), ({ 0: words, index, groups = {} }): Alias | undefined => {
    const name = (groups["quoted"] ?? groups["bare"] ?? "").trim().replace(/\s+/g, " ");
    const sentence = namedBefore(named, index).filter(
      ({ span }) => !/\n\s*\n|[.!?]\s+\p{Lu}/u.test(text.slice(span.end, index)),
    );
    const fitting = sentence.filter(({ reference }) => fits(name, reference));
    const found = fitting.at(-1);
    return found && isName(name) ? { name, found, definition: { start: index, end: index + words.length } } : undefined;
  })
    .filter((alias) => alias !== undefined)
    .slice(0, MOST);
}

/** Whether the name can be the document's: of its kind, or with its number; a body has names of its own. */
function fits(name: string, { kind, symbol, serial }: FoundReference["reference"]): boolean {
  const form = matchForm(name);
  const named = KINDS.find((each) => form === matchForm(each.name) || form.startsWith(`${matchForm(each.name)} `));
  const digits = /\d+/.exec(form)?.[0].replace(/^0+/, "");
  if (digits !== undefined && serial !== "" && digits !== serial) return false;
  if (named) return named.name === kind || (kind === null && symbol !== null && named.symbols.includes(symbol));
  return digits !== undefined && symbol !== null && form.startsWith(matchForm(symbol));
}

/** "Quy định" alone is a word of every other sentence. */
function isName(name: string): boolean {
  return !KINDS.some((kind) => matchForm(kind.name) === matchForm(name));
}

/** The documents named not far before a place. */
function namedBefore(named: Named, at: number): FoundReference[] {
  const end = firstFrom(named.spans, at);
  return named.references
    .slice(Math.max(0, end - 20), end)
    .filter(({ span }) => span.end <= at && at - span.end <= FAR);
}

function isInsideAnother(span: Span, { references, spans }: Named): boolean {
  const at = firstFrom(spans, span.end);
  return references
    .slice(Math.max(0, at - 20), at)
    .some((other) => other.span.start < span.end && span.start < other.span.end && other.span.start !== span.start);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
