import { afterEach, describe, expect, it, vi } from "vitest";
import { openAiChatModel } from "../../src/adapters/chat-model.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { type LlmMode, type LlmServer, startLlmServer } from "../fakes/llm-server.ts";

const PROMPT = { system: "Quy tắc", user: "Câu hỏi" };
const KEY = "sk-secret-0123456789";
const servers: LlmServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function started(mode: LlmMode, apiKey: string | null = KEY) {
  const server = await startLlmServer(mode);
  servers.push(server);
  // The pause before the second try is part of the wait for the first word.
  const stallMs = mode === "stall" || mode === "stall-midway" ? 200 : 10_000;
  const chat = openAiChatModel({ baseUrl: server.url, model: "fake", apiKey, timeoutMs: 20_000, stallMs });
  return { server, chat };
}

async function failureOf(reply: Promise<string>): Promise<unknown> {
  return reply.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a reply", () => {
  it("is the whole text of the stream", async () => {
    const { chat } = await started(() => 'Chữ có dấu: "ở", 12,5% 😀\nhết');
    expect(await chat(PROMPT)).toBe('Chữ có dấu: "ở", 12,5% 😀\nhết');
  });

  it("tells how many tokens it took, where the server does", async () => {
    const told = async (mode: LlmMode) => {
      const counts: number[] = [];
      await (await started(mode)).chat(PROMPT, undefined, (tokens) => counts.push(tokens));
      return counts;
    };
    expect([await told("counted"), await told(() => "được")]).toEqual([[1234], []]);
  });

  it("is asked for with the prompt in two roles, streaming, at temperature 0", async () => {
    const { chat, server } = await started(() => "được");
    await chat(PROMPT);
    expect(server.requests).toMatchObject([
      {
        authorization: `Bearer ${KEY}`,
        body: {
          model: "fake",
          stream: true,
          temperature: 0,
          messages: [
            { role: "system", content: PROMPT.system },
            { role: "user", content: PROMPT.user },
          ],
        },
      },
    ]);
  });

  it("is asked for with nothing that only some servers know", async () => {
    const { chat, server } = await started(() => "được");
    await chat(PROMPT);
    expect(Object.keys(server.requests[0]?.body ?? {}).sort()).toEqual(["messages", "model", "stream", "temperature"]);
  });

  it("is asked for without a key meant for another server when none is set", async () => {
    vi.stubEnv("OPENAI_API_KEY", KEY);
    const { chat, server } = await started(() => "được", null);
    await chat(PROMPT);
    expect(server.requests[0]?.authorization).toBe("Bearer none");
  });

  it("is asked for once more after a failure of the server", async () => {
    const { chat, server } = await started("error-500-once");
    expect([await chat(PROMPT), server.requests.length]).toEqual(['{"sentences":[]}', 2]);
  });
});

describe("a failure names its remedy", () => {
  it.each<[LlmMode, RegExp]>([
    ["error-401", /HTTP 401.*LLM_API_KEY/],
    ["error-429", /HTTP 429.*Wait/],
    ["error-500", /HTTP 500.*Try again later/],
    ["garbage", /LLM_BASE_URL/],
    ["empty", /empty reply.*LLM_BASE_URL/],
    ["endless", /does not come to an end.*LLM_MODEL/],
    ["stall", /sent nothing for 0\.2 s.*LLM_MODEL/],
    ["stall-midway", /sent nothing for 0\.2 s.*LLM_MODEL/],
  ])("%s", async (mode, message) => {
    const { chat } = await started(mode);
    const error = await failureOf(chat(PROMPT));
    expect([error instanceof TrichdanError, String(error)]).toEqual([true, expect.stringMatching(message)]);
  });

  it("when a reply drips for longer than the total limit", async () => {
    const { server } = await started("drip");
    const chat = openAiChatModel({ baseUrl: server.url, model: "fake", apiKey: KEY, timeoutMs: 300, stallMs: 200 });
    await expect(chat(PROMPT)).rejects.toThrow(/did not finish within 0\.3 s/);
  });

  it("when nothing listens at the address", async () => {
    const { server, chat } = await started("empty");
    await server.close();
    await expect(chat(PROMPT)).rejects.toThrow(/LLM_BASE_URL/);
  });
});

it.each<LlmMode>(["error-401", "error-429"])("%s repeats neither the key nor the address", async (mode) => {
  const { chat, server } = await started(mode);
  const error = await failureOf(chat(PROMPT));
  expect(JSON.stringify([String(error), error])).not.toMatch(new RegExp(`${KEY}|${new URL(server.url).host}`));
  expect(error).not.toHaveProperty("cause");
});

it("an address with a password does not show it", async () => {
  const chat = openAiChatModel({ baseUrl: "http://user:hunter2@127.0.0.1:9/v1", model: "fake", apiKey: null });
  const error = await failureOf(chat(PROMPT));
  expect([error instanceof TrichdanError, String(error).includes("hunter2")]).toEqual([true, false]);
});

it.each<LlmMode>(["stall", "stall-midway", "drip"])("an asker who gives up ends it: %s", async (mode) => {
  const { server } = await started(mode);
  const chat = openAiChatModel({ baseUrl: server.url, model: "fake", apiKey: KEY });
  const asker = new AbortController();
  const reply = chat(PROMPT, asker.signal);
  setTimeout(() => asker.abort(new Error("gone")), 100);
  await expect(reply).rejects.toThrow("gone");
});
