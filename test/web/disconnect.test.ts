import { EventEmitter, once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import { answered, fakeParts } from "../fakes/library.ts";

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a TCP server is never a string.
  return (server.address() as AddressInfo).port;
}

it.each([
  ["/api/ask", { method: "POST", body: '{"question":"213"}', headers: { "content-type": "application/json" } }],
  ["/?q=213", {}],
])("on Node, a caller who hangs up stops the work for %s", async (path, init) => {
  const caller = new AbortController();
  const work = new EventEmitter();
  const stopped = once(work, "stopped");
  const parts = fakeParts({
    ask: async (_, options) => {
      options?.signal?.addEventListener("abort", () => work.emit("stopped"));
      caller.abort();
      await stopped;
      return answered;
    },
  });
  const server = createServer(getRequestListener(createApp(parts).fetch));
  const port = await listen(server);
  await fetch(`http://127.0.0.1:${port}${path}`, { ...init, signal: caller.signal }).catch(() => undefined);
  await expect(stopped).resolves.toEqual([]);
  server.close();
});
