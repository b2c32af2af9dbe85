import type { Role } from "./access.ts";
import type { DirectiveHead } from "./directive.ts";

/** How far an upload is: pages where the file has pages, then its passages. */
export type UploadProgress =
  | { readonly step: "reading"; readonly pages: number }
  | { readonly step: "embedding"; readonly done: number; readonly total: number };

/** What is to happen where the library holds a text that says it is the same document. */
export type OnNamesake = "ask" | "replace" | "keep";

export interface Upload {
  /** Base name of the file; what it is called by is no part of its identity. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Who may read it at least; `null`: everyone. */
  readonly access: Role | null;
  readonly onNamesake: OnNamesake;
  readonly onProgress?: (progress: UploadProgress) => void;
}

/** A document of the library that is nearly the same; sentences as they are written. */
export interface NearDocument {
  readonly document: DirectiveHead;
  /** From 0 to 1. */
  readonly similarity: number;
  readonly onlyHere: readonly string[];
  readonly onlyThere: readonly string[];
}

export type Uploaded =
  /** It is found from now on. */
  | {
      readonly kind: "added" | "replaced";
      readonly document: DirectiveHead;
      readonly passages: number;
      readonly near: readonly NearDocument[];
    }
  /** The library has this text already; nothing was done. */
  | { readonly kind: "duplicate"; readonly document: DirectiveHead }
  /** Nothing was done: somebody has to say what becomes of those held, which say that they are the same document. */
  | {
      readonly kind: "namesakes";
      readonly document: DirectiveHead;
      readonly held: readonly [DirectiveHead, ...DirectiveHead[]];
    }
  /** It cannot be in the library, for the reason given in one sentence. */
  | { readonly kind: "refused"; readonly reason: string };

/** Documents that come and go one by one, while the library is in use. */
export interface Uploads {
  /** All of it or nothing. */
  add(upload: Upload): Promise<Uploaded>;
  /**
   * Takes a document out of the library; `undefined` where it is not there. One whose file is still where it was read
   * from comes back with the next ingest of that place.
   */
  withdraw(id: string): Promise<{ readonly fileRemains: boolean } | undefined>;
}
