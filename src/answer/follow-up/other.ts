import type { KnownDocument } from "../../citation/resolve.ts";
import { statedOf } from "../../citation/seen-relations.ts";
import type { Span } from "../../core/passage.ts";
import type { PassageStore } from "../../core/ports.ts";
import { agrees, type DocumentReference, ownReference } from "../../core/reference.ts";
import { fold } from "../../core/text.ts";
import { ENGLISH_NOUN, NOUN } from "./words.ts";

/** Words for the document that the one spoken of replaced ("older"), or that replaced it. */
export interface OtherDocument {
  readonly span: Span;
  readonly is: "older" | "newer";
}

const OTHER = new RegExp(
  `(?<!\\b(?:nhung|cac|nhieu|may) )\\b(?:${fold(NOUN)}|cai|ban) (?:(?<cu>cu|truoc do|truoc day)|moi)(?: (?:do|ay|nay|kia))?\\b(?! (?:nao|nhat|ve|cua|nam|cho))|` +
    `\\b(?:the|that|this) (?:(?<old>old|older|previous|former|earlier|replaced)|new|newer|replacing) (?:one|${ENGLISH_NOUN})\\b(?! (?:on|of|about|for|from))`,
);

// "That older one", in words that do not tell which.
const ANOTHER = /\b(?:khac|kia|cu|truoc do|other|older|newer|previous|former|earlier)\b/;

/** Whether a question means another document than the one spoken of, whichever that is. */
export function meansOther(question: string): boolean {
  return otherIn(question) !== undefined || ANOTHER.test(fold(question));
}

/** "Quy định cũ đó", "the new one". */
export function otherIn(question: string): OtherDocument | undefined {
  const found = OTHER.exec(fold(question));
  if (!found) return undefined;
  const { cu, old } = found.groups ?? {};
  return {
    span: { start: found.index, end: found.index + found[0].length },
    is: (cu ?? old) === undefined ? "newer" : "older",
  };
}

/** The document at the other end of the replacement that texts state of this one; `undefined` for none, or several. */
export async function otherOf(
  document: KnownDocument,
  { is }: Pick<OtherDocument, "is">,
  store: Pick<PassageStore, "relationsOf" | "directive">,
): Promise<DocumentReference | undefined> {
  const [own, other] = is === "older" ? (["from", "to"] as const) : (["to", "from"] as const);
  const stated = await statedOf(document, { types: ["replaces"], side: own }, store);
  const found = await Promise.all(
    stated.map(async (relation) => {
      const self = relation[other].span === null ? await store.directive(relation.directiveId) : undefined;
      return self ? ownReference(self) : relation[other].reference;
    }),
  );
  const [first] = found.toSorted((a, b) => Number(b.issuedOn !== null) - Number(a.issuedOn !== null));
  return first && found.every((reference) => agrees(reference, first)) ? first : undefined;
}
