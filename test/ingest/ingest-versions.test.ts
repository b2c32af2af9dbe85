import fc from "fast-check";
import { expect, it } from "vitest";
import { differencesOf, haveLikeLength, mayBeNear, sketchOf } from "../../ingest/near-duplicate.ts";

const word = fc.constantFrom(
  ..."chi bộ họp tổ hội đảng viên nghỉ ngày tháng năm mới cũ lúa làng đường xã huyện bàn việc".split(" "),
);
const sentence = fc.array(word, { minLength: 6, maxLength: 12 }).map((words) => `Ý ${words.join(" ")}.`);
const text = fc.array(sentence, { minLength: 40, maxLength: 60 });

it("finds nothing different in the same words, however they are set", () => {
  const here = "Chi bộ hoà giải. Ủy ban\nnghỉ. Chi bộ họp.";
  const there = "CHI BỘ HÒA GIẢI. Uỷ ban nghỉ.\n\nChi bộ họp.";
  expect(differencesOf(here, there)).toEqual({ similarity: 1, onlyHere: [], onlyThere: [] });
});

it("names the sentences that were put in and taken out, and looks at every text that may be near", () => {
  fc.assert(
    fc.property(text, sentence, fc.nat(), (sentences, other, at) => {
      const place = at % sentences.length;
      const changed = sentences.with(place, `Ý mới: ${other}`);
      const [here, there] = [changed.join("\n"), sentences.join("\n")];
      const differences = differencesOf(here, there);
      if (!differences) return;
      expect(differences.onlyHere).toEqual([`Ý mới: ${other}`]);
      expect(differences.onlyThere).toEqual(sentences.filter((own) => own === sentences[place]).slice(0, 1));
      expect(mayBeNear(sketchOf(here), sketchOf(there))).toBe(true);
      expect(haveLikeLength(here.length, there.length)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it("does not call different texts near", () => {
  fc.assert(
    fc.property(text, text, (some, others) => {
      const shared = others.filter((own) => some.includes(own)).length;
      if (shared > others.length / 2) return;
      expect(differencesOf(some.join("\n"), others.join("\n"))).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

it("compares texts of one word and of none", () => {
  expect(differencesOf("", "")).toBeUndefined();
  expect(differencesOf("Họp.", "Họp")).toMatchObject({ similarity: 1, onlyHere: [] });
});
