import { describe, expect, it } from "vitest";
import { evidenceOfCheck, renderCheck } from "../../src/bot/check-result.ts";
import { messages } from "../../src/bot/messages.ts";
import type { RenderedMessage } from "../../src/bot/part.ts";
import { readPlaces } from "../../src/bot/places.ts";
import type { CheckedCitation, Problem } from "../../src/core/check.ts";
import { candidate, checked, evidence, passagesOf, relation } from "./sample-candidates.ts";

const passages = passagesOf({ "bc:1": "Quy định số 213-QĐ/TW ngày 02/01/2020." });
const wrongDate: Problem = {
  field: "issuedOn",
  found: "02/01/2021",
  expected: "02/01/2020",
  message: "Ngày ban hành của Quy định 213-QĐ/TW theo thư viện là 02/01/2020, không phải 02/01/2021.",
  evidence: [evidence("bc:1", "Quy định số 213-QĐ/TW ngày 02/01/2020")],
};
const wrong = checked("Quy định 213-QĐ/TW", {
  verdict: "mismatch",
  problems: [wrongDate],
  suggestion: candidate().citation,
  candidates: [candidate()],
});

async function resultOf(citations: readonly CheckedCitation[], language: "vi" | "en" = "vi") {
  const result = { text: "", citations };
  const places = await readPlaces(passages, evidenceOfCheck(result));
  return renderCheck(result, { messages: messages[language], places, publicUrl: undefined });
}

function formatted([message]: readonly RenderedMessage[], type: string): string[] {
  return (message?.entities ?? [])
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => message?.text.slice(offset, offset + length) ?? "");
}

describe("the result of a check", () => {
  it("is a sum, then what is wrong with the right value, proof and suggestion", async () => {
    const rendered = await resultOf([wrong]);
    expect(rendered.map(({ text }) => text)).toEqual([
      "1 trích dẫn: 1 sai\n\n1. Quy định 213-QĐ/TW\n❌ Sai so với thư viện\n" +
        "• Ngày ban hành của Quy định 213-QĐ/TW theo thư viện là 02/01/2020, không phải 02/01/2021.\n" +
        "Quy định số 213-QĐ/TW ngày 02/01/2020\n— Báo cáo bc\n" +
        "Gợi ý (chạm để chép): Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
    ]);
    expect(formatted(rendered, "bold")).toEqual(["1 trích dẫn: 1 sai", "Quy định 213-QĐ/TW"]);
    expect(formatted(rendered, "expandable_blockquote")).toEqual(["Quy định số 213-QĐ/TW ngày 02/01/2020"]);
    expect(formatted(rendered, "code")).toEqual([candidate().citation]);
  });

  it("counts every verdict that occurs, in a fixed order", async () => {
    const [message] = await resultOf([
      checked("a", { verdict: "unknown" }),
      checked("b", { verdict: "ambiguous" }),
      checked("c", { verdict: "superseded" }),
      wrong,
      ...Array.from({ length: 9 }, (_, at) => checked(`d${at}`)),
    ]);
    expect(message?.text.split("\n")[0]).toBe(
      "13 trích dẫn: 9 đúng, 1 sai, 1 đã được thay thế, 1 chưa rõ là văn bản nào, 1 không có trong thư viện",
    );
  });

  it("adds the right value where the sentence on the problem leaves it out", async () => {
    const [message] = await resultOf([{ ...wrong, problems: [{ ...wrongDate, message: "Sai ngày." }] }]);
    expect(message?.text).toContain("• Sai ngày. (theo thư viện: 02/01/2020)");
  });

  it("tells a citation that the draft repeats once, with how often", async () => {
    const [message] = await resultOf([wrong, checked("x"), wrong, checked("x"), wrong]);
    expect(message?.text).toContain("5 trích dẫn: 2 đúng, 3 sai\n\n1. Quy định 213-QĐ/TW (3 lần)");
    expect(message?.text).not.toContain("2. ");
    expect(message?.text).toContain("✅ Đúng (2):\nx (2 lần)");
  });

  it("folds what is right, and warns there of a replacement that has been ordered", async () => {
    const by = relation("replacement-ordered-by", "229-KL/TW");
    const ordered = candidate({ standing: { status: "replacement-ordered", by, since: null } });
    const rendered = await resultOf([checked("18-NQ/TW"), checked("213-QĐ/TW", { candidates: [ordered] })]);
    expect(formatted(rendered, "expandable_blockquote")).toEqual(["18-NQ/TW\n213-QĐ/TW – ⚠️ đã có yêu cầu thay thế"]);
  });

  it("offers the full form of what is right but short", async () => {
    const rendered = await resultOf([checked("QĐ 213", { suggestion: "Quy định 213-QĐ/TW" })]);
    expect(rendered[0]?.text).toContain("nên ghi lại cho đủ (chạm để chép):\n• QĐ 213 → Quy định 213-QĐ/TW");
    expect(formatted(rendered, "code")).toEqual(["Quy định 213-QĐ/TW"]);
  });

  it("says of what is unknown that it is not in this library, and names what is similar", async () => {
    const [message] = await resultOf([checked("214-QĐ/TW", { verdict: "unknown", candidates: [candidate()] })]);
    expect(message?.text).toContain("⚪ Không có trong thư viện này\nThư viện chưa có toàn văn và chưa gặp");
    expect(message?.text).toContain("Thư viện có văn bản gần giống:\n– Quy định số 213-QĐ/TW");
    expect(message?.text).not.toContain("không tồn tại");
    expect(message?.reply_markup?.inline_keyboard).toHaveLength(1);
  });

  it("that is very long ends after ten messages and counts what it leaves out", async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ ...wrong, text: `Quy định ${at}-QĐ/TW` }));
    const rendered = await resultOf([...many, ...many.slice(0, 10), checked("18-NQ/TW")]);
    expect(rendered.length).toBeLessThanOrEqual(10);
    const text = rendered.map((message) => message.text).join("\n");
    const told = text.match(/^\d+\. /gm)?.length ?? 0;
    const repeats = Math.min(told, 10);
    const hidden = 310 - told - repeats;
    expect(told).toBeGreaterThan(80);
    expect(text).toContain(`Còn ${hidden} trích dẫn cần xem chưa nêu ở đây vì kết quả quá dài: ${hidden} sai.`);
    expect(text).toContain("✅ Đúng (1):\n18-NQ/TW");
  });

  it("counts the right ones that the folded list leaves out", async () => {
    const [message] = await resultOf(Array.from({ length: 200 }, (_, at) => checked(`Quy định ${at}-QĐ/TW`)));
    const listed = message?.text.match(/^Quy định \d+-QĐ\/TW$/gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(30);
    expect(message?.text).toContain(`và ${200 - listed} trích dẫn khác`);
  });

  it("speaks English where the app does, also of problems", async () => {
    const replaced: Problem = { ...wrongDate, field: "status", found: "Quy định 335", expected: "680-QĐ/TU" };
    const [message] = await resultOf([{ ...wrong, problems: [wrongDate, replaced] }], "en");
    expect(message?.text).toContain(
      "1 citation: 1 wrong\n\n1. Quy định 213-QĐ/TW\n❌ Differs from the library\n" +
        "• date of issue: the draft has “02/01/2021”, the library has “02/01/2020”\n" +
        "• Quy định 335: replaced by 680-QĐ/TU\n",
    );
  });
});
