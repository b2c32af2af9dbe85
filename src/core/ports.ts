import type { Topic } from "./answer.ts";
import type { Directive, DirectiveHead } from "./directive.ts";
import type { Passage, ScoredPassage, Span } from "./passage.ts";
import type { Query } from "./query.ts";
import type { DocumentReference } from "./reference.ts";
import type { StatedRelation } from "./relation.ts";

/** Text to unit vectors. The names are LangChain's, so its classes fit. */
export interface Embedder {
  /** Tells models apart that give different vectors; stored with the index. */
  readonly modelId: string;
  readonly dimensions: number;
  /**
   * Cosines from where a question and a text have hardly anything to do with each other to where they are about the
   * same thing, as measured for this model; left out where nobody has.
   */
  readonly scale?: readonly [low: number, high: number];
  /** For texts of the library; the same text gives the same vector, whatever its company. */
  embedDocuments(texts: readonly string[], signal?: AbortSignal): Promise<number[][]>;
  /** For a question; goes before waiting `embedDocuments` work. */
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>;
}

/** Lengths in the embedding model's tokens, special tokens not counted. */
export interface TokenCounter {
  /** Longest text that the model reads whole. */
  readonly maxTokens: number;
  countTokens(texts: readonly string[]): Promise<number[]>;
}

export interface Neighbour {
  readonly id: number;
  /** Cosine: higher is nearer on every backend. */
  readonly similarity: number;
}

/** Nearest-neighbour search over vector ids. It holds no text. */
export interface VectorIndex {
  /** Most similar first; at most `limit`. */
  nearest(vector: readonly number[], limit: number): Promise<Neighbour[]>;
  /** Adds, or replaces where the id is known. */
  upsert(entries: readonly { readonly id: number; readonly vector: readonly number[] }[]): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  /** Ids held, in any order; `undefined` where the backend cannot list them. */
  ids(): Promise<readonly number[] | undefined>;
}

/** A passage on its way into the store, with the parts of it that get a vector each. */
export interface NewPassage {
  readonly passage: Passage;
  /** Words that belong to the passage but stand elsewhere: document title and number, headings. */
  readonly context: string;
  readonly units: readonly { readonly span: Span; readonly vector: readonly number[] | null }[];
}

/** A place where a text of the library names a document. */
export interface Mention {
  readonly reference: DocumentReference;
  readonly passageId: string;
  readonly directiveId: string;
  /** Kind and number, or the own digits of one in a list. */
  readonly span: Span;
  /** The same with date, issuer and title as far as the reference has them from here; what shows these facts. */
  readonly extent: Span;
  /** ISO date of the text that names it: what it names was issued no later; `null` for digests, which are younger. */
  readonly citedOn: string | null;
}

/** A relation as a passage of the library states it. */
export interface LibraryRelation extends StatedRelation {
  readonly passageId: string;
  readonly directiveId: string;
}

/** A document of the library as it is written, with what tells whether its file has changed. */
export interface NewDocument {
  readonly directive: Directive;
  /** Path inside the folder that was ingested; the document's identity as a file. */
  readonly key: string;
  /** Where the file was, to report and to notice its removal; `null` for an upload. */
  readonly location: string | null;
  /** Hash of the file's bytes and of the version of the reading code. */
  readonly contentHash: string;
  readonly passages: readonly NewPassage[];
  readonly evidence: DocumentEvidence;
}

/** What a text says about other documents. */
export interface DocumentEvidence {
  /** Of the code that read it: a younger one reads the text again. */
  readonly version: string;
  readonly mentions: readonly Mention[];
  readonly relations: readonly LibraryRelation[];
}

export interface StoredFile {
  readonly id: string;
  readonly key: string;
  readonly location: string | null;
  readonly contentHash: string;
}

/** Which text the words are looked up in: as written, or without any diacritics. */
export type TextField = "words" | "folded";

export interface LibrarySize {
  readonly documents: number;
  readonly passages: number;
  /** Years of the oldest and newest dated document. */
  readonly years: readonly [string, string] | null;
}

