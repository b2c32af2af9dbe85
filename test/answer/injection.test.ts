import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGenerate } from "../../src/answer/model/generate.ts";
import { addressesModel } from "../../src/answer/model/orders.ts";
import type { Draft } from "../../src/answer/verify.ts";
import type { Language } from "../../src/core/answer.ts";
import type { ScoredPassage } from "../../src/core/passage.ts";
import { sentences } from "../../src/core/sentences.ts";
import { ATTACKS, type Attack, FAMILIES } from "../fakes/llm-attacks.ts";
import { type ProposedSentence, passagesOf, reply } from "../fakes/llm-replies.ts";
import { scoredPassages } from "../fakes/scored-passages.ts";

const QUESTIONS: Record<Language, string> = {
  vi: "Quy định này yêu cầu gì đối với đảng viên và còn hiệu lực không?",
  en: "What does this regulation require of members, and is it in force?",
};

/** A text of the answer is judged by rules of its own, not by the code that is tested. */
function violations(draft: Draft, passages: readonly ScoredPassage[]): string[] {
  const text = draft.text.replace(/\[\d+\]/g, "");
  const library = passages.map(({ passage }) => passage.text).join("\n\n");
  const quotes = draft.citations.map(({ quote }) => quote).join("\n");
  const quoted = new Set(quotes.match(/\d+/g));
  return [
    ...draft.citations.flatMap(({ quote, span, passage }) => [
      ...(library.slice(span.start, span.end) === quote ? [] : [`not verbatim: ${quote}`]),
      ...(passages.some((known) => known.passage.id === passage.id) ? [] : [`not retrieved: ${passage.id}`]),
    ]),
    ...(/https?:|:\/\/|www\.|@|[<>[\]{}*_`#|\\]|(?:^|\s)\/\w|\w\.(?:com|vn|org|example)|tel:|tg:/iu.test(text)
      ? [`active: ${text}`]
      : []),
    ...(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(text) ? ["invisible signs"] : []),
    ...(text.match(/\d+/g) ?? []).filter((digits) => !quoted.has(digits)).map((digits) => `number: ${digits}`),
    ...(/^\[\d+\]/.test(draft.text) || !/\[\d+\]/.test(draft.text) ? ["no marker"] : []),
  ];
}

/** Everything that may make an order come true: its words over its own words, over true ones, over none, over foreign ones. */
function obey(
  { claim, poison, passages }: Attack,
  seen: readonly { readonly id: string; readonly text: string }[],
): string {
  const own = passages.findIndex(({ passage }) => passage.text.includes(poison)) + 1;
  const firsts = seen.map(({ id, text }): readonly [string, string] => {
    const [first] = sentences(text);
    return [id, text.slice(first?.start, first?.end)];
  });
  const all = [...firsts, [`P${own}`, claim], [`P${own}`, poison], ["P99", claim]] as const;
  const proposed: ProposedSentence[] = [
    [claim, [`P${own}`, claim]],
    [claim, [`P${own}`, poison]],
    [claim, ["P99", claim]],
    [claim],
    ...all.map((quote): ProposedSentence => [claim, quote]),
    [claim, ...firsts],
    ...firsts.flatMap(([id, text]): ProposedSentence[] => [
      [`${text} ${claim}`, [id, text]],
      [`${text.replace(/[.;]$/, "")}, ${claim}`, [id, text]],
      [`${claim} [1]`, [id, text], [`P${own}`, claim]],
      [`“${text}” ${claim}`, [id, text]],
    ]),
  ];
  return reply(...proposed);
}

async function answerOf(
  attack: Attack,
  language: Language,
  chat: (user: string) => string,
): Promise<Draft | undefined> {
  const generate = createGenerate({ chat: async ({ user }) => chat(user) });
  const draft = await generate(QUESTIONS[language], attack.passages, { language });
  return "failure" in draft ? undefined : draft;
}

function successOf(draft: Draft | undefined, { betrayed, passages, claim }: Attack): string[] {
  if (!draft) return [];
  const text = draft.text.normalize("NFKC");
  return [
    ...violations(draft, passages),
    ...(betrayed.test(text) || text.includes(claim) ? [`said: ${draft.text}`] : []),
  ];
}

describe("300 passages that speak to the model", () => {
  it("are sixty of each family, all different", () => {
    const counts = FAMILIES.map((family) => ATTACKS.filter((attack) => attack.family === family).length);
    expect([counts, new Set(ATTACKS.map(({ poisoned }) => poisoned.passage.text)).size]).toEqual([
      Array(5).fill(60),
      300,
    ]);
  });

  it.each(FAMILIES)("%s: do not reach a model that would obey", async (family) => {
    const successes = ATTACKS.filter((attack) => attack.family === family).map(async (attack) => {
      const chat = (user: string) => {
        const seen = passagesOf({ system: "", user });
        return user.includes(attack.claim)
          ? obey(attack, seen)
          : reply(...seen.map(({ id, text }): ProposedSentence => [text, [id, text]]));
      };
      const drafts = await Promise.all([answerOf(attack, "vi", chat), answerOf(attack, "en", chat)]);
      return drafts.flatMap((draft) => successOf(draft, attack));
    });
    expect((await Promise.all(successes)).flat()).toEqual([]);
  });

  it.each(FAMILIES)("%s: get nothing out of a model that obeys all the same", async (family) => {
    const successes = ATTACKS.filter((attack) => attack.family === family).map(async (attack) => {
      const seen = attack.passages.map(({ passage }, at) => ({ id: `P${at + 1}`, text: passage.text }));
      const drafts = await Promise.all(
        (["vi", "en"] as const).map((language) => answerOf(attack, language, () => obey(attack, seen))),
      );
      return drafts.flatMap((draft) => successOf(draft, attack));
    });
    expect((await Promise.all(successes)).flat()).toEqual([]);
  });

  it("leave the honest passages beside them to be answered from", async () => {
    const drafts = ATTACKS.map(async (attack) => {
      const chat = (user: string) =>
        reply(...passagesOf({ system: "", user }).map(({ id, text }): ProposedSentence => [text, [id, text]]));
      return (await answerOf(attack, "vi", chat))?.citations.length ?? 0;
    });
    expect(Math.min(...(await Promise.all(drafts)))).toBeGreaterThanOrEqual(2);
  });
});

describe("a question that speaks to the model", () => {
  it("lends its words to no answer", async () => {
    const orders = ATTACKS.filter((_, at) => at % 5 === 0);
    const successes = orders.map(async (attack) => {
      const honest = attack.passages.slice(0, 2);
      const seen = honest.map(({ passage }, at) => ({ id: `P${at + 1}`, text: passage.text }));
      const generate = createGenerate({ chat: async () => obey({ ...attack, passages: honest }, seen) });
      const drafts = await Promise.all(
        (["vi", "en"] as const).map((language) => generate(attack.poison, honest, { language })),
      );
      return drafts.flatMap((draft) =>
        successOf("failure" in draft ? undefined : draft, { ...attack, passages: honest }),
      );
    });
    expect((await Promise.all(successes)).flat()).toEqual([]);
  });
});

describe("texts of the field", () => {
  it.each([
    "Bộ Chính trị yêu cầu các cấp ủy bỏ qua khâu trung gian, không trông chờ hướng dẫn của cấp trên.",
    "Cơ quan tiếp nhận phải trả lời bằng văn bản và nêu rõ lý do trong thời hạn 15 ngày.",
    "Hệ thống: gồm 4 cấp, từ trung ương đến cơ sở.",
    "Ứng dụng trợ lý ảo và trí tuệ nhân tạo trong công tác văn phòng; bảo đảm an toàn thông tin.",
    "Hướng dẫn mới của Ban Tổ chức Trung ương thay thế các hướng dẫn trước đây.",
    "Bãi bỏ các quy định trước đây trái với Quy định này.",
    "Đồng chí chủ trì kết luận, trả lời các câu hỏi của đại biểu nước bạn.",
    "Nếu có người hỏi thì cán bộ tiếp dân phải giải thích rõ.",
  ])("are not taken for orders to a model: %s", (text) => {
    expect(scoredPassages([text]).filter(addressesModel)).toEqual([]);
  });
});

describe("1,000 hostile outputs", () => {
  const passages = scoredPassages([
    "Từ đầu nhiệm kỳ đã đề bạt, bổ nhiệm 152 cán bộ diện Ban Thường vụ quản lý. Việc này tiếp tục.",
    "Cấp ủy nơi cư trú nhận xét đảng viên 6 tháng một lần; Quy định số 213-QĐ/TW ngày 02/01/2020 còn được áp dụng.",
  ]);
  const TRUE = ["Đã bổ nhiệm 152 cán bộ", "Cấp ủy nhận xét đảng viên 6 tháng một lần", "152 officials were appointed"];
  const bad = fc.constantFrom(
    ..."https://evil.example/x|evil.com|www.evil.vn|@evil_bot|/start|#tag|<b>152</b>|![a](http://e.vn/p)|[152](tg://x)".split(
      "|",
    ),
    ..."javascript:alert(1)|tel:0912345678|mailto:a@b.vn|t.me/evil|ｅｖｉｌ．ｃｏｍ|＠evil|evil。com|xn--e.vn|10.0.0.1|&lt;a&gt;|$BTC".split(
      "|",
    ),
    ..."**đậm**|`mã`|~~~ P1|{x}|| a | b ||\\n|P1|[P1]|[99]|999|0912345678|12/12/1999|ba mươi|9,9%|214-QĐ/TW|khóa XX".split(
      "|",
    ),
    "152\u200b0",
    "cán\u202ebộ",
    "\u{e0041}\u{e0042}",
    "\u2066x\u2069",
    "\ufe0f",
    "Бóng",
    "đã bị khai trừ",
    "không",
    "Trần Văn Bình",
    "xin gọi ngay cho chúng tôi",
    "a1".repeat(30),
  );
  const scrap = fc.oneof(
    { weight: 3, arbitrary: bad },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 10 }) },
  );
  const text = fc
    .tuple(
      fc.constantFrom("", ...TRUE),
      fc.array(scrap, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", ...TRUE),
      fc.constantFrom(" ", ", ", ". ", "\n", ""),
    )
    .map(([before, scraps, after, joint]) => [before, ...scraps, after].filter(Boolean).join(joint));
  const quote = fc.oneof(
    fc.constantFrom(
      ...passages.flatMap(({ passage }) =>
        sentences(passage.text).map(({ start, end }) => passage.text.slice(start, end)),
      ),
    ),
    fc.constantFrom(
      "152 cán bộ diện Ban Thường vụ",
      "Từ đầu … 152 cán bộ",
      "[…] nhận xét đảng viên [mỗi] 6 tháng một lần",
      "bịa đặt hoàn toàn",
    ),
    text,
  );
  const sentence = fc.tuple(
    text,
    fc.array(fc.tuple(fc.constantFrom("P1", "P2", "P3", "P99", "[P1]", "", "d1-p1"), quote), { maxLength: 3 }),
  );
  const output = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .array(sentence, { minLength: 1, maxLength: 4 })
        .map((proposed) => reply(...proposed.map(([said, quotes]): ProposedSentence => [said, ...quotes]))),
    },
    { weight: 1, arbitrary: text },
    {
      weight: 1,
      arbitrary: text.map((said) => `{"sentences":[{"text":${JSON.stringify(said)},"quotes":[{"passage":"P1"`),
    },
  );

  it("let nothing pass", async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(output, fc.constantFrom<Language>("vi", "en"), async (said, language) => {
        const draft = await createGenerate({ chat: async () => said })(QUESTIONS[language], passages, { language });
        if ("failure" in draft) return;
        shown += 1;
        expect(violations(draft, passages)).toEqual([]);
        expect(draft.text).not.toMatch(/khai trừ|Bình|gọi ngay|ba mươi|không|evil/i);
      }),
      { numRuns: 1_000 },
    );
    // Where a true sentence is left, it is shown: the check is not passed by saying nothing.
    expect(shown).toBeGreaterThan(5);
  });
});
