import type { Api } from "grammy";
import type { Document, Message } from "grammy/types";
import { UnreadableFileError } from "../core/errors.ts";
import { download, MAX_FILE_BYTES } from "./download.ts";
import type { Messages } from "./messages.ts";
import { wordsOf } from "./original-message.ts";
import { codePointLength, oneLine, shorten } from "./text-limits.ts";

const MAX_DRAFT_LENGTH = 200_000;
const MAX_NAME_LENGTH = 100;

/** The text of a file; throws `UnreadableFileError` where there is none to be had. */
export type ReadDraft = (bytes: Uint8Array, name: string) => Promise<string>;

/** The words to be checked, or the sentence that says why there are none. */
export type DraftWords = { readonly words: string } | { readonly refusal: string };

interface Reading {
  readonly check: Messages["check"];
  readonly readDraft: ReadDraft | undefined;
}

/** The draft in a message: its file, or what it says after a command. */
export function draftIn(message: Message | undefined): Document | string | undefined {
  return message?.document ?? ((message && wordsOf(message)) || undefined);
}

/** Whether a file is of a kind that drafts are written in. */
export function isDraftFile({ file_name: name = "" }: Document): boolean {
  return /\.(?:txt|docx)$/i.test(name);
}

/** Name of a file as it is shown. */
export function fileName({ file_name: name = "" }: Document): string {
  return shorten(oneLine(name), MAX_NAME_LENGTH);
}

/** Reads a draft, from a file where it is in one. */
export async function readDraftWords(api: Api, draft: Document | string, reading: Reading): Promise<DraftWords> {
  const read = typeof draft === "string" ? { words: draft } : await readFile(api, draft, reading);
  if ("refusal" in read) return read;
  if (read.words.trim() === "") return { refusal: reading.check.empty };
  return codePointLength(read.words) > MAX_DRAFT_LENGTH ? { refusal: reading.check.tooLong } : read;
}

async function readFile(api: Api, file: Document, { check, readDraft }: Reading): Promise<DraftWords> {
  if (!readDraft) return { refusal: check.textOnly };
  if (!isDraftFile(file)) return { refusal: check.fileKind };
  const isTooBig = (file.file_size ?? 0) > MAX_FILE_BYTES;
  const bytes = isTooBig ? undefined : await download(api, file.file_id);
  if (!bytes) return { refusal: check.fileTooBig };
  try {
    return { words: await readDraft(bytes, file.file_name ?? "") };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { refusal: check.unreadable(fileName(file), error.message) };
  }
}
