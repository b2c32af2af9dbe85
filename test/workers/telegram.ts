/** A Bot API that says yes to everything, as the outside world of the Worker under test; `/calls` tells what it was asked. */
export function createTelegram(): (request: Pick<Request, "url" | "text">) => Promise<Response> {
  const calls: { readonly method: string; readonly fields: unknown }[] = [];
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/calls") return Response.json(calls.splice(0));
    const [, method = ""] = /^\/bot[^/]+\/(\w+)$/.exec(pathname) ?? [];
    const body = await request.text();
    calls.push({ method, fields: body === "" ? {} : JSON.parse(body) });
    if (method === "getMe") return ok({ id: 1, is_bot: true, first_name: "Trích dẫn", username: "trichdan_bot" });
    if (method === "sendMessage") return ok({ message_id: 1, date: 0, chat: { id: 1001, type: "private" } });
    return ok(true);
  };
}

function ok(result: unknown): Response {
  return Response.json({ ok: true, result });
}
