import type { Ask, Timings } from "../src/core/answer.ts";
import { normalise } from "../src/core/text.ts";
import type { GoldenQuestion } from "../src/evaluation/answers.ts";
import { mean, timed } from "./measure.ts";

/** A text that a search found. */
export interface Found {
  readonly text: string;
  readonly file: string;
}

/** How many questions there are with an answer, and for what share of them the search found it. */
export interface SearchFigures {
  readonly first: number;
  readonly amongFive: number;
  /** All expected strings stand in the first text, and in the five together. */
  readonly stringsInFirst: number;
  readonly stringsInFive: number;
  readonly characters: number;
  /** Of every question, in milliseconds. */
  readonly times: readonly number[];
}

type Search = (question: string, limit: number) => Promise<Found[]>;

/** Asks the searches by turns, so that whatever else the machine does meets them all. */
export async function compareSearches<const Searches extends readonly Search[]>(
  golden: readonly GoldenQuestion[],
  searches: Searches,
): Promise<{ [At in keyof Searches]: SearchFigures }> {
  const results = searches.map(() => [] as { found: Found[]; ms: number; golden: GoldenQuestion }[]);
  for (const question of golden) {
    for (const [at, search] of searches.entries()) {
      const { value: found, ms } = await timed(() => search(question.question, 5));
      results[at]?.push({ found, ms, golden: question });
    }
  }
  // `map` keeps the length of a tuple; its type does not say so.
  return results.map((asked) => {
    const answerable = asked.filter(({ golden: { document } }) => document !== null);
    const share = (holds: (result: (typeof asked)[number]) => boolean) =>
      mean(answerable.map((it) => (holds(it) ? 1 : 0)));
    return {
      first: share(({ found, golden: question }) => isRight(found[0], question)),
      amongFive: share(({ found, golden: question }) => found.some((text) => isRight(text, question))),
      stringsInFirst: share(({ found, golden: { expect } }) => holdAll(found.slice(0, 1), expect)),
      stringsInFive: share(({ found, golden: { expect } }) => holdAll(found, expect)),
      characters: Math.round(mean(asked.map(({ found }) => found.map(textOf).join("").length))),
      times: asked.map(({ ms }) => ms),
    };
  }) as { [At in keyof Searches]: SearchFigures };
}

/** Asks the questions in turn until `count` are asked. */
export async function askAll(ask: Ask, golden: readonly GoldenQuestion[], count: number): Promise<Timings[]> {
  const timings = [];
  for (let at = 0; at < count; at += 1) timings.push((await ask(golden[at % golden.length]?.question ?? "")).timings);
  return timings;
}

function isRight(found: Found | undefined, { document }: GoldenQuestion): boolean {
  return [document].flat().some((name) => name !== null && found?.file.startsWith(name));
}

function holdAll(found: readonly Found[], expected: readonly string[]): boolean {
  const text = plain(found.map(textOf).join("\n"));
  return expected.every((part) => text.includes(plain(part)));
}

function textOf({ text }: Found): string {
  return text;
}

function plain(text: string): string {
  return normalise(text).replace(/\s+/g, " ");
}
