import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createTransformersEmbedder,
  type TransformersEmbedder,
} from "../../src/adapters/node/transformers-embedder.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { testEmbedder } from "../contracts/embedder.ts";

const folder = mkdtempSync(join(tmpdir(), "trichdan-model-"));
const open = (name: string) => createTransformersEmbedder({ name, cacheFolder: join(folder, "cache") });

let embedder: TransformersEmbedder;
beforeAll(async () => {
  embedder = await open("data/model");
});
afterAll(async () => {
  await embedder.close();
  rmSync(folder, { recursive: true });
});

describe("the shipped model", () => {
  testEmbedder(() => embedder);

  it("puts texts that mean the same closer than texts that do not", async () => {
    const question = await embedder.embedQuery("nộp tiền đảng hàng tháng");
    const [same, other] = await embedder.embedDocuments(["Đảng viên đóng đảng phí hằng tháng.", "Trời mưa to."]);
    expect(dot(question, same)).toBeGreaterThan(dot(question, other));
  });

  it("reads the words of a question in English", async () => {
    const question = await embedder.embedQuery("membership fee of the Party");
    const [same, other] = await embedder.embedDocuments(["Đảng viên đóng đảng phí hằng tháng.", "Trời mưa to."]);
    expect(dot(question, same)).toBeGreaterThan(dot(question, other));
  });

  it("answers a question before the passages that wait", async () => {
    let embedded = 0;
    const texts = Array.from({ length: 50 }, (_, at) => `Đoạn văn thứ ${at} về công tác tổ chức xây dựng Đảng.`);
    const passages = texts.map((text) => embedder.embedDocuments([text]).then(() => (embedded += 1)));
    await embedder.embedQuery("Đảng phí đóng khi nào?");
    expect(embedded).toBeLessThanOrEqual(2);
    await Promise.all(passages);
    expect(embedded).toBe(50);
  });

  it("gives up what is aborted while it waits, and goes on with the rest", async () => {
    const stop = new AbortController();
    const first = embedder.embedDocuments(["cam"]);
    const aborted = [embedder.embedDocuments(["quýt"], stop.signal), embedder.embedQuery("bưởi", stop.signal)];
    const last = embedder.embedDocuments(["chanh"]);
    stop.abort();
    const outcomes = await Promise.allSettled(aborted);
    expect(outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason.name)).toEqual([
      "AbortError",
      "AbortError",
    ]);
    expect([(await first).length, (await last).length]).toEqual([1, 1]);
    await expect(embedder.embedQuery("cam", stop.signal)).rejects.toThrow();
  });

  it("counts tokens without the special ones", async () => {
    expect(await embedder.countTokens(["", "đảng", "đảng viên đóng đảng phí"])).toEqual([0, 1, 5]);
    expect(embedder.maxTokens).toBe(508);
  });

  it("has a name that tells its weights apart from others in a folder of the same name", () => {
    expect(embedder.modelId).toMatch(/^model@[0-9a-f]{12}$/);
  });
});

it("refuses what waits, and what comes later, when it is closed", async () => {
  const closing = await open("data/model");
  const waiting = closing.embedDocuments(["cam", "quýt"]);
  const outcome = expect(waiting).rejects.toThrow(TrichdanError);
  await closing.close();
  await outcome;
  await expect(closing.embedQuery("bưởi")).rejects.toThrow(/closed/);
  await closing.close();
});

it.each([
  ["a folder without weights", () => copyOfModel(), /needs config\.json, tokenizer\.json and onnx/],
  ["weights that are none", () => copyOfModel("these are no weights"), /could not be loaded.*data\/model/],
  ["a folder without a model", () => mkdirSync(join(folder, "empty")) ?? join(folder, "empty"), /EMBEDDING_MODEL/],
  ["a model that nobody has", () => "trichdan/there-is-no-such-model", /hub did not give it.*EMBEDDING_MODEL/],
])("says what to do about %s", async (_, name, remedy) => {
  const opening = open(name());
  await expect(opening).rejects.toThrow(TrichdanError);
  await expect(opening).rejects.toThrow(remedy);
});

function copyOfModel(weights?: string): string {
  const copy = mkdtempSync(join(folder, "copy-"));
  cpSync("data/model", copy, { recursive: true, filter: (path) => !path.endsWith(".onnx") });
  if (weights !== undefined) writeFileSync(join(copy, "onnx", "model_quantized.onnx"), weights);
  return copy;
}

function dot(a: readonly number[] = [], b: readonly number[] = []): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
