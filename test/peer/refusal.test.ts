import { describe, expect, it } from "vitest";
import { type Fields, refusalOf } from "./refusal.ts";

const markup = (...row: readonly Fields[]) => ({ chat_id: 1, text: "a", reply_markup: { inline_keyboard: [row] } });
const article = (id: string, more: Fields = {}) => ({
  type: "article",
  id,
  title: "QĐ 213",
  input_message_content: { message_text: "QĐ 213" },
  ...more,
});
const inline = (...results: readonly Fields[]) => ({ inline_query_id: "1", results });
const articles = (count: number) => Array.from({ length: count }, (_, at) => article(String(at)));
const command = (name: string, description = "Tra cứu") => ({ command: name, description });
const button = (more: Fields) => markup({ text: "Mở", ...more });

/** A rule: the method, what is refused, why, and the nearest thing that is taken. */
type Rule = readonly [rule: string, method: string, refused: Fields, why: string | RegExp, taken: Fields];

const RULES: readonly Rule[] = [
  // what the schema says
  [
    "an unknown field",
    "sendMessage",
    { chat_id: 1, text: "a", txt: "b" },
    /unknown field "txt"/,
    { chat_id: 1, text: "a" },
  ],
  ["a missing field", "sendMessage", { chat_id: 1 }, /"text" is missing/, { chat_id: 1, text: "a" }],
  ["a wrong type", "sendMessage", { chat_id: 1, text: 5 }, /"text" must be string/, { chat_id: 1, text: "5" }],
  ["half a number", "sendMessage", { chat_id: 1.5, text: "a" }, /integer/, { chat_id: 15, text: "a" }],
  [
    "a parse mode that does not exist",
    "sendMessage",
    { chat_id: 1, text: "a", parse_mode: "html" },
    /parse_mode/,
    { chat_id: 1, text: "a", parse_mode: "HTML" },
  ],
  [
    "an unknown entity",
    "sendMessage",
    { chat_id: 1, text: "a", entities: [{ type: "bald", offset: 0, length: 1 }] },
    /entities.0/,
    { chat_id: 1, text: "a", entities: [{ type: "bold", offset: 0, length: 1 }] },
  ],
  [
    "a language that is none",
    "setMyCommands",
    { commands: [command("a")], language_code: "xx" },
    /language_code/,
    { commands: [command("a")], language_code: "vi" },
  ],
  [
    "a reaction that is not on the list",
    "setMessageReaction",
    { chat_id: 1, message_id: 1, reaction: [{ type: "emoji", emoji: "📄" }] },
    /reaction/,
    { chat_id: 1, message_id: 1, reaction: [{ type: "emoji", emoji: "👀" }] },
  ],
  [
    "a named chat for a draft",
    "sendMessageDraft",
    { chat_id: "@lan", draft_id: 1, text: "a" },
    /chat_id/,
    { chat_id: 1, draft_id: 1, text: "a" },
  ],
  // bounds that the descriptions state
  [
    "callback data of more than 64 bytes",
    "sendMessage",
    button({ callback_data: "đ".repeat(33) }),
    /callback_data/,
    button({ callback_data: "đ".repeat(32) }),
  ],
  [
    "empty callback data",
    "sendMessage",
    button({ callback_data: "" }),
    /callback_data/,
    button({ callback_data: "0" }),
  ],
  [
    "more than 256 characters to copy",
    "sendMessage",
    button({ copy_text: { text: "ệ".repeat(257) } }),
    /copy_text/,
    button({ copy_text: { text: "ệ".repeat(256) } }),
  ],
  [
    "a result id of more than 64 bytes",
    "answerInlineQuery",
    inline(article("đ".repeat(33))),
    /bytes/,
    inline(article("đ".repeat(32))),
  ],
  [
    "a long next offset",
    "answerInlineQuery",
    { ...inline(), next_offset: "9".repeat(65) },
    /next_offset/,
    { ...inline(), next_offset: "9".repeat(64) },
  ],
  [
    "a start parameter with other characters",
    "answerInlineQuery",
    { ...inline(), button: { text: "Mở", start_parameter: "a b" } },
    /start_parameter/,
    { ...inline(), button: { text: "Mở", start_parameter: "a_b-C1" } },
  ],
  [
    "a long answer to a button",
    "answerCallbackQuery",
    { callback_query_id: "1", text: "a".repeat(201) },
    /text/,
    { callback_query_id: "1", text: "a".repeat(200) },
  ],
  [
    "a command with capitals",
    "setMyCommands",
    { commands: [command("Tracuu")] },
    /command/,
    { commands: [command("tracuu_1")] },
  ],
  [
    "a command of 33 characters",
    "setMyCommands",
    { commands: [command("a".repeat(33))] },
    /command/,
    { commands: [command("a".repeat(32))] },
  ],
  [
    "an empty description",
    "setMyCommands",
    { commands: [command("a", "")] },
    /description/,
    { commands: [command("a", "a")] },
  ],
  [
    "101 commands",
    "setMyCommands",
    { commands: Array.from({ length: 101 }, (_, at) => command(`a${at}`)) },
    /commands/,
    { commands: Array.from({ length: 100 }, (_, at) => command(`a${at}`)) },
  ],
  [
    "a command that begins with a digit",
    "setMyCommands",
    { commands: [command("1a")] },
    "BOT_COMMAND_INVALID",
    { commands: [command("a1")] },
  ],
  [
    "101 connections",
    "setWebhook",
    { url: "https://a.vn", max_connections: 101 },
    /max_connections/,
    { url: "https://a.vn", max_connections: 100 },
  ],
  [
    "a secret with other characters",
    "setWebhook",
    { url: "https://a.vn", secret_token: "a b" },
    /secret_token/,
    { url: "https://a.vn", secret_token: "a-b_C1" },
  ],
  [
    "a secret of 257 characters",
    "setWebhook",
    { url: "https://a.vn", secret_token: "a".repeat(257) },
    /secret_token/,
    { url: "https://a.vn", secret_token: "a".repeat(256) },
  ],
  ["0 updates at a time", "getUpdates", { limit: 0 }, /limit/, { limit: 1 }],
  [
    "101 messages to delete",
    "deleteMessages",
    { chat_id: 1, message_ids: Array(101).fill(1) },
    /message_ids/,
    { chat_id: 1, message_ids: Array(100).fill(1) },
  ],
  [
    "a long name of a topic",
    "createForumTopic",
    { chat_id: -1, name: "a".repeat(129) },
    /name/,
    { chat_id: -1, name: "a".repeat(128) },
  ],
  // text
  [
    "4097 characters",
    "sendMessage",
    { chat_id: 1, text: "ế".repeat(4097) },
    "message is too long",
    { chat_id: 1, text: "ế".repeat(4096) },
  ],
  [
    "4096 characters that are 5000 when parsed",
    "sendMessage",
    { chat_id: 1, text: `<b>${"a".repeat(4097)}</b>`, parse_mode: "HTML" },
    "message is too long",
    { chat_id: 1, text: `<b>${"a".repeat(4096)}</b>`, parse_mode: "HTML" },
  ],
  [
    "4097 pairs",
    "sendMessage",
    { chat_id: 1, text: "📄".repeat(4097) },
    "message is too long",
    { chat_id: 1, text: "📄".repeat(4096) },
  ],
  [
    "more than 32,768 bytes before parsing",
    "sendMessage",
    { chat_id: 1, text: `${"a".repeat(4000)}${"<b></b>".repeat(4200)}`, parse_mode: "HTML" },
    "text is too long",
    { chat_id: 1, text: `${"a".repeat(4000)}${"<b></b>".repeat(4000)}`, parse_mode: "HTML" },
  ],
  [
    "blanks",
    "sendMessage",
    { chat_id: 1, text: " \n\u200b\u00a0" },
    "message text is empty",
    { chat_id: 1, text: " \n." },
  ],
  [
    "text that is empty when parsed",
    "sendMessage",
    { chat_id: 1, text: "<b> </b>", parse_mode: "HTML" },
    "message text is empty",
    { chat_id: 1, text: "<b>a</b>", parse_mode: "HTML" },
  ],
  ["half a character", "sendMessage", { chat_id: 1, text: "a\ud83d" }, "UTF-8", { chat_id: 1, text: "a\ud83d\udcc4" }],
  [
    "a negative offset",
    "sendMessage",
    { chat_id: 1, text: "a", entities: [{ type: "bold", offset: -1, length: 1 }] },
    "incorrect offset",
    { chat_id: 1, text: "a", entities: [{ type: "bold", offset: 5, length: 1 }] },
  ],
  [
    "Markdown, which this peer does not know",
    "sendMessage",
    { chat_id: 1, text: "a", parse_mode: "MarkdownV2" },
    "parse mode",
    { chat_id: 1, text: "a" },
  ],
  [
    "an edit without text",
    "editMessageText",
    { chat_id: 1, message_id: 1 },
    "message text is empty",
    { chat_id: 1, message_id: 1, text: "a" },
  ],
  ["an edit of nothing", "editMessageText", { text: "a" }, "chat_id is empty", { inline_message_id: "1", text: "a" }],
  [
    "an edit of no message",
    "editMessageText",
    { chat_id: 1, text: "a" },
    "identifier is not specified",
    { chat_id: 1, message_id: 1, text: "a" },
  ],
  [
    "a caption of 1025 characters",
    "sendDocument",
    { chat_id: 1, document: "1", caption: "ế".repeat(1025) },
    "caption is too long",
    { chat_id: 1, document: "1", caption: "ế".repeat(1024) },
  ],
  [
    "a long text of an inline result",
    "answerInlineQuery",
    inline(article("1", { input_message_content: { message_text: "a".repeat(4097) } })),
    "too long",
    inline(article("1", { input_message_content: { message_text: "a".repeat(4096) } })),
  ],
  [
    "an empty text of an inline result",
    "answerInlineQuery",
    inline(article("1", { input_message_content: { message_text: " " } })),
    "empty",
    inline(article("1")),
  ],
  // keyboards
  [
    "a button that does nothing",
    "sendMessage",
    markup({ text: "Mở" }),
    /is missing/,
    markup({ text: "Mở", callback_data: "1" }),
  ],
  [
    "a button that does two things",
    "sendMessage",
    button({ callback_data: "1", url: "https://a.vn" }),
    /unknown field/,
    button({ url: "https://a.vn" }),
  ],
  ["a misspelt action", "sendMessage", button({ callback_dta: "1" }), /callback_dta/, button({ callback_data: "1" })],
  [
    "a button without a label",
    "sendMessage",
    markup({ text: " ", callback_data: "1" }),
    "button text is empty",
    markup({ text: "…", callback_data: "1" }),
  ],
  [
    "an address that is none",
    "sendMessage",
    button({ url: "thu-vien" }),
    "URL is invalid",
    button({ url: "https://thu-vien.vn" }),
  ],
  [
    "the address of the own computer",
    "sendMessage",
    button({ url: "http://localhost:8787/a" }),
    "URL is invalid",
    button({ url: "tg://user?id=1" }),
  ],
  [
    "a Mini App without https",
    "sendMessage",
    button({ web_app: { url: "http://a.vn" } }),
    "only HTTPS",
    button({ web_app: { url: "https://a.vn" } }),
  ],
  [
    "nine buttons in a row",
    "sendMessage",
    markup(...Array(9).fill({ text: "1", callback_data: "1" })),
    "a row",
    markup(...Array(8).fill({ text: "1", callback_data: "1" })),
  ],
  [
    "101 buttons",
    "sendMessage",
    { chat_id: 1, text: "a", reply_markup: { inline_keyboard: Array(101).fill([{ text: "1", callback_data: "1" }]) } },
    "too long",
    { chat_id: 1, text: "a", reply_markup: { inline_keyboard: Array(100).fill([{ text: "1", callback_data: "1" }]) } },
  ],
  // inline mode
  ["51 results", "answerInlineQuery", inline(...articles(51)), "RESULTS_TOO_MUCH", inline(...articles(50))],
  [
    "two results with one id",
    "answerInlineQuery",
    inline(article("1"), article("1")),
    "RESULT_ID_DUPLICATE",
    inline(article("1"), article("2")),
  ],
  [
    "a Mini App under an inline result",
    "answerInlineQuery",
    inline(article("1", { reply_markup: { inline_keyboard: [[{ text: "Mở", web_app: { url: "https://a.vn" } }]] } })),
    "BUTTON_TYPE_INVALID",
    inline(article("1", { reply_markup: { inline_keyboard: [[{ text: "Mở", url: "https://a.vn" }]] } })),
  ],
  [
    "a guest's answer without a text",
    "answerGuestQuery",
    { guest_query_id: "1", result: article("1", { input_message_content: { message_text: "" } }) },
    "empty",
    { guest_query_id: "1", result: article("1") },
  ],
  // drafts and reactions
  [
    "a draft without a number",
    "sendMessageDraft",
    { chat_id: 1, draft_id: 0, text: "a" },
    "RANDOM_ID_INVALID",
    { chat_id: 1, draft_id: 1, text: "" },
  ],
  [
    "a draft in a group",
    "sendMessageDraft",
    { chat_id: -100, draft_id: 1, text: "a" },
    "TEXTDRAFT_PEER_INVALID",
    { chat_id: 100, draft_id: 1, text: "a" },
  ],
  [
    "a draft that is too long",
    "sendMessageDraft",
    { chat_id: 1, draft_id: 1, text: "a".repeat(4097) },
    "too long",
    { chat_id: 1, draft_id: 1, text: "a".repeat(4096) },
  ],
  [
    "two reactions",
    "setMessageReaction",
    {
      chat_id: 1,
      message_id: 1,
      reaction: [
        { type: "emoji", emoji: "👀" },
        { type: "emoji", emoji: "👍" },
      ],
    },
    "REACTIONS_TOO_MANY",
    { chat_id: 1, message_id: 1, reaction: [] },
  ],
  // the webhook
  ["a webhook without TLS", "setWebhook", { url: "http://a.vn" }, "HTTPS URL", { url: "https://a.vn" }],
  ["a webhook on another port", "setWebhook", { url: "https://a.vn:8080" }, "ports", { url: "https://a.vn:8443" }],
  ["a webhook that is no address", "setWebhook", { url: "a.vn" }, "invalid URL", { url: "" }],
  ["an empty secret", "setWebhook", { url: "https://a.vn", secret_token: "" }, "secret_token", { url: "https://a.vn" }],
];

describe("refused, whatever the chat:", () => {
  it.each(RULES)("%s", (_, method, refused, why, taken) => {
    expect(refusalOf(method, refused)).toMatch(why);
    expect(refusalOf(method, refused)).toMatch(/^Bad Request: /);
    expect(refusalOf(method, taken)).toBeUndefined();
  });

  it("a method that does not exist", () => {
    expect(refusalOf("sendMesage", {})).toBe("Not Found: method not found");
    expect(refusalOf("constructor", {})).toBe("Not Found: method not found");
    expect(refusalOf("getMe", {})).toBeUndefined();
  });
});
