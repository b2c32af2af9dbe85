import type { Document, Message, Update } from "grammy/types";
import type { Peer } from "../peer/peer.ts";
import type { SaidUpdate } from "../peer/voice.ts";

/** Lan, who writes to the bot in private or in a group; her updates are for the tests to hand on, in their own time. */
export function createLan(peer: Peer) {
  const lan = peer.user({ name: "Lan", language_code: "vi" });
  const groups = new Map<number, ReturnType<Peer["group"]>>();

  function placeOf(chat: Message["chat"] | undefined) {
    if (!chat || chat.type === "private") return lan;
    const group = groups.get(chat.id) ?? peer.group({ id: chat.id });
    groups.set(chat.id, group);
    return lan.in(group);
  }

  /** Any message: `{ sticker: … }`, a group's `chat`, `entities`, `reply_to_message`. */
  function userMessage(content: object, languageCode = "vi"): SaidUpdate {
    const chat: Message["chat"] | undefined = Reflect.get(content, "chat");
    return placeOf(chat).sends({ from: { ...lan.user, language_code: languageCode }, ...content });
  }

  return {
    userMessage,
    userText(text: string, languageCode?: string): SaidUpdate {
      const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
      const entities = [{ type: "bot_command", offset: 0, length: command?.length }];
      return userMessage({ text, ...(command && { entities }) }, languageCode);
    },
    userPress: (message: Message, label: string): Update => placeOf(message.chat).presses(label, message),
    userEdits: (message: Message): Update => peer.tells("edited_message", message),
    /** A file for a message; its size may be left unsaid, or be said wrong. */
    file(name: string, content: string | Uint8Array, size?: number): { readonly document: Document } {
      return { document: { ...peer.addFile(content, size === undefined ? {} : { size }), file_name: name } };
    },
  };
}