/** The library: the only truth. Text and vectors live here; everything else can be made again from it. */
export interface PassageStore {
  /** In the order asked; unknown ids are left out. */
  get(ids: readonly string[]): Promise<{ passage: Passage; directive: DirectiveHead }[]>;
  /** Best first, higher is better. `terms` are words, or runs of words, of `matchForm` (or `fold`) text; any may match. */
  searchText(
    terms: readonly string[],
    field: TextField,
    limit: number,
  ): Promise<{ passageId: string; score: number }[]>;
  /** In how many passages a syllable, or two neighbouring ones with a space between, stand; unknown ones are left out. */
  frequencies(terms: readonly string[], field: TextField): Promise<ReadonlyMap<string, number>>;
  /** Documents whose own number, and passages whose text, agree with the reference as far as it goes. */
  findByNumber(reference: DocumentReference): Promise<{ held: DirectiveHead[]; mentions: Mention[] }>;
  /** Relations of which one end may be that document, or stated by one of these texts about itself. */
  relationsOf(reference: DocumentReference, directiveIds: readonly string[]): Promise<LibraryRelation[]>;
  /** Those of these running numbers, and those of documents of that day, that the library holds or names. */
  serialsLike(serials: readonly string[], issuedOn: string | null): Promise<string[]>;
  /** The passages that vectors belong to, in the order asked. */
  passagesOfVectors(ids: readonly number[]): Promise<{ vectorId: number; passageId: string; span: Span }[]>;
  directive(id: string): Promise<Directive | undefined>;
  /** What character recognition is not sure of in the text of each; documents that are sure are left out. */
  uncertainIn(directiveIds: readonly string[]): Promise<ReadonlyMap<string, readonly Span[]>>;
  directives(): Promise<DirectiveHead[]>;
  passagesOf(directiveId: string): Promise<Passage[]>;
  mentionsIn(directiveId: string): Promise<Mention[]>;
  /** Adds or replaces a document, all of it or nothing; those `replaced` by it go in the same moment. */
  put(document: NewDocument, replaced?: readonly string[]): Promise<"added" | "updated">;
  /** Takes note of where a document's file is now; its text stays as it is. */
  move(file: StoredFile): Promise<void>;
  remove(directiveId: string): Promise<void>;
  /** All mentions and relations of the library, to list every document that it knows. */
  evidence(): Promise<Pick<DocumentEvidence, "mentions" | "relations">>;
  /** Documents whose evidence was read by another version. */
  withOtherEvidence(version: string): Promise<string[]>;
  putEvidence(directiveId: string, evidence: DocumentEvidence): Promise<void>;
  files(): Promise<StoredFile[]>;
  size(): Promise<LibrarySize>;
}

/** A part of a passage that is embedded. */
export interface Unit {
  readonly id: number;
  /** What is given to the embedder. */
  readonly text: string;
}

/** Vectors as stored; what a vector index is made from. */
export interface VectorStore {
  hasVectors(): Promise<boolean>;
  /** Ids of all units that have a vector. */
  vectorIds(): Promise<number[]>;
  /** In any order; unknown ids are left out. */
  vectors(ids: readonly number[]): Promise<{ id: number; vector: readonly number[] }[]>;
  /** Changes whenever documents or vectors change, through any process. */
  revision(): Promise<string>;
  /** Takes the model for this library if it has no vectors yet; throws `IndexMismatchError` if they are another's. */
  requireModel(modelId: string): Promise<void>;
  /** Units that have no vector yet. */
  pending(limit: number): Promise<Unit[]>;
  fill(vectors: readonly { readonly id: number; readonly vector: readonly number[] }[]): Promise<void>;
  /** Forgets every vector and the model, to embed again with another one. */
  clearVectors(): Promise<void>;
}

/** Passages for a question, best first. */
export interface Retriever {
  read(question: string): Promise<Query>;
  retrieve(question: string | Query, limit: number, signal?: AbortSignal): Promise<Retrieval>;
}

export interface Retrieval {
  readonly hits: readonly ScoredPassage[];
  /** What the similarities of the hits mean, where that is known. */
  readonly scale?: readonly [low: number, high: number];
  readonly embedMs: number;
  readonly searchMs: number;
}

/** A Telegram update as it waits; the shape of `update` is Telegram's. */
export interface WaitingUpdate {
  readonly updateId: number;
  readonly update: unknown;
  /** How often its handling was begun before; more than 0 after a crash. */
  readonly attempts: number;
}

/** An update on its way into the inbox. */
export interface ArrivedUpdate {
  readonly updateId: number;
  readonly chatId: number | null;
  readonly update: unknown;
  /** It is handled by whoever accepts it: only its number is kept. */
  readonly isTaken?: boolean;
}

/** What was claimed, and for the how manyth time: who has lost a claim to another can no longer change anything. */
export type Claim = Pick<WaitingUpdate, "updateId" | "attempts">;

/** Durable queue of updates: what was accepted is handled once, also over restarts. Times in milliseconds since 1970. */
export interface Inbox {
  /** Ids of those that were not known, each once. Updates of one `chatId` are never worked on at the same time. */
  accept(updates: readonly ArrivedUpdate[], now: number): Promise<number[]>;
  /** The oldest update that waits, or whose worker's lease has run out; `undefined` when there is none. */
  claim(now: number, leaseMs: number): Promise<WaitingUpdate | undefined>;
  /** `false` where the claim was lost. */
  renew(claim: Claim, until: number): Promise<boolean>;
  /** Hands the update back, to be claimed at `until` and no later update of its chat before it; it counts as not begun. */
  postpone(claim: Claim, until: number): Promise<void>;
  finish(claim: Claim, state: "done" | "failed"): Promise<void>;
  /** An update as it was accepted, as long as it is kept. */
  read(updateId: number): Promise<unknown>;
  /** Forgets finished updates received before `time`. */
  purge(before: number): Promise<void>;
}

/**
 * What people last asked about, for questions that follow on. A key is a chat, its topic and a person, so that nobody's
 * questions mix with another's. Times in milliseconds since 1970.
 */
export interface Conversations {
  /** `undefined` where nothing was asked for half an hour. */
  recall(key: string, now: number): Promise<Topic | undefined>;
  /** In place of what was remembered under the key. */
  remember(key: string, userId: number, topic: Topic, now: number): Promise<void>;
  /** All that was remembered of a person. */
  forget(userId: number): Promise<void>;
  /** Forgets what was last asked before the time. */
  purge(before: number): Promise<void>;
}
