import { expect, it } from "vitest";
import { createGenerate } from "../../src/answer/model/generate.ts";
import type { ChatModel } from "../../src/core/chat-model.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import type { Spending } from "../../src/core/spending.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

/** What may be spent, and what was. */
function createPurse(tokens: number) {
  const purse = { left: tokens, reserved: [] as number[], used: [] as number[] };
  const spending: Spending = {
    async reserve(amount) {
      if (amount > purse.left) return false;
      purse.left -= amount;
      purse.reserved.push(amount);
      return true;
    },
    async settle(reserved, used) {
      purse.left += reserved - used;
      purse.used.push(used);
    },
  };
  return { purse, spending };
}

async function askWith(chat: ChatModel, spending: Spending) {
  const library = await openSmallLibrary(smallDocuments);
  return library.askWith({ generate: createGenerate({ chat }) })("Hà Tĩnh luân chuyển bao nhiêu cán bộ?", { spending });
}

const NOTHING = '{"sentences":[]}';

it("the model is not asked when nothing is left, and the answer comes from the texts and says so", async () => {
  const asked: unknown[] = [];
  const chat: ChatModel = async (prompt) => {
    asked.push(prompt);
    return NOTHING;
  };
  const answer = await askWith(chat, createPurse(1000).spending);
  expect([asked, answer]).toEqual([
    [],
    expect.objectContaining({ kind: "answered", composer: "extractive", fallback: "llm-budget" }),
  ]);
});

it("a reply is booked with what the server counted", async () => {
  const { purse, spending } = createPurse(100_000);
  const chat: ChatModel = async (_prompt, _signal, onUsage) => {
    onUsage?.(1234);
    return NOTHING;
  };
  await askWith(chat, spending);
  expect([purse.used, purse.left]).toEqual([[1234], 100_000 - 1234]);
});

it("a reply that nobody counted is booked by its length, no more than was reserved", async () => {
  const { purse, spending } = createPurse(100_000);
  await askWith(async () => NOTHING, spending);
  const [reserved = 0] = purse.reserved;
  expect(purse.used).toEqual([reserved - 1500 + NOTHING.length / 2]);
});

it("a call that failed is booked with its prompt, and nothing stays reserved", async () => {
  const { purse, spending } = createPurse(100_000);
  const answer = await askWith(() => Promise.reject(new TrichdanError("down")), spending);
  const [reserved = 0] = purse.reserved;
  expect([purse.used, answer]).toEqual([[reserved - 1500], expect.objectContaining({ fallback: "llm-failed" })]);
});
