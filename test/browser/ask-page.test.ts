import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/web/app.ts";
import { heldDocument, heldDocuments, hitsOf } from "../fakes/held-documents.ts";
import { answered, fakeParts, noEvidence } from "../fakes/library.ts";

const longWord = "đ".repeat(400);
const hostile = heldDocument({ id: "dai", title: longWord, number: longWord, kind: longWord, issuer: longWord }, [
  { path: [longWord], text: `Điều 1. ${longWord}` },
]);
const parts = fakeParts(
  {
    ask: async (question) => {
      if (question.includes("đảng phí")) return { ...noEvidence, nearest: [...noEvidence.nearest, ...hitsOf(hostile)] };
      return question.includes(longWord) ? { ...answered, text: `${longWord} [1]`, understoodAs: longWord } : answered;
    },
  },
  [...heldDocuments, hostile],
);
const server = createServer(getRequestListener(createApp(parts).fetch));
const phone = { viewport: { width: 360, height: 740 }, locale: "vi-VN" };

async function open(
  started: { readonly browser: Browser; readonly origin: string },
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await started.browser.newContext({ ...phone, ...options });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(started.origin + path);
  return page;
}

const complaints: string[] = [];
const start = async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a TCP server is never a string.
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  return { browser, origin: `http://127.0.0.1:${port}` };
};
const running = start();
beforeAll(() => running);
afterAll(async () => {
  await (await running).browser.close();
  server.close();
});

const isMarkInView = (page: Page) =>
  page.locator("#here").evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

it.each([
  "/",
  "/?q=qd+213",
  "/?q=NQ+18",
  "/?q=đảng+phí",
  `/?q=${longWord}`,
  "/documents",
  "/documents/quy-dinh-213",
  "/documents/dai?start=0&end=100",
  "/no-such",
])("at 360 pixels %s needs no sideways scrolling", async (path) => {
  const page = await open(await running, path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

describe.each([true, false])("with JavaScript = %s", (javaScriptEnabled) => {
  it("a question is typed, sent and answered", async () => {
    const page = await open(await running, "/", { javaScriptEnabled });
    await page.getByRole("textbox").fill("qd 213 yeu cau gi");
    await page.getByRole("button", { name: "Hỏi" }).click();
    expect(await page.locator(".answer .text").textContent()).toContain("thường xuyên giữ mối liên hệ");
    expect(await page.getByRole("textbox").inputValue()).toBe("qd 213 yeu cau gi");
  });

  it("a quote opens in its document, marked and in view", async () => {
    const page = await open(await running, "/?q=qd+213", { javaScriptEnabled });
    await page.locator("#c2").getByRole("link", { name: "Mở trong văn bản" }).click();
    await page.waitForURL("**/documents/**");
    expect(await page.locator("mark").textContent()).toBe(answered.citations[1]?.quote);
    expect(await isMarkInView(page)).toBe(true);
  });
});

it("an address without #here scrolls to the mark too", async () => {
  const page = await open(await running, "/documents/quy-dinh-213?at=quy-dinh-213:4");
  expect(await isMarkInView(page)).toBe(true);
});

it("Enter sends the question, Shift+Enter begins a line", async () => {
  const page = await open(await running, "/");
  await page.getByRole("textbox").pressSequentially("qd 213");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("la gi");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/?q=*");
  expect(await page.getByRole("textbox").inputValue()).toBe("qd 213\nla gi");
});

it("the citation is copied, and the button says so", async () => {
  const page = await open(await running, "/?q=qd+213", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#c2 button").click();
  await page.getByText("Đã chép").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Điều 2 › khoản 2, bản tóm lược)");
});

it("without JavaScript there is no button that does nothing", async () => {
  const page = await open(await running, "/?q=qd+213", { javaScriptEnabled: false });
  expect(await page.locator("#c1 button").isVisible()).toBe(false);
});

it.each(["</textarea><script>alert(1)</script>", "&lt;b&gt; \"x' y"])(
  "the question %s stays what it was",
  async (question) => {
    const page = await open(await running, `/?q=${encodeURIComponent(question)}`);
    expect(await page.getByRole("textbox").inputValue()).toBe(question);
  },
);

it("no page broke its own security policy", () => {
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});
