import type { InlineQueryResult, MessageEntity } from "grammy/types";
import { markupRefusalOf } from "./markup-rules.ts";
import { schemaRefusalOf } from "./schema.ts";
import { type ShownText, shownText, type TextOutcome } from "./text-rules.ts";

/** The fields of a call, by name. */
// Their shape depends on the method, and the schema has been seen to before they are read.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Fields = Readonly<Record<string, any>>;

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_QUOTE = 1024;
const CAPTION_TOO_LONG = "Bad Request: message caption is too long";

/** Why Telegram refuses a call whatever the chat; `undefined` where it depends on the chat or the call is taken. */
export function refusalOf(method: string, fields: Fields): string | undefined {
  return (
    schemaRefusalOf(method, fields) ??
    textRefusalOf(method, fields) ??
    markupRefusalOf(fields["reply_markup"]) ??
    CHECKS[method]?.(fields)
  );
}

/** What Telegram changes or drops in a text without a word: nothing a test should be content with. */
export function lossesOf(method: string, fields: Fields): readonly string[] {
  return textsOf(method, fields).flatMap((outcome) => ("refusal" in outcome ? [] : outcome.losses));
}

/** The text or caption as the chat shows it; calls that are refused do not come here. */
export function shownTextOf(method: string, fields: Fields): ShownText {
  const [outcome] = textsOf(method, fields);
  return outcome && !("refusal" in outcome) ? outcome : { text: "", entities: [], losses: [] };
}

/** The text of an inline result, as it is posted; `undefined` for results that post something else. */
export function resultText(result: InlineQueryResult): TextOutcome | undefined {
  const content: Fields | undefined = "input_message_content" in result ? result.input_message_content : undefined;
  if (content && typeof content["message_text"] === "string") {
    return shownText(given(content, "message_text", "entities"), { max: MAX_TEXT });
  }
  return "caption" in result ? captionOf(result) : undefined;
}

/** A quote as it is compared with the message it is taken from. */
export function quoteText(parameters: Fields): TextOutcome {
  const mode = { parse_mode: parameters["quote_parse_mode"], entities: parameters["quote_entities"] };
  return shownText(
    { text: parameters["quote"], ...mode },
    { max: MAX_QUOTE, tooLong: "Bad Request: QUOTE_TEXT_INVALID" },
  );
}

function textRefusalOf(method: string, fields: Fields): string | undefined {
  const refused = textsOf(method, fields).find((outcome) => "refusal" in outcome);
  return refused && "refusal" in refused ? refused.refusal : undefined;
}

function textsOf(method: string, fields: Fields): TextOutcome[] {
  if (typeof fields["caption"] === "string") return [captionOf(fields)];
  if (typeof fields["text"] !== "string") return [];
  const text = given(fields, "text", "entities");
  if (method === "sendMessage" || method === "editMessageText") return [shownText(text, { max: MAX_TEXT })];
  if (method === "sendMessageDraft") return [shownText(text, { max: MAX_TEXT, mayBeEmpty: true })];
  return [];
}

function captionOf(fields: Fields): TextOutcome {
  const caption = given(fields, "caption", "caption_entities");
  return shownText(caption, { max: MAX_CAPTION, mayBeEmpty: true, tooLong: CAPTION_TOO_LONG });
}

function given(fields: Fields, text: string, entities: string) {
  // The schema has seen to the types.
  return {
    text: fields[text] as string,
    parse_mode: fields["parse_mode"],
    entities: fields[entities] as MessageEntity[],
  };
}

const CHECKS: Readonly<Record<string, (fields: Fields) => string | undefined>> = {
  editMessageText: (fields) =>
    fields["text"] === undefined && fields["rich_message"] === undefined
      ? "Bad Request: message text is empty"
      : targetRefusalOf(fields),
  editMessageCaption: targetRefusalOf,
  editMessageReplyMarkup: targetRefusalOf,
  sendMessageDraft: draftRefusalOf,
  sendRichMessageDraft: draftRefusalOf,
  setMessageReaction: ({ reaction = [] }) => (reaction.length > 1 ? "Bad Request: REACTIONS_TOO_MANY" : undefined),
  setMyCommands: ({ commands }) =>
    commands.some(({ command }: { readonly command: string }) => /^\d/.test(command))
      ? "Bad Request: BOT_COMMAND_INVALID"
      : undefined,
  setWebhook: webhookRefusalOf,
  answerInlineQuery: ({ results }) => resultsRefusalOf(results),
  answerGuestQuery: ({ result }) => resultsRefusalOf([result]),
  answerWebAppQuery: ({ result }) => resultsRefusalOf([result]),
  savePreparedInlineMessage: ({ result }) => resultsRefusalOf([result]),
};

function targetRefusalOf({
  chat_id: chat,
  message_id: message,
  inline_message_id: inline,
}: Fields): string | undefined {
  if (inline !== undefined) return undefined;
  if (chat === undefined) return "Bad Request: chat_id is empty";
  return message === undefined ? "Bad Request: message identifier is not specified" : undefined;
}

function draftRefusalOf({ chat_id: chat, draft_id: draft }: Fields): string | undefined {
  if (draft === 0) return "Bad Request: RANDOM_ID_INVALID";
  return chat < 0 ? "Bad Request: TEXTDRAFT_PEER_INVALID" : undefined;
}

/** "No more than 50 results per query are allowed". https://core.telegram.org/bots/api#answerinlinequery */
function resultsRefusalOf(results: readonly InlineQueryResult[]): string | undefined {
  if (results.length > 50) return "Bad Request: RESULTS_TOO_MUCH";
  if (new Set(results.map(({ id }) => id)).size < results.length) return "Bad Request: RESULT_ID_DUPLICATE";
  const refusals = results.map((result) => {
    const text = resultText(result);
    if (text && "refusal" in text) return text.refusal;
    // A message posted by way of a bot can be anywhere, so its buttons are those of any chat.
    return markupRefusalOf(result.reply_markup, false);
  });
  return refusals.find((refusal) => refusal !== undefined);
}

const PORTS = ["", "443", "80", "88", "8443"];

// Real Telegram wants https and a port of its list; a loopback address is let through so that tests can receive.
function webhookRefusalOf({ url, secret_token: secret }: Fields): string | undefined {
  if (url === "") return undefined;
  if (secret === "") return "Bad Request: secret token must be non-empty";
  if (!URL.canParse(url)) return "Bad Request: bad webhook: invalid URL";
  const { protocol, hostname, port } = new URL(url);
  if (["127.0.0.1", "localhost"].includes(hostname)) return undefined;
  if (protocol !== "https:") return "Bad Request: bad webhook: An HTTPS URL must be provided for webhook";
  return PORTS.includes(port)
    ? undefined
    : "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443";
}
