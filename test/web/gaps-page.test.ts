import { describe, expect, it } from "vitest";
import type { Gap, Gaps } from "../../src/core/gaps.ts";
import { gapsKey } from "../../src/core/gaps-link.ts";
import { fakeParts } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const TOKEN = "1234567:test-token";
const NOW = Date.UTC(2026, 10, 23, 1);
const HOUR = 3600;
const UNTIL = NOW / 1000 + HOUR;

function gap(facts: Partial<Gap> = {}): Gap {
  return {
    id: 1,
    question: "Quy định 99 nói gì?",
    reason: "unknown-document",
    count: 3,
    firstAt: Date.UTC(2026, 10, 20, 20),
    lastAt: Date.UTC(2026, 10, 22, 10),
    ...facts,
  };
}

/** The page over these gaps, and what was read for it. */
async function visit(path: string, all: readonly Gap[] = [gap()], headers = {}) {
  const asked: Parameters<Gaps["open"]>[0][] = [];
  const open: Gaps["open"] = async (page) => {
    asked.push(page);
    return { gaps: all.slice(page.offset, page.offset + page.limit), total: all.length };
  };
  const parts = fakeParts({ gaps: { open, keyUntil: (until) => gapsKey(TOKEN, until), now: () => NOW } });
  return { asked, ...(await getPage(parts, path, headers)) };
}

const linkUntil = async (until: string | number, token = TOKEN) =>
  `/gaps?until=${until}&key=${await gapsKey(token, Number(until))}`;

it("shows to whoever has the link what was asked, how often, when and why there was no answer", async () => {
  const { texts, response } = await visit(await linkUntil(UNTIL));
  expect(response.status).toBe(200);
  expect(texts("main .list li span")).toEqual(["Quy định 99 nói gì?"]);
  expect(texts("main .list li p")).toEqual([
    "3 lần · từ ngày 21/11/2026 đến ngày 22/11/2026 · thư viện chưa có văn bản này",
  ]);
});

it("is English where that is asked for, and stays open in the other language", async () => {
  const { texts, links } = await visit(`${await linkUntil(UNTIL)}&lang=en`, [
    gap({ firstAt: NOW, lastAt: NOW, count: 1 }),
  ]);
  expect(texts("main .list li p")).toEqual(["asked: 1 · on 23/11/2026 · document not in this library"]);
  const [other] = links("header nav a[hreflang], header nav a[rel]");
  expect((await visit(`/gaps${other}`)).texts("h1")).toEqual(["Câu hỏi thư viện chưa trả lời được"]);
});

it("says so where nothing waits", async () => {
  const { texts } = await visit(await linkUntil(UNTIL), []);
  expect(texts("main [role=status]")).toEqual(["Hiện không có câu hỏi nào chờ xử lý."]);
});

describe("is no page at all", () => {
  const unknown = async () => (await visit("/nothing")).texts("main")[0];

  it.each([
    ["without a link", async () => "/gaps"],
    ["without a key", async () => `/gaps?until=${UNTIL}`],
    ["with an empty key", async () => `/gaps?until=${UNTIL}&key=`],
    ["with the key of another time", async () => (await linkUntil(UNTIL)).replace(`${UNTIL}`, `${UNTIL - 1}`)],
    ["with a key of another bot", () => linkUntil(UNTIL, "7654321:other")],
    ["with a key cut short", async () => (await linkUntil(UNTIL)).slice(0, -1)],
    ["once its hour is over", () => linkUntil(NOW / 1000)],
    ["for longer than an hour", () => linkUntil(UNTIL + 1)],
    ["for ever", () => linkUntil("Infinity")],
    ["for a time that is no number", () => linkUntil("abc")],
    ["for a number written otherwise", () => linkUntil(`${UNTIL}.0`)],
  ])("%s", async (_case, link) => {
    const { response, texts, asked } = await visit(await link());
    expect([response.status, texts("main")[0], asked]).toEqual([404, await unknown(), []]);
  });

  it("while the bot is off", async () => {
    const { response } = await getPage(fakeParts(), await linkUntil(UNTIL));
    expect(response.status).toBe(404);
  });
});

it("is kept by nobody, and tells no other site where one came from", async () => {
  const { response } = await visit(await linkUntil(UNTIL));
  expect(["cache-control", "referrer-policy", "x-robots-tag"].map((name) => response.headers.get(name))).toEqual([
    "no-store",
    "no-referrer",
    "noindex, nofollow",
  ]);
});

it("has a hundred on a page, in the order that is wanted, with links that stay open", async () => {
  const many = Array.from({ length: 201 }, (_, id) => gap({ id, question: `Câu ${id}` }));
  const { links, asked, document } = await visit(`${await linkUntil(UNTIL)}&order=most&page=2`, many);
  expect(asked).toEqual([{ order: "most", offset: 100, limit: 100 }]);
  expect(document.querySelector("ol.list")?.getAttribute("start")).toBe("101");
  const [back = "", on = ""] = links("main .actions a");
  expect([(await visit(back, many)).texts("ol.list span")[0], (await visit(on, many)).texts("ol.list span")]).toEqual([
    "Câu 0",
    ["Câu 200"],
  ]);
});

it("shows a hostile question as it was written", async () => {
  const question = `</ol><script>alert(1)</script>"'<img src=x onerror=alert(1)>`;
  const { texts, document } = await visit(await linkUntil(UNTIL), [gap({ question })]);
  expect(texts("main .list li span")).toEqual([question]);
  expect(document.querySelectorAll("script").length).toBe(1);
});
