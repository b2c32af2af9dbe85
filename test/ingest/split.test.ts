import fc from "fast-check";
import { expect, it } from "vitest";
import { passageIds } from "../../ingest/ids.ts";
import { type SplitOptions, split } from "../../ingest/split.ts";
import { normalise } from "../../src/core/text.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { vietnameseText } from "../fakes/vietnamese-text.ts";

const small = { maxTokens: 20, unitTokens: 8, overlapTokens: 5 };

async function passages(text: string, options: SplitOptions = small) {
  const { countTokens } = createFakeEmbedder();
  const pieces = await split(text, [], countTokens, options);
  return pieces.map(({ path, span }) => `${path.join(" › ")} | ${text.slice(span.start, span.end)}`);
}

const words = (count: number, word = "họp") => Array.from({ length: count }, () => word).join(" ");

it("packs small neighbours of one Điều together, and never those of two", async () => {
  expect(await passages("Điều 1. Họp\n1. Họp sáng.\n2. Họp chiều.\nĐiều 2. Nghỉ\nNghỉ trưa.")).toEqual([
    "Điều 1 | Điều 1. Họp\n1. Họp sáng.\n2. Họp chiều.",
    "Điều 2 | Điều 2. Nghỉ\nNghỉ trưa.",
  ]);
});

it("gives a khoản that stands alone its own place", async () => {
  const [first, second] = [`1. ${words(14)}.`, `2. ${words(14)}.`];
  expect(await passages(`Điều 1. Họp\n${first}\n${second}`)).toEqual([
    `Điều 1 › khoản 1 | Điều 1. Họp\n${first}`,
    `Điều 1 › khoản 2 | ${second}`,
  ]);
});

it("keeps a lead-in with its items, also where a fuller passage could be made", async () => {
  const [before, list] = [`${words(14)}.`, `Họp gồm có các phần:\n- ${words(7)};\n- ${words(6)}.`];
  expect(await passages(`${before}\n${list}`)).toEqual([` | ${before}`, ` | ${list}`]);
});

it("keeps a heading with what stands below it", async () => {
  const [heading, first, second] = [`Điều 1. ${words(11)}`, `1. ${words(6)}.`, `2. ${words(11)}.`];
  expect(await passages([heading, first, second].join("\n"))).toEqual([
    `Điều 1 › khoản 1 | ${heading}\n${first}`,
    `Điều 1 › khoản 2 | ${second}`,
  ]);
});

it("does not join the rest of a long khoản with the next one", async () => {
  const [first, rest, second] = [`1. ${words(13)}.`, `Họp ${words(9)}.`, `2. ${words(8)}.`];
  expect(await passages(`Điều 1\n${first} ${rest}\n${second}`)).toEqual([
    `Điều 1 › khoản 1 | Điều 1\n${first}`,
    `Điều 1 › khoản 1 | ${rest}`,
    `Điều 1 › khoản 2 | ${second}`,
  ]);
});

it("keeps a short opening with the first section", async () => {
  expect(await passages("Sổ tay\nHọp đều đặn.\nĐiều 1. Giờ\nTám giờ.\nĐiều 2. Nơi\nNhà họp.")).toEqual([
    "Điều 1 | Sổ tay\nHọp đều đặn.\nĐiều 1. Giờ\nTám giờ.",
    "Điều 2 | Điều 2. Nơi\nNhà họp.",
  ]);
});

it("keeps chapter headings with the first Điều below", async () => {
  expect(await passages("Chương I\nHỌP\nĐiều 1. Giờ\nTám giờ.\nĐiều 2. Nơi\nNhà họp.")).toEqual([
    "Chương I › Điều 1 | Chương I\nHỌP\nĐiều 1. Giờ\nTám giờ.",
    "Chương I › Điều 2 | Điều 2. Nơi\nNhà họp.",
  ]);
});

