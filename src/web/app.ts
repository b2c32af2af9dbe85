import { OpenAPIHono } from "@hono/zod-openapi";
import { createApi } from "./api.ts";
import { createCitationPages } from "./citation-pages.ts";
import { createErrorHandler, notFound } from "./edges.ts";
import { createGapsPage } from "./gaps-route.ts";
import { createPages } from "./pages.ts";
import type { WebParts } from "./parts.ts";
import { telegramRoute } from "./routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { createTelegramWebhook } from "./telegram-webhook.ts";

/** The whole site for one library: pages, JSON and Telegram's way in. It starts nothing and holds no state. */
export function createApp(parts: WebParts): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(securityHeaders);
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
  });
  app.onError(createErrorHandler(parts.log));
  app.notFound(notFound);

  if (parts.telegramWebhook) {
    app.openAPIRegistry.registerPath(telegramRoute);
    app.route("/telegram/webhook", createTelegramWebhook(parts.telegramWebhook, parts.log));
  }
  app.route("/", createApi(parts));
  app.route("/", createPages(parts));
  app.route("/", createCitationPages(parts));
  if (parts.gaps) app.route("/", createGapsPage(parts.gaps));
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "trichdan",
      version: "1",
      description: "Cited answers from directive texts. Every quote is the stored text at its span.",
    },
  });
  return app;
}
