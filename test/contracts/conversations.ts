import { beforeEach, expect, it } from "vitest";
import type { Topic } from "../../src/core/answer.ts";
import type { Conversations } from "../../src/core/ports.ts";
import { OPEN } from "../../src/core/reference.ts";

const HALF_AN_HOUR = 30 * 60 * 1000;

function topic(...questions: readonly string[]): Topic {
  const reference = { ...OPEN, serial: "213", kind: "Quy định" };
  return { questions, documents: [{ id: null, reference }], passages: ["bao-cao.2"] };
}

/** What every `Conversations` promises. `create` returns an empty one. */
export function testConversations(create: () => Promise<Conversations>): void {
  let conversations: Conversations;
  beforeEach(async () => {
    conversations = await create();
  });

  it("recalls a topic as it was remembered", async () => {
    const remembered = topic("Quy định 213 nói gì về “ủy”?", "Ai ký?");
    await conversations.remember("chat 1", 7, remembered, 1000);
    expect(await conversations.recall("chat 1", 2000)).toEqual(remembered);
  });

  it("has nothing under a key that nothing was asked under", async () => {
    await conversations.remember("chat 1", 7, topic("a"), 1000);
    expect(await conversations.recall("chat 2", 1000)).toBeUndefined();
  });

  it("remembers the last topic of a key alone", async () => {
    await conversations.remember("chat 1", 7, topic("a"), 1000);
    await conversations.remember("chat 1", 7, topic("b"), 2000);
    expect((await conversations.recall("chat 1", 2000))?.questions).toEqual(["b"]);
  });

  it("lets a topic go after half an hour in which nothing was asked", async () => {
    await conversations.remember("chat 1", 7, topic("a"), 1000);
    expect(await conversations.recall("chat 1", 1000 + HALF_AN_HOUR - 1)).toBeDefined();
    expect(await conversations.recall("chat 1", 1000 + HALF_AN_HOUR)).toBeUndefined();
  });

  it("counts the half hour from the last question", async () => {
    await conversations.remember("chat 1", 7, topic("a"), 0);
    await conversations.remember("chat 1", 7, topic("b"), HALF_AN_HOUR - 1);
    expect(await conversations.recall("chat 1", HALF_AN_HOUR + 1)).toBeDefined();
  });

  it("forgets a person in every chat, and nobody else", async () => {
    await conversations.remember("chat 1", 7, topic("a"), 0);
    await conversations.remember("chat 2", 7, topic("b"), 0);
    await conversations.remember("chat 3", 8, topic("c"), 0);
    await conversations.forget(7);
    const left = await Promise.all([1, 2, 3].map((chat) => conversations.recall(`chat ${chat}`, 0)));
    expect(left.map((found) => found?.questions)).toEqual([undefined, undefined, ["c"]]);
  });

  it("purges what was last asked before the time", async () => {
    await conversations.remember("chat 1", 7, topic("a"), 10);
    await conversations.remember("chat 2", 8, topic("b"), 20);
    await conversations.purge(20);
    const left = await Promise.all([1, 2].map((chat) => conversations.recall(`chat ${chat}`, 20)));
    expect(left.map((found) => found?.questions)).toEqual([undefined, ["b"]]);
  });

  it("takes ids of persons beyond 32 bits", async () => {
    await conversations.remember("chat 1", 9_007_199_254_740_000, topic("a"), 0);
    await conversations.forget(9_007_199_254_740_000);
    expect(await conversations.recall("chat 1", 0)).toBeUndefined();
  });
}
