import { Api } from "grammy";
import { onTestFinished } from "vitest";
import { createPeer } from "./peer.ts";

/** A peer for one test, a bot that can call it, and Lan, who has pressed Start. */
export async function startPeer(options: Parameters<typeof createPeer>[0] = {}) {
  const peer = await createPeer(options);
  onTestFinished(peer.close);
  const api = new Api(peer.token, { apiRoot: peer.apiRoot });
  const lan = peer.user({ name: "Lan", language_code: "vi" });
  const start = lan.starts();
  return { peer, api, lan, start, chatId: lan.user.id };
}

/** The description with which a call is refused. */
export async function refusalIn(call: Promise<unknown>): Promise<string> {
  const outcome = await call.then(
    () => "taken",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return outcome;
}
