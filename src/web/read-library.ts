import { listRegister } from "../citation/list-register.ts";
import type { Cite, CiteCandidate, RegisterLine, Standing } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { PassageStore } from "../core/ports.ts";

/** Every document that the library knows. */
export interface KnownDocuments {
  /** In the order of the store; `status` is the register's. */
  readonly held: readonly DirectiveHead[];
  /** Those that are only named, by running number. */
  readonly mentioned: readonly RegisterLine[];
}

/** Reads the texts' evidence on all documents at once: for lists, not for a single document. */
export async function readLibrary(store: PassageStore): Promise<KnownDocuments> {
  const [heads, lines] = await Promise.all([store.directives(), listRegister(store)]);
  return {
    held: heads.map((head) => ({ ...head, status: shown(entryOf(head, lines)?.status) ?? head.status })),
    mentioned: lines.filter(({ held }) => !held),
  };
}

/** The standing of a document that is held: the register's, or what its own file says where the register shows none. */
export async function readStanding(head: DirectiveHead, cite: Cite): Promise<Standing> {
  const { candidates } = head.number === null ? { candidates: [] } : await cite(head.number);
  const standing = entryOf(head, candidates)?.standing;
  return standing && shown(standing.status) ? standing : { status: head.status, by: null, since: null };
}

/** A second copy of a text shares the entry of the first. */
function entryOf<Entry extends CiteCandidate | RegisterLine>(
  { id, number, kind, issuedOn }: DirectiveHead,
  entries: readonly Entry[],
): Entry | undefined {
  const isSame = (entry: Entry) => entry.number === number && entry.kind === kind && entry.issuedOn === issuedOn;
  return entries.find(({ documentId }) => documentId === id) ?? entries.find((entry) => entry.held && isSame(entry));
}

function shown(status: DirectiveHead["status"] | undefined): DirectiveHead["status"] | undefined {
  return status === "unknown" ? undefined : status;
}
