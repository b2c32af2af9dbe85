import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import {
  type ExtractedQuestion,
  evaluateExtraction,
  extractionFigures,
  extractionTable,
  reportedExtractions,
} from "../../src/evaluation/extraction.ts";
import { type EvaluationQuery, formOf } from "../../src/evaluation/forms.ts";
import { answered, noEvidence, which } from "../fakes/library.ts";

const form = formOf("text", { isFolded: false });
const thresholds = [0.3, 0.5];

function query(facts: Readonly<Record<string, unknown>>): EvaluationQuery {
  return { id: "q", text: "Họp khi nào?", relevant: [], ...facts };
}

/** What comes of questions of which each is answered like this, up to a threshold. */
async function outcomes(answer: Answer, facts: Readonly<Record<string, unknown>>, upTo = 1) {
  const open = async () => (minSupport: number) => async () => (minSupport <= upTo ? answer : noEvidence);
  const questions = await evaluateExtraction([query(facts)], { form, thresholds, open, kindOf: () => "date" });
  return questions[0]?.outcomes.map(({ outcome }) => outcome);
}

describe("evaluateExtraction", () => {
  it.each<[what: string, answer: Answer, facts: Readonly<Record<string, unknown>>, outcome: string]>([
    ["the answer in a quote", answered, { answer: "các cuộc họp" }, "held"],
    ["the answer over a line end", answered, { answer: "nơi cư trú. Tổ chức đảng" }, "held"],
    ["the answer in decomposed letters", answered, { answer: "các cuộc họp".normalize("NFD") }, "held"],
    ["the answer in the text but in no quote", answered, { answer: "đã có yêu cầu thay thế" }, "missed"],
    ["an answer that no single quote has", answered, { answer: "ở cả hai nơi Tham gia" }, "missed"],
    ["a refusal", noEvidence, { answer: "các cuộc họp" }, "refused"],
    ["a question in return", which, { answer: "các cuộc họp" }, "asked back"],
    ["a right refusal", noEvidence, { answer: null, is_impossible: true }, "refused"],
    ["an answer where there is none", answered, { answer: "", is_impossible: true }, "missed"],
  ])("judges %s", async (_what, answer, facts, outcome) => {
    expect(await outcomes(answer, facts)).toEqual([outcome, outcome]);
  });

  it("asks at every threshold", async () => {
    expect(await outcomes(answered, { answer: "các cuộc họp" }, 0.4)).toEqual(["held", "refused"]);
  });

  it("leaves out questions of which the right answer is not known", async () => {
    expect(await outcomes(answered, {})).toBeUndefined();
    expect(await outcomes(answered, { answer: "họp", text: 3 })).toBeUndefined();
  });

  it("opens anew for each question, and tells how far it is", async () => {
    const progress: string[] = [];
    let opened = 0;
    const open = async () => {
      opened += 1;
      return () => async () => noEvidence;
    };
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    const queries = [query({ id: "1", answer: "a" }), query({ id: "2" }), query({ id: "3", is_impossible: true })];
    await evaluateExtraction(queries, { form, thresholds, open, kindOf: () => "open", onProgress });
    expect([opened, progress]).toEqual([2, ["1/2", "2/2"]]);
  });

  it("asks again without the articles that answer, and counts what is quoted", async () => {
    const open = async (withheld: readonly string[]) => () => async () =>
      withheld.includes("a1") ? noEvidence : answered;
    const asked = [
      query({ id: "1", answer: "các cuộc họp", relevant: ["a1"] }),
      query({ id: "2", answer: "các cuộc họp", relevant: ["a2"] }),
      query({ id: "3", is_impossible: true, relevant: ["a1"] }),
    ];
    const questions = await evaluateExtraction(asked, { form, thresholds: [0.5], open, kindOf: () => "open" });
    expect(questions.map(({ outcomes }) => outcomes[0]?.withheldRefused)).toEqual([true, false, null]);
    const quoted = answered.citations.reduce((sum, { quote }) => sum + quote.length, 0);
    expect(extractionFigures(questions, 0.5)).toMatchObject({ withheldRefusal: 0.5, quoted });
  });
});

const at = (low: string, high: string, gold: string | null = "x"): ExtractedQuestion => ({
  id: `${low} ${high}`,
  text: "?",
  kind: "open",
  gold,
  outcomes: [
    { minSupport: 0.3, outcome: low as "held", quoted: 100, withheldRefused: gold === null ? null : false },
    { minSupport: 0.5, outcome: high as "held", quoted: 200, withheldRefused: gold === null ? null : true },
  ],
});

const questions = [
  at("held", "held"),
  at("held", "refused"),
  at("missed", "refused"),
  at("missed", "refused", null),
  at("missed", "missed", null),
];

describe("the figures of quotes", () => {
  it("are shares of the answerable and of the unanswerable", () => {
    const low = { questions: 5, held: 0.667, refusal: 0, falseRefusal: 0, withheldRefusal: 0, quoted: 100 };
    expect(extractionFigures(questions, 0.3)).toEqual(low);
    const high = { questions: 5, held: 0.333, refusal: 0.5, falseRefusal: 0.667, withheldRefusal: 1, quoted: 200 };
    expect(extractionFigures(questions, 0.5)).toEqual(high);
  });

  it("stand in a table by threshold, the one in use marked", () => {
    const table = extractionTable(questions, { label: "as written", thresholds, set: 0.5 });
    expect(table.title).toBe("3 answerable and 2 unanswerable questions, as written");
    expect(table.rows).toEqual([
      ["0.3", ".667", ".000", ".000", ".000", "100"],
      ["0.5 (set)", ".333", ".500", ".667", "1.000", "200"],
    ]);
  });

  it("are reported question by question at the threshold in use", () => {
    const reported = reportedExtractions(questions, { form: "accented", minSupport: 0.5 });
    expect(reported.map(({ outcome, grade }) => [outcome, grade])).toEqual([
      ["held", 1],
      ["refused", 0],
      ["refused", 0],
      ["refused", 1],
      ["missed", 0],
    ]);
  });
});
