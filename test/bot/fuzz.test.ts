import type { InlineQueryResultArticle } from "grammy/types";
import { describe, expect, it } from "vitest";
import { renderMenu } from "../../src/bot/browse.ts";
import { facetOf, facets, valueKey } from "../../src/bot/browse-data.ts";
import { renderCandidates } from "../../src/bot/candidates.ts";
import { evidenceOnCard, renderCard } from "../../src/bot/card.ts";
import { evidenceOfCheck, renderCheck } from "../../src/bot/check-result.ts";
import { documentCard } from "../../src/bot/document-card.ts";
import { renderGaps } from "../../src/bot/gaps-list.ts";
import { renderShort } from "../../src/bot/guest.ts";
import { type CardView, numberCard, passageCard } from "../../src/bot/inline-card.ts";
import { renderMentions } from "../../src/bot/mention-page.ts";
import { messages } from "../../src/bot/messages.ts";
import { renderMore } from "../../src/bot/more.ts";
import { pack, plain, type RenderedMessage, toMessage } from "../../src/bot/part.ts";
import { readPlaces } from "../../src/bot/places.ts";
import { quoteParts, renderAnswer } from "../../src/bot/render.ts";
import { oneLine, shorten } from "../../src/bot/text-limits.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import { keptQuestion } from "../../src/core/gaps.ts";
import type { Reading } from "../../src/core/reading.ts";
import { seededRandom } from "../fakes/seeded-random.ts";
import { lossesOf, refusalOf } from "../peer/refusal.ts";
import { answered, choice, citation, directiveHead, noEvidence, which } from "./sample-answers.ts";
import { candidate, checked, evidence, passagesOf, relation } from "./sample-candidates.ts";

// The suite takes a sample; all of them: FUZZED_TEXTS=20000 npx vitest run test/bot/fuzz.test.ts
const CASES = Number(process.env["FUZZED_TEXTS"] ?? 150);
const SITE = "https://thu-vien.example";

const PIECES = [
  "Đảng viên giữ mối liên hệ với chi uỷ nơi cư trú",
  "Quy định số 213-QĐ/TW".normalize("NFD"),
  "<b>đậm</b>",
  "</blockquote><a href='https://evil.example'>",
  "&lt;&amp;&nbsp;&#0;",
  "*_[]()~`>#+-=|{}.!",
  "@evil_bot /start https://evil.example t.me/evil",
  "\u202e\u202ađảo\u200f\u200e\u2066",
  "👩‍👩‍👧‍👦🇻🇳👍🏽",
  "𝔄𝔅 𠀀",
  "\ud800",
  "\udc00\ud83d",
  "\u0000\u0001\u0007\u001b[31m\u007f",
  "\r\n\r\u000b\u000c\u0085\u2028\u2029",
  "a\u0300\u0333\u033f\u030a",
  "\u200b\u2060\ufeff\u00ad",
  "\t \u00a0\u3000 ",
  "\n\n",
  ". ",
  "; ",
  "“”\"'",
  "%",
  "x",
];

/** Texts of every length, from one sign to ten thousand, the same for the same seed. */
function createTexts(seed: number) {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pieceOf = () => PIECES[below(PIECES.length)] ?? "";
  return (): string => {
    const pieces = Array.from({ length: 1 + below(12) }, pieceOf).join(random() < 0.5 ? " " : "");
    // A library holds no text of nothing that can be seen.
    const text = `${pieces}${random() < 0.9 ? "ừ" : "1"}`;
    const length = random() < 0.05 ? 10_000 : 600;
    return (random() < 0.3 ? text.repeat(1 + below(200)) : text).slice(-length);
  };
}

/** What Telegram makes of a text by its own rule (clean_input_string), white space apart. */
function asShown(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/g, " ")
    .replace(/[\r\u2028-\u202e]|\u0333|\u033f|\u030a/g, "");
  return withoutSpace(clean.replace(/\p{Surrogate}/gu, "\ufffd"));
}

function withoutSpace(text: string): string {
  return text.normalize("NFC").replace(/\s/g, "");
}

type Shown = Pick<RenderedMessage, "text" | "entities" | "reply_markup">;

