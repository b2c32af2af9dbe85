import type { InlineKeyboardButton } from "grammy/types";
import type { Role } from "../core/access.ts";
import type { Span } from "../core/passage.ts";

interface Target {
  readonly documentId: string;
  /** Of the document; `undefined` where it is not known. */
  readonly access: Role | null | undefined;
  readonly passageId?: string;
  /** Part of the passage to be marked. */
  readonly span?: Span;
}

/**
 * Opens a document, or a passage of it, in the reader; none where the reader cannot be reached from outside, or does not
 * show the document: it knows nobody, and so has only what is open to everyone.
 */
export function readerButton(label: string, target: Target, publicUrl: string | undefined): InlineKeyboardButton[] {
  const { documentId, passageId, span, access } = target;
  if (!publicUrl?.startsWith("https://") || access !== null) return [];
  const reader = `${publicUrl.replace(/\/+$/, "")}/documents/${encodeURIComponent(documentId)}`;
  if (passageId === undefined) return [{ text: label, url: reader }];
  const mark = span ? `&start=${span.start}&end=${span.end}` : "";
  return [{ text: label, url: `${reader}?at=${encodeURIComponent(passageId)}${mark}#here` }];
}
