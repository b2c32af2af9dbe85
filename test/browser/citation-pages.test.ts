import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { candidate, cited213, cited680, fakeCheck, fakeCite, mixedDraft } from "../fakes/cited-documents.ts";
import { fakeParts } from "../fakes/library.ts";
import { startSite, widthOf } from "./site.ts";

const longWord = "đ".repeat(400);
const long = {
  ...cited680,
  ...{ number: longWord, title: longWord, citation: longWord, shortCitation: longWord },
  relations: cited680.relations.map((relation) => ({ ...relation, number: longWord })),
};
const starting = startSite(
  fakeParts({
    cite: async (text, options) =>
      text === longWord
        ? { query: text, candidates: [long, candidate({ citation: longWord })] }
        : fakeCite(text, options),
    async check(draft) {
      if (!draft.startsWith(longWord)) return fakeCheck(draft);
      const span = { start: 0, end: longWord.length };
      const problem = { field: "title", found: longWord, expected: longWord, message: longWord, evidence: [] } as const;
      const found = { text: longWord, span, number: longWord, suggestion: longWord, candidates: [long] };
      return { text: draft, citations: [{ ...found, verdict: "mismatch", problems: [problem] }] };
    },
  }),
);
beforeAll(() => starting);
afterAll(async () => (await starting).stop());
const open = async (path: string, options?: BrowserContextOptions) => (await starting).open(path, options);

async function check(draft: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await open("/check", options);
  await page.getByLabel("Bản thảo").fill(draft);
  await page.getByRole("button", { name: "Kiểm tra" }).click();
  await page.waitForLoadState();
  return page;
}

it.each([
  "/citations",
  "/citations/213-Q%C4%90%2FTW",
  "/citations/680?on=2020-01-01",
  "/citations/680?lang=en",
  "/citations/18",
  "/citations/999-QĐ%2FTW",
  `/citations/${longWord}`,
  "/check",
  "/check?lang=en",
  "/documents",
])("at 360 pixels %s needs no sideways scrolling", async (path) => {
  expect(await widthOf(await open(path))).toBe(360);
});

it.each([mixedDraft, `${longWord} sau`, "", "Không có trích dẫn"])(
  "at 360 pixels the draft %s needs no sideways scrolling",
  async (draft) => {
    expect(await widthOf(await check(draft))).toBe(360);
  },
);

describe.each([true, false])("with JavaScript = %s", (javaScriptEnabled) => {
  it("a number is looked up on a day", async () => {
    const page = await open("/citations", { javaScriptEnabled });
    await page.getByLabel("Số, ký hiệu văn bản").fill("qd 680");
    await page.getByLabel("Hiệu lực tại ngày").fill("2020-01-01");
    await page.getByRole("button", { name: "Tra cứu" }).click();
    await page.waitForURL("**/citations?q=qd+680&on=2020-01-01");
    expect(await page.getByRole("heading", { name: "Hiệu lực tại ngày 01/01/2020" }).count()).toBe(1);
  });

  it("the places beyond five unfold, and lead into the reader", async () => {
    const page = await open("/citations/680", { javaScriptEnabled });
    const last = page.locator("details a").last();
    expect(await last.isVisible()).toBe(false);
    await page.locator("summary").last().click();
    await last.click();
    await page.waitForURL("**/documents/**");
    expect(await page.locator("mark").textContent()).toBe(cited680.mentions.at(-1)?.quote);
  });

  it("a draft is pasted, checked and comes back to be corrected", async () => {
    const page = await check(mixedDraft, { javaScriptEnabled });
    expect(await page.locator(".summary").textContent()).toContain("5 trích dẫn: 1 đúng, 1 sai");
    expect(await page.getByLabel("Bản thảo", { exact: true }).inputValue()).toBe(mixedDraft);
  });
});

it("a file is checked", async () => {
  const page = await open("/check");
  const file = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("Theo NQ 18") };
  await page.getByLabel("Hoặc chọn tệp .txt").setInputFiles(file);
  await page.getByRole("button", { name: "Kiểm tra" }).click();
  expect(await page.locator(".draft mark").textContent()).toBe("NQ 18");
});

it("a mark leads to its item and back, also with the keyboard", async () => {
  const page = await check(mixedDraft);
  await page.getByRole("link", { name: "Trích dẫn 2: sai" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.hash === "#c2");
  await page.getByRole("link", { name: "Trích dẫn 2 trong bản thảo" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.hash === "#d2");
});

it("what is copied of the marked draft is the draft", async () => {
  const page = await check(mixedDraft);
  const selected = await page.locator(".draft").evaluate((draft) => {
    getSelection()?.selectAllChildren(draft);
    return getSelection()?.toString();
  });
  expect(selected).toBe(mixedDraft);
});

it("the right citation is copied", async () => {
  const page = await check(mixedDraft, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator(".suggestion button").first().click();
  await page.getByText("Đã chép").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(cited213.citation);
});

it.each(["</textarea><script>alert(1)</script>", "&lt;b&gt; \"x' y", "\n\nDòng đầu trống"])(
  "the draft %j stays what it was",
  async (draft) => {
    const page = await check(draft);
    expect(await page.getByLabel("Bản thảo", { exact: true }).inputValue()).toBe(draft);
  },
);

it("Enter in a draft begins a line", async () => {
  const page = await open("/check");
  await page.getByLabel("Bản thảo").pressSequentially("Một");
  await page.keyboard.press("Enter");
  expect(await page.getByLabel("Bản thảo").inputValue()).toBe("Một\n");
});

describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
  it.each(["/citations/680", "/citations/335", "/citations/213", "/documents", "/documents/quy-dinh-335", "/check"])(
    "the words of %s can be read",
    async (path) => {
      const page = path === "/check" ? await check(mixedDraft, { colorScheme }) : await open(path, { colorScheme });
      expect(await page.evaluate(faintWords)).toEqual([]);
    },
  );
});

it.each(["/citations/680", "/citations/18", "/documents", "/check"])(
  "%s has one main heading and skips no level",
  async (path) => {
    const page = path === "/check" ? await check(mixedDraft) : await open(path);
    const levels = await page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1).length).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  },
);

it("no page broke its own security policy", async () => {
  expect((await starting).complaints).toEqual([]);
});

/** Words whose colour differs from what is behind them by less than 4.5 (WCAG 2.1 AA). Runs in the browser. */
function faintWords(): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element | null): string => {
    if (element === null) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
  };
  const isShown = (element: Element) => element.checkVisibility() && element.closest(".unseen, .skip") === null;
  const hasWords = (element: Element) =>
    Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim() !== "");
  return Array.from(document.body.querySelectorAll(":not(script)"))
    .filter((element) => hasWords(element) && isShown(element))
    .filter((element) => {
      const pair = [luminance(getComputedStyle(element).color), luminance(behind(element))];
      return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05) < 4.5;
    })
    .map(({ textContent }) => textContent ?? "");
}
