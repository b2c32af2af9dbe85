import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { evaluateAnswers, type GoldenQuestion, judgeAnswers, reportedAnswers } from "../../src/evaluation/answers.ts";
import { answered, noEvidence, which } from "../fakes/library.ts";

function golden(facts: Partial<GoldenQuestion>): GoldenQuestion {
  return { id: "q1", question: "QĐ 213 yêu cầu gì?", document: "quy-dinh-213", expect: ["nơi cư trú"], ...facts };
}

async function judged(question: GoldenQuestion, answer: Answer) {
  const { misses, ...figures } = await evaluateAnswers(async () => answer, [question]);
  return { ...figures, problem: misses[0]?.problem };
}

const answerable = { questions: 1, refusal: 1 };
const unanswerable = { questions: 1, document: 1, answer: 1 };

describe("evaluateAnswers", () => {
  it.each<[what: string, question: GoldenQuestion, answer: Answer, expected: object]>([
    [
      "the right document and string",
      golden({}),
      answered,
      { ...answerable, document: 1, answer: 1, falseRefusal: 0, problem: undefined },
    ],
    ["a string that is in a quote only", golden({ expect: ["Tham gia đầy đủ các cuộc họp"] }), answered, { answer: 1 }],
    ["a string that is in the answer only", golden({ expect: ["đã có yêu cầu thay thế"] }), answered, { answer: 1 }],
    ["a string over a line end", golden({ expect: ["triệu tập [2]. Theo Kết luận 229"] }), answered, { answer: 1 }],
    ["a string with decomposed letters", golden({ expect: ["nơi cư trú".normalize("NFD")] }), answered, { answer: 1 }],
    ["one of several right documents", golden({ document: ["khac", "quy-dinh"] }), answered, { document: 1 }],
    [
      "another document",
      golden({ document: "33-hd" }),
      answered,
      { document: 0, answer: 1, problem: "wrong document" },
    ],
    [
      "one string of two",
      golden({ expect: ["nơi cư trú", "Điều 99"] }),
      answered,
      { document: 1, answer: 0, problem: "expected string missing" },
    ],
    [
      "neither document nor string",
      golden({ document: "33-hd", expect: ["Điều 99"] }),
      answered,
      { problem: "wrong document, expected string missing" },
    ],
    [
      "a false refusal",
      golden({}),
      noEvidence,
      { ...answerable, document: 0, answer: 0, falseRefusal: 1, problem: "refused" },
    ],
    ["a question in return", golden({}), which, { document: 0, answer: 0, falseRefusal: 0, problem: "asked back" }],
    [
      "a right refusal",
      golden({ document: null, expect: [] }),
      noEvidence,
      { ...unanswerable, refusal: 1, problem: undefined },
    ],
    [
      "an answer where none is",
      golden({ document: null, expect: [] }),
      answered,
      { ...unanswerable, refusal: 0, problem: "answered, but should refuse" },
    ],
    ["a question in return where no answer is", golden({ document: null, expect: [] }), which, { refusal: 0 }],
  ])("judges %s", async (_what, question, answer, expected) => {
    expect(await judged(question, answer)).toMatchObject(expected);
  });

  it("gives shares of the answerable and of the unanswerable questions", async () => {
    const questions = [
      golden({ id: "a" }),
      golden({ id: "b", expect: ["Điều 99"] }),
      golden({ id: "c", question: "refuse" }),
      golden({ id: "d", document: null }),
      golden({ id: "e", document: null, question: "refuse" }),
    ];
    const figures = await evaluateAnswers(
      async (question) => (question === "refuse" ? noEvidence : answered),
      questions,
    );
    expect(figures).toMatchObject({ questions: 5, document: 0.667, answer: 0.333, refusal: 0.5, falseRefusal: 0.333 });
    expect(figures.misses.map(({ id }) => id)).toEqual(["b", "c", "d"]);
  });

  // Bug: the share of nothing is 1, which is the best for the others but the worst here.
  it("has no false refusals where every question is to be refused", async () => {
    expect(await judged(golden({ document: null }), noEvidence)).toMatchObject({ falseRefusal: 0 });
  });

  it("shows what was answered at a miss", async () => {
    const { misses } = await evaluateAnswers(async () => answered, [golden({ expect: ["Điều 99"] })]);
    expect(misses[0]).toMatchObject({ id: "q1", question: "QĐ 213 yêu cầu gì?" });
    expect(misses[0]?.shown).toContain("thường xuyên giữ mối liên hệ");
  });

  it("asks one question after the other, in order", async () => {
    const asked: string[] = [];
    let open = 0;
    await evaluateAnswers(
      async (question) => {
        open += 1;
        expect(open).toBe(1);
        await Promise.resolve();
        open -= 1;
        asked.push(question);
        return answered;
      },
      ["một", "hai", "ba"].map((question) => golden({ question })),
    );
    expect(asked).toEqual(["một", "hai", "ba"]);
  });

  it("of no questions misses nothing", async () => {
    expect(await evaluateAnswers(async () => answered, [])).toMatchObject({ questions: 0, misses: [] });
  });
});

describe("the report on answers", () => {
  it("tells each question's verdict, language and kind", async () => {
    const questions = [golden({ id: "a", lang: "vi" }), golden({ id: "b", document: "33-hd" })];
    const reported = reportedAnswers(await judgeAnswers(async () => answered, questions), () => "list");
    expect(reported).toMatchObject([
      { id: "a", form: "vi", kind: "list", outcome: "right", grade: 1 },
      { id: "b", form: "", text: "QĐ 213 yêu cầu gì?", outcome: "wrong document", grade: 0 },
    ]);
  });

  it("comes with how far the asking is", async () => {
    const progress: string[] = [];
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    await judgeAnswers(async () => answered, [golden({}), golden({})], onProgress);
    expect(progress).toEqual(["1/2", "2/2"]);
  });
});
