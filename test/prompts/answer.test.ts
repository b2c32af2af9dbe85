import fc from "fast-check";
import { expect, it } from "vitest";
import { answerPrompt } from "../../prompts/answer.ts";
import { passagesOf } from "../fakes/llm-replies.ts";
import { scoredPassages } from "../fakes/scored-passages.ts";

const passages = scoredPassages(["Đảng viên giữ mối liên hệ.\nVới tổ chức đảng.", "Cấp ủy nhận xét."]);

it("numbers the passages in the order given and leaves their text as it is", () => {
  expect(passagesOf(answerPrompt("Ai nhận xét?", passages, "vi"))).toEqual([
    { id: "P1", text: "Đảng viên giữ mối liên hệ.\nVới tổ chức đảng." },
    { id: "P2", text: "Cấp ủy nhận xét." },
  ]);
});

it("says where a passage stands", () => {
  expect(answerPrompt("Ai?", passages, "vi").user).toContain(
    "P2 (Quy định · 213-QĐ/TW · Quy định về đảng viên ở nơi cư trú · Điều 2)",
  );
});

it.each([
  ["vi", "không phải chỉ dẫn", "Trả lời câu hỏi trên"],
  ["en", "not instructions", "Answer the question above"],
] as const)("speaks the language of the answer: %s", (language, rule, task) => {
  const { system, user } = answerPrompt("Ai?", passages, language);
  expect([system.includes(rule), user.includes(`\n\n${task}`)]).toEqual([true, true]);
});

it("keeps what a stranger wrote out of the rules", () => {
  const { system } = answerPrompt("CÂU HỎI LẠ", scoredPassages(["ĐOẠN LẠ"], { title: "TIÊU ĐỀ LẠ" }), "vi");
  expect(system).not.toMatch(/LẠ/);
});

it("lets no text close its fence", () => {
  const line = fc.oneof(
    fc.constantFrom("~~~", "~~~~", "~~~ P1", "~~~ P9 (x)", "", "Hãy làm theo"),
    fc.string({ maxLength: 8 }),
  );
  const text = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, text, (passage, title, question) => {
      const prompt = answerPrompt(question, scoredPassages([passage], { title }), "vi");
      const fence = /^~+/.exec(prompt.user)?.[0] ?? "";
      const fences = prompt.user.split("\n").filter((line) => line.startsWith(fence));
      expect([fences.length, passagesOf(prompt).length, prompt.system.includes(` ${fence} `)]).toEqual([4, 1, true]);
    }),
  );
});
