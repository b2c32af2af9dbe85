/** What a language model is told, and what it is asked. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/**
 * The whole reply as text. Throws a `TrichdanError` when there is none, and what `signal` gives when it was aborted.
 * `onUsage` hears how many tokens prompt and reply took, where the server tells.
 */
export type ChatModel = (prompt: Prompt, signal?: AbortSignal, onUsage?: (tokens: number) => void) => Promise<string>;
