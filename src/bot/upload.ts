import type { Composer } from "grammy";
import type { Message } from "grammy/types";
import type { AuditAction } from "../core/audit.ts";
import { dayOf } from "../core/spending.ts";
import type { Uploaded, UploadProgress, Uploads } from "../core/uploads.ts";
import type { Access } from "./access.ts";
import { adminOnly } from "./admin-only.ts";
import { CHECK_FILE } from "./check-command.ts";
import type { BotContext } from "./context.ts";
import { download, MAX_FILE_BYTES } from "./download.ts";
import { draftIn, isDraftFile, type ReadDraft } from "./draft.ts";
import type { Messages } from "./messages.ts";
import { originalMessage, wordsOf } from "./original-message.ts";
import { concat, keyboard, piece, toMessage } from "./part.ts";
import { replacePressed, reply, replyText } from "./reply.ts";
import type { Sleep } from "./sleep.ts";
import { oneLine, shorten } from "./text-limits.ts";
import { readUploadData, type UploadPress, uploadData } from "./upload-data.ts";
import { whileTelling } from "./upload-progress.ts";
import { renderLevels, renderUploaded } from "./upload-result.ts";

const MAX_NAME_LENGTH = 100;
const COMMAND = /^\/(?:them|add)(?:@\w+)?(?!\S)/;

/** What adding documents needs besides the update. */
export interface Uploading {
  /** Missing where documents come and go by the command line alone. */
  readonly uploads?: Uploads;
  readonly readDraft?: ReadDraft;
  readonly access: Access;
  readonly publicUrl?: string;
  readonly sleep?: Sleep;
}

/** Files and texts that administrators add to the library: `/them`, a file with that caption, or a file and its button. */
export function handleUpload(composer: Composer<BotContext>, parts: Uploading): void {
  const admins = adminOnly(composer);
  admins.command(["them", "add"], (ctx) => addCommand(ctx, parts));
  admins.on("message:document").filter(
    (ctx) => parts.uploads !== undefined || COMMAND.test(ctx.msg.caption ?? ""),
    (ctx) => (COMMAND.test(ctx.msg.caption ?? "") ? addCommand(ctx, parts) : offer(ctx, parts)),
  );
  admins.callbackQuery(/^up:/, (ctx) => press(ctx, parts));
}

/** The message itself or the one that it replies to holds what is to be added. */
async function addCommand(ctx: BotContext, { uploads }: Uploading): Promise<void> {
  const { upload } = ctx.messages;
  if (!uploads) return replyText(ctx, upload.offHere);
  const source = [ctx.msg, ctx.msg?.reply_to_message].find((message) => draftIn(message) !== undefined);
  if (!source) return replyText(ctx, upload.usage);
  await reply(ctx, [renderLevels(shownName(source), ctx.messages)], source.message_id);
}

/** A file without a command: what can be done with it. */
async function offer(ctx: BotContext, { readDraft }: Uploading): Promise<void> {
  const { upload, check } = ctx.messages;
  const file = ctx.msg?.document;
  if (!ctx.msg || !file) return;
  const canCheck = readDraft !== undefined && isDraftFile(file);
  const rows = [
    [{ text: upload.button, callback_data: uploadData({ step: "choose" }) }],
    canCheck ? [{ text: check.button, callback_data: CHECK_FILE }] : [],
  ];
  await reply(ctx, [toMessage(concat([piece(upload.offer(shownName(ctx.msg))), keyboard(rows)], ""))]);
}

async function press(ctx: BotContext, parts: Uploading): Promise<void> {
  const { upload } = ctx.messages;
  const pressed = readUploadData(ctx.callbackQuery?.data ?? "");
  if (!pressed) return;
  if (!parts.uploads) return replyText(ctx, upload.offHere);
  if (pressed.step === "cancel") return replacePressed(ctx, toMessage(piece(upload.cancelled)));
  const source = originalMessage(ctx);
  if (!source || draftIn(source) === undefined) return replacePressed(ctx, toMessage(piece(upload.gone)));
  if (pressed.step === "choose") return replacePressed(ctx, renderLevels(shownName(source), ctx.messages));
  await add(ctx, source, pressed, { ...parts, uploads: parts.uploads });
}

async function add(
  ctx: BotContext,
  source: Message,
  { access, onNamesake }: Extract<UploadPress, { step: "add" }>,
  parts: Uploading & { readonly uploads: Uploads },
): Promise<void> {
  const { upload } = ctx.messages;
  const name = shownName(source);
  const uploaded = await whileTelling(ctx, { line: upload.receiving(name), sleep: parts.sleep }, async (tell) => {
    const bytes = await bytesOf(ctx, source);
    if (!bytes) return "too-big";
    tell(upload.reading(name, 0));
    const onProgress = (progress: UploadProgress) => tell(progressLine(progress, name, upload));
    return parts.uploads.add({ name: nameOf(source), bytes, access, onNamesake, onProgress });
  });
  if (uploaded === "too-big") return replacePressed(ctx, toMessage(piece(upload.tooBig)));
  await record(ctx, uploaded, parts);
  const view = { name, access, messages: ctx.messages, publicUrl: parts.publicUrl };
  await replacePressed(ctx, renderUploaded(uploaded, view));
}

async function bytesOf(ctx: BotContext, source: Message): Promise<Uint8Array | undefined> {
  const { document } = source;
  if (!document) return new TextEncoder().encode(wordsOf(source));
  return (document.file_size ?? 0) > MAX_FILE_BYTES ? undefined : download(ctx.api, document.file_id);
}

const RECORDED: Readonly<Partial<Record<Uploaded["kind"], AuditAction>>> = {
  added: "document-added",
  replaced: "document-replaced",
};

async function record(ctx: BotContext, uploaded: Uploaded, { access }: Uploading): Promise<void> {
  const action = RECORDED[uploaded.kind];
  if (!action || uploaded.kind === "refused") return;
  const subject = uploaded.document.number ?? uploaded.document.id;
  await access.audit.record({ action, actorId: ctx.from?.id ?? null, personId: null, subject }, access.now());
}

function progressLine(progress: UploadProgress, name: string, upload: Messages["upload"]): string {
  if (progress.step === "reading") return upload.reading(name, progress.pages);
  return upload.embedding(name, progress.done, progress.total);
}

/** Of the file, or of the one that a text becomes: the same every time it is added. */
function nameOf({ document, date, message_id: id }: Message): string {
  return oneLine(document?.file_name ?? "") || `tin-nhan-${dayOf(date * 1000)}-${id}.txt`;
}

function shownName(source: Message): string {
  return shorten(nameOf(source), MAX_NAME_LENGTH);
}
