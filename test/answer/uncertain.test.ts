import { describe, expect, it } from "vitest";
import type { Generate } from "../../src/answer/model/generate.ts";
import { verifyQuote } from "../../src/answer/verify.ts";
import type { Answer } from "../../src/core/answer.ts";
import { uncertainWords } from "../../src/core/uncertain.ts";
import { openSmallLibrary, type SmallDocument, smallDocuments } from "../fakes/small-library.ts";

/** The small library, with words of one document that recognition is not sure of. */
function scanned(id: string, ...unsure: readonly string[]): readonly SmallDocument[] {
  return smallDocuments.map((document) => (document.id === id ? { ...document, unsure } : document));
}

async function answerTo(question: string, documents: readonly SmallDocument[]): Promise<Answer> {
  return (await openSmallLibrary(documents)).ask(question);
}

function doubtsOf(answer: Answer): string[][] {
  if (answer.kind !== "answered") throw new Error(`${answer.kind}: ${answer.text}`);
  return answer.citations.map((citation) => uncertainWords(citation).map(({ text }) => text));
}

const HOW_MANY = "Hà Tĩnh luân chuyển bao nhiêu cán bộ?";
const NOTE = "cần đối chiếu bản gốc";

describe("an answer from a scan", () => {
  it("has with each quote the words that are not sure, and says so of the figure asked for", async () => {
    const answer = await answerTo(HOW_MANY, scanned("bao-cao-ha-tinh", "152", "quản lý"));
    expect(doubtsOf(answer)).toEqual([["152", "quản lý"]]);
    expect(answer.text.split("\n").at(-1)).toBe(
      "Lưu ý: “152” được nhận dạng từ bản quét, chưa chắc chắn; cần đối chiếu bản gốc.",
    );
  });

  it("says so in the language of the answer", async () => {
    const { ask } = await openSmallLibrary(scanned("bao-cao-ha-tinh", "152"));
    const { text } = await ask(HOW_MANY, { language: "en" });
    expect(text).toContain("“152” was recognised from a scan");
  });

  it("says nothing in its text of words that are no figures", async () => {
    const answer = await answerTo(HOW_MANY, scanned("bao-cao-ha-tinh", "quản lý"));
    expect([doubtsOf(answer), answer.text.includes(NOTE)]).toEqual([[["quản lý"]], false]);
  });

  it("is not troubled by what is not sure elsewhere in the document", async () => {
    const answer = await answerTo(HOW_MANY, scanned("bao-cao-ha-tinh", "269", "680-QĐ/TU"));
    expect([doubtsOf(answer), answer.text.includes(NOTE)]).toEqual([[[]], false]);
  });

  it("names the whole of a document number of which one digit is not sure", async () => {
    const answer = await answerTo("Quy định 335 bị thay thế chưa?", scanned("bao-cao-ha-tinh", "80-QĐ"));
    expect(doubtsOf(answer)).toEqual([["680-QĐ/TU"]]);
    expect(answer.text).toContain("Lưu ý: “680-QĐ/TU” được nhận dạng");
  });

  it("flags the evidence of a warning as well", async () => {
    const answer = await answerTo("Quy định 66 gồm bao nhiêu thể loại văn bản?", scanned("399-qd-tw", "399-QĐ/TW"));
    expect(doubtsOf(answer)).toEqual([[], ["399-QĐ/TW"]]);
    expect(answer.text).toMatch(/“399-QĐ\/TW” được nhận dạng[^\n]*$/);
  });

  it("flags what a language model wrote", async () => {
    const { askWith } = await openSmallLibrary(scanned("bao-cao-ha-tinh", "152"));
    const generate: Generate = async (_question, passages) => {
      const quote = verifyQuote("luân chuyển 152 cán bộ", passages);
      if (!quote) return { failure: "llm-unverified" };
      return { text: "Là 152 cán bộ [1].", citations: [{ ...quote, marker: 1, uncertain: [] }] };
    };
    const answer = await askWith({ generate })(HOW_MANY);
    expect(answer).toMatchObject({ composer: "llm", text: expect.stringContaining(NOTE) });
    expect(doubtsOf(answer)).toEqual([["152"]]);
  });

  it("finds a figure that the language model wrote otherwise", async () => {
    const text = "Đoàn kiểm tra kết luận ngày 02/01/2020 là ngày thành lập chi bộ.";
    const { askWith } = await openSmallLibrary([{ id: "bc", text, unsure: ["01"] }]);
    const generate: Generate = async (_question, passages) => {
      const quote = verifyQuote(text, passages);
      if (!quote) return { failure: "llm-unverified" };
      return { text: "Ngày 2 tháng 1 năm 2020 [1].", citations: [{ ...quote, marker: 1, uncertain: [] }] };
    };
    const answer = await askWith({ generate })("Chi bộ thành lập ngày nào?");
    expect(answer.text).toMatch(/tháng 1 năm 2020” được nhận dạng/);
  });

  it("names at most five figures", async () => {
    const text = "Các huyện kết nạp 11, 22, 33, 44, 55, 66 và 77 đảng viên trẻ.";
    const unsure = text.match(/\d+/g) ?? [];
    const answer = await answerTo("Các huyện kết nạp bao nhiêu đảng viên trẻ?", [{ id: "bc", text, unsure }]);
    expect(answer.text).toContain("“11”, “22”, “33”, “44”, “55”, … được nhận dạng");
  });
});
