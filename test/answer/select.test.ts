import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/answer/read-question.ts";
import { selectSentences } from "../../src/answer/select.ts";
import { createQueryReader } from "../../src/search/query.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

async function selected(question: string) {
  const { store, retriever } = await openSmallLibrary(smallDocuments);
  const query = await retriever.read(question);
  const { hits } = await retriever.retrieve(query, 20);
  const { passages } = await store.size();
  return {
    evidence: selectSentences(await readQuestion(query, { store, passages }), hits, { subject: undefined }),
    store,
  };
}

describe("selectSentences", () => {
  it("puts the sentence that has the question's words first", async () => {
    const { evidence } = await selected("Đạt bao nhiêu phần trăm kế hoạch kết nạp quần chúng?");
    expect(evidence[0]?.hit.passage.id).toBe("bao-cao-ha-tinh.2");
  });

  it("gives sentences of the stored texts, best first, with a support from 0 to 1", async () => {
    const { evidence, store } = await selected("Tỉnh ủy đã ban hành quy định nào về phân cấp quản lý cán bộ?");
    expect(evidence.length).toBeGreaterThan(5);
    for (const [at, { hit, span, text, score, support }] of evidence.entries()) {
      expect((await store.directive(hit.directive.id))?.text.slice(span.start, span.end)).toBe(text);
      expect(score).toBeLessThanOrEqual(evidence[at - 1]?.score ?? Number.POSITIVE_INFINITY);
      expect(support).toBeGreaterThanOrEqual(0);
      expect(support).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it("names the years and names that a passage and its document do not have", async () => {
    const { evidence } = await selected("Năm 2031 Nghệ An có bao nhiêu quần chúng được kết nạp?");
    const best = evidence.find(({ hit }) => hit.passage.id === "bao-cao-ha-tinh.2");
    expect(best?.missing).toEqual(["2031", "Nghệ An"]);
  });

  it("gives nothing of nothing", async () => {
    const { store } = await openSmallLibrary(smallDocuments);
    const query = await createQueryReader(store)("đảng viên");
    expect(selectSentences(await readQuestion(query, { store, passages: 1 }), [], { subject: undefined })).toEqual([]);
  });
});
