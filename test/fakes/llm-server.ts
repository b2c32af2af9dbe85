import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Prompt } from "../../src/core/chat-model.ts";

/** How the server behaves; a function is asked for the text of the reply. */
export type LlmMode =
  | ((prompt: Prompt) => string)
  | "stall"
  | "stall-midway"
  | "drip"
  | "endless"
  | "error-500"
  | "error-500-once"
  | "error-401"
  | "error-429"
  | "error-400"
  | "garbage"
  | "empty"
  // The provider's filter: a refusal in a field of its own, no content.
  | "refusal"
  // The reply ends in the middle because there is no room for more.
  | "cut-off"
  // Tells with the last piece how many tokens it took.
  | "counted"
  // Answers in one piece although a stream was asked for.
  | "not-streamed";

export interface LlmServer {
  /** What `LLM_BASE_URL` is set to. */
  readonly url: string;
  readonly requests: { readonly authorization: string | undefined; readonly body: ChatRequest }[];
  close(): Promise<void>;
}

export interface ChatRequest {
  readonly model: string;
  readonly stream?: boolean;
  readonly temperature?: number;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** An OpenAI-compatible chat API on a loopback port, streaming or not as the request says. */
export async function startLlmServer(mode: LlmMode): Promise<LlmServer> {
  const requests: LlmServer["requests"] = [];
  const server = createServer(async (request, response) => {
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return void response.writeHead(404).end();

    // The fake trusts its only client.
    const body = JSON.parse(await readBody(request)) as ChatRequest;
    requests.push({ authorization: request.headers.authorization, body });
    await respond(mode, body, requests.length, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has no other kind of address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(mode: LlmMode, body: ChatRequest, count: number, response: ServerResponse): Promise<void> {
  if (mode === "stall") return;
  const status =
    mode === "error-500-once" ? (count === 1 ? 500 : 200) : Number(/^error-(\d+)/.exec(String(mode))?.[1] ?? 200);
  if (status !== 200) {
    const message = `echo of ${response.req.headers.authorization} at ${response.req.headers.host}`;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { message } }));
    return;
  }
  if (mode === "garbage") {
    response.writeHead(200, { "content-type": "text/html" }).end("<html>It works!</html>");
    return;
  }

  const text = replyText(mode, body);
  if (!body.stream || mode === "not-streamed") {
    const choices = [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: text } }];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: "1", choices }));
    return;
  }
  await streamText(mode, text, response);
}

function replyText(mode: LlmMode, { messages }: ChatRequest): string {
  if (mode === "cut-off") return '{"sentences":[{"text":"Bổ nhiệm 152 cán bộ.","quotes":[{"passage":"P1","qu';
  if (typeof mode !== "function") return mode === "empty" || mode === "refusal" ? "" : '{"sentences":[]}';
  const [system, user] = messages;
  return mode({ system: system?.content ?? "", user: user?.content ?? "" });
}

async function streamText(mode: LlmMode, text: string, response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (content: string) => {
    const choices = [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }];
    response.write(`data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", choices })}\n\n`);
  };
  if (mode === "refusal") {
    const choices = [{ index: 0, delta: { role: "assistant", refusal: "No." }, finish_reason: "content_filter" }];
    response.write(`data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", choices })}\n\n`);
  }
  if (mode === "stall-midway") return send('{"sentences":[');
  while (mode === "drip" && !response.destroyed) {
    send(" ");
    await pause(20);
  }
  while (mode === "endless" && !response.destroyed) {
    send("lặp ".repeat(1000));
    await pause(1);
  }
  // Pieces of three characters, to cut words, escapes and numbers.
  for (const [piece] of text.matchAll(/[\s\S]{1,3}/g)) send(piece);
  if (mode === "counted") {
    const usage = { prompt_tokens: 1200, completion_tokens: 34, total_tokens: 1234 };
    response.write(`data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", choices: [], usage })}\n\n`);
  }
  response.end("data: [DONE]\n\n");
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
