import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { createApp } from "../../src/web/app.ts";
import type { WebParts } from "../../src/web/parts.ts";

const phone = { viewport: { width: 360, height: 740 }, locale: "vi-VN" };

/** A site of these parts and a browser that looks at it on a phone. */
export async function startSite(parts: WebParts) {
  const server = createServer(getRequestListener(createApp(parts).fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a TCP server is never a string.
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const complaints: string[] = [];
  return {
    /** What the browser's console said of errors, on any page. */
    complaints,
    async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ ...phone, ...options });
      const page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`http://127.0.0.1:${port}${path}`);
      return page;
    },
    async stop(): Promise<void> {
      await browser.close();
      server.close();
    },
  };
}

/** Width that the page needs; more than the window's means scrolling sideways. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
