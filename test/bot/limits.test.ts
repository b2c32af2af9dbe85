import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderCandidates } from "../../src/bot/candidates.ts";
import { evidenceOnCard, renderCard } from "../../src/bot/card.ts";
import { cardData, cardKey, readCardData } from "../../src/bot/card-data.ts";
import { evidenceOfCheck, renderCheck } from "../../src/bot/check-result.ts";
import { mentionsOnPage, renderMentions } from "../../src/bot/mention-page.ts";
import { messages } from "../../src/bot/messages.ts";
import type { RenderedMessage } from "../../src/bot/part.ts";
import { readPlaces } from "../../src/bot/places.ts";
import type { CheckedCitation, Verdict } from "../../src/core/check.ts";
import type { CiteCandidate, Contradiction, Evidence, Relation } from "../../src/core/cite.ts";
import type { DirectiveStatus } from "../../src/core/directive.ts";
import { lossesOf, refusalOf } from "../peer/refusal.ts";
import { anyText, orNull, someText } from "./any-text.ts";
import { candidate, checked, evidence, passagesOf, relation } from "./sample-candidates.ts";

const LONGEST = "Đẩy mạnh thực hiện một số nhiệm vụ, giải pháp trọng tâm; ".repeat(150);
const publicUrl = "https://thu-vien.example";
const ALL_UNCERTAIN = { uncertain: [{ start: 0, end: 1e6 }] };
const ids = ["bc-1:1", "bc-1:2", "bc-2:1", "tin:1", "gone:1"];
const longPassages = passagesOf(Object.fromEntries(ids.slice(0, -1).map((id) => [id, LONGEST])), { title: LONGEST });

async function viewOf(evidence: readonly Evidence[], language: "vi" | "en" = "vi") {
  return { messages: messages[language], publicUrl, places: await readPlaces(longPassages, evidence) };
}

/** Every view of a document that a user can come to. */
async function viewsOf(shown: CiteCandidate): Promise<RenderedMessage[]> {
  const card = renderCard(shown, await viewOf(evidenceOnCard(shown)));
  const pages = [1, 2, 3].filter((page) => mentionsOnPage(shown, page).length > 0);
  const mentions = pages.map(async (page) => renderMentions(shown, page, await viewOf(shown.mentions, "en")));
  const list = renderCandidates({ query: "", candidates: Array.from({ length: 30 }, () => shown) }, messages.vi);
  return [card, list, ...(await Promise.all(mentions))];
}

function expectTaken(rendered: readonly RenderedMessage[]): void {
  for (const message of rendered) {
    const call = { chat_id: 1, ...message };
    expect(refusalOf("sendMessage", call)).toBeUndefined();
    expect(lossesOf("sendMessage", call)).toEqual([]);
    expect(message.entities.length).toBeLessThanOrEqual(90);
  }
}

describe("with the longest of everything", () => {
  const proof = ids.map((id) => ({ ...evidence(id, LONGEST), ...ALL_UNCERTAIN }));
  const [first = evidence("bc-1:1", LONGEST)] = proof;
  const by = relation("superseded-by", LONGEST, { issuedOn: "2025-12-30", evidence: first });
  const contradiction = (field: Contradiction["field"]): Contradiction => ({
    field,
    values: [
      { value: LONGEST, evidence: proof },
      { value: LONGEST, evidence: [] },
      { value: LONGEST, evidence: proof },
      { value: LONGEST, evidence: proof },
    ],
  });
  const longest = candidate({
    number: LONGEST,
    title: `${LONGEST}!`,
    issuer: LONGEST,
    citation: LONGEST,
    shortCitation: LONGEST,
    documentId: "d".repeat(43),
    held: true,
    relations: Array.from({ length: 200 }, () => by),
    mentions: Array.from({ length: 3 }, (_, at) => proof.map((one) => ({ ...one, passageId: `${one.passageId}${at}` })))
      .flat()
      .concat(proof),
    standing: { status: "superseded", by, since: "2025-12-31" },
    contradictions: (["kind", "issuer", "issuedOn", "title"] as const).map(contradiction),
  });

  it("a card is one message, and says that it is not all", async () => {
    const views = await viewsOf(longest);
    expectTaken(views);
    expect(views[0]?.text).toContain(messages.vi.lookup.cut);
  });

  it("a check is at most ten messages", async () => {
    const verdicts: Verdict[] = ["mismatch", "superseded", "ambiguous", "unknown", "verified"];
    const problem = {
      field: "title",
      found: LONGEST,
      expected: `${LONGEST}?`,
      message: LONGEST,
      evidence: proof,
    } as const;
    const citations = Array.from({ length: 200 }, (_, at) =>
      checked(`${at} ${LONGEST}`, {
        verdict: verdicts[at % 5] ?? "unknown",
        problems: at % 5 === 4 ? [] : Array.from({ length: 7 }, () => problem),
        suggestion: at % 2 === 0 ? LONGEST : null,
        candidates: Array.from({ length: 12 }, () => longest),
      }),
    );
    const result = { text: "", citations };
    const rendered = renderCheck(result, await viewOf(evidenceOfCheck(result)));
    expectTaken(rendered);
    expect(rendered.length).toBeLessThanOrEqual(10);
    expect(rendered.at(-1)?.text).toContain("cần xem chưa nêu ở đây");
  });
});

