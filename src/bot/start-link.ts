/** What a deep link shows. */
export interface StartLink {
  readonly to: "passage" | "document";
  readonly id: string;
}

// https://core.telegram.org/bots/features#deep-linking: 1 to 64 of A-Z, a-z, 0-9, _ and -.
const MAX_LENGTH = 64;
const LETTERS = { passage: "p", document: "d" } as const;

/** The link that opens the bot at a passage or a document; `undefined` for an id that no link can carry. */
export function startLink(username: string, { to, id }: StartLink): string | undefined {
  // Ids are made of a-z, 0-9, - and . alone, so that the one sign that a link cannot carry has another one free for it.
  const payload = `${LETTERS[to]}-${id.replaceAll(".", "_")}`;
  if (!/^[a-z0-9.-]+$/.test(id) || payload.length > MAX_LENGTH) return undefined;
  return `https://t.me/${username}?start=${payload}`;
}

/** The inverse, of the part after `start=`; `undefined` for any other payload. */
export function readStartPayload(payload: string): StartLink | undefined {
  const [, letter, id] = /^([pd])-([a-z0-9_-]+)$/.exec(payload.trim()) ?? [];
  if (id === undefined) return undefined;
  return { to: letter === LETTERS.passage ? "passage" : "document", id: id.replaceAll("_", ".") };
}
