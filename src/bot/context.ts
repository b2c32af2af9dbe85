import type { Context } from "grammy";
import type { Role } from "../core/access.ts";
import type { Language } from "../core/answer.ts";
import type { Reading } from "../core/reading.ts";
import type { Delivery } from "./delivery.ts";
import type { Messages } from "./messages.ts";

/** Who acts in an update. */
export interface Person {
  readonly userId: number;
  readonly role: Role | null;
  /** As chosen; `null` where Telegram's language decides. */
  readonly language: Language | null;
}

/** What every handler finds beside the update itself. */
export type BotContext = Context & {
  /** The way out for messages; handlers use it by way of `reply`. */
  delivery: Delivery;
  /** Missing where nobody acts: posts of channels. */
  person: Person | undefined;
  /** In the language of that person. */
  messages: Messages;
  /** The library as far as it may be shown here: in a group never more than is open to everyone. */
  reading: Reading;
  /** To be called before a question is answered: the sentence to be said instead where a limit is reached. */
  countQuestion: () => Promise<string | undefined>;
};
