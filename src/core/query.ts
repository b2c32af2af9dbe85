import type { Language } from "./answer.ts";
import type { DirectiveHead } from "./directive.ts";
import type { Span } from "./passage.ts";
import type { Mention, TextField } from "./ports.ts";
import type { DocumentReference } from "./reference.ts";

/** A document that a question names, with all that the library has under that number. */
export interface NamedDocument {
  readonly reference: DocumentReference;
  /** In the question's text. */
  readonly span: Span;
  readonly held: readonly DirectiveHead[];
  readonly mentions: readonly Mention[];
}

/** Words to be looked up. */
export interface Lookup {
  /** Syllables and pairs of neighbouring ones, in reading order, then what texts may have in their place; no repeats. */
  readonly terms: readonly string[];
  readonly field: TextField;
  /** How much this ranking counts beside the others. */
  readonly weight: number;
}

/** Words that a text may have where the question has others of the same meaning, both as `matchForm` has them. */
export interface Variant {
  readonly written: string;
  readonly asked: string;
}

/** A question as it was understood; read once, and handed on. */
export interface Query {
  /** As typed, slips put right; without diacritics where it was typed so. */
  readonly text: string;
  /** As it was meant, with its diacritics; as long as `text`. `null` where it was typed so. */
  readonly restored: string | null;
  readonly language: Language;
  /** Its words in Vietnamese: the text itself, restored, abbreviations written out, or what the glossary has of an English one. */
  readonly vietnamese: string;
  /** Whether it was typed without diacritics; those of a document's symbol ("qđ 213 yeu cau gi") do not count. */
  readonly isPlain: boolean;
  readonly named: readonly NamedDocument[];
  readonly lookups: readonly Lookup[];
  /** What is embedded, and how much its ranking counts. */
  readonly meaning: { readonly text: string; readonly weight: number };
  readonly variants: readonly Variant[];
}
