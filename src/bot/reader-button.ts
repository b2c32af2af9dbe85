import type { InlineKeyboardButton } from "grammy/types";
import type { Span } from "../core/passage.ts";

interface Target {
  readonly documentId: string;
  readonly passageId?: string;
  /** Part of the passage to be marked. */
  readonly span?: Span;
}

/** Opens a document, or a passage of it, in the reader; none where the reader cannot be reached from outside. */
export function readerButton(label: string, target: Target, publicUrl: string | undefined): InlineKeyboardButton[] {
  if (!publicUrl?.startsWith("https://")) return [];
  const { documentId, passageId, span } = target;
  const reader = `${publicUrl.replace(/\/+$/, "")}/documents/${encodeURIComponent(documentId)}`;
  if (passageId === undefined) return [{ text: label, url: reader }];
  const mark = span ? `&start=${span.start}&end=${span.end}` : "";
  return [{ text: label, url: `${reader}?at=${encodeURIComponent(passageId)}${mark}#here` }];
}
