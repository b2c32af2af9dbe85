import type { MessageEntity } from "grammy/types";

// Formatting is the user's own.
const MARKED = [
  ["bot_command", /(?<![^\s])\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?/g],
  ["mention", /(?<![\w@])@\w{3,32}/g],
  ["url", /https?:\/\/[^\s]+/g],
] as const;

/** A text or caption with what a client marks in it: commands, mentions and addresses. */
export function textContent(text: string, field: "text" | "caption"): object {
  const entities: MessageEntity[] = MARKED.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ type, offset: index, length })),
  );
  const marks = entities.toSorted((a, b) => a.offset - b.offset);
  const name = field === "text" ? "entities" : "caption_entities";
  return { [field]: text, ...(marks.length > 0 && { [name]: marks }) };
}
