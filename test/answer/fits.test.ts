import { describe, expect, it } from "vitest";
import { fitsKind } from "../../src/answer/fits.ts";
import { readQuestion } from "../../src/answer/read-question.ts";
import { createQueryReader } from "../../src/search/query.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

describe("what a question for a length of time can be answered by", () => {
  it.each([
    ["a figure with its unit", "Thời gian dự bị là 12 tháng.", true],
    ["a number in words", "Thời hạn sử dụng là mười năm.", true],
    ["a span", "Kéo dài từ 2-3 tuần, tùy nơi.", true],
    ["a date, which is none", "Ban hành ngày 02 tháng 01 năm 2020.", false],
    ["a year, which is none", "Quy định có từ năm 2018 và được sửa năm 2020.", false],
    ["another figure", "Có 12 đảng viên mới.", false],
  ])("%s", async (_, text, fits) => {
    const { store, retriever } = await openSmallLibrary(smallDocuments);
    const query = await createQueryReader(store)("Thời gian thử thách là bao lâu?");
    const { hits } = await retriever.retrieve(query, 1);
    const question = await readQuestion(query, { store, passages: 1 });
    const [hit] = hits;
    expect(hit && fitsKind(question, text, hit, undefined)).toBe(fits);
  });
});