it("very many short entries are spread over messages that keep their formatting", async () => {
  const citations = Array.from({ length: 300 }, (_, at) =>
    checked(`QĐ ${at}`, { verdict: "mismatch", suggestion: "QĐ 1" }),
  );
  expectTaken(renderCheck({ text: "", citations }, await viewOf([])));
});

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(fc.constantFrom(...ids), someText, fc.nat(9000), fc.boolean())
  .map(([id, quote, start, isScan]) => ({ ...evidence(id, quote, start), ...(isScan && ALL_UNCERTAIN) }));
const anyDate = fc.constantFrom(null, "2020-01-02", "2022-02-21");
const anyRelation: fc.Arbitrary<Relation> = fc
  .record({
    type: fc.constantFrom("superseded-by" as const, "guides" as const, "issued-with" as const),
    number: someText,
    issuedOn: anyDate,
    evidence: anyEvidence,
  })
  .map(({ type, number, ...facts }) => relation(type, number, facts));
const anyFact = fc.record({ value: someText, evidence: fc.array(anyEvidence, { maxLength: 2 }) });
const anyContradiction: fc.Arbitrary<Contradiction> = fc
  .tuple(fc.constantFrom("kind" as const, "title" as const), anyFact, anyFact, fc.array(anyFact, { maxLength: 3 }))
  .map(([field, one, other, more]) => ({ field, values: [one, other, ...more] }));
const anyStatus: fc.Arbitrary<DirectiveStatus> = fc.constantFrom(
  "unknown",
  "in-force",
  "superseded",
  "replacement-ordered",
);
const anyCandidate: fc.Arbitrary<CiteCandidate> = fc
  .record({
    number: orNull(someText),
    title: orNull(someText),
    issuer: orNull(someText),
    issuedOn: anyDate,
    held: fc.boolean(),
    isDigest: fc.boolean(),
    documentId: fc.option(fc.constantFrom("bc-1", "qd-213")),
    citation: someText,
    shortCitation: someText,
    relations: fc.array(anyRelation, { maxLength: 8 }),
    mentions: fc.array(anyEvidence, { maxLength: 8 }),
    contradictions: fc.array(anyContradiction, { maxLength: 4 }),
    standing: fc.record({ status: anyStatus, by: fc.option(anyRelation), since: anyDate }),
  })
  .map(candidate);
const anyProblem = fc.record({
  field: fc.constantFrom("number" as const, "status" as const, "place" as const),
  found: someText,
  expected: orNull(someText),
  message: someText,
  evidence: fc.array(anyEvidence, { maxLength: 3 }),
});
const anyChecked: fc.Arbitrary<CheckedCitation> = fc
  .record({
    text: anyText(100),
    verdict: fc.constantFrom<Verdict>("verified", "mismatch", "superseded", "ambiguous", "unknown"),
    problems: fc.array(anyProblem, { maxLength: 3 }),
    suggestion: orNull(someText),
    candidates: fc.array(anyCandidate, { maxLength: 2 }),
  })
  .map(({ text, ...facts }) => checked(text, facts));

describe("whatever the library says", () => {
  it("Telegram takes every view of a document", async () => {
    await fc.assert(
      fc.asyncProperty(anyCandidate, async (shown) => expectTaken(await viewsOf(shown))),
      { numRuns: 25 },
    );
  });

  it("Telegram takes every result of a check, in at most ten messages", async () => {
    const someCitations = fc
      .tuple(fc.array(anyChecked, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 20 }))
      .map(([some, times]) =>
        Array.from({ length: times }, (_, at) => some.map((one) => ({ ...one, text: `${one.text}${at}` }))).flat(),
      );
    await fc.assert(
      fc.asyncProperty(someCitations, fc.constantFrom("vi" as const, "en" as const), async (citations, language) => {
        const result = { text: "", citations };
        const rendered = renderCheck(result, await viewOf(evidenceOfCheck(result), language));
        expectTaken(rendered);
        expect(rendered.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 20 },
    );
  });

  it("a button tells which document and page it stands for", () => {
    fc.assert(
      fc.property(anyCandidate, fc.option(fc.nat(99)), (shown, page) => {
        const press = readCardData(cardData(shown, page));
        expect(press).toMatchObject({ page, key: cardKey(shown) });
      }),
      { numRuns: 30 },
    );
  });
});
