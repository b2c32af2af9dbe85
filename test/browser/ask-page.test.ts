import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldDocument, heldDocuments, hitsOf } from "../fakes/held-documents.ts";
import { answered, fakeParts, noEvidence } from "../fakes/library.ts";
import { startSite, widthOf } from "./site.ts";

const longWord = "đ".repeat(400);
const hostile = heldDocument({ id: "dai", title: longWord, number: longWord, kind: longWord, issuer: longWord }, [
  { path: [longWord], text: `Điều 1. ${longWord}` },
]);
// Named, not held: a meeting whose resolutions the library does not have, and more numbers than are shown at once.
const naming = heldDocument({ id: "nhac-den", title: "Báo cáo" }, [
  { text: `Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII, Quy định số 100-QĐ/TW về ${longWord}.` },
  { text: Array.from({ length: 25 }, (_, at) => `Quy định số ${at + 201}-QĐ/TW`).join("; ") },
]);
const parts = fakeParts(
  {
    ask: async (question) => {
      if (question.includes("đảng phí")) return { ...noEvidence, nearest: [...noEvidence.nearest, ...hitsOf(hostile)] };
      return question.includes(longWord) ? { ...answered, text: `${longWord} [1]`, understoodAs: longWord } : answered;
    },
  },
  [...heldDocuments, hostile, naming],
);
const starting = startSite(parts);
beforeAll(() => starting);
afterAll(async () => (await starting).stop());
const open = async (path: string, options?: BrowserContextOptions) => (await starting).open(path, options);

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
  "/documents?lang=en",
  "/documents/quy-dinh-213",
  "/documents/quy-dinh-335",
  "/documents/dai?start=0&end=100",
  "/no-such",
])("at 360 pixels %s needs no sideways scrolling", async (path) => {
  const page = await open(path);
  expect(await widthOf(page)).toBe(360);
});

describe.each([true, false])("with JavaScript = %s", (javaScriptEnabled) => {
  it("a question is typed, sent and answered", async () => {
    const page = await open("/", { javaScriptEnabled });
    await page.getByRole("textbox").fill("qd 213 yeu cau gi");
    await page.getByRole("button", { name: "Hỏi" }).click();
    expect(await page.locator(".answer .text").textContent()).toContain("thường xuyên giữ mối liên hệ");
    expect(await page.getByRole("textbox").inputValue()).toBe("qd 213 yeu cau gi");
  });

  it("the documents that are only mentioned unfold, and lead to what is known of them", async () => {
    const page = await open("/documents", { javaScriptEnabled });
    await page.getByRole("link", { name: "chỉ được nhắc đến" }).click();
    const last = page.locator("#mentioned details a").last();
    expect(await last.isVisible()).toBe(false);
    await page.locator("#mentioned summary").click();
    expect(await widthOf(page)).toBe(360);
    await last.click();
    await page.waitForURL("**/citations/680-Q%C4%90%2FTU");
  });

  it("a quote opens in its document, marked and in view", async () => {
    const page = await open("/?q=qd+213", { javaScriptEnabled });
    await page.locator("#c2").getByRole("link", { name: "Mở trong văn bản" }).click();
    await page.waitForURL("**/documents/**");
    expect(await page.locator("mark").textContent()).toBe(answered.citations[1]?.quote);
    expect(await isMarkInView(page)).toBe(true);
  });
});

it("an address without #here scrolls to the mark too", async () => {
  const page = await open("/documents/quy-dinh-213?at=quy-dinh-213:4");
  expect(await isMarkInView(page)).toBe(true);
});

it("Enter sends the question, Shift+Enter begins a line", async () => {
  const page = await open("/");
  await page.getByRole("textbox").pressSequentially("qd 213");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("la gi");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/?q=*");
  expect(await page.getByRole("textbox").inputValue()).toBe("qd 213\nla gi");
});

it("the citation is copied, and the button says so", async () => {
  const page = await open("/?q=qd+213", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#c2 button").click();
  await page.getByText("Đã chép").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Điều 2 › khoản 2, bản tóm lược)");
});

it("without JavaScript there is no button that does nothing", async () => {
  const page = await open("/?q=qd+213", { javaScriptEnabled: false });
  expect(await page.locator("#c1 button").isVisible()).toBe(false);
});

it.each(["</textarea><script>alert(1)</script>", "&lt;b&gt; \"x' y"])(
  "the question %s stays what it was",
  async (question) => {
    const page = await open(`/?q=${encodeURIComponent(question)}`);
    expect(await page.getByRole("textbox").inputValue()).toBe(question);
  },
);

it("no page broke its own security policy", async () => {
  const { complaints } = await starting;
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});
