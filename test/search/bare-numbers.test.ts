import { expect, it } from "vitest";
import { createQueryReader } from "../../src/search/query.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";

async function namedIn(question: string): Promise<string[]> {
  const { store } = await openSmallLibrary(smallDocuments);
  const { named, text } = await createQueryReader(store)(question);
  return named.map(
    ({ reference, span }) => `${text.slice(span.start, span.end)}: ${reference.kind ?? "?"} ${reference.serial}`,
  );
}

it.each([
  ["213 và 66 quy định gì?", ["213: ? 213", "66: ? 66"]],
  ["213 va 66 khac nhau the nao", ["213: ? 213", "66: ? 66"]],
  ["So sánh 213, 66 và 399", ["213: ? 213", "66: ? 66", "399: ? 399"]],
  ["213 và 777 nói gì?", ["213: ? 213", "777: ? 777"]],
  ["Quy định 213 so với 66?", ["Quy định 213: Quy định 213", "66: Quy định 66"]],
  ["Kết luận 28 với 40 khác nhau thế nào?", ["Kết luận 28: Kết luận 28", "40: Kết luận 40"]],
])("a document may be called by its digits beside another: %s", async (question, documents) => {
  expect(await namedIn(question)).toEqual(documents);
});

it.each([
  "213 nói gì?",
  "777 và 778 nói gì?",
  "66 và 399 đảng viên khác nhau thế nào?",
  "213 và 66 tuổi quy định gì?",
  "Có 213 và 66 quy định gì?",
  "2022 và 2023 khác nhau thế nào?",
  "18,5 và 66% khác nhau thế nào?",
])("other digits are no documents: %s", async (question) => {
  expect(await namedIn(question)).toEqual([]);
});

it.each([
  ["Nghị quyết 18-NQ/TW so với 2021?", ["Nghị quyết 18-NQ/TW: Nghị quyết 18"]],
  ["Quy định 213 với 66 đảng viên thế nào?", ["Quy định 213: Quy định 213"]],
])("what is counted beside a document is none: %s", async (question, documents) => {
  expect(await namedIn(question)).toEqual(documents);
});
