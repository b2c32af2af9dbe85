import { KINDS } from "../src/citation/kinds.ts";
import { isCapitals, type Line } from "./lines.ts";

/** Pattern of the names of kinds, without brackets around it. */
export const KIND_NAMES: string = KINDS.flatMap(({ name, aliases = [] }) => [...aliases, name]).join("|");

// No sentence, title or item ends with these words. "Hạn chế, tồn tại", "Phụ lục kèm theo" and "Lý do" are titles.
const LINKS = "của|và|hoặc|(?<!kèm )theo|(?<!hiện |tồn )tại|với|cho|từ|về|là|các|những|như|khi|để|bởi|(?<!lý |tự )do";
const NAMED = "(?:tại|theo|của|và|các|nêu|ở|sửa|bãi bỏ),? (?:khoản|điểm|điều|mục|chương|phần)";
const DANGLES = [
  new RegExp(`(?<!\\p{L})(?:${LINKS}|${NAMED}|(?:${KIND_NAMES}) số)$`, "iu"),
  // "một số điều" ends a title.
  /(?<!\p{L})Điều$/u,
];
const STOPPED = /[.!?…;:/”"’»)]$/;
// A line of a page that breaks in the middle of a sentence is about as long as the page is wide.
const BROKEN_LINE = 45;

/** Whether the line ends in the middle of a phrase, so that the next one begins with the rest: `… quy định tại`. */
export function dangles({ words, heading }: Pick<Line, "words" | "heading">): boolean {
  return heading === null && DANGLES.some((pattern) => pattern.test(words));
}

/** Whether the line ends where a sentence may end. */
export function isStopped(words: string): boolean {
  return STOPPED.test(words);
}

/** Whether the sentence on the line may go on in the next one. */
export function isBrokenOff(line: Line, next: Line): boolean {
  const { words, heading } = line;
  if (next.isApart || heading !== null || next.heading !== null || isCapitals(words)) return false;
  return words.length >= BROKEN_LINE && !isStopped(words);
}

const MIN_CONTENTS = 3;

/** Lines of a table of contents: dots lead to a page, or they stand among others that all come again further down. */
export function contentsLines(lines: readonly Line[], startsPart: (at: number) => boolean): ReadonlySet<number> {
  const entries = lines.map(({ words }) => readEntry(words));
  const last = new Map(entries.map(({ title }, at) => [title, at]));
  const comesAgain = (at: number) => startsPart(at) && (last.get(entries[at]?.title ?? "") ?? at) > at;
  const found = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    if (startsPart(at) && entries[at]?.hasLeader) found.add(at);
    let end = at;
    while (comesAgain(end)) end += 1;
    if (end - at >= MIN_CONTENTS) for (let line = at; line < end; line += 1) found.add(line);
    at = Math.max(at, end - 1);
  }
  return found;
}

/** The line without what may be the page behind it. By steps, since a pattern would try every dot of a long row. */
function readEntry(words: string): { title: string; hasLeader: boolean } {
  const [page = ""] = /\d{1,3}$/.exec(words.slice(-3)) ?? [];
  let end = words.length - page.length;
  while (page && end > 0 && " .…_".includes(words.charAt(end - 1))) end -= 1;
  const leader = words.slice(end, words.length - page.length);
  return {
    title: words.slice(0, leader ? end : undefined).toLowerCase(),
    hasLeader: /\.\s?\.\s?\.|…|___/.test(leader),
  };
}
