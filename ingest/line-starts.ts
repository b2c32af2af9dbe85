import { type ArticleLine, isOwnNumbering, ownArticles, unstoppedArticle } from "./articles.ts";
import { withAttachments } from "./attachments.ts";
import { contentsLines, dangles, isBrokenOff, isStopped } from "./cross-reference.ts";
import { isCapitals, type Line } from "./lines.ts";
import { begins, follows, type Marker, markerOf } from "./markers.ts";

/** What a line begins in the structure of its own text. */
export interface LineStart {
  readonly marker: Marker | null;
  /** It looks like the beginning of a part, but goes on with the line above: "… quy định tại" / "Điều 5. Sau đó …". */
  readonly goesOn: boolean;
}

// Below an item, and above the lists inside it.
const ABOUT_RANK = 7.06;
// How much speaks for "Điều 5 Trách nhiệm" without a full stop.
const UNSTOPPED = 0.3;
const OPENING_LINES = 40;
const COMMENTARY = /một số\s+điều\s+(?:của|trong|tại|theo)\s/iu;

/** Tells the parts of a text from articles that it quotes, and from references that stand at the start of a line. */
export function lineStarts(lines: readonly Line[], quoted: ReadonlySet<number>): LineStart[] {
  const found = lines.map(({ words }, at) => (quoted.has(at) ? null : markerIn(words)));
  for (const at of contentsLines(lines, (line) => (found[line]?.rank ?? 9) <= 6)) found[at] = null;
  const goesOn = new Set<number>();
  for (const [at, { heading }] of lines.entries()) {
    const before = lines[at - 1];
    // Whether an article is one, its series decides.
    if (found[at] && found[at]?.type !== "article" && heading === null && before && dangles(before)) goesOn.add(at);
  }
  for (const at of goesOn) found[at] = null;
  const markers = withAttachments(lines, found, quoted);
  const isBroken = (at: number) => {
    const [before, line] = [lines[at - 1], lines[at]];
    return before !== undefined && line !== undefined && isBrokenOff(before, line) && !markers[at - 1]?.isSection;
  };
  settleArticles(lines, markers, goesOn, isBroken);
  settleItems(lines, markers, goesOn, isBroken);
  return markers.map((marker, at) => ({ marker: goesOn.has(at) ? null : marker, goesOn: goesOn.has(at) }));
}

function markerIn(words: string): Marker | null {
  const marker = markerOf(words) ?? unstoppedArticle(words) ?? null;
  // The first cell of a table's row: "1. | Chi bộ".
  return marker && !marker.isSection && words.includes(" | ") ? null : marker;
}

/** Articles of other texts become parts "về Điều 5" of the item that speaks of them, or running text. */
function settleArticles(
  lines: readonly Line[],
  markers: (Marker | null)[],
  goesOn: Set<number>,
  isBroken: (at: number) => boolean,
): void {
  const isCommentary = COMMENTARY.test(
    lines
      .slice(0, OPENING_LINES)
      .map(({ words }) => words)
      .join(" "),
  );
  for (const candidates of articlesByText(lines, markers, isBroken)) {
    const own = ownArticles(candidates);
    const ownLines = new Set(own.map(({ at }) => at));
    const areOthers = isCommentary && !isOwnNumbering(own);
    for (const { at, marker, weight } of candidates) {
      if (ownLines.has(at)) markers[at] = areOthers ? { ...marker, label: about(marker) } : marker;
      else if (weight === UNSTOPPED) markers[at] = null;
      else if (weight < UNSTOPPED) goesOn.add(at);
      else markers[at] = { ...marker, type: "about", rank: ABOUT_RANK, label: about(marker), isSection: false };
    }
  }
}

/** Lines that look like articles, apart for each attached text. */
function articlesByText(
  lines: readonly Line[],
  markers: (Marker | null)[],
  isBroken: (at: number) => boolean,
): ArticleLine[][] {
  const texts: ArticleLine[][] = [[]];
  let item: number | null = null;
  for (const [at, marker] of markers.entries()) {
    if (!marker) continue;
    if (marker.rank < 0.9) texts.push([]);
    if (marker.isSection && marker.type !== "article") item = null;
    if (marker.type === "number" || marker.type === "decimal") item ??= at;
    if (marker.type !== "article") continue;
    // Announced by an item of a list that stands in no article: "1. Điều 3 nêu:" / "Điều 3. Nguyên tắc".
    const before = lines[at - 1]?.words ?? "";
    const isAnnounced = before.endsWith(":")
      ? !isCapitals(before)
      : markers[at - 1]?.type === "number" && !isStopped(before);
    if (item !== null && texts.at(-1)?.length === 0 && isAnnounced)
      markers[at] = { ...marker, type: "about", rank: ABOUT_RANK, label: about(marker), isSection: false };
    else texts.at(-1)?.push({ at, marker, weight: weightOf(lines, at, isBroken) });
  }
  return texts;
}

/** How much speaks for an article's heading. */
function weightOf(lines: readonly Line[], at: number, isBroken: (at: number) => boolean): number {
  const [before, line] = [lines[at - 1], lines[at]];
  if (line?.heading) return 1;
  if (before && dangles(before)) return 0;
  return isBroken(at) ? 0.1 : markerOf(line?.words ?? "") ? 1 : UNSTOPPED;
}

/** "3. " out of its series where the line above breaks off is the end of a sentence: "… theo quy định tại khoản". */
function settleItems(
  lines: readonly Line[],
  markers: (Marker | null)[],
  goesOn: Set<number>,
  isBroken: (at: number) => boolean,
): void {
  let series: Marker[] = [];
  for (const [at, marker] of markers.entries()) {
    if (!marker || marker.ordinal === null || goesOn.has(at)) continue;
    const isItem = marker.rank >= 4.8 && marker.type !== "article" && lines[at]?.heading === null;
    const isExpected = begins(marker) || series.some((before) => follows(before, marker));
    if (isItem && !isExpected && isBroken(at)) goesOn.add(at);
    // "V. Lênin"
    else if (
      marker.type === "roman" &&
      !isExpected &&
      /^[VXL]\. /.test(lines[at]?.words ?? "") &&
      !isCapitals(lines[at]?.words ?? "")
    )
      markers[at] = null;
    else series = [...series.filter(({ rank }) => rank < marker.rank), marker];
  }
}

function about({ label }: Marker): string {
  return `về ${label}`;
}
