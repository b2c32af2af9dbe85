import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/answer/ask.ts";
import type { Rewrite } from "../../src/answer/follow-up/rewrite.ts";
import type { Answer, Ask, Topic } from "../../src/core/answer.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

/** Asks one question after the other, as a chat does; gives the last answer. */
async function converse(ask: Ask, ...questions: readonly string[]): Promise<Answer> {
  let answer: Answer | undefined;
  let history: Topic | undefined;
  for (const question of questions) {
    answer = await ask(question, history && { history });
    history = answer.topic ?? history;
  }
  if (!answer) throw new Error("Nothing was asked.");
  return answer;
}

async function answerAfter(...questions: readonly string[]): Promise<Answer> {
  const { ask } = await openSmallLibrary(smallDocuments);
  return converse(ask, ...questions);
}

describe("a question that follows on", () => {
  it("is answered about the document of the question before, and shown as it was understood", async () => {
    const answer = await answerAfter("Kết luận 28 nói về gì?", "ban hành ngày nào?");
    expect(answer).toMatchObject({
      kind: "answered",
      followsOn: "Kết luận 28-KL/TW ngày 21/02/2022 ban hành ngày nào?",
      understoodAs: null,
    });
    expect(answer.text).toContain("21/02/2022");
  });

  it("goes on over several questions", async () => {
    const answer = await answerAfter("Quy định 66 gồm bao nhiêu thể loại?", "ai ký?", "còn hiệu lực không?");
    expect(answer.followsOn).toBe("Quy định 66-QĐ/TW ngày 06/02/2017 còn hiệu lực không?");
    expect(answer.text).toMatch(/đã được thay thế bằng .*399-QĐ\/TW/);
  });

  it("means the document that the answer quoted where the question named none", async () => {
    const answer = await answerAfter("Đảng viên ở nơi cư trú có những nhiệm vụ gì?", "văn bản đó còn hiệu lực không?");
    expect(answer.followsOn).toBe("Quy định 213-QĐ/TW ngày 02/01/2020 còn hiệu lực không?");
    expect(answer.text).toContain("yêu cầu thay thế");
  });

  it("calls a document without a number by its title, and answers from that", async () => {
    const before = "Hà Tĩnh đề bạt, bổ nhiệm, điều động, luân chuyển bao nhiêu cán bộ?";
    const answer = await answerAfter(before, "trong đó có bao nhiêu quần chúng ưu tú được kết nạp?");
    expect(answer.followsOn).toBe(
      "Báo cáo “Kết quả công tác tổ chức xây dựng Đảng của Hà Tĩnh” ngày 22/10/2018 có bao nhiêu quần chúng ưu tú được kết nạp?",
    );
    expect(answer).toMatchObject({ kind: "answered", citations: [{ directive: { id: "bao-cao-ha-tinh" } }] });
    expect(answer.text).toContain("269 quần chúng");
  });

  it("is about that document where it is short and has no answer of its own", async () => {
    const answer = await answerAfter("Quy định 213 nói gì?", "nhiệm vụ đầu tiên?");
    expect(answer).toMatchObject({
      kind: "answered",
      followsOn: "Quy định 213-QĐ/TW ngày 02/01/2020: nhiệm vụ đầu tiên?",
    });
    expect(answer.text).toContain("Gương mẫu chấp hành");
  });

  it("is answered from the passage that was quoted where it means something in that", async () => {
    const before = "Toàn tỉnh có bao nhiêu quần chúng ưu tú được kết nạp vào Đảng?";
    const answer = await answerAfter(before, "trong đó đạt bao nhiêu phần trăm?");
    expect(answer).toMatchObject({ kind: "answered", citations: [{ passage: { id: "bao-cao-ha-tinh.2" } }] });
  });

  it.each([
    ["Quy định 66 nói gì?", "quy định mới ban hành ngày nào?", "399-QĐ/TW ngày 09/01/2026 ban hành ngày nào?"],
    ["Quy định 399 nói gì?", "quy dinh cu do ban hanh ngay nao", "66-QĐ/TW ngày 06/02/2017 ban hành ngày nào"],
    ["Is Regulation 66 still in force?", "when was the new one issued?", "399-QĐ/TW ngày 09/01/2026 issued?"],
  ])("after %j: %j is about the other document of a replacement", async (before, question, meant) => {
    expect((await answerAfter(before, question)).followsOn).toContain(meant);
  });

  it("is about the document that was asked for and found, not the one that names it", async () => {
    const before = "Ở Hà Tĩnh quy định nào về phân cấp quản lý cán bộ?";
    const answer = await answerAfter(before, "ban hành ngày nào?");
    expect(answer.followsOn).toBe("Quy định 680-QĐ/TU ngày 16/05/2018 ban hành ngày nào?");
    expect(answer.text).toContain("16-5-2018");
  });

  it.each(["quy định mới ban hành ngày nào?", "bản mới do ai ký?", "the new one?"])(
    "stands as it was typed where no text tells which document is the newer one: %s",
    async (question) => {
      expect((await answerAfter("Kết luận 28 nói về gì?", question)).followsOn).toBeNull();
    },
  );

  it("is refused where it asks for nothing that could be looked up", async () => {
    const answer = await answerAfter("Quy định 213 nói gì?", "and the year before?");
    expect(answer).toMatchObject({ kind: "no-evidence", followsOn: null });
  });

  it("stands by itself where it has an answer of its own", async () => {
    const answer = await answerAfter("Quy định 213 nói gì?", "kết nạp mấy quần chúng?");
    expect(answer).toMatchObject({ kind: "answered", followsOn: null });
  });

  it("finds what was spoken of behind a short question that had no answer", async () => {
    const answer = await answerAfter("Kết luận 28 nói về gì?", "kinh phí bao nhiêu?", "ban hành ngày nào?");
    expect(answer.followsOn).toBe("Kết luận 28-KL/TW ngày 21/02/2022 ban hành ngày nào?");
  });

  it.each(["ngày bao nhiêu?", "của cơ quan nào?", "ra ngay nao"])("may be as short as %j", async (question) => {
    expect(await answerAfter("Kết luận 28 nói về gì?", question)).toMatchObject({ kind: "answered" });
  });

  it("is answered in English to an English question", async () => {
    const answer = await answerAfter("Quy định 66 gồm bao nhiêu thể loại?", "is it still in force?");
    expect(answer).toMatchObject({ kind: "answered", language: "en" });
    expect(answer.followsOn).toBe("Is Quy định 66-QĐ/TW ngày 06/02/2017 still in force?");
    expect(answer.text).toMatch(/replaced by .*399-QĐ\/TW/);
  });

  it("may be typed without diacritics", async () => {
    const answer = await answerAfter("qd 66 gom bao nhieu the loai", "van ban do con hieu luc khong");
    expect(answer.text).toMatch(/đã được thay thế bằng .*399-QĐ\/TW/);
  });

  it("is refused where the document is not in the library, which is named", async () => {
    const answer = await answerAfter("Quy định 777 nói gì?", "ban hành ngày nào?");
    expect(answer).toMatchObject({ kind: "no-evidence", reason: "unknown-document" });
    expect(answer.text).toContain("777");
  });

  it("is as typed where nothing was asked before", async () => {
    expect(await answerAfter("ban hành ngày nào?")).toMatchObject({ followsOn: null });
  });
});

