/** What Telegram refuses, as far as the bot can meet it. A rule gives the description of the error, or nothing. */

type Fields = Readonly<Record<string, unknown>>;

const METHODS: Readonly<
  Record<string, { readonly fields: readonly string[]; readonly check?: (fields: Fields) => string | undefined }>
> = {
  getMe: { fields: [] },
  getUpdates: { fields: ["offset", "limit", "timeout", "allowed_updates"] },
  setWebhook: {
    fields: ["url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates"],
    check: checkWebhook,
  },
  deleteWebhook: { fields: ["drop_pending_updates"] },
  setMyCommands: { fields: ["commands", "scope", "language_code"], check: checkCommands },
  sendChatAction: { fields: ["chat_id", "action", "message_thread_id"], check: checkChat },
  answerCallbackQuery: { fields: ["callback_query_id", "text", "show_alert", "url", "cache_time"] },
  sendMessage: {
    fields: [
      "chat_id",
      "text",
      "entities",
      "reply_markup",
      "reply_parameters",
      "link_preview_options",
      "message_thread_id",
      "disable_notification",
    ],
    check: checkMessage,
  },
  editMessageText: {
    fields: ["chat_id", "message_id", "text", "entities", "reply_markup", "link_preview_options"],
    check: (fields) =>
      Number.isSafeInteger(fields["message_id"])
        ? checkMessage(fields)
        : "Bad Request: message identifier is not specified",
  },
  getFile: { fields: ["file_id"] },
};

/** The error description for a call, or `undefined` when Telegram would take it. Unknown fields are refused too. */
export function refusalOf(method: string, fields: Fields): string | undefined {
  const rule = METHODS[method];
  if (!rule) return "Not Found: method not found";
  const unknown = Object.keys(fields).find((name) => !rule.fields.includes(name));
  return unknown === undefined ? rule.check?.(fields) : `Bad Request: unknown field "${unknown}"`;
}

function checkMessage(fields: Fields): string | undefined {
  return checkChat(fields) ?? checkText(fields) ?? checkEntities(fields) ?? checkMarkup(fields);
}

function checkChat({ chat_id: chatId }: Fields): string | undefined {
  return Number.isSafeInteger(chatId) ? undefined : "Bad Request: chat_id is empty";
}

function checkText({ text }: Fields): string | undefined {
  if (typeof text !== "string" || text.trim() === "") return "Bad Request: message text is empty";
  if (Buffer.byteLength(text) > 32_768) return "Bad Request: text is too long";
  return Array.from(text.trim()).length > 4096 ? "Bad Request: message is too long" : undefined;
}

const ENTITY_TYPES = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "code",
  "pre",
  "text_link",
  "blockquote",
  "expandable_blockquote",
];

// Telegram clips or drops what does not fit, without a word; a test wants to know.
function checkEntities({ text, entities = [] }: Fields): string | undefined {
  if (typeof text !== "string" || !Array.isArray(entities)) return "Bad Request: can't parse entities";
  if (entities.length > 100) return "Bad Request: too many entities";
  if (text !== text.normalize("NFC").trim() || /[\u0000-\u0009\u000b-\u001f\u2028-\u202e]/.test(text)) {
    return "Bad Request: Telegram would change the text, and the entities would be off";
  }
  let quoteEnd = 0;
  for (const entity of entities) {
    const { type, offset, length } = entity;
    if (!ENTITY_TYPES.includes(type)) return `Bad Request: can't parse entities: unsupported type "${type}"`;
    const isRange = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0;
    if (!isRange || offset + length > text.length) return "Bad Request: entity outside the text";
    if ([offset, offset + length].some((place) => isInsidePair(text, place)))
      return "Bad Request: entity cuts a character";
    if (!type.endsWith("blockquote")) continue;
    if (offset < quoteEnd) return "Bad Request: blockquotes cannot be nested";
    quoteEnd = offset + length;
  }
  return undefined;
}

function isInsidePair(text: string, place: number): boolean {
  return /[\ud800-\udbff]/.test(text[place - 1] ?? "") && /[\udc00-\udfff]/.test(text[place] ?? "");
}

function checkMarkup({ reply_markup: markup }: Fields): string | undefined {
  if (markup === undefined) return undefined;
  if (typeof markup !== "object" || markup === null) return "Bad Request: object expected as reply markup";
  if (Reflect.get(markup, "force_reply") === true) return undefined;
  const rows: unknown = Reflect.get(markup, "inline_keyboard");
  if (!Array.isArray(rows)) return "Bad Request: object expected as reply markup";
  if (rows.some((row) => !Array.isArray(row) || row.length === 0 || row.length > 8)) {
    return "Bad Request: a row has 1 to 8 buttons";
  }
  const buttons = rows.flat();
  if (buttons.length > 100) return "Bad Request: reply markup is too long";
  return buttons.map(checkButton).find((refusal) => refusal !== undefined);
}

function checkButton(button: Fields): string | undefined {
  const { text, callback_data: data, copy_text: copy, url, ...rest } = button;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) return `Bad Request: unknown button field "${unknown}"`;
  if (typeof text !== "string" || text.trim() === "") return "Bad Request: inline keyboard button text is empty";
  if ([data, copy, url].filter((action) => action !== undefined).length !== 1)
    return "Bad Request: text buttons are unallowed in the inline keyboard";
  if (data !== undefined && !isWithin(Buffer.byteLength(String(data)), 64)) return "Bad Request: BUTTON_DATA_INVALID";
  if (copy !== undefined && !isWithin(copiedLength(copy), 256)) return "Bad Request: BUTTON_COPY_TEXT_INVALID";
  return url === undefined || isUrl(url) ? undefined : "Bad Request: inline keyboard button URL is invalid";
}

function copiedLength(copy: unknown): number {
  const text: unknown = typeof copy === "object" && copy !== null ? Reflect.get(copy, "text") : undefined;
  return typeof text === "string" ? Array.from(text.trim()).length : 0;
}

function isWithin(length: number, max: number): boolean {
  return length >= 1 && length <= max;
}

function isUrl(url: unknown): boolean {
  return typeof url === "string" && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

// Real Telegram wants https; a loopback address is let through so that tests can receive.
function checkWebhook({ url, secret_token: secret, max_connections: connections = 40 }: Fields): string | undefined {
  if (!isUrl(url)) return "Bad Request: bad webhook: invalid URL";
  const { protocol, hostname } = new URL(String(url));
  if (protocol !== "https:" && !["127.0.0.1", "localhost"].includes(hostname)) {
    return "Bad Request: bad webhook: An HTTPS URL must be provided for webhook";
  }
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(String(secret))) {
    return "Bad Request: secret token contains unallowed characters";
  }
  return isWithin(Number(connections), 100) ? undefined : "Bad Request: max_connections is invalid";
}

function checkCommands({ commands, language_code: language = "" }: Fields): string | undefined {
  if (!Array.isArray(commands) || commands.length > 100) return "Bad Request: commands must be a list";
  if (!/^([a-z]{2})?$/.test(String(language))) return "Bad Request: invalid language code specified";
  return commands.every(
    ({ command, description }) => /^[a-z0-9_]{1,32}$/.test(command) && isWithin(description.length, 256),
  )
    ? undefined
    : "Bad Request: BOT_COMMAND_INVALID";
}
