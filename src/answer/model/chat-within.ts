import type { ChatModel, Prompt } from "../../core/chat-model.ts";
import type { Spending } from "../../core/spending.ts";
import { tokensOf } from "./budget.ts";

// More than the replies asked for take; a longer one is booked when it has come.
const REPLY_TOKENS = 1_500;

/** The model's reply, or `over-budget` without asking it where what may be spent does not suffice. */
export async function chatWithin(
  chat: ChatModel,
  prompt: Prompt,
  { spending, signal }: { readonly spending?: Spending | undefined; readonly signal?: AbortSignal | undefined },
): Promise<{ readonly reply: string } | "over-budget"> {
  if (!spending) return { reply: await chat(prompt, signal) };
  const asked = tokensOf(prompt.system) + tokensOf(prompt.user);
  const reserved = asked + REPLY_TOKENS;
  if (!(await spending.reserve(reserved))) return "over-budget";
  // A call that fails may have been worked on, and will be charged.
  let used = asked;
  try {
    let counted: number | undefined;
    const reply = await chat(prompt, signal, (tokens) => {
      counted = tokens;
    });
    used = counted ?? asked + tokensOf(reply);
    return { reply };
  } finally {
    await spending.settle(reserved, used);
  }
}