describe("a question about something else", () => {
  it("does not inherit the document", async () => {
    const answer = await answerAfter("Quy định 213 nói gì?", "Mức đóng đảng phí của đảng viên hưu trí là bao nhiêu?");
    expect(answer).toMatchObject({ kind: "no-evidence", reason: "not-covered", followsOn: null });
  });

  it("begins a topic of its own", async () => {
    const answer = await answerAfter("Quy định 213 nói gì?", "Mức đóng đảng phí là bao nhiêu?", "ban hành ngày nào?");
    expect(answer.followsOn).toBeNull();
  });

  it("is answered as if nothing had been asked before", async () => {
    const { ask } = await openSmallLibrary(smallDocuments);
    const question = "Toàn tỉnh có bao nhiêu quần chúng ưu tú được kết nạp?";
    const { topic: _, ...after } = await converse(ask, "Quy định 213 nói gì?", question);
    const { topic: __, ...alone } = await ask(question);
    expect(after).toEqual(alone);
  });
});

describe("after a question about several documents", () => {
  it("asks back which one is meant, each with a question that is answered", async () => {
    const { ask } = await openSmallLibrary(smallDocuments);
    const answer = await converse(ask, "so sánh Quy định 66 và Quy định 213", "văn bản đó còn hiệu lực không?");
    expect(answer).toMatchObject({
      kind: "which",
      choices: [
        { number: "66-QĐ/TW", title: expect.stringContaining("thể loại") },
        { number: "213-QĐ/TW", title: expect.stringContaining("nơi cư trú") },
      ],
    });
    const chosen = answer.kind === "which" ? await ask(answer.choices[0].question) : answer;
    expect(chosen.text).toContain("399-QĐ/TW");
  });

  it("still knows them after it has asked back", async () => {
    const answer = await answerAfter("so sánh Quy định 66 và Quy định 213", "ai ký?", "văn bản đó còn hiệu lực không?");
    expect(answer.kind).toBe("which");
  });

  it("takes up the choices that a number left", async () => {
    expect(await answerAfter("NQ 18 nói gì?", "ban hành ngày nào?")).toMatchObject({
      kind: "which",
      choices: [
        { number: "18-NQ/TW", question: "Nghị quyết 18-NQ/TW ngày 25/10/2017 ban hành ngày nào?" },
        { number: "18-NQ/TU" },
      ],
    });
  });
});

