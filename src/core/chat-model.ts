/** What a language model is told, and what it is asked. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** The whole reply as text. Throws a `TrichdanError` when there is none, and what `signal` gives when it was aborted. */
export type ChatModel = (prompt: Prompt, signal?: AbortSignal) => Promise<string>;