/** What is wrong with a message; nothing is all right. */
function faultsOf(shown: Shown): unknown[] {
  const { text, entities, reply_markup: markup } = shown;
  const fields = { chat_id: 1, text, entities: [...entities], ...(markup && { reply_markup: markup }) };
  const foreign = entities.filter(({ type }) => !["bold", "code", "expandable_blockquote"].includes(type));
  const links = (markup?.inline_keyboard.flat() ?? []).flatMap((button) => ("url" in button ? [button.url] : []));
  const isOurs = (url: string) => url.startsWith(`${SITE}/`) || url.startsWith("https://t.me/trichdan_test_bot?start=");
  return [
    ...[refusalOf("sendMessage", fields)].filter((refusal) => refusal !== undefined),
    ...lossesOf("sendMessage", fields),
    ...foreign,
    ...links.filter((url) => !isOurs(url)),
    ...(/\p{Surrogate}/u.test(text) ? ["half a character"] : []),
  ];
}

function faultsOfCards(cards: readonly InlineQueryResultArticle[]): unknown[] {
  const refusal = refusalOf("answerInlineQuery", { inline_query_id: "1", results: cards });
  const posted = cards.map(({ input_message_content: content, reply_markup }) => ({
    text: "message_text" in content ? content.message_text : "",
    entities: ("entities" in content && content.entities) || [],
    ...(reply_markup && { reply_markup }),
  }));
  return [...(refusal === undefined ? [] : [refusal]), ...posted.flatMap(faultsOf)];
}

function quotesIn(shown: readonly Shown[]): string[] {
  return shown.flatMap(({ text, entities }) =>
    entities
      .filter(({ type }) => type === "expandable_blockquote")
      .map(({ offset, length }) => text.slice(offset, offset + length)),
  );
}

/** Whether a text shows the source whole, or its beginning and an ellipsis. */
function shows(shown: string, source: string): boolean {
  const [text, whole] = [withoutSpace(shown), asShown(source)];
  return text === whole || (text.endsWith("…") && text.length > 100 && whole.startsWith(text.slice(0, -1)));
}

