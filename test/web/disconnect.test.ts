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
  const stopped = withResolvers();
  const parts = fakeParts({
    ask: (_, options) => {
      options?.signal?.addEventListener("abort", () => stopped.resolve("stopped"));
      caller.abort();
      return stopped.promise.then(() => answered);
    },
  });
  const server = createServer(getRequestListener(createApp(parts).fetch));
  const port = await listen(server);
  await fetch(`http://127.0.0.1:${port}${path}`, { ...init, signal: caller.signal }).catch(() => undefined);
  expect(await stopped.promise).toBe("stopped");
  server.close();
});
