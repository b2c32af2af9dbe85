import type { Context } from "hono";
import { MAX_DRAFT_LENGTH } from "./citation-schemas.ts";

/** What a form sent: a draft, or why there is none to check. */
export type SentDraft =
  | { readonly kind: "draft"; readonly text: string }
  | { readonly kind: "empty" }
  | { readonly kind: "not-text" }
  | { readonly kind: "too-long"; readonly text: string };

/** Reads the text field of a form, or its file where one was chosen. */
export async function readDraft(c: Context): Promise<SentDraft> {
  // A body that is no form, or a broken one, has no draft.
  const { text, file } = await c.req.parseBody().catch((): Record<string, undefined> => ({}));
  const read = file instanceof File && file.size > 0 ? await decode(file) : typeof text === "string" ? text : "";
  if (read === undefined) return { kind: "not-text" };
  // Forms send every line end as two characters.
  const draft = read.replace(/\r\n/g, "\n");
  if (draft.trim() === "") return { kind: "empty" };
  return { kind: draft.length > MAX_DRAFT_LENGTH ? "too-long" : "draft", text: draft };
}

async function decode(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
