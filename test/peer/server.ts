import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Call, Fault } from "./faults.ts";
import { type Body, readForm } from "./form.ts";
import { applyMethod, type CallParts } from "./methods.ts";
import { type Fields, refusalOf } from "./refusal.ts";
import { codeOf, Refused, refuse } from "./refused.ts";
import type { World } from "./world.ts";

/** What the server is made from. `onCall` sees each call before it is judged, and says which fault it meets. */
interface ServerParts {
  readonly world: World;
  readonly token: string;
  readonly onCall: (call: Call) => Fault | undefined;
  /** Called when a call has been answered. */
  readonly onAnswered: () => void;
}

/** The Bot API over HTTP on a loopback port: methods in JSON or as a form, and the files. */
export async function createApiServer({ world, token, onCall, onAnswered }: ServerParts) {
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // A mistake in the peer itself, which a test should see in full.
      answer(response, { code: 500, description: `The peer failed: ${error instanceof Error ? error.stack : error}` });
    });
  });
  // After the usual 5 seconds a call of a busy test can meet a connection that is just being closed.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "", "http://peer");
    const [, prefix = "", given, method = ""] = /^(\/file)?\/bot([^/]+)\/([\w./]+)$/.exec(pathname) ?? [];
    const isFile = prefix !== "";
    const body = await bodyOf(request, method);
    if (given !== token) return answer(response, { code: 401, description: "Unauthorized" });
    const call: Call = isFile ? { method: "download", fields: { path: method } } : { method, fields: body.fields };
    const fault = onCall(call);
    if (fault && meets(fault, request, response)) return;
    if (isFile) sendFile(method, response, fault);
    else await carryOut(call, [body, fault], [request, response]);
    onAnswered();
  }

  async function carryOut(
    { method, fields }: Call,
    [{ uploads }, fault]: readonly [Body, Fault | undefined],
    [request, response]: readonly [IncomingMessage, ServerResponse],
  ): Promise<void> {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const outcome = await judged(method, fields, { uploads, gone: gone.signal });
    if (fault?.kind === "slow") await new Promise<void>((resolve) => void world.clock.after(fault.durationMs, resolve));
    if (fault?.kind === "reset-after-applying") request.socket.destroy();
    else if ("description" in outcome) answer(response, outcome);
    else send(response, 200, { ok: true, result: outcome.result });
  }

  async function judged(method: string, fields: Fields, parts: CallParts): Promise<{ result: unknown } | Refusal> {
    try {
      const refusal = refusalOf(method, fields);
      if (refusal !== undefined) refuse(refusal);
      return { result: await applyMethod(world, method, [fields, parts]) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { code: codeOf(error.message), description: error.message };
    }
  }

  /** Files are streamed, without a length. */
  function sendFile(path: string, response: ServerResponse, fault: Fault | undefined): void {
    const bytes = world.files.bytesAt(path);
    if (fault || !bytes) answer(response, { code: 404, description: "Not Found" });
    else response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
  }

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfter?: number;
}

/** Answers in place of the method, where the fault is of that kind. */
function meets(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
  if (fault.kind === "too-many-requests") {
    const { retryAfter } = fault;
    answer(response, { code: 429, description: `Too Many Requests: retry after ${retryAfter}`, retryAfter });
  } else if (fault.kind === "server-error") answer(response, { code: 500, description: "Internal Server Error" });
  else if (fault.kind === "blocked")
    answer(response, { code: 403, description: "Forbidden: bot was blocked by the user" });
  else if (fault.kind === "reset-before-applying") request.socket.destroy();
  else return false;
  return true;
}

async function bodyOf(request: IncomingMessage, method: string): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(bytes, type, method);
  const fields = bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8"));
  return { fields, uploads: new Map() };
}

function answer(response: ServerResponse, { code, description, retryAfter }: Refusal): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  send(response, code, { ok: false, error_code: code, description, ...parameters });
}

function send(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
}
