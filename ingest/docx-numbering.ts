import type { Element } from "@xmldom/xmldom";
import { type List, type ListLevel, readLists } from "./docx-lists.ts";
import { formatNumber } from "./docx-number-format.ts";
import { isSet, type Styles } from "./docx-styles.ts";
import {
  createLike,
  createRun,
  elementsInside,
  isWord,
  numberIn,
  valueIn,
  wordChild,
  wordChildren,
} from "./docx-xml.ts";

/** Puts the numbers that Word generates in front of the words of a story's paragraphs; every story counts anew. */
export type WriteNumbers = (story: readonly Element[]) => void;

/** A list's counts by level, `undefined` where a level begins with its start value next. */
type Counts = (number | undefined)[];

/** `undefined` for a document without lists. */
export function createNumbering(root: Element | undefined, styles: Styles): WriteNumbers {
  const lists = readLists(root, styles);
  return (story) => {
    const counts = new Map<string, Counts>();
    const restarted = new Set<string>();
    for (const paragraph of story) {
      const item = itemOf(paragraph, lists, styles);
      if (!item) continue;
      const counted = counts.get(item.list.definition) ?? [];
      counts.set(item.list.definition, counted);
      count(item.list, item.level, counted, restarted);
      const label = labelOf(item.list, item.level, counted);
      const level = item.list.levels[item.level];
      if (level && label.trim()) write(paragraph, label, level, styles);
    }
  };
}

/** The list and level of a paragraph: its own, else those of its style. */
function itemOf(
  paragraph: Element,
  lists: ReadonlyMap<string, List>,
  styles: Styles,
): { list: List; level: number } | undefined {
  const own = wordChild(wordChild(paragraph, "pPr"), "numPr");
  const chain = styles.ofParagraph(paragraph);
  const fromStyles = chain.flatMap(({ element }) => wordChild(wordChild(element, "pPr"), "numPr") ?? []);
  const ownId = valueIn(own, "numId");
  const list = lists.get(ownId ?? firstOf(fromStyles, (numPr) => valueIn(numPr, "numId")) ?? "");
  if (!list) return undefined;
  const ownLevel = numberIn(own, "ilvl");
  if (ownId !== undefined || ownLevel !== undefined) return { list, level: ownLevel ?? 0 };
  const linked = list.levels.findIndex(({ styleId }) => styleId !== undefined && styleId === chain[0]?.id);
  const level = linked === -1 ? (firstOf(fromStyles, (numPr) => numberIn(numPr, "ilvl")) ?? 0) : linked;
  // A style does not inherit the numbers of a level that is linked to the style it is based on.
  const isAnothers = linked === -1 && list.levels[level]?.styleId !== undefined;
  return isAnothers ? undefined : { list, level };
}

function count(list: List, level: number, counts: Counts, restarted: Set<string>): void {
  // A level that is skipped counts as begun.
  for (let above = 0; above < level; above += 1) counts[above] ??= list.levels[above]?.start ?? 1;
  const key = `${list.id} ${level}`;
  const isRestart = list.restarts.has(level) && !restarted.has(key);
  restarted.add(key);
  const last = counts[level];
  const start = list.restarts.get(level) ?? list.levels[level]?.start ?? 1;
  counts[level] = last === undefined || isRestart ? start : last + 1;
  for (const [below, { restartsBelow }] of list.levels.entries())
    if (below > level && (restartsBelow === null || level < restartsBelow)) counts[below] = undefined;
}

function labelOf(list: List, level: number, counts: Counts): string {
  const own = list.levels[level];
  if (!own) return "";
  return own.pattern.replace(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1;
    const value = at <= level ? counts[at] : undefined;
    const format = own.isLegal && at < level ? "decimal" : (list.levels[at]?.format ?? "decimal");
    return value === undefined ? "" : formatNumber(value, format);
  });
}

/** The number looks as its level says, and else like the mark at the end of the paragraph. */
function write(paragraph: Element, label: string, level: ListLevel, styles: Styles): void {
  const look = [...(level.properties ? [level.properties] : []), ...styles.ofMark(paragraph)];
  if (isSet(look, "vanish") || (level.format === "bullet" && isEmpty(paragraph))) return;
  const properties = wordChild(paragraph, "pPr");
  const own = [level.properties, wordChild(properties, "rPr")].flatMap((element) => wordChildren(element));
  const run = createRun(paragraph, label + level.suffix);
  run.insertBefore(createLike(paragraph, "rPr", ...own.map((property) => property.cloneNode(true))), run.firstChild);
  paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild);
}

/** Nothing is printed in it but its number. */
function isEmpty(paragraph: Element): boolean {
  return !elementsInside(paragraph).some(
    (element) => isWord(element, "sym") || (isWord(element, "t") && hasWords(element)),
  );
}

function hasWords({ textContent }: Element): boolean {
  return (textContent ?? "").trim() !== "";
}

function firstOf<T>(elements: readonly Element[], read: (element: Element) => T | undefined): T | undefined {
  return elements.map(read).find((value) => value !== undefined);
}
