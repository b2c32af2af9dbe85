import type { Prompt } from "../../src/core/chat-model.ts";

/** A passage as the model sees it between its fences. */
export interface PromptPassage {
  readonly id: string;
  readonly text: string;
}

/** The line that parts the prompt's blocks, without the name of the block. */
export function markOf({ user }: Prompt): string {
  return /^\S+/.exec(user)?.[0] ?? "";
}

/** What a model can read out of the prompt. */
export function passagesOf(prompt: Prompt): PromptPassage[] {
  const mark = markOf(prompt);
  const block = new RegExp(`^${mark} (P\\d+)\\n[^\\n]*\\n([\\s\\S]*?)\\n${mark}$`, "gm");
  return Array.from(prompt.user.matchAll(block), ([, id = "", text = ""]) => ({ id, text }));
}

export type ProposedSentence = readonly [text: string, ...quotes: (readonly [passage: string, quote: string])[]];

/** A reply in the form that the prompt asks for. */
export function reply(...sentences: ProposedSentence[]): string {
  return JSON.stringify({
    sentences: sentences.map(([text, ...quotes]) => ({
      text,
      quotes: quotes.map(([passage, quote]) => ({ passage, quote })),
    })),
  });
}

/** Repeats the first sentence of the first passage, and quotes it. */
export function honest(prompt: Prompt): string {
  const { id, sentence } = firstSentence(prompt);
  return reply([sentence, [id, sentence]]);
}

/** Ways to lie; none may reach the reader. */
export const lies: Readonly<Record<string, (prompt: Prompt) => string>> = {
  "an invented quote": () =>
    reply(["Đảng viên được miễn sinh hoạt.", ["P1", "đảng viên được miễn sinh hoạt nơi cư trú"]]),
  "an invented passage": (prompt) => reply([firstSentence(prompt).sentence, ["P99", firstSentence(prompt).sentence]]),
  "an invented number beside a true quote": (prompt) => {
    const { id, sentence } = firstSentence(prompt);
    return reply([`${sentence} và 9.876 trường hợp khác`, [id, sentence]]);
  },
  "wrong digits in the quote": (prompt) => {
    const { id, sentence } = firstSentence(prompt);
    const wrong = sentence.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    return reply([wrong, [id, wrong]]);
  },
  "a quote under the id of another passage": (prompt) => {
    const [, second] = passagesOf(prompt);
    const { sentence } = firstSentence(prompt);
    return reply([sentence, [second?.id ?? "P2", sentence]]);
  },
  "a quote without its diacritics": (prompt) => {
    const { id, sentence } = firstSentence(prompt);
    return reply([sentence, [id, sentence.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d")]]);
  },
  "no quote": (prompt) => reply([firstSentence(prompt).sentence]),
};

function firstSentence(prompt: Prompt): { readonly id: string; readonly sentence: string } {
  const [first] = passagesOf(prompt);
  return { id: first?.id ?? "P1", sentence: /^.*?(?=[.!?](?:\s|$)|\n|$)/su.exec(first?.text ?? "")?.[0] ?? "" };
}
