import type { Element } from "@xmldom/xmldom";
import type { Styles } from "./docx-styles.ts";
import { isOn, numberIn, valueIn, wordAttribute, wordChild, wordChildren } from "./docx-xml.ts";

/** How the paragraphs of one level of a list are numbered. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `Điều %1.`: a number for the count of every level, from 1. */
  readonly pattern: string;
  /** What stands between the number and the words. */
  readonly suffix: string;
  /** Only levels above this one, from 1, start it anew; `null` where every level above does. */
  readonly restartsBelow: number | null;
  /** Counts of the levels above are written in digits. */
  readonly isLegal: boolean;
  /** The only style that takes its numbers from this level. */
  readonly styleId: string | undefined;
  readonly properties: Element | undefined;
}

/** A list as paragraphs name it. */
export interface List {
  readonly id: string;
  /** Lists of the same definition count on from each other. */
  readonly definition: string;
  readonly levels: readonly ListLevel[];
  /** By level: where this list counts anew the first time, and its start from then on. */
  readonly restarts: ReadonlyMap<number, number>;
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const NO_LEVEL: ListLevel = {
  start: 1,
  format: "none",
  pattern: "",
  suffix: "",
  restartsBelow: null,
  isLegal: false,
  styleId: undefined,
  properties: undefined,
};

/** Lists by their `w:numId`. */
export function readLists(root: Element | undefined, styles: Styles): ReadonlyMap<string, List> {
  const definitions = new Map(
    wordChildren(root, "abstractNum").map((definition) => [wordAttribute(definition, "abstractNumId"), definition]),
  );
  const numbers = new Map(wordChildren(root, "num").map((num) => [wordAttribute(num, "numId"), num]));

  const definitionOf = (num: Element | undefined, isLink = false): Element | undefined => {
    const definition = definitions.get(valueIn(num, "abstractNumId"));
    const link = valueIn(definition, "numStyleLink");
    if (link === undefined || isLink) return definition;
    const style = styles.ofList(link)[0]?.element;
    return definitionOf(numbers.get(valueIn(wordChild(wordChild(style, "pPr"), "numPr"), "numId")), true);
  };

  const lists = new Map<string, List>();
  for (const [id, num] of numbers) {
    const definition = definitionOf(num);
    if (id === undefined || !definition) continue;
    const overrides = wordChildren(num, "lvlOverride");
    const levelIn = (parent: Element | undefined, level: number) =>
      wordChildren(parent, "lvl").find((element) => wordAttribute(element, "ilvl") === String(level));
    const overrideOf = (level: number) => overrides.find((element) => wordAttribute(element, "ilvl") === String(level));
    lists.set(id, {
      id,
      definition: wordAttribute(definition, "abstractNumId") ?? "",
      levels: LEVELS.map((level) => {
        const element = wordChild(overrideOf(level), "lvl") ?? levelIn(definition, level);
        return element ? readLevel(element) : NO_LEVEL;
      }),
      restarts: new Map(
        LEVELS.flatMap((level) => {
          const start = numberIn(overrideOf(level), "startOverride");
          return start === undefined ? [] : [[level, start] as const];
        }),
      ),
    });
  }
  return lists;
}

function readLevel(level: Element): ListLevel {
  const format = valueIn(level, "numFmt") ?? "decimal";
  const text = valueIn(level, "lvlText") ?? "";
  return {
    start: numberIn(level, "start") ?? 0,
    format,
    pattern: format === "bullet" ? bulletOf(text, wordChild(level, "lvlPicBulletId") !== undefined) : text,
    suffix: valueIn(level, "suff") === "nothing" ? "" : " ",
    restartsBelow: numberIn(level, "lvlRestart") ?? null,
    isLegal: isOn(level, "isLgl") ?? false,
    styleId: valueIn(level, "pStyle"),
    properties: wordChild(level, "rPr"),
  };
}

/** Bullets are drawn with the signs of symbol fonts, which are other letters or none in any other font. */
function bulletOf(text: string, isPicture: boolean): string {
  if (text.trim() === "+") return "+";
  return text.trim() || isPicture ? "-" : "";
}
