/** What the schema cannot say of a keyboard. */

type Fields = Readonly<Record<string, unknown>>;

const MAX_BUTTONS = 100;
const MAX_IN_A_ROW = 8;

/** Why a keyboard is refused. `isPrivate` is left out where the kind of chat is not known. */
export function markupRefusalOf(markup: unknown, isPrivate?: boolean): string | undefined {
  const rows = rowsOf(markup);
  if (rows.some((row) => row.length > MAX_IN_A_ROW)) return "Bad Request: a row has at most 8 buttons";
  const buttons = rows.flat();
  if (buttons.length > MAX_BUTTONS) return "Bad Request: reply markup is too long";
  return buttons.map((button) => buttonRefusalOf(button, isPrivate)).find((refusal) => refusal !== undefined);
}

/** Whether a keyboard is one under a message, which alone an edit may carry. */
export function isInlineKeyboard(markup: unknown): boolean {
  return typeof markup === "object" && markup !== null && "inline_keyboard" in markup;
}

function rowsOf(markup: unknown): Fields[][] {
  if (typeof markup !== "object" || markup === null) return [];
  const rows: unknown = Reflect.get(markup, "inline_keyboard") ?? Reflect.get(markup, "keyboard") ?? [];
  // The schema has been seen to.
  return rows as Fields[][];
}

function buttonRefusalOf(button: Fields, isPrivate: boolean | undefined): string | undefined {
  const { text, url, web_app: app } = button;
  if (typeof text !== "string" || text.trim() === "") return "Bad Request: inline keyboard button text is empty";
  if (app !== undefined && isPrivate === false) return "Bad Request: BUTTON_TYPE_INVALID";
  if (app !== undefined && !isUrl(Reflect.get(app as object, "url"), /^https:$/)) {
    return "Bad Request: inline keyboard button Web App URL is invalid: only HTTPS links are allowed";
  }
  return url === undefined || isUrl(url, /^(?:https?|tg|ton):$/)
    ? undefined
    : "Bad Request: inline keyboard button URL is invalid: wrong HTTP URL";
}

function isUrl(url: unknown, protocol: RegExp): boolean {
  if (typeof url !== "string" || !URL.canParse(url)) return false;
  const { protocol: given, hostname } = new URL(url);
  return protocol.test(given) && (!given.startsWith("http") || isHost(hostname));
}

// Real Telegram refuses hosts without a dot, such as localhost.
function isHost(hostname: string): boolean {
  return /\.[a-z0-9-]+$/i.test(hostname) || hostname.startsWith("[");
}
