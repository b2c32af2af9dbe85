import { ChatOpenAICompletions } from "@langchain/openai";
import type { ChatModel } from "../core/chat-model.ts";
import { TrichdanError } from "../core/errors.ts";

// An answer takes some thousand characters; more is a model that repeats itself, or a server that is none.
const MAX_REPLY_LENGTH = 64_000;

// OpenAI's reasoning models refuse a request that sets it.
const NEEDS_DEFAULT_TEMPERATURE = /^(?:o\d|gpt-5)/;

/** Where the model is and how long to wait. `stallMs` is the longest pause between two pieces of a reply. */
export interface ChatModelOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly timeoutMs?: number;
  readonly stallMs?: number;
}

/** Any server that speaks OpenAI's chat completions. A failed request is sent once more within `timeoutMs`. */
export function openAiChatModel({
  baseUrl,
  model,
  apiKey,
  timeoutMs = 30_000,
  stallMs = 15_000,
}: ChatModelOptions): ChatModel {
  // Not `ChatOpenAI`: by the model's name it may choose the Responses API, which only OpenAI has.
  const client = new ChatOpenAICompletions({
    model,
    // Given none, LangChain sends OPENAI_API_KEY of the environment, which is meant for another server.
    apiKey: apiKey ?? "none",
    ...(!NEEDS_DEFAULT_TEMPERATURE.test(model) && { temperature: 0 }),
    maxRetries: 1,
    // Not every server knows `stream_options`.
    streamUsage: false,
    configuration: {
      baseURL: baseUrl,
      organization: null,
      project: null,
      logLevel: "off",
    },
  });

  return async (prompt, signal, onUsage) => {
    signal?.throwIfAborted();
    const limits = new AbortController();
    const stopAfter = (milliseconds: number, problem: string) =>
      setTimeout(() => limits.abort(new TrichdanError(`${problem} ${SLOW_REMEDY}`)), milliseconds);
    const total = stopAfter(timeoutMs, `The language model did not finish within ${timeoutMs / 1000} s.`);
    let stall: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(stall);
      stall = stopAfter(stallMs, `The language model sent nothing for ${stallMs / 1000} s.`);
    };

    try {
      heard();
      const ended = AbortSignal.any(signal ? [limits.signal, signal] : [limits.signal]);
      const stream = await client.stream(
        [
          ["system", prompt.system],
          ["human", prompt.user],
        ],
        { signal: ended },
      );
      return await collect(stream, { heard, ended, onUsage });
    } catch (error) {
      signal?.throwIfAborted();
      limits.signal.throwIfAborted();
      throw error instanceof TrichdanError ? error : failure(error);
    } finally {
      clearTimeout(total);
      clearTimeout(stall);
    }
  };
}

const SLOW_REMEDY = "Try again, or set LLM_MODEL to a faster model.";

interface Chunk {
  readonly text: string;
  readonly usage_metadata?: { readonly total_tokens: number } | undefined;
}

async function collect(
  stream: AsyncIterable<Chunk>,
  {
    heard,
    ended,
    onUsage,
  }: {
    readonly heard: () => void;
    readonly ended: AbortSignal;
    readonly onUsage: ((tokens: number) => void) | undefined;
  },
): Promise<string> {
  let reply = "";
  for await (const chunk of stream) {
    heard();
    reply += chunk.text;
    // Servers that tell it unasked do so with the last piece; some with each, counted from the beginning.
    const tokens = chunk.usage_metadata?.total_tokens;
    if (typeof tokens === "number" && tokens > 0) onUsage?.(tokens);
    if (reply.length > MAX_REPLY_LENGTH) {
      throw new TrichdanError("The language model does not come to an end. Set LLM_MODEL to another model.");
    }
  }
  // An aborted stream may end as if it were complete.
  ended.throwIfAborted();
  if (reply.trim() === "") {
    throw new TrichdanError(
      "The language model sent an empty reply. Check that LLM_BASE_URL streams chat completions.",
    );
  }
  return reply;
}

/** Without the foreign message and without a cause: both may repeat the key or the URL. */
function failure(error: unknown): TrichdanError {
  const status = error instanceof Object && "status" in error && typeof error.status === "number" ? error.status : null;
  return new TrichdanError(
    status === null ? UNREACHABLE : `The language model answered with HTTP ${status}. ${remedy(status)}`,
  );
}

const UNREACHABLE =
  "The language model gave no usable answer. Check that its server runs and that LLM_BASE_URL is its address.";

function remedy(status: number): string {
  if (status === 401 || status === 403) return "Check LLM_API_KEY.";
  if (status === 429) return "Wait, or raise the limit or the credit of LLM_API_KEY at the provider.";
  if (status < 500) return "Check LLM_BASE_URL and LLM_MODEL.";
  return "Try again later, or look at the log of the server at LLM_BASE_URL.";
}