/** Every kind of message with these words in it, and whether it shows them as they are. */
async function everyMessage(title: string, text: string, question: string) {
  const view = { messages: messages[text.length % 2 === 0 ? "vi" : "en"], publicUrl: SITE };
  const head: Partial<DirectiveHead> = {
    title,
    kind: text.length % 3 === 0 ? title : "Quy định",
    number: text.length % 5 === 0 ? null : question.slice(0, 60),
    issuer: title,
    source: { publisher: title, title, date: "2024-01-08", url: question },
  };
  const passage = { path: [title, question] };
  const [first, second] = [citation(1, text, { directive: head, passage }), citation(2, question)];
  const rows = [[{ text: view.messages.more.button, callback_data: "more:1:0:" }]];
  const whole = answered(title, [first, second], { understoodAs: question });
  const answer = renderAnswer(whole, SITE, rows);
  const sources = pack(quoteParts(first, view.messages, SITE));
  const hit = { ...first, score: 1, near: [] };
  const nearest = [{ ...first, score: 1, near: [] }];
  const refusal = renderAnswer(noEvidence(question, { nearest, followsOn: question }), SITE, rows);
  const choices = [choice("18-NQ/TW", { title, issuer: title }), choice(question, { title })] as const;
  const uncertain = new Map([[first.directive.id, [{ start: 0, end: text.length }]]]);
  const more = renderMore([hit, hit, hit, hit], { messageId: 1, page: 0, owner: 7 }, { ...view, uncertain });

  const held = [directiveHead({ ...head, id: "a" }), directiveHead({ id: "b" })];
  const places = facets.flatMap((facet) => {
    const [one = directiveHead()] = held;
    const value = valueKey(facetOf(one, facet));
    return [{ facet }, { facet, value }, {}].map((place) => ({ ...place, owner: 7, page: 0 }));
  });
  const library = { directive: async () => ({ ...directiveHead({ ...head, number: null }), text, uncertain: [] }) };
  const plainCard = await documentCard({ store: library } as unknown as Reading, "a", view);

  const passages = passagesOf({ "bc-1:1": text, "bc-2:1": text }, head);
  const proof = evidence("bc-1:1", text);
  const by = relation("superseded-by", title, { evidence: proof });
  const mentions = [proof, evidence("bc-2:1", text.slice(0, 50), 3)];
  const named = candidate({
    ...{ number: question, title, issuer: title, citation: title, shortCitation: title, documentId: null },
    ...{ relations: [by, by], mentions, standing: { status: "superseded", by, since: null } },
  });
  const problem = { field: "title", found: title, expected: text, message: question, evidence: [proof] } as const;
  const wrong = checked(text, { verdict: "mismatch", problems: [problem], suggestion: title, candidates: [named] });
  const result = { text, citations: [wrong] };
  const cardPlaces = await readPlaces(passages, [...evidenceOnCard(named), ...evidenceOfCheck(result), ...mentions]);
  const placed = { ...view, places: cardPlaces };

  const cardView: CardView = { ...view, username: "trichdan_test_bot", revision: question, uncertain };
  const passageInline = passageCard(hit, cardView);
  const cards = [passageInline, numberCard(named, { words: proof, place: first }, cardView)];
  const short = renderShort(whole);
  const gap = {
    id: 1,
    question: keptQuestion(question),
    reason: "not-covered",
    count: 1,
    firstAt: 0,
    lastAt: 0,
  } as const;

  const messagesShown: Shown[] = [
    ...answer,
    ...sources,
    ...refusal,
    ...renderAnswer(which(question, choices), SITE),
    more,
    ...places.map((place) => renderMenu(held, place, view.messages)),
    ...(plainCard ? [plainCard] : []),
    renderCard(named, placed),
    renderMentions(named, 1, placed),
    renderCandidates({ query: question, candidates: [named, named] }, view.messages),
    ...renderCheck(result, placed),
    ...pack(plain(view.messages.lookup.none(shorten(oneLine(question), 200)))),
    toMessage(short),
    renderGaps({ gaps: [gap], total: 1, order: "newest", page: 0 }, view.messages, undefined),
  ];
  const inlineWords = quotesIn([
    {
      text: Reflect.get(passageInline.input_message_content, "message_text"),
      entities: Reflect.get(passageInline.input_message_content, "entities"),
    },
  ]);
  const [moreQuote = "", shortQuote = ""] = [quotesIn([more])[0], quotesIn([toMessage(short)])[0]];
  return {
    count: messagesShown.length + cards.length,
    faults: [...messagesShown.flatMap(faultsOf), ...faultsOfCards(cards)],
    unlike: [
      ...(withoutSpace(quotesIn(answer).join("")) === withoutSpace(asShown(text) + asShown(question))
        ? []
        : ["answer"]),
      ...(withoutSpace(quotesIn(sources).join("")) === asShown(text) ? [] : ["sources"]),
      ...(shows(moreQuote, text) ? [] : ["more"]),
      ...(shows(shortQuote, text) ? [] : ["guest"]),
      ...(shows(inlineWords[0] ?? "", text) ||
      asShown(text).includes(withoutSpace(inlineWords[0] ?? "").replace(/…$/, ""))
        ? []
        : ["inline"]),
    ],
  };
}

describe("hostile words in titles, passages and questions", () => {
  it(`are shown as they are in every message, and Telegram takes it (${CASES} of each)`, {
    timeout: 3_600_000,
  }, async () => {
    let count = 0;
    for (let seed = 1; seed <= CASES; seed += 1) {
      const textOf = createTexts(seed);
      const shown = await everyMessage(textOf(), textOf(), textOf());
      count += shown.count;
      if (shown.faults.length > 0 || shown.unlike.length > 0) {
        expect({ seed, faults: shown.faults, unlike: shown.unlike }).toEqual({ seed, faults: [], unlike: [] });
      }
    }
    expect(count).toBeGreaterThan(20 * CASES);
    if (process.env["FUZZED_TEXTS"]) console.info(`${count} messages of ${CASES} titles, passages and questions each`);
  });
});
