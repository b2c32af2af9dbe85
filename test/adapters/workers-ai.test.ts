import { describe, expect, it } from "vitest";
import { workersAiEmbedder } from "../../src/adapters/cloudflare/workers-ai.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { testEmbedder } from "../contracts/embedder.ts";
import { createFakeAi } from "../fakes/workers-ai.ts";

describe("Workers AI", () => {
  testEmbedder(() => workersAiEmbedder(createFakeAi()));

  it("asks for at most a hundred texts at a time", async () => {
    const ai = createFakeAi();
    const texts = Array.from({ length: 230 }, (_, at) => `đoạn ${at}`);
    expect(await workersAiEmbedder(ai).embedDocuments(texts)).toHaveLength(230);
    expect(ai.calls.map(({ length }) => length)).toEqual([100, 100, 30]);
  });

  it.each([
    ["fails", async () => Promise.reject(new Error("3040: Capacity temporarily exceeded")), /AI binding/],
    ["gives no vectors", async () => ({}), /Try again/],
    ["gives fewer vectors than texts", async () => ({ data: [[1, 0]] }), /Try again/],
  ])("says what to do when it %s", async (_, run, remedy) => {
    const embedding = workersAiEmbedder({ run }).embedDocuments(["cam", "quýt"]);
    await expect(embedding).rejects.toThrow(TrichdanError);
    await expect(embedding).rejects.toThrow(remedy);
  });
});
