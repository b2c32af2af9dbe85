import { formatCitation } from "../citation/format.ts";
import { type Role, roles } from "../core/access.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { NearDocument, Uploaded } from "../core/uploads.ts";
import { documentName } from "./document-label.ts";
import type { Messages } from "./messages.ts";
import { concat, fitOne, keyboard, type Part, piece, type RenderedMessage, toMessage } from "./part.ts";
import { readerButton } from "./reader-button.ts";
import { oneLine, shorten } from "./text-limits.ts";
import { uploadData } from "./upload-data.ts";
import { withdrawButton } from "./withdraw-buttons.ts";

const MAX_TITLE = 400;
const MAX_REASON = 1500;
const MAX_SENTENCE = 200;
const SENTENCES = 2;
const MAX_HELD = 5;

/** What is shown of an upload besides its outcome. */
export interface UploadView {
  /** Of the file, as it is shown. */
  readonly name: string;
  readonly access: Role | null;
  readonly messages: Messages;
  readonly publicUrl: string | undefined;
}

/** Asks who may read it; nothing is read before. */
export function renderLevels(name: string, { upload, access }: Messages): RenderedMessage {
  const level = (label: string, to: Role | null) => [
    { text: label, callback_data: uploadData({ step: "add", access: to, onNamesake: "ask" }) },
  ];
  return toMessage(
    concat(
      [
        piece(upload.whoReads(name)),
        keyboard([
          level(upload.everyone, null),
          ...roles.map((role) => level(upload.only(access.roles[role]), role)),
          [cancelButton(upload)],
        ]),
      ],
      "",
    ),
  );
}

/** What became of it, with what can be done next. */
export function renderUploaded(uploaded: Uploaded, view: UploadView): RenderedMessage {
  const { upload } = view.messages;
  if (uploaded.kind === "refused") return toMessage(refused(uploaded.reason, view));
  if (uploaded.kind === "namesakes") return toMessage(namesakes(uploaded, view));
  if (uploaded.kind === "duplicate")
    return toMessage(concat([piece(upload.duplicate), head(uploaded.document, view), actions(uploaded, view)], "\n"));
  const { kind, document, passages, near } = uploaded;
  const added = concat([piece(upload[kind]), head(document, view), piece(upload.passages(passages))], "\n");
  return toMessage(
    concat([fitOne([added, ...near.map((other) => nearPart(other, view))], piece("…")), actions(uploaded, view)], ""),
  );
}

/** The document as its head says it is, with who may read it. */
export function head(document: DirectiveHead, { messages }: Pick<UploadView, "messages">): Part {
  const { upload } = messages;
  const citation = formatCitation(document);
  const title = oneLine(citation).includes(oneLine(document.title)) ? "" : shorten(oneLine(document.title), MAX_TITLE);
  const file = shorten(oneLine(document.file), MAX_TITLE);
  return concat(
    [
      documentName(citation),
      piece(title),
      piece(upload.file(file)),
      piece(upload.readers(readersOf(document.access, messages))),
    ],
    "\n",
  );
}

function readersOf(level: Role | null, { upload, access }: Messages): string {
  return (level === null ? upload.everyone : upload.only(access.roles[level])).toLowerCase();
}

function refused(reason: string, { name, messages: { upload } }: UploadView): Part {
  return concat([piece(upload.refused(name)), piece(upload.details(shorten(oneLine(reason), MAX_REASON)))], "\n\n");
}

function namesakes({ document, held }: Extract<Uploaded, { kind: "namesakes" }>, view: UploadView): Part {
  const { upload } = view.messages;
  const choose = (label: string, onNamesake: "replace" | "keep") => [
    { text: label, callback_data: uploadData({ step: "add", access: view.access, onNamesake }) },
  ];
  const parts = [
    piece(upload.namesakes),
    concat([piece(upload.given), head(document, view)], "\n"),
    ...held.slice(0, MAX_HELD).map((other) => concat([piece(upload.held), head(other, view)], "\n")),
  ];
  const rows = [choose(upload.replace, "replace"), choose(upload.keep, "keep"), [cancelButton(upload)]];
  return concat([fitOne(parts, piece("…")), keyboard(rows)], "");
}

function nearPart(near: NearDocument, view: UploadView): Part {
  const { upload } = view.messages;
  const { document, similarity, onlyHere, onlyThere } = near;
  const differences = [
    ...sentences(upload.onlyHere, onlyHere, upload),
    ...sentences(upload.onlyThere, onlyThere, upload),
  ];
  return concat(
    [
      piece(upload.near(Math.floor(similarity * 100))),
      head(document, view),
      ...(differences.length > 0 ? differences : [piece(upload.sameSentences)]),
    ],
    "\n",
  );
}

function sentences(label: string, all: readonly string[], upload: Messages["upload"]): Part[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, SENTENCES).map((sentence) => piece(`– ${shorten(oneLine(sentence), MAX_SENTENCE)}`));
  const more = all.length - shown.length;
  return [piece(label), ...shown, piece(more > 0 ? upload.moreSentences(more) : "")];
}

function actions({ document }: { readonly document: DirectiveHead }, { messages, publicUrl }: UploadView): Part {
  const open = readerButton(messages.lookup.openText, { documentId: document.id, access: document.access }, publicUrl);
  return keyboard([open, [withdrawButton(document.id, messages)]]);
}

function cancelButton(upload: Messages["upload"]) {
  return { text: upload.cancel, callback_data: uploadData({ step: "cancel" }) };
}
