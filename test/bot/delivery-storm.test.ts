import { expect, it } from "vitest";
import { seededRandom } from "../fakes/seeded-random.ts";
import { createChat } from "./chat.ts";
import { noEvidence } from "./sample-answers.ts";

// `STORM_SENDS=200 npx vitest run test/bot/delivery-storm` for the figures; the same seed gives the same waits again.
const SENDS = Number(process.env["STORM_SENDS"] ?? 40);
const SEED = Number(process.env["STORM_SEED"] ?? 20_261_123);

it(`sends none of ${SENDS} messages again whose call broke off after it was carried out`, async () => {
  const chat = await createChat({ ask: async (question) => noEvidence(`Về ${question}`) });
  chat.api.failWhen(({ method, fields }) =>
    method === "sendMessage" && String(fields["text"]).startsWith("Về") ? { kind: "reset-after-applying" } : undefined,
  );
  const updates = Array.from({ length: SENDS }, (_, at) => chat.api.userText(`câu hỏi ${at}`));
  for (const update of updates) await chat.accept(update);
  await chat.worker.runOnce();
  const answers = chat.api.sent.map(({ text = "" }) => text).filter((text) => text.startsWith("Về"));
  const rows = await Promise.all(updates.map(({ update_id: id }) => chat.outbox.messagesOf(id)));
  const figures = {
    seed: SEED,
    sends: SENDS,
    arrived: new Set(answers).size,
    duplicates: answers.length - new Set(answers).size,
    unknown: rows.filter(([first]) => first?.state === "unknown").length,
  };
  show(figures);
  expect(figures).toMatchObject({ arrived: SENDS, duplicates: 0, unknown: SENDS });
  expect(JSON.stringify(chat.logged)).not.toContain(chat.api.token.split(":")[1]);
});

it("delivers every answer through a storm of 429, and makes no call in a silence", async () => {
  const random = seededRandom(SEED);
  const clock = { now: 0 };
  const now = () => clock.now;
  const chat = await createChat({
    ask: async (question) => noEvidence(`Về ${question}`),
    pacing: {
      now,
      async sleep(durationMs) {
        clock.now += durationMs;
      },
    },
  });
  const people = Array.from({ length: 20 }, (_, at) => chat.api.user({ name: `Người ${at}` }));
  const updates = Array.from({ length: SENDS }, (_, at) => {
    const person = people[at % people.length];
    if (!person) throw new Error("There are people");
    return person.says(`Câu hỏi ${at}?`);
  });
  const silentUntil = new Map<unknown, number>();
  const seen = { calls: 0, refused: 0, inSilence: 0 };
  chat.api.failWhen(({ fields: { chat_id: chatId } }) => {
    seen.calls += 1;
    if (clock.now < (silentUntil.get(chatId) ?? 0)) seen.inSilence += 1;
    if (seen.calls % 3 !== 0) return undefined;
    const retryAfter = 1 + Math.floor(random() * 30);
    silentUntil.set(chatId, clock.now + retryAfter * 1000);
    seen.refused += 1;
    return { kind: "too-many-requests", retryAfter };
  });

  for (const update of updates) await chat.accept(update);
  const worker = chat.createWorker(now);
  // The end of time would be a message that is never sent.
  while ((await worker.runOnce()) > 0 || chat.api.sent.length < SENDS) {
    clock.now += 1000;
    expect(clock.now).toBeLessThan(24 * 3_600_000);
  }
  const texts = chat.api.sent.map(({ text }) => text);
  const figures = { seed: SEED, sends: SENDS, delivered: new Set(texts).size, total: texts.length, ...seen };
  show({ ...figures, composed: chat.questions.length, virtualSeconds: clock.now / 1000 });
  expect(figures).toMatchObject({ delivered: SENDS, total: SENDS, inSilence: 0 });
  expect(chat.questions).toHaveLength(SENDS);
  expect(seen.refused).toBeGreaterThan(SENDS / 4);
  expect(JSON.stringify(chat.logged)).not.toContain(chat.api.token.split(":")[1]);
});

function show(figures: object): void {
  if (process.env["STORM_SENDS"]) console.info(JSON.stringify(figures));
}
