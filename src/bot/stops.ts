/** Work that the person who waits for it may stop, by the chat and the draft that shows it. */
export interface Stops {
  begin(chatId: number, draftId: number): { readonly signal: AbortSignal; end(): void };
  /** Nothing happens where the work has ended, or is done by another process. */
  stop(chatId: number, draftId: number): void;
}

/** Stops work of this process. */
export function createStops(): Stops {
  const working = new Map<string, AbortController>();
  return {
    begin(chatId, draftId) {
      const key = `${chatId}:${draftId}`;
      const stopper = new AbortController();
      working.set(key, stopper);
      return { signal: stopper.signal, end: () => void working.delete(key) };
    },
    stop: (chatId, draftId) => working.get(`${chatId}:${draftId}`)?.abort(),
  };
}
