import type { Directive } from "../../src/core/directive.ts";
import type { LibraryRelation, Mention, NewDocument } from "../../src/core/ports.ts";
import { type DocumentReference, OPEN } from "../../src/core/reference.ts";
import { heldDocument } from "../fakes/held-documents.ts";

/** A document as it goes into a store: one passage for each text, one unit for each passage. */
export function newDocument(
  head: Partial<Directive> & { readonly id: string },
  texts: readonly string[],
  {
    mentions = [],
    relations = [],
    vectors = [],
  }: {
    readonly mentions?: readonly Naming[];
    readonly relations?: readonly LibraryRelation[];
    readonly vectors?: readonly number[][];
  } = {},
): NewDocument {
  const { directive, passages } = heldDocument(
    { title: `Văn bản ${head.id}`, ...head },
    texts.map((text, at) => ({ text, path: [`Điều ${at + 1}`] })),
  );
  const whole = directive.text;
  return {
    directive,
    key: `folder/${head.id}.md`,
    location: `/library/folder/${head.id}.md`,
    contentHash: `hash of ${whole.length} ${head.id}`,
    passages: passages.map((passage, at) => ({
      passage,
      context: [directive.title, directive.number ?? "", ...passage.path].join("\n"),
      units: [{ span: passage.span, vector: vectors[at] ?? null }],
    })),
    evidence: {
      version: "1",
      mentions: mentions.map(({ words, ...reference }): Mention => {
        const start = whole.indexOf(words);
        const span = { start, end: start + words.length };
        const home = passages.find((passage) => passage.span.start <= start && span.end <= passage.span.end);
        if (start < 0 || !home) throw new Error(`No passage of ${head.id} says "${words}"`);
        const citedOn = directive.isDigest ? null : directive.issuedOn;
        return {
          reference: referenceTo(reference),
          passageId: home.id,
          directiveId: head.id,
          span,
          extent: span,
          citedOn,
        };
      }),
      relations,
    },
  };
}

interface Naming extends Partial<DocumentReference> {
  readonly words: string;
  readonly serial: string;
}

/** A reference that leaves open whatever is not given. */
export function referenceTo(given: Partial<DocumentReference> & { readonly serial: string }): DocumentReference {
  return { ...OPEN, ...given };
}
