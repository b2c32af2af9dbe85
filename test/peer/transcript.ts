import type { Message, MessageEntity } from "grammy/types";
import type { PeerChat } from "./chats.ts";

/** A chat as plain Markdown: who, what, the buttons in brackets, and what a message replies to. */
export function transcriptOf(chat: PeerChat): string {
  const said = chat.messages.map(renderMessage);
  const draft = chat.draft ? [`*(đang soạn)* ${formatted(chat.draft.text, chat.draft.entities) || "…"}`] : [];
  return `${[...said, ...draft].join("\n\n")}\n`;
}

function renderMessage(message: Message): string {
  const { text, caption, entities, caption_entities, reply_to_message: to, edit_date: edited, quote } = message;
  const remarks = [
    message.via_bot && `qua @${message.via_bot.username}`,
    message.ephemeral_message_id !== undefined && "chỉ người hỏi thấy",
    message.forward_origin && "chuyển tiếp",
    edited !== undefined && "đã sửa",
  ].filter((remark) => typeof remark === "string");
  const head = `**${message.from?.first_name ?? "?"}**${remarks.length > 0 ? ` *(${remarks.join(", ")})*` : ""}`;
  const words = formatted(text ?? caption ?? "", entities ?? caption_entities ?? []);
  const parts = [
    head,
    to && `↩ *${oneLine(quote?.text ?? to.text ?? to.caption ?? describeContent(to))}*`,
    describeContent(message),
    words,
    ...(message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text: label }) => `\`[${label}]\``).join(" "),
    ),
  ];
  return parts.filter((part) => part).join("\n\n");
}

function describeContent({
  document,
  photo,
  voice,
  sticker,
  new_chat_members: joined,
  forum_topic_created: topic,
}: Message) {
  if (document) return `📎 ${document.file_name ?? "tệp"}`;
  if (photo) return "🖼 ảnh";
  if (voice) return "🎤 tin nhắn thoại";
  if (sticker) return `${sticker.emoji ?? ""} (nhãn dán)`;
  if (joined) return `*${joined.map(({ first_name: name }) => name).join(", ")} vào nhóm*`;
  return topic ? `*mở chủ đề “${topic.name}”*` : "";
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const short = line.length > 80 ? `${line.slice(0, 79)}…` : line;
  return [...short].map(escapeMarkdown).join("");
}

const MARKS: Readonly<Record<string, string>> = {
  bold: "**",
  italic: "*",
  strikethrough: "~~",
  code: "`",
};

/** Text with its formatting as Markdown. Quotes become blocks of their own. */
function formatted(text: string, entities: readonly MessageEntity[]): string {
  const marks = new Map<number, string>();
  const add = (at: number, mark: string, isClosing: boolean) =>
    marks.set(at, isClosing ? mark + (marks.get(at) ?? "") : (marks.get(at) ?? "") + mark);
  const quoted = entities.filter(({ type }) => type.endsWith("blockquote"));
  for (const entity of entities) {
    const mark = MARKS[entity.type];
    const end = entity.offset + entity.length;
    if (mark) {
      add(entity.offset, mark, false);
      add(end, mark, true);
    } else if (entity.type === "text_link") {
      add(entity.offset, "[", false);
      add(end, `](${entity.url})`, true);
    }
  }
  const places = [...text].reduce<{ at: number; lines: string[]; wasQuote: boolean }>(
    ({ at, lines, wasQuote }, character) => {
      const isQuote = quoted.some(({ offset, length }) => offset <= at && at < offset + length);
      if (isQuote !== wasQuote) lines.push("");
      const mark = marks.get(at) ?? "";
      if (character === "\n") {
        lines[lines.length - 1] += mark;
        lines.push(isQuote ? "> " : "");
      } else {
        const line = lines.at(-1) ?? "";
        lines[lines.length - 1] = `${line === "" && isQuote ? "> " : line}${mark}${escapeMarkdown(character)}`;
      }
      return { at: at + character.length, lines, wasQuote: isQuote };
    },
    { at: 0, lines: [""], wasQuote: false },
  );
  const end = marks.get(text.length) ?? "";
  places.lines[places.lines.length - 1] += end;
  return places.lines
    .map((line) => line.trimEnd())
    .join("  \n")
    .replace(/(?:\s{2}\n){3,}/g, "  \n  \n");
}

function escapeMarkdown(character: string): string {
  return /[*_`[\]<>]/.test(character) ? `\\${character}` : character;
}