describe("what is remembered", () => {
  it("holds questions and names of documents, and nothing of their text", async () => {
    const { topic } = await answerAfter("qd 213 yeu cau gi doi voi dang vien o noi cu tru");
    expect(topic?.questions).toEqual([expect.stringContaining("đảng viên")]);
    expect(topic?.documents).toMatchObject([{ id: "213-qd-tw", reference: { number: "213-QĐ/TW", title: null } }]);
    expect(topic?.passages).toContain("213-qd-tw.2");
  });

  it("is at most three questions of one topic", async () => {
    const facets = ["ai ký?", "ban hành ngày nào?", "còn hiệu lực không?", "áp dụng cho ai?"];
    const { topic } = await answerAfter("Quy định 66 nói gì?", ...facets);
    expect(topic?.questions).toHaveLength(3);
    expect(topic?.questions.at(-1)).toContain("áp dụng cho ai");
  });

  it("does not grow with the question", async () => {
    const { topic } = await answerAfter(`Quy định 213 ${"yêu cầu ".repeat(500)}gì?`);
    expect(topic?.questions[0]?.length).toBeLessThanOrEqual(500);
  });

  it("is nothing after no question", async () => {
    expect((await answerAfter("  ")).topic).toBeNull();
  });

  it("survives a store of JSON", async () => {
    const { ask } = await openSmallLibrary(smallDocuments);
    const { topic } = await ask("Quy định 66 nói gì?");
    const history: Topic = JSON.parse(JSON.stringify(topic));
    expect((await ask("ban hành ngày nào?", { history })).followsOn).toContain("66-QĐ/TW");
  });
});

describe("with a language model that rewrites", () => {
  async function askedBy(rewrite: Rewrite, ...questions: readonly string[]) {
    const { store, retriever } = await openSmallLibrary(smallDocuments);
    return converse(
      createAsk({ store, retriever, generate: null, rewrite, minSupport: 0.55, now: () => 0 }),
      ...questions,
    );
  }

  it("its question is answered, and shown", async () => {
    const question = "Quy định 66-QĐ/TW ngày 06/02/2017 có bị thay thế không?";
    const answer = await askedBy(async () => question, "Quy định 66 nói gì?", "thế nó bị thay thế chưa?");
    expect(answer).toMatchObject({ kind: "answered", followsOn: question });
  });

  it("rules do where it fails", async () => {
    const answer = await askedBy(async () => undefined, "Quy định 66 nói gì?", "còn hiệu lực không?");
    expect(answer.followsOn).toBe("Quy định 66-QĐ/TW ngày 06/02/2017 còn hiệu lực không?");
  });

  it("may find that the question stands by itself", async () => {
    expect((await askedBy(async () => null, "Quy định 66 nói gì?", "còn hiệu lực không?")).followsOn).toBeNull();
  });

  it("is not asked about what stands by itself, nor where nothing was asked before", async () => {
    const never: Rewrite = () => Promise.reject(new Error("not to be asked"));
    const answer = await askedBy(
      never,
      "Quy định 66 nói gì?",
      "Mức đóng đảng phí là bao nhiêu?",
      "Kết luận 28 nói gì?",
    );
    expect(answer.followsOn).toBeNull();
  });

  it("is asked where rules see that something is meant, but not what", async () => {
    const question = "Đảng viên ở nơi cư trú có những nhiệm vụ gì?";
    const before = "Hà Tĩnh luân chuyển bao nhiêu cán bộ?";
    expect((await askedBy(async () => question, before, "vậy họ ở nơi cư trú thì sao?")).followsOn).toBe(question);
  });
});
