import type { Context } from "grammy";
import type { Role } from "../core/access.ts";
import type { Reading } from "../core/reading.ts";
import type { Messages } from "./messages.ts";

/** Who acts in an update. */
export interface Person {
  readonly userId: number;
  readonly role: Role | null;
}

/** What every handler finds beside the update itself. */
export type BotContext = Context & {
  /** Missing where nobody acts: posts of channels. */
  person: Person | undefined;
  /** In the language of that person. */
  messages: Messages;
  /** The library as far as it may be shown here: in a group never more than is open to everyone. */
  reading: Reading;
};
