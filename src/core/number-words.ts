import type { Language } from "./answer.ts";
import { AFTER_YEAR, BEFORE_YEAR, NUMERALS, numberOf } from "./numeral-words.ts";
import type { Span } from "./passage.ts";
import { tokenise } from "./text.ts";

/** A number written with at least one word: "ba", "hai mươi lăm", "5 triệu", "twenty-five". */
export interface WordedNumber extends Span {
  readonly value: number;
}

/** Numbers in words, in reading order. Words that only sometimes are numbers ("năm", "một số") are read by their neighbours. */
export function findWordedNumbers(text: string, language: Language): WordedNumber[] {
  const tokens = readTokens(text, language);
  const numbers: WordedNumber[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = language === "vi" ? vietnameseRun(tokens, at) : englishRun(tokens, at);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    // Digits alone are no words; they only begin a number that goes on in words.
    if (run.some(({ digits }) => digits === undefined))
      numbers.push({ start: first.start, end: last.end, value: sumOf(run) });
    at += run.length - 1;
  }
  return numbers;
}

interface Word extends Span {
  readonly text: string;
  readonly digits?: number;
  /** What one adds, or multiplies by; `undefined` for a word that is no numeral. */
  readonly unit?: number;
  readonly scale?: number;
  /** Whether only a space or a hyphen stands between it and the word before. */
  readonly follows: boolean;
}

const DIGITS = /^\d[\d.,]*$/;

function readTokens(text: string, language: Language): Word[] {
  const { units, scales } = NUMERALS[language];
  const printed = Array.from(text.matchAll(/\d+(?:[.,]\d+)*/g), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  // "1.077" is two tokens of the text but one number.
  const tokens = [...tokenise(text).filter((token) => !/^\d+$/.test(token.text)), ...printed].sort(
    (a, b) => a.start - b.start,
  );
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    const digits = DIGITS.test(token.text) ? numberOf(token.text, language) : undefined;
    const unit = units.get(token.text);
    const scale = scales.get(token.text);
    return {
      ...token,
      ...(digits !== undefined && { digits }),
      ...(unit !== undefined && { unit }),
      ...(scale !== undefined && { scale }),
      follows: before !== undefined && /^(?: +|-|\n)$/.test(text.slice(before.end, token.start)),
    };
  });
}

function sumOf(run: readonly Word[]): number {
  let total = 0;
  let group = 0;
  let last = 0;
  for (const { digits, unit, scale, text } of run) {
    if (text === "rưỡi") return total + group + last + (lastScale(run) ?? 1) / 2;
    if (scale === undefined) {
      group += last;
      last = digits ?? unit ?? 0;
    } else if (scale < 1000) {
      group += Math.max(last, 1) * scale;
      last = 0;
    } else {
      // "5 nghìn tỷ" multiplies all that came before.
      const sum = group + last;
      total = sum === 0 && total > 0 ? total * scale : total + Math.max(sum, 1) * scale;
      group = 0;
      last = 0;
    }
  }
  return total + group + last;
}

function lastScale(run: readonly Word[]): number | undefined {
  return run.findLast(({ scale }) => scale !== undefined)?.scale;
}

/** The numeral that begins at `at`, or an empty list. */
function vietnameseRun(tokens: readonly Word[], at: number): Word[] {
  const first = tokens[at];
  if (!first || (first.digits === undefined && !beginsVietnamese(tokens, at))) return [];
  const run = [first];
  for (let next = tokens[at + run.length]; next?.follows; next = tokens[at + run.length]) {
    const after = tokens[at + run.length + 1];
    if (!continuesVietnamese(run.at(-1), next, after)) break;
    run.push(next);
  }
  // "152 lẻ" is no number.
  while (FILLER.test(run.at(-1)?.text ?? "")) run.pop();
  return run;
}

const FILLER = /^(?:linh|lẻ)$/;

function continuesVietnamese(before: Word | undefined, next: Word, after: Word | undefined): boolean {
  if (next.scale !== undefined) {
    const isOther = /^(?:triệu tập|tỷ lệ|tỷ trọng|tỉ lệ|tỉ trọng|tỷ giá)$/.test(`${next.text} ${after?.text}`);
    return !isOther && (before?.scale === undefined || before.scale < next.scale);
  }
  if (FILLER.test(next.text) || next.text === "rưỡi") return before?.scale !== undefined;
  if (next.unit === undefined || before?.digits !== undefined) return false;
  // "ba năm", "mười năm" count years; "trăm năm mươi" is one number.
  const isYear = next.text === "năm" && after?.scale === undefined && !FILLER.test(before?.text ?? "");
  const makesOne = before?.scale !== undefined || before?.text === "mười" || FILLER.test(before?.text ?? "");
  return makesOne && !isYear;
}

function beginsVietnamese(tokens: readonly Word[], at: number): boolean {
  const { unit, scale, text } = tokens[at] ?? {};
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const next = after?.follows ? after.text : "";
  const last = tokens[at]?.follows ? (before?.text ?? "") : "";
  if (unit === undefined) return scale !== undefined && /^(?:hàng|vài|mấy)$/.test(last);
  if (/^(?:mốt|lăm|nhăm)$/.test(text ?? "")) return false;
  if (text === "tư") return /^(?:thứ|quý)$/.test(last);
  if (text === "một") return !/^(?:số|trong|cách|phần|vài|ít|chút|loạt|bộ|mặt|khi|cửa|chiều)$/.test(next);
  if (text === "chín") return !/^(?:muồi|chắn)$/.test(next);
  return text !== "năm" || !isYearWord(before, last, next);
}

// "năm" counts five only where it can hardly mean a year.
function isYearWord(before: Word | undefined, last: string, next: string): boolean {
  if (next === "" || /^\d/.test(next)) return true;
  if (last !== "" && (before?.digits !== undefined || before?.unit !== undefined || before?.scale !== undefined))
    return true;
  return AFTER_YEAR.has(next) || BEFORE_YEAR.has(last);
}

function englishRun(tokens: readonly Word[], at: number): Word[] {
  const first = tokens[at];
  if (!first || (first.digits === undefined && first.unit === undefined)) return [];
  const next = tokens[at + 1]?.text ?? "";
  const last = tokens[at - 1]?.text ?? "";
  // "one of the", "no one"
  if (/^(?:one|second|third)$/.test(first.text) && (/^(?:of|another)$/.test(next) || /^(?:no|any|every)$/.test(last)))
    return [];
  const run = [first];
  for (let word = tokens[at + run.length]; word?.follows; word = tokens[at + run.length]) {
    const before = run.at(-1);
    const afterTens = before?.unit !== undefined && before.unit >= 20 && (word.unit ?? 10) < 10;
    if (word.scale === undefined && !(word.unit !== undefined && (before?.scale !== undefined || afterTens))) break;
    run.push(word);
  }
  return run;
}
