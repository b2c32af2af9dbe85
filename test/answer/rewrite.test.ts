import { describe, expect, it } from "vitest";
import { createRewrite } from "../../src/answer/follow-up/rewrite.ts";
import type { Prompt } from "../../src/core/chat-model.ts";
import { TrichdanError } from "../../src/core/errors.ts";

const NAME = "Quy định 205-QĐ/TW ngày 23/09/2019";
const topic = {
  questions: ["QĐ 205 quy định gì đối với đảng viên?"],
  names: [NAME],
  language: "vi",
  signal: undefined,
} as const;

function rewriteBy(reply: string) {
  return createRewrite({ chat: async () => reply });
}

function written(question: string | null): string {
  return JSON.stringify({ question });
}

describe("a rewritten question", () => {
  it.each([
    ["bare", written(`${NAME} quy định gì đối với cấp ủy?`)],
    ["in a code fence", `\`\`\`json\n${written(`${NAME} quy định gì đối với cấp ủy?`)}\n\`\`\``],
    ["behind thoughts", `<think>{"question":"x"}</think>${written(`${NAME} quy định gì đối với cấp ủy?`)}`],
    ["over several lines", written(`${NAME} quy định gì\n  đối với cấp ủy?`)],
  ])("is taken %s", async (_, reply) => {
    expect(await rewriteBy(reply)("còn cấp ủy thì sao?", topic)).toBe(`${NAME} quy định gì đối với cấp ủy?`);
  });

  it("may use a few words of its own", async () => {
    const question = `${NAME} do cơ quan nào ban hành và ai ký?`;
    expect(await rewriteBy(written(question))("ai ký và cơ quan nào?", topic)).toBe(question);
  });

  it("may be none: the question stands by itself", async () => {
    expect(await rewriteBy(written(null))("Mức đóng đảng phí là bao nhiêu?", topic)).toBeNull();
  });

  it.each([
    ["names a document that nobody named", "Quy định 213-QĐ/TW ai ký?"],
    ["names another document of that number", "Quyết định 205-QĐ/TU ai ký?"],
    ["gives the document another date", "Quy định 205-QĐ/TW ngày 24/09/2019 ai ký?"],
    ["has a figure of its own", `Khoản 4 ${NAME} ai ký?`],
    ["answers instead of asking", `${NAME} do đồng chí Nguyễn Văn An thay mặt Bộ Chính trị ký tại Hà Nội`],
    ["is empty", "  "],
    ["does not end", `${NAME} ai ký? `.repeat(40)],
  ])("is not taken where it %s", async (_, question) => {
    expect(await rewriteBy(written(question))("ai ký?", topic)).toBeUndefined();
  });

  it.each(["", "Tôi không biết.", "{", '{"question":5}', '{"answer":"x"}', "[]", "null"])(
    "is not found in %j",
    async (reply) => {
      expect(await rewriteBy(reply)("ai ký?", topic)).toBeUndefined();
    },
  );
});

describe("a language model that fails", () => {
  it("gives nothing, and the log hears why", async () => {
    const heard: Error[] = [];
    const failure = new TrichdanError("The language model answered with HTTP 500.");
    const rewrite = createRewrite({ chat: () => Promise.reject(failure), onFailure: (error) => heard.push(error) });
    expect([await rewrite("ai ký?", topic), heard]).toEqual([undefined, [failure]]);
  });

  it("is not blamed when the question was taken back", async () => {
    const reason = new Error("taken back");
    const rewrite = createRewrite({ chat: () => Promise.reject(reason) });
    await expect(rewrite("ai ký?", { ...topic, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

it("is told the questions before, the documents and the rules, all strange text between marks", async () => {
  let seen: Prompt | undefined;
  const rewrite = createRewrite({
    chat: async (prompt) => {
      seen = prompt;
      return written(null);
    },
  });
  await rewrite("còn cấp ủy thì sao?", topic);
  const [mark = ""] = /~~~\S+/.exec(seen?.user ?? "") ?? [];
  const blocks = seen?.user.split(mark).map((part) => part.trim()) ?? [];
  expect(blocks).toEqual(
    expect.arrayContaining([expect.stringContaining(topic.questions[0]), expect.stringContaining(NAME)]),
  );
  expect(seen?.system).toContain(mark);
  expect(seen?.system).not.toContain("cấp ủy");
});
