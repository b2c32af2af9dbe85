import { describe, expect, it } from "vitest";
import type { Retriever } from "../../src/core/ports.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

const OFF = { number: false, words: false, meaning: false };
const ONLY_NUMBER = { ...OFF, number: true };
const ONLY_WORDS = { ...OFF, words: true };
const ONLY_MEANING = { ...OFF, meaning: true };
const TRANSFERRED = "bao-cao-ha-tinh.1";

async function found(retriever: Retriever, question: string, limit = 10): Promise<string[]> {
  const { hits } = await retriever.retrieve(question, limit);
  return hits.map((hit) => hit.passage.id);
}

describe("retrieve", () => {
  it("finds what the question is about, with its document", async () => {
    const { retriever } = await openSmallLibrary(smallDocuments);
    const { hits } = await retriever.retrieve("Hà Tĩnh luân chuyển bao nhiêu cán bộ?", 3);
    expect(hits[0]).toMatchObject({
      passage: { id: TRANSFERRED },
      directive: { id: "bao-cao-ha-tinh", issuedOn: "2018-10-22" },
    });
  });

  it.each(["Quy định 213 nói gì?", "qd213", "213-QĐ/TW", "Regulation No. 213"])(
    "puts the document named in %j first",
    async (question) => {
      const { retriever } = await openSmallLibrary(smallDocuments);
      expect((await found(retriever, question))[0]).toMatch(/^213-qd-tw/);
    },
  );

  it("finds the passages that name a document which is not held", async () => {
    const { retrieverWith } = await openSmallLibrary(smallDocuments);
    expect(await found(retrieverWith({ use: ONLY_NUMBER }), "KL 28")).toEqual(["tin-giao-ban.1"]);
  });

  it.each(["luan chuyen can bo dien ban thuong vu", "LUÂN CHUYỂN CÁN BỘ", "luân chuyển cán bộ".normalize("NFD")])(
    "finds the accented text by words for %j",
    async (question) => {
      const { retrieverWith } = await openSmallLibrary(smallDocuments);
      expect((await found(retrieverWith({ use: ONLY_WORDS }), question))[0]).toBe(TRANSFERRED);
    },
  );

  it("finds both placements of a tone mark", async () => {
    const { retrieverWith } = await openSmallLibrary([{ id: "a", text: "Uỷ ban kiểm tra hoà giải." }]);
    expect(await found(retrieverWith({ use: ONLY_WORDS }), "ủy hòa")).toEqual(["a.1"]);
  });

  it.each(["Ban Thường vụ họp tháng mấy?", "BTV họp tháng mấy?", "btv hop thang nao"])(
    "puts what has the words of %j in full or shortened before what has some of them",
    async (question) => {
      const { retrieverWith } = await openSmallLibrary([
        { id: "a", text: "Ban họp tháng nào báo cáo tháng đó." },
        { id: "b", text: "BTV họp tháng Ba." },
        { id: "c", text: "Ban Thường vụ họp tháng Tư." },
        { id: "d", text: "Chi bộ sinh hoạt định kỳ." },
      ]);
      expect((await found(retrieverWith({ use: ONLY_WORDS }), question)).slice(0, 2).sort()).toEqual(["b.1", "c.1"]);
    },
  );

  it("looks for the meaning of an English question", async () => {
    const { embedder, retrieverWith } = await openSmallLibrary(smallDocuments);
    const knowing = {
      ...embedder,
      embedQuery: () => embedder.embedQuery("đề bạt, bổ nhiệm, điều động, luân chuyển 152 cán bộ"),
    };
    const retriever = retrieverWith({ embedder: knowing });
    expect((await found(retriever, "How many were moved to other posts?"))[0]).toBe(TRANSFERRED);
  });

  it("tells which part of a passage is near, in the document's text", async () => {
    const { retriever, store } = await openSmallLibrary(smallDocuments);
    const { hits } = await retriever.retrieve("đề bạt, bổ nhiệm, điều động, luân chuyển cán bộ", 1);
    const [{ passage, near } = { passage: undefined, near: [] }] = hits;
    const text = (await store.directive("bao-cao-ha-tinh"))?.text ?? "";
    expect(near.map(({ span }) => text.slice(span.start, span.end))).toEqual([passage?.text]);
    expect(near[0]?.similarity).toBeGreaterThan(0);
  });

  it("gives at most as many as asked for, best first, each once", async () => {
    const { retriever } = await openSmallLibrary(smallDocuments);
    const { hits } = await retriever.retrieve("Quy định về văn bản của Đảng", 4);
    expect(hits).toHaveLength(4);
    expect(new Set(hits.map((hit) => hit.passage.id)).size).toBe(4);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });

  it.each<[part: string, use: typeof OFF, question: string]>([
    ["number", ONLY_NUMBER, "đảng viên nơi cư trú"],
    ["words", ONLY_WORDS, "zzz"],
    ["nothing", OFF, "Quy định 213 đảng viên"],
  ])("finds nothing with %s alone where that tells nothing", async (_part, use, question) => {
    const { retrieverWith } = await openSmallLibrary(smallDocuments);
    expect(await found(retrieverWith({ use }), question)).toEqual([]);
  });

  it("does not embed the question when meaning is off", async () => {
    const { embedder, retrieverWith } = await openSmallLibrary(smallDocuments);
    const broken = { ...embedder, embedQuery: () => Promise.reject(new Error("not to be asked")) };
    const retriever = retrieverWith({ embedder: broken, use: { ...ONLY_WORDS, number: true } });
    expect(await found(retriever, "luân chuyển cán bộ")).toContain(TRANSFERRED);
  });

  it("searches by number and words where no embedder is", async () => {
    const { retrieverWith } = await openSmallLibrary(smallDocuments);
    const { hits, embedMs } = await retrieverWith({ embedder: null }).retrieve("luân chuyển cán bộ", 1);
    expect([hits[0]?.passage.id, hits[0]?.near, embedMs]).toEqual([TRANSFERRED, [], 0]);
  });

  it("is by meaning alone where only that is on", async () => {
    const { retrieverWith } = await openSmallLibrary(smallDocuments);
    const { hits } = await retrieverWith({ use: ONLY_MEANING }).retrieve("luân chuyển cán bộ", 3);
    expect(hits.every((hit) => hit.near.length > 0)).toBe(true);
  });

  it("hands the signal to the embedder and ends with what that gives", async () => {
    const { embedder, retrieverWith } = await openSmallLibrary(smallDocuments);
    const stopping = {
      ...embedder,
      embedQuery: async (text: string, signal?: AbortSignal) => {
        signal?.throwIfAborted();
        return embedder.embedQuery(text);
      },
    };
    const reason = new Error("The question was taken back.");
    const answer = retrieverWith({ embedder: stopping }).retrieve("đảng viên", 3, AbortSignal.abort(reason));
    await expect(answer).rejects.toBe(reason);
  });

  it.each([
    "",
    "   ",
    "?!…",
    "😀😀",
    '"',
    "*",
    "a OR b",
    "NEAR(a b)",
    "words:a",
    "'; DROP TABLE passages; --",
    "(",
    "-a",
    "^a",
    "\u0000",
  ])("takes %j without failing, and the library is still there", async (question) => {
    const { retriever } = await openSmallLibrary(smallDocuments);
    await retriever.retrieve(question, 5);
    expect(await found(retriever, "luân chuyển cán bộ")).toContain(TRANSFERRED);
  });

  it("takes a question of 10 kB", async () => {
    const { retriever } = await openSmallLibrary(smallDocuments);
    expect(await found(retriever, "luân chuyển cán bộ ".repeat(500))).toContain(TRANSFERRED);
  });

  it("takes a question of thousands of different words", async () => {
    const { retriever } = await openSmallLibrary(smallDocuments);
    const words = Array.from({ length: 2_000 }, (_, at) => `từ${at}`).join(" ");
    expect(await found(retriever, `${words} luân chuyển cán bộ`)).toContain(TRANSFERRED);
  });

  it("finds nothing in an empty library", async () => {
    const { retriever } = await openSmallLibrary([]);
    expect(await found(retriever, "Quy định 213 nói gì?")).toEqual([]);
  });
});
