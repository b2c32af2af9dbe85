import type { Directive } from "../src/core/directive.ts";
import type { Span } from "../src/core/passage.ts";
import type { Embedder, Mention, NewDocument, NewPassage, TokenCounter } from "../src/core/ports.ts";
import { unitText } from "../src/core/unit-text.ts";
import { clean } from "./clean.ts";
import { type FindReferences, identify } from "./identify.ts";
import { documentId, passageIds } from "./ids.ts";
import type { Heading } from "./lines.ts";
import { readFile } from "./read.ts";
import { split } from "./split.ts";

/** A file's bytes with what names it. */
export interface IngestFile {
  readonly bytes: Uint8Array;
  /** Base name, to show and to tell the format by. */
  readonly name: string;
  readonly key: string;
  /** `null` for an upload. */
  readonly location: string | null;
}

export interface DocumentParts {
  readonly embedder: Embedder;
  readonly tokens: TokenCounter;
  readonly findReferences: FindReferences;
  readonly onPassages: (done: number, total: number) => void;
}

// Small enough for a steady progress bar, large enough not to matter.
const EMBED_AT_ONCE = 32;

/** A file as it goes into the store: read, cleaned, identified, split and embedded. */
export async function createDocument(
  file: IngestFile,
  contentHash: string,
  parts: DocumentParts,
): Promise<NewDocument> {
  const read = clean(readFile(file.bytes, file.name));
  const head = identify(read, file.name, parts.findReferences);
  const directive: Directive = { id: documentId(file.key), ...head, text: read.text };
  return buildDocument(
    { directive, headings: read.headings },
    { key: file.key, location: file.location, contentHash },
    parts,
  );
}

/** A text that has been read, split and embedded. */
export async function buildDocument(
  { directive, headings }: { readonly directive: Directive; readonly headings: readonly Heading[] },
  file: Pick<NewDocument, "key" | "location" | "contentHash">,
  parts: DocumentParts,
): Promise<NewDocument> {
  const { id, text: whole } = directive;
  const pieces = await split(whole, headings, (texts) => parts.tokens.countTokens(texts));
  const idOf = passageIds(id);
  const drafts = pieces.map(({ path, span, units }) => {
    const text = whole.slice(span.start, span.end);
    return { passage: { id: idOf(path, text), directiveId: id, path, page: null, span, text }, units };
  });
  const passages: NewPassage[] = [];
  for (let at = 0; at < drafts.length; at += EMBED_AT_ONCE) {
    const batch = drafts.slice(at, at + EMBED_AT_ONCE);
    const texts = batch.flatMap(({ passage: { path }, units }) =>
      units.map(({ start, end }) => unitText({ title: directive.title, path }, whole.slice(start, end))),
    );
    const vectors = await parts.embedder.embedDocuments(texts);
    let next = 0;
    for (const { passage, units } of batch) {
      const embedded = units.map((span, index) => ({ span, vector: vectors[next + index] ?? null }));
      passages.push({ passage, context: contextOf(directive, passage.path), units: embedded });
      next += units.length;
    }
    parts.onPassages(passages.length, drafts.length);
  }
  const mentions = mentionsIn(directive, passages, parts.findReferences);
  return { directive, ...file, passages, mentions };
}

function contextOf({ title, number, kind }: Directive, path: readonly string[]): string {
  return [title, number, kind, ...path].filter((words) => words !== null).join("\n");
}

/** Documents that the text names, without itself. Those named in one breath ("số 920 và 1011-CTr/TU") get a place each. */
function mentionsIn(directive: Directive, passages: readonly NewPassage[], findReferences: FindReferences): Mention[] {
  const mentions = new Map<string, Mention>();
  const found = findReferences(directive.text);
  for (const [at, { reference, span: printed }] of found.entries()) {
    if (directive.number !== null && reference.number === directive.number) continue;
    const isListed = [found[at - 1], found[at + 1]].some((other) => other?.span.start === printed.start);
    const span = isListed ? placeOf(directive.text, printed, reference.serial) : printed;
    const home = passages.find(({ passage }) => passage.span.start <= span.start && span.end <= passage.span.end);
    if (home)
      mentions.set(`${span.start}-${span.end}`, {
        reference,
        passageId: home.passage.id,
        directiveId: directive.id,
        span,
      });
  }
  return [...mentions.values()];
}

function placeOf(text: string, { start, end }: Span, serial: string): Span {
  const at = new RegExp(`(?<!\\d)0*${serial}(?!\\d)`).exec(text.slice(start, end));
  return at ? { start: start + at.index, end: start + at.index + at[0].length } : { start, end };
}
