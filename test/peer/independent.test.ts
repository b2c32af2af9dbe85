import { createServer } from "node:net";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { expect, it, onTestFinished } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { createPolling } from "../../src/bot/polling.ts";
import { createChat } from "../bot/chat.ts";
import { ANSWER, choice, QUOTE, which } from "../bot/sample-answers.ts";

const TOKEN = "1234567:a-token-for-tests";

/** The bot, polling a Bot API server that others have written; `replies` waits for what the bot sends next. */
async function startWithStrangers() {
  const server = new TelegramServer({ host: "127.0.0.1", port: await freePort() });
  await server.start();
  const central = choice("18-NQ/TW", { title: "tinh gọn bộ máy" });
  const offered = which("Có 2 văn bản:", [central, choice("18-NQ/TU")]);
  const chat = await createChat({
    token: TOKEN,
    apiRoot: server.config.apiURL,
    ask: async (question) => (question === central.question ? ANSWER : offered),
  });
  const stop = new AbortController();
  const polling = createPolling({ ...chat, api: chat.bot.api, wake: chat.worker.wake, signal: stop.signal });
  const running = polling.run();
  onTestFinished(async () => {
    stop.abort();
    await running;
    await chat.worker.drain();
    await server.stop();
  });
  const client = server.getClient(TOKEN, { timeout: 20_000, interval: 20 });
  // Its own types want more of a reply than is looked at.
  const replies = async () => (await client.getUpdates()).result.map(({ message }) => message as Reply);
  return { client, replies };
}

interface Reply {
  readonly text: string;
  readonly reply_markup?: {
    readonly inline_keyboard: readonly { readonly text: string; readonly callback_data: string }[][];
  };
}

it("the bot answers a command and a pressed button on a server that others have written", async () => {
  const { client, replies } = await startWithStrangers();
  await client.sendCommand(client.makeCommand("/start"));
  expect((await replies()).map(({ text }) => text)).toEqual([messages.vi.start]);

  const question = client.makeMessage("NQ 18 nói gì?");
  await client.sendMessage(question);
  const [offered] = await replies();
  const [button] = offered?.reply_markup?.inline_keyboard.flat() ?? [];
  expect(button?.text).toContain("18-NQ/TW");

  // This server keeps no replies, so the press brings the question along.
  const pressed = { ...offered, message_id: 3, reply_to_message: { ...question, message_id: 2 } };
  await client.sendCallback(client.makeCallbackQuery(button?.callback_data ?? "", { message: pressed }));
  expect((await replies())[0]?.text).toContain(QUOTE);
});

/** The server takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
