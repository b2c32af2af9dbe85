import type { Kind } from "./kinds.ts";
import { type Listed, serialsOf } from "./listed.ts";
import { type Numbering, readNumbering } from "./numbering.ts";
import { MISREAD, matchAt, NUMBER, NUMBERS } from "./patterns.ts";
import { readTail } from "./tail.ts";

/** A text with the forms of it that patterns run on. */
export interface Source {
  readonly text: string;
  readonly folded: string;
  /** Typed without any diacritics. */
  readonly typedPlain: boolean;
}

/** Numbers read at one place: one, or a list with one symbol at its end. */
export interface Numbers {
  readonly listed: readonly Listed[];
  readonly numbering: Numbering;
  /** Whether the symbol stands behind the digits. */
  readonly isWhole: boolean;
  readonly end: number;
}

/** What stands before numbers. */
export interface Before {
  /** Where the words before them begin. */
  readonly start: number;
  readonly word?: Kind | undefined;
  /** A symbol, as printed. */
  readonly short?: string | undefined;
  /** Whether "số" stands there by itself. */
  readonly isCalled?: boolean;
}

/** The numbers that stand right at `at` behind a word for their kind, a symbol or "số". */
export function readNumbers(source: Source, at: number, before: Before): Numbers | undefined {
  const match = matchAt(NUMBERS, source.folded, at);
  return (match && numbersOf(source, match, before)) ?? readMisread(source, at, before);
}

/** The one number that stands right at `at` with its symbol; nothing before it is needed. */
export function readNumber(source: Source, at: number, word?: Kind): Numbers | undefined {
  const match = matchAt(NUMBER, source.folded, at);
  const numbers =
    (match && numbersOf(source, match, { start: at, word })) ?? readMisread(source, at, { start: at, word });
  return numbers?.isWhole ? numbers : undefined;
}

function readMisread(source: Source, at: number, before: Before): Numbers | undefined {
  const match = matchAt(MISREAD, source.folded, at);
  const [start, end] = match?.indices?.groups?.["serials"] ?? [0, 0];
  return match && /^[\dlIiOo]+$/.test(source.text.slice(start, end)) ? numbersOf(source, match, before) : undefined;
}

function numbersOf({ text, folded, typedPlain }: Source, match: RegExpExecArray, before: Before): Numbers | undefined {
  const { word, short, isCalled = false } = before;
  const { serials = "", so, no, from, year } = match.groups ?? {};
  const [start, serialsEnd] = match.indices?.groups?.["serials"] ?? [0, 0];
  const tail = readTail(match, { text, isHeaded: word !== undefined || short !== undefined || isCalled });
  const { symbol, suffix, assembly, isStateOrder = false } = tail ?? {};
  const numbering = readNumbering({ word, short, year, symbol, suffix, assembly, isStateOrder, typedPlain });
  if (!numbering) return undefined;
  const listed = serialsOf(serials, {
    start,
    head: folded.slice(before.start, start),
    rest: folded.slice(serialsEnd, serialsEnd + 30),
    isCalled: isCalled || [so, no, from, year].some((part) => part !== undefined),
    hasTail: tail !== undefined,
    isName: /^\p{Lu}/u.test(text.slice(before.start, before.start + 1)),
  });
  const end = tail?.end ?? match.indices?.groups?.["year"]?.[1] ?? listed.at(-1)?.end;
  return end === undefined || listed.length === 0 ? undefined : { listed, numbering, isWhole: tail !== undefined, end };
}
