import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { botApiSchema } from "./schema.ts";
import { withBounds } from "./schema-build.ts";

/** What each method cannot do without, copied from https://core.telegram.org/bots/api by hand. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  getUpdates: [],
  setWebhook: ["url"],
  deleteWebhook: [],
  getWebhookInfo: [],
  getFile: ["file_id"],
  getChat: ["chat_id"],
  getChatMember: ["chat_id", "user_id"],
  leaveChat: ["chat_id"],
  setMyCommands: ["commands"],
  deleteMyCommands: [],
  setMyName: [],
  setMyDescription: [],
  setMyShortDescription: [],
  setChatMenuButton: [],
  sendMessage: ["chat_id", "text"],
  sendMessageDraft: ["chat_id", "draft_id"],
  sendChatAction: ["action", "chat_id"],
  sendDocument: ["chat_id", "document"],
  sendPhoto: ["chat_id", "photo"],
  forwardMessage: ["chat_id", "from_chat_id", "message_id"],
  editMessageText: [],
  editMessageReplyMarkup: [],
  deleteMessage: ["chat_id", "message_id"],
  deleteMessages: ["chat_id", "message_ids"],
  setMessageReaction: ["chat_id", "message_id"],
  answerCallbackQuery: ["callback_query_id"],
  answerInlineQuery: ["inline_query_id", "results"],
  answerGuestQuery: ["guest_query_id", "result"],
  answerWebAppQuery: ["result", "web_app_query_id"],
  savePreparedInlineMessage: ["result", "user_id"],
  createForumTopic: ["chat_id", "name"],
  pinChatMessage: ["chat_id", "message_id"],
};

/** Methods whose names grammY shortens on a context. */
const SHORT: Readonly<Record<string, string>> = {
  reply: "sendMessage",
  replyWithDocument: "sendDocument",
  replyWithPhoto: "sendPhoto",
  replyWithChatAction: "sendChatAction",
  replyWithDraft: "sendMessageDraft",
  react: "setMessageReaction",
};

const methods = botApiSchema().properties ?? {};
const used = [...new Set(["src/bot", "src/node"].flatMap(sourcesIn).flatMap(methodsIn))].toSorted();

describe("the schema that was made by machine", () => {
  it("knows every method that the bot uses, and each of them is in the table", () => {
    expect(used).toContain("sendMessage");
    expect(used.filter((method) => !(method in REQUIRED))).toEqual([]);
  });

  it.each(Object.entries(REQUIRED))("requires of %s what the documentation does: %j", (method, required) => {
    expect([...(methods[method]?.required ?? [])].toSorted()).toEqual(required);
  });

  it("has all methods of Bot API 10.3", () => {
    expect(Object.keys(methods)).toHaveLength(187);
  });
});

describe("a bound in a description", () => {
  it.each([
    ["string", "Data to be sent, 1-64 bytes", { byteLength: [1, 64] }],
    ["string", "Unique identifier, 1-64 Bytes", { byteLength: [1, 64] }],
    ["string", "Offset length can't exceed 64 bytes.", { byteLength: [0, 64] }],
    ["string", "Topic name, 1-128 characters", { minLength: 1, maxLength: 128 }],
    [
      "string",
      "A token, 1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed.",
      { minLength: 1, maxLength: 256, pattern: "^[A-Za-z0-9_-]*$" },
    ],
    // counted after parsing, which a schema cannot
    ["string", "Text, 1-4096 characters after entities parsing", {}],
    ["array", "A list of 1-100 identifiers", { minItems: 1, maxItems: 100 }],
    ["array", "At most 100 commands can be specified.", { maxItems: 100 }],
    ["number", "Limits the number. Values between 1-100 are accepted.", { type: "integer", minimum: 1, maximum: 100 }],
    ["number", "Identifier of the message", { type: "integer" }],
    // a number for "for ever" lies outside
    ["number", "must be between 60 and 86400, or 0x7FFFFFFF", { type: "integer" }],
  ])("of a %s is lifted: %s", (type, description, expected) => {
    const lifted = withBounds({ properties: { name: { type, description } } }).properties?.["name"];
    expect(lifted).toEqual({ type, ...expected });
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
}

function methodsIn(source: string): string[] {
  const names = [...source.matchAll(/\b(?:api|ctx|raw)\.(\w+)\(/g)].map(([, name = ""]) => SHORT[name] ?? name);
  return names.filter((name) => name in methods);
}