it("cuts a long paragraph at sentence ends and repeats a short sentence there", async () => {
  const [long, short] = [`Chi bộ ${words(11)}.`, "Đảng viên dự."];
  expect(await passages(`${long} ${short} ${long}`)).toEqual([` | ${long} ${short}`, ` | ${short} ${long}`]);
});

it("repeats no sentence that is longer than the overlap", async () => {
  const long = `Chi bộ ${words(12)}.`;
  expect(await passages(`${long} ${long}`)).toEqual([` | ${long}`, ` | ${long}`]);
});

it("cuts a sentence that is too long after a semicolon, else after a comma, else between words", async () => {
  expect(await passages(`Một ${words(10)}; hai, ${words(12)}.`)).toEqual([
    ` | Một ${words(10)};`,
    ` | hai, ${words(12)}.`,
  ]);
  expect(await passages(`Một ${words(10)}, hai ${words(12)}.`)).toEqual([
    ` | Một ${words(10)},`,
    ` | hai ${words(12)}.`,
  ]);
  expect(await passages(words(30))).toEqual([` | ${words(15)}`, ` | ${words(15)}`]);
});

it("leaves no scrap behind a long paragraph", async () => {
  const sentence = `${words(6, "Họp")}.`;
  const found = await passages(`${[sentence, sentence, sentence].join(" ")}\n\nPV`, {
    ...small,
    maxTokens: 18,
    overlapTokens: 0,
  });
  expect(found).toHaveLength(2);
  expect(found.at(-1)).toBe(` | ${sentence}\n\nPV`);
});

it("counts all sentences in one batch", async () => {
  const { countTokens, countCalls } = createFakeEmbedder();
  await split("Một. Hai.\n\nBa.", [], countTokens);
  expect(countCalls).toEqual([["Một.", "Hai.", "Ba."]]);
});

it("packs sentences into units that cover the passage", async () => {
  const text = `${words(5)}. ${words(3, "Nghỉ")}. ${words(6, "Ghi")}.`;
  const { countTokens } = createFakeEmbedder();
  const [piece] = await split(text, [], countTokens, small);
  expect(piece?.units.map(({ start, end }) => text.slice(start, end))).toEqual([
    `${words(5)}. ${words(3, "Nghỉ")}.`,
    `${words(6, "Ghi")}.`,
  ]);
});

it("keeps its promises for any text: trimmed, in order, within the limit, nothing lost, ids unique and stable", async () => {
  const { countTokens } = createFakeEmbedder();
  await fc.assert(
    fc.asyncProperty(vietnameseText, fc.integer({ min: 12, max: 60 }), async (raw, maxTokens) => {
      const text = normalise(raw);
      const pieces = await split(text, [], countTokens, { ...small, maxTokens });
      const said = pieces.map(({ span }) => text.slice(span.start, span.end));
      const sizes = await countTokens(said);
      const covered = new Set<number>();
      for (const [at, { span, units }] of pieces.entries()) {
        expect(said[at]).toBe(said[at]?.trim());
        expect(sizes[at]).toBeGreaterThan(0);
        expect(sizes[at]).toBeLessThanOrEqual(maxTokens);
        expect(span.start).toBeGreaterThan(pieces[at - 1]?.span.start ?? -1);
        expect(span.end).toBeGreaterThan(pieces[at - 1]?.span.end ?? 0);
        expect([units[0]?.start, units.at(-1)?.end]).toEqual([span.start, span.end]);
        for (const [index, unit] of units.entries()) {
          expect(text.slice(units[index - 1]?.end ?? span.start, unit.start).trim()).toBe("");
          for (let place = unit.start; place < unit.end; place += 1) covered.add(place);
        }
      }
      const lost = Array.from(text).length > 0 && [...text.matchAll(/\S/g)].some(({ index }) => !covered.has(index));
      expect(lost).toBe(false);
      const ids = () => {
        const idOf = passageIds("so-tay-abcdef");
        return pieces.map(({ path }, at) => idOf(path, said[at] ?? ""));
      };
      expect(new Set(ids()).size).toBe(pieces.length);
      expect(ids()).toEqual(ids());
    }),
  );
});
