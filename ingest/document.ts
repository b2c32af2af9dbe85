import type { Directive } from "../src/core/directive.ts";
import type { Embedder, NewDocument, NewPassage, TokenCounter } from "../src/core/ports.ts";
import { unitText } from "../src/core/unit-text.ts";
import { type AccessLevel, strictest } from "./access-level.ts";
import { clean } from "./clean.ts";
import { readEvidence } from "./evidence.ts";
import { type FindReferences, identify } from "./identify.ts";
import { conflictsIn } from "./identity-conflicts.ts";
import { documentId, passageIds } from "./ids.ts";
import type { Heading } from "./lines.ts";
import type { Notice, PageStart } from "./read.ts";
import type { FileReader } from "./read-isolated.ts";
import { noticeOfRestriction, restrictionOf } from "./secrecy.ts";
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

/** A file's text, before it is split and embedded. */
export interface Draft {
  readonly directive: Directive;
  readonly headings: readonly Heading[];
  readonly pages?: readonly PageStart[];
}

export interface DraftParts {
  readonly findReferences: FindReferences;
  readonly reader: FileReader;
  readonly allowRestricted: boolean;
  /** After each page, where a file has pages. */
  readonly onPage?: () => void;
}

export interface ReadDraft extends Draft {
  /** As the file itself says; `directive` has it as its level. */
  readonly statedAccess: AccessLevel | null;
  readonly notices: readonly Notice[];
}

/** A file read, cleaned and identified; throws `UnreadableFileError`, also for one that may not be spread. */
export async function readDraft(
  file: Pick<IngestFile, "bytes" | "name" | "key">,
  parts: DraftParts,
): Promise<ReadDraft> {
  const document = await parts.reader.read(file.bytes, file.name, parts.onPage);
  const read = clean(document);
  const restricted = noticeOfRestriction(
    restrictionOf(document) ?? restrictionOf(read),
    file.name,
    parts.allowRestricted,
  );
  const head = identify(read, file.name, parts.findReferences);
  const statedAccess = read.frontMatter?.access ?? null;
  const access = strictest([statedAccess]) ?? null;
  const { text, uncertain } = read;
  const directive: Directive = { id: documentId(file.key), ...head, access, text, uncertain };
  const notices = [...restricted, ...read.notices, ...conflictsIn(read, file.name, parts.findReferences)];
  return { directive, headings: read.headings, pages: read.pages, statedAccess, notices };
}

/** A text that has been read, split and embedded, as it goes into the store. */
export async function buildDocument(
  { directive, headings, pages = [] }: Draft,
  file: Pick<NewDocument, "key" | "location" | "contentHash">,
  parts: DocumentParts,
): Promise<NewDocument> {
  const { id, text: whole } = directive;
  const pieces = await split(whole, headings, (texts) => parts.tokens.countTokens(texts));
  const idOf = passageIds(id);
  const drafts = pieces.map(({ path, span, units }) => {
    const text = whole.slice(span.start, span.end);
    return {
      passage: { id: idOf(path, text), directiveId: id, path, page: pageAt(pages, span.start), span, text },
      units,
    };
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
  const evidence = readEvidence(
    directive,
    passages.map(({ passage }) => passage),
  );
  return { directive, ...file, passages, evidence };
}

function pageAt(pages: readonly PageStart[], offset: number): number | null {
  return pages.findLast(({ start }) => start <= offset)?.page ?? null;
}

function contextOf({ title, number, kind }: Directive, path: readonly string[]): string {
  return [title, number, kind, ...path].filter((words) => words !== null).join("\n");
}
