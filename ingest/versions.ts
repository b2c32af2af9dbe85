import type { Directive, DirectiveHead } from "../src/core/directive.ts";
import type { PassageStore, StoredFile } from "../src/core/ports.ts";
import type { Namesake } from "./namesakes.ts";
import {
  type Differences,
  differencesOf,
  haveLikeLength,
  haveSameIdentity,
  mayBeNear,
  type Sketch,
  sketchOf,
} from "./near-duplicate.ts";
import type { Notice } from "./read.ts";

/** What the library already holds of a text. */
export interface Comparison {
  /** The file with the very same words, if there is one. */
  readonly same: StoredFile | undefined;
  /** The documents that are nearly the same. */
  readonly near: readonly NearText[];
  readonly namesakes: readonly Namesake[];
}

/** A document that is nearly the same as the one compared. */
export interface NearText {
  readonly file: StoredFile;
  readonly head: DirectiveHead;
  readonly differences: Differences;
}

/** Compares texts with those of the library; what it has once read of these it remembers. */
export interface Versions {
  compare(directive: Directive, others: readonly StoredFile[]): Promise<Comparison>;
  /** Of a document that the library holds. */
  namesakesOf(file: StoredFile, others: readonly StoredFile[]): Promise<Namesake[]>;
}

interface Known {
  readonly contentHash: string;
  readonly characters: number;
  readonly head: DirectiveHead;
  sketch: Sketch | undefined;
}

// The owner wants to see what it is about; the documents themselves have the rest.
const NAMED = 3;
// A form that was filled in a hundred times is reported with the first of its likes.
const NAMED_DOCUMENTS = 3;
const NAMED_LENGTH = 120;

/** `isCurrent` tells whether a file is still there: what will be removed is not worth a notice. */
export function createVersions(
  store: Pick<PassageStore, "directive">,
  isCurrent: (file: StoredFile) => Promise<boolean>,
): Versions {
  const known = new Map<string, Known>();

  const lookUp = async ({ id, contentHash }: StoredFile): Promise<Known | undefined> => {
    const before = known.get(id);
    if (before?.contentHash === contentHash) return before;
    const directive = await store.directive(id);
    if (!directive) return undefined;
    // The texts themselves would fill the memory.
    const { text, ...head } = directive;
    const entry = { contentHash, characters: text.length, head, sketch: undefined };
    known.set(id, entry);
    return entry;
  };

  return {
    async compare(directive, others) {
      const { text } = directive;
      const sketch = sketchOf(text);
      const near: NearText[] = [];
      const namesakes: Namesake[] = [];
      for (const file of others) {
        const other = await lookUp(file);
        if (!other || file.id === directive.id) continue;
        const isNamesake = haveSameIdentity(directive, other.head);
        if (!isNamesake && !haveLikeLength(text.length, other.characters)) continue;
        const isWorth = (there: Sketch) => isNamesake || mayBeNear(sketch, there);
        if (other.sketch && !isWorth(other.sketch)) continue;
        const there = (await store.directive(file.id))?.text ?? "";
        other.sketch ??= sketchOf(there);
        const differences = isWorth(other.sketch) ? differencesOf(text, there) : undefined;
        if (!(differences || isNamesake) || !(await isCurrent(file))) continue;
        // Formats differ in their line breaks.
        if (inOneLine(there) === inOneLine(text)) return { same: file, near: [], namesakes: [] };
        if (differences && near.length < NAMED_DOCUMENTS) near.push({ file, head: other.head, differences });
        if (isNamesake) namesakes.push(namesakeOf(file, other.head, differences));
      }
      return { same: undefined, near, namesakes };
    },

    async namesakesOf(file, others) {
      const own = await lookUp(file);
      const namesakes: Namesake[] = [];
      for (const each of own ? others : []) {
        const other = await lookUp(each);
        if (own && other && haveSameIdentity(own.head, other.head) && (await isCurrent(each)))
          namesakes.push(namesakeOf(each, other.head));
      }
      return namesakes;
    },
  };
}

function namesakeOf(file: StoredFile, head: DirectiveHead, differences?: Differences): Namesake {
  const isCertain = head.kind !== null && head.issuer !== null;
  return { file, head, isCertain, isAtOdds: differences === undefined || !isSame(differences) };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isSame({ onlyHere, onlyThere }: Differences): boolean {
  return onlyHere.length + onlyThere.length === 0;
}

/** Names the other document and what differs. */
export function noticeOfNear({ file, head, differences }: NearText): Notice {
  const { similarity, onlyHere, onlyThere } = differences;
  const title = `"${head.title}" (${file.key})`;
  const share = Math.min(99, Math.floor(similarity * 100));
  const message = isSame(differences)
    ? `has the same sentences as ${title}`
    : `is ${share} % the same as ${title}; ${named(onlyHere, "here")}; ${named(onlyThere, "there")}`;
  return { code: "near-duplicate", message };
}

function named(sentences: readonly string[], where: string): string {
  if (sentences.length === 0) return `no sentence only ${where}`;
  const shown = sentences.slice(0, NAMED).map((sentence) => `“${shortened(sentence)}”`);
  const more = sentences.length > NAMED ? " …" : "";
  return `${sentences.length} only ${where}: ${shown.join(" ")}${more}`;
}

function shortened(sentence: string): string {
  return sentence.length > NAMED_LENGTH ? `${sentence.slice(0, NAMED_LENGTH).trimEnd()}…` : sentence;
}
