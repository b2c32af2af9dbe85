/** A message on its way out: `part` is its place among the messages of its update. The shape of `call` is Telegram's. */
export interface OutgoingMessage {
  readonly updateId: number;
  readonly part: number;
  readonly chatId: number;
  readonly call: unknown;
}

/** `sending`: the call was begun, and nothing was heard of it so far. `unknown`: nothing will ever be heard of it. */
export type OutgoingState = "planned" | "sending" | "sent" | "failed" | "unknown";

/** How a call ended. `planned`: it was not carried out and is to be begun again. */
export type Outcome =
  | { readonly state: "sent"; readonly messageId: number }
  | { readonly state: "planned" | "failed" | "unknown" };

/**
 * Messages that are kept until it is known what became of them, so that none is sent twice and none is forgotten. Times
 * in milliseconds since 1970.
 */
export interface Outbox {
  /** All or none; throws where one of these parts is known. */
  plan(messages: readonly OutgoingMessage[], now: number): Promise<void>;
  /** In the order of their parts; `call` is `null` once a message has ended. */
  messagesOf(updateId: number): Promise<(OutgoingMessage & { readonly state: OutgoingState })[]>;
  /** `false` where the message is no longer `planned`; else it is `sending` and nobody else may begin it. */
  begin(message: Pick<OutgoingMessage, "updateId" | "part">): Promise<boolean>;
  /** Forgets what it said, unless it is to be begun again. */
  end(message: Pick<OutgoingMessage, "updateId" | "part">, outcome: Outcome): Promise<void>;
  /** Forgets messages planned before `time`. */
  purge(before: number): Promise<void>;
}
