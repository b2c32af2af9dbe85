import { describe, expect, it } from "vitest";
import { refusalIn, startPeer } from "./started.ts";

describe("a call meets", () => {
  it.each([
    [{ kind: "too-many-requests", retryAfter: 7 }, "429: Too Many Requests: retry after 7", 0],
    [{ kind: "server-error" }, "500: Internal Server Error", 0],
    [{ kind: "blocked" }, "403: Forbidden: bot was blocked by the user", 0],
    [{ kind: "reset-before-applying" }, "Network request for 'sendMessage' failed", 0],
    // the answer is lost, the message is not
    [{ kind: "reset-after-applying" }, "Network request for 'sendMessage' failed", 1],
  ] as const)("%j once, and is carried out %i times", async (fault, error, sent) => {
    const { peer, api, chatId } = await startPeer();
    peer.failNext(fault, "sendMessage");
    await api.sendChatAction(chatId, "typing");
    expect(await refusalIn(api.sendMessage(chatId, "a"))).toContain(error);
    expect(peer.sent).toHaveLength(sent);
    expect(await refusalIn(api.sendMessage(chatId, "b"))).toBe("taken");
    expect(peer.calls.map(({ method }) => method)).toEqual(["sendChatAction", "sendMessage", "sendMessage"]);
  });

  it("a wait, says how long", async () => {
    const { peer, api, chatId } = await startPeer();
    peer.failNext({ kind: "too-many-requests", retryAfter: 7 });
    await expect(api.sendMessage(chatId, "a")).rejects.toMatchObject({ parameters: { retry_after: 7 } });
  });

  it("a late answer, although it was carried out at once", async () => {
    const { peer, api, chatId } = await startPeer();
    peer.failNext({ kind: "slow", durationMs: 5000 });
    const sending = api.sendMessage(chatId, "a").then(() => "answered");
    await expect.poll(() => peer.sent).toHaveLength(1);
    await peer.clock.advance(4000);
    expect(await Promise.race([sending, Promise.resolve("waiting")])).toBe("waiting");
    await peer.clock.advance(1000);
    expect(await sending).toBe("answered");
  });

  it("what a rule says, as long as there is the rule", async () => {
    const { peer, api, chatId } = await startPeer();
    const count = { calls: 0 };
    const lift = peer.failWhen(() => {
      count.calls += 1;
      return count.calls % 3 === 0 ? { kind: "server-error" } : undefined;
    });
    const send = async () => [
      await refusalIn(api.sendMessage(chatId, "a")),
      await refusalIn(api.sendMessage(chatId, "a")),
      await refusalIn(api.sendMessage(chatId, "a")),
    ];
    expect(await send()).toEqual(["taken", "taken", expect.stringContaining("500")]);
    lift();
    expect(await send()).toEqual(["taken", "taken", "taken"]);
  });

  it("several in the order of planning", async () => {
    const { peer, api, chatId } = await startPeer();
    peer.failNext({ kind: "server-error" }, "sendMessage", 2);
    peer.failNext({ kind: "blocked" });
    const codes = [];
    for (const _ of "1234") codes.push((await refusalIn(api.sendMessage(chatId, "a"))).match(/\d{3}(?=:)/)?.[0]);
    expect(codes).toEqual(["500", "500", "403", undefined]);
  });
});

it("a wrong token is not let in, and learns nothing", async () => {
  const { peer } = await startPeer();
  const response = await fetch(`${peer.apiRoot}/bot1:wrong/sendMessage`, { method: "POST" });
  expect([response.status, await response.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: "Unauthorized" },
  ]);
  expect(peer.calls).toEqual([]);
});
