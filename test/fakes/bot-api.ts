import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { InlineKeyboardButton, Message, Update, UserFromGetMe } from "grammy/types";
import { createBotFiles } from "./bot-api-files.ts";
import { refusalOf } from "./bot-api-rules.ts";

/** What the next call meets instead of being answered as usual. */
export type Fault =
  | { readonly kind: "too-many-requests"; readonly retryAfter: number }
  | { readonly kind: "server-error" }
  | { readonly kind: "blocked" }
  /** The call is carried out, but its answer is lost: what makes duplicates of those who try again. */
  | { readonly kind: "reset-after-applying" };

/** A call as it arrived, with its fields. */
export interface Call {
  readonly method: string;
  // The shape depends on the method; tests look at what they sent.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly fields: Readonly<Record<string, any>>;
}

export type FakeBotApi = Awaited<ReturnType<typeof createFakeBotApi>>;

const USER = { id: 1001, is_bot: false, first_name: "Lan" } as const;

/** A Bot API server on a loopback port that refuses what Telegram refuses. `sent` holds the messages it delivered. */
export async function createFakeBotApi() {
  const token = "1234567:test-token_that-must-not-be-logged";
  const me = {
    id: 1234567,
    is_bot: true,
    first_name: "Trích dẫn",
    username: "trichdan_test_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    // Only the fields that are looked at.
  } as UserFromGetMe;
  const calls: Call[] = [];
  const sent: Message.TextMessage[] = [];
  const known = new Map<string, Message>();
  const faults: { readonly fault: Fault; readonly method: string | undefined }[] = [];
  const unanswered = new Set<string>();
  const pending: Update[] = [];
  const ids = { update: 700_000_000, message: 0 };
  const waiters = new Set<() => void>();
  const files = createBotFiles();
  const webhook = { url: "", secret: "" };
  /** Status codes that the webhook answered with. */
  const webhookAnswers: number[] = [];

  const server = createServer(async (request, response) => {
    const [, prefix = "", pathToken, method = ""] = /^(\/file)?\/bot([^/]+)\/([\w./]+)$/.exec(request.url ?? "") ?? [];
    if (pathToken !== token) return answer(response, 401, "Unauthorized");
    if (prefix !== "") return sendFile(method, response);
    const body = await bodyOf(request);
    const fields = body === "" ? {} : JSON.parse(body);
    calls.push({ method, fields });
    const fault = takeFault(method);
    if (fault?.kind === "too-many-requests")
      return answer(response, 429, "Too Many Requests: retry later", fault.retryAfter);
    if (fault?.kind === "server-error") return answer(response, 500, "Internal Server Error");
    if (fault?.kind === "blocked") return answer(response, 403, "Forbidden: bot was blocked by the user");
    const refusal = refusalOf(method, fields);
    if (refusal !== undefined) return answer(response, refusal.startsWith("Not Found") ? 404 : 400, refusal);
    const outcome = await apply(method, fields, request);
    if (fault) return request.socket.destroy();
    if ("refusal" in outcome) return answer(response, outcome.code, outcome.refusal);
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ ok: true, result: outcome.result }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;

  type Outcome = { readonly result: unknown } | { readonly refusal: string; readonly code: number };

  async function apply(method: string, fields: Call["fields"], request: IncomingMessage): Promise<Outcome> {
    if (method === "getMe") return { result: me };
    if (method === "getUpdates") return getUpdates(fields, request);
    if (method === "sendMessage") return sendMessage(fields);
    if (method === "editMessageText") return editMessage(fields);
    if (method === "getFile") {
      const result = files.describe(fields["file_id"]);
      return result ? { result } : { refusal: "Bad Request: wrong file_id", code: 400 };
    }
    if (method === "setWebhook") Object.assign(webhook, { url: fields["url"], secret: fields["secret_token"] ?? "" });
    if (method === "deleteWebhook") webhook.url = "";
    if (method === "answerCallbackQuery" && !unanswered.delete(fields["callback_query_id"])) {
      return {
        refusal: "Bad Request: query is too old and response timeout expired or query ID is invalid",
        code: 400,
      };
    }
    return { result: true };
  }

  function sendMessage(fields: Call["fields"]): Outcome {
    const { chat_id: chatId, text, entities, reply_markup, reply_parameters: replyTo } = fields;
    const original = known.get(`${chatId}:${replyTo?.message_id}`);
    if (replyTo && !original && !replyTo.allow_sending_without_reply) {
      return { refusal: "Bad Request: message to be replied not found", code: 400 };
    }
    const { reply_to_message: _, ...repliedTo } = original ?? {};
    // What the server builds is a message with text; grammY's type asks for more of the chat than is looked at.
    const message = remember({
      ...newMessage(chatOf(chatId), me),
      text,
      ...(entities && { entities }),
      ...(reply_markup && { reply_markup }),
      ...(original && { reply_to_message: repliedTo }),
    } as Message.TextMessage);
    sent.push(message);
    return { result: message };
  }

  function editMessage({ chat_id: chatId, message_id: id, text, entities, reply_markup }: Call["fields"]): Outcome {
    const at = sent.findIndex((message) => message.chat.id === chatId && message.message_id === id);
    const before = sent[at];
    if (!before) return { refusal: "Bad Request: message to edit not found", code: 400 };
    const { entities: _, reply_markup: __, ...kept } = before;
    const after = { ...kept, text, ...(entities?.length > 0 && { entities }), ...(reply_markup && { reply_markup }) };
    if (JSON.stringify(contentOf(before)) === JSON.stringify(contentOf(after))) {
      return { refusal: "Bad Request: message is not modified: specified new message content is the same", code: 400 };
    }
    sent[at] = remember(after);
    return { result: after };
  }

  /** Files are streamed, without a length; a failure is noted as the method "download". */
  function sendFile(path: string, response: ServerResponse): void {
    calls.push({ method: "download", fields: { path } });
    const bytes = files.bytesAt(path);
    if (takeFault("download") || !bytes) answer(response, 404, "Not Found");
    else response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
  }

  function takeFault(method: string): Fault | undefined {
    const at = faults.findIndex((planned) => planned.method === undefined || planned.method === method);
    return at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
  }

  async function getUpdates({ offset = 0, timeout = 0 }: Call["fields"], request: IncomingMessage): Promise<Outcome> {
    if (webhook.url !== "")
      return { refusal: "Conflict: can't use getUpdates method while webhook is active", code: 409 };
    pending.splice(0, pending.length, ...pending.filter((update) => update.update_id >= offset));
    if (pending.length === 0 && timeout > 0) {
      await new Promise<void>((resolve) => {
        waiters.add(resolve);
        request.socket.once("close", resolve);
      });
    }
    return { result: [...pending] };
  }

  /** Queues an update for polling, or posts it to the webhook; also to deliver the same one again. */
  async function deliver(update: Update): Promise<Update> {
    if (webhook.url !== "") {
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": webhook.secret };
      const { status } = await fetch(webhook.url, { method: "POST", headers, body: JSON.stringify(update) });
      webhookAnswers.push(status);
      return update;
    }
    pending.push(update);
    endLongPoll();
    return update;
  }

  /** The long poll under way ends with what there is, as after its timeout, which is not counted here. */
  function endLongPoll(): void {
    for (const wake of waiters) wake();
    waiters.clear();
  }

  function newMessage(chat: Message["chat"], from: object) {
    ids.message += 1;
    return { message_id: ids.message, date: Math.floor(Date.now() / 1000), chat, from };
  }

  function remember<M extends Message>(message: M): M {
    known.set(`${message.chat.id}:${message.message_id}`, message);
    return message;
  }

  function nextUpdate(part: object): Update {
    ids.update += 1;
    // One kind of update, as the caller chose.
    return { update_id: ids.update, ...part } as Update;
  }

  /** Any message from the user: `{ sticker: … }`, a group's `chat`, `entities`, `reply_to_message`. */
  function userMessage(content: object, languageCode = "vi"): Update & { readonly message: Message } {
    const from = { ...USER, language_code: languageCode };
    // The caller says what kind of message it is.
    const message = remember({ ...newMessage(chatOf(USER.id), from), ...content } as Message);
    return Object.assign(nextUpdate({ message }), { message });
  }

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token,
    me,
    calls,
    sent,
    webhookAnswers,
    deliver,
    endLongPoll,
    nextUpdate,
    userMessage,
    /** A file in a message of a user. */
    file: files.add,
    userText: (text: string, languageCode?: string) => userMessage(textContent(text), languageCode),
    userSends: (text: string, languageCode?: string) => deliver(userMessage(textContent(text), languageCode)),
    userPress,
    userPresses: (message: Message.TextMessage, label: string) => deliver(userPress(message, label)),
    /** The next call, or the next call of `method`, meets `fault`; several calls in the order of planning. */
    failNext: (fault: Fault, method?: string) => void faults.push({ fault, method }),
    async close() {
      endLongPoll();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function userPress(message: Message.TextMessage, label: string): Update {
    const button = buttonsOf(message).find(({ text }) => text.includes(label));
    if (!button || !("callback_data" in button)) throw new Error(`No button to press with "${label}"`);
    const id = String(ids.update);
    unanswered.add(id);
    return nextUpdate({ callback_query: { id, from: USER, chat_instance: "1", message, data: button.callback_data } });
  }
}

/** The buttons under a message, row after row. */
export function buttonsOf(message: Message | undefined): InlineKeyboardButton[] {
  return message?.reply_markup?.inline_keyboard.flat() ?? [];
}

/** What an edit has to change. */
function contentOf({ text, entities, reply_markup }: Pick<Message, "text" | "entities" | "reply_markup">): unknown {
  return [text, entities ?? [], reply_markup ?? null];
}

function textContent(text: string): object {
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
  return { text, ...(command && { entities: [{ type: "bot_command", offset: 0, length: command.length }] }) };
}

function chatOf(id: number): Message["chat"] {
  return id > 0 ? { id, type: "private", first_name: USER.first_name } : { id, type: "supergroup", title: "Chi bộ" };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function answer(response: ServerResponse, code: number, description: string, retryAfter?: number): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  const body = JSON.stringify({ ok: false, error_code: code, description, ...parameters });
  response.writeHead(code, { "content-type": "application/json" }).end(body);
}
