import { matchAt } from "./patterns.ts";
import { attributeEnd, issuersEnd, type Named, startsOf } from "./relation-attributes.ts";
import { pass, type Reading } from "./relation-reading.ts";

/** How a document's verb stands behind it. */
export type GapMark =
  /** "được", "bị" right before the verb. */
  | "passive"
  /** "để", "nhằm". */
  | "purpose"
  /** "và" before the verb, with nothing said between the two. */
  | "and"
  /** A comma, likewise. */
  | "comma"
  /** It has another verb first: "có hiệu lực từ ngày ký và". */
  | "predicate"
  /** It has others do it. */
  | "order"
  /** Others are named behind it, who go by it. */
  | "others"
  /** The verb is in brackets behind it. */
  | "bracket"
  /** The verb opens its title. */
  | "title"
  /** Its title stands between, with nothing to show where that ends. */
  | "run-on";

export type Gap = ReadonlySet<GapMark>;

/** Longer than date, issuer and title together. */
const FAR = 450;

/**
 * How the words from a document's name on lead to the verb at `to`: only if each of them is known, and none denies or
 * postpones what the verb says; else `undefined`.
 */
export function readGap(reading: Reading, named: Named, to: number): Gap | undefined {
  if (to < named.end || to - named.end > FAR) return undefined;
  const [direct] = startsOf(named, to)
    .map((from) => readWords(reading, from, to))
    .sort((a, b) => b.at - a.at);
  if (!direct) return undefined;
  if (direct.at === to) return direct.marks;
  const about = matchAt(reading.patterns.about, reading.form, direct.at);
  return about ? readTitle(reading, direct.at + about[0].length, to) : readBracket(reading, direct.at, to);
}

interface Words {
  readonly at: number;
  readonly marks: Set<GapMark>;
}

/** Reads on word by word, as long as they are known. */
function readWords(reading: Reading, from: number, to: number): Words {
  const { text, folded, form, patterns } = reading;
  const marks = new Set<GapMark>();
  for (let at = from; ; ) {
    const gap = matchAt(/[\s,"“”]{0,8}/y, form, at)?.[0] ?? "";
    if (gap.includes(",")) marks.add("comma");
    const start = Math.min(at + gap.length, to);
    if (start === to) return { at: to, marks };
    const order = stepOver(reading, start, to, [patterns.order]);
    const duty = marks.has("comma") ? stepOver(reading, start, to, [patterns.duty]) : undefined;
    if (order === undefined && duty !== undefined) marks.add("others");
    if (order !== undefined || duty !== undefined) {
      marks.add("order");
      return { at: leadsTo(reading, order ?? duty ?? start, to) ? to : start, marks };
    }
    // Nothing but the verb, or an order, may follow "được".
    if (marks.has("passive")) return { at: start, marks };
    const next = readWord(reading, start, to, marks);
    // "Tại Kết luận 229, Bộ Chính trị yêu cầu": whose order it is, if it is one.
    const other = next ?? (marks.has("comma") ? issuersEnd(text, folded, start) : undefined);
    if (other === undefined || other > to) return { at: start, marks };
    if (next === undefined) marks.add("others");
    at = other;
  }
}

function readWord(reading: Reading, at: number, to: number, marks: Set<GapMark>): number | undefined {
  const { patterns } = reading;
  const attribute = attributeEnd(reading, at);
  if (attribute !== undefined && attribute <= to) {
    marks.delete("comma");
    return attribute;
  }
  const predicate = stepOver(reading, at, to, [patterns.effect, patterns.ended, patterns.issued, patterns.extent]);
  if (predicate !== undefined) {
    marks.delete("comma");
    marks.add("predicate");
    return predicate;
  }
  for (const mark of ["purpose", "conjunction", "passive"] as const) {
    const end = stepOver(reading, at, to, [patterns[mark]]);
    if (end === undefined) continue;
    marks.add(mark === "conjunction" ? "and" : mark);
    return end;
  }
  return stepOver(reading, at, to, [patterns.plain]);
}

/** Where the first pattern that fits ends, if that is before `to`. */
function stepOver({ form }: Reading, at: number, to: number, patterns: readonly RegExp[]): number | undefined {
  return patterns.find((pattern) => matchAt(pattern, form, at) && pattern.lastIndex <= to)?.lastIndex;
}

/** From an order to the verb: who is to do it, and what comes before it is done. */
function leadsTo({ text, folded, form, patterns }: Reading, from: number, to: number): boolean {
  const start = from + (/^\s{0,3}/.exec(text.slice(from, from + 3))?.[0].length ?? 0);
  const body = start < to ? (issuersEnd(text, folded, start) ?? start) : to;
  if (Math.min(pass(form, Math.min(body, to), [patterns.preparation]), to) === to) return true;
  const words = form.slice(start, to);
  return (
    /^[^.;:()\ue000]{0,200}$/.test(words) && patterns.preparationBefore.test(words) && !patterns.orderDoubt.test(words)
  );
}

/** From the words behind "về" to the verb. */
function readTitle(reading: Reading, from: number, to: number): Gap | undefined {
  const { form, patterns } = reading;
  let isEarly = false;
  const openingEnd = pass(form, from, [patterns.titleOpening, patterns.preparation], (pattern) => {
    if (pattern === patterns.preparation && pattern.lastIndex <= to) isEarly = true;
  });
  if (openingEnd >= to) {
    const isListed = /,\s*$/.test(form.slice(from, to));
    return new Set<GapMark>(["title", ...(isEarly ? ["order" as const] : []), ...(isListed ? ["comma" as const] : [])]);
  }
  const title = form.slice(from, to);
  if (/[;:]/.test(title)) return undefined;
  for (const { index } of title.matchAll(patterns.resumptions)) {
    const at = from + index;
    const before = form.slice(Math.max(from, at - 30), at);
    if (patterns.deniedBefore.test(before) || isVerbList(reading, from, at) || hasNewSubject(reading, from, at))
      continue;
    const isBracket = form.charAt(at) === "(";
    const { at: end, marks } = readWords(reading, isBracket ? at + 1 : at, to);
    if (end === to) return isBracket ? marks.add("bracket") : marks;
  }
  const words = form.slice(Math.max(from, to - 60), to);
  return title.includes("(") || hasNewSubject(reading, from, to) || patterns.riskBefore.test(words)
    ? undefined
    : new Set<GapMark>(["run-on"]);
}

/** "về nơi cư trú, Bộ Chính trị đã": what follows a comma in capitals, or goes on in its own right, is someone else. */
function hasNewSubject({ text, form, patterns }: Reading, from: number, at: number): boolean {
  const comma = text.lastIndexOf(",", at - 1);
  if (comma < from || /[,("”)]/.test(form.charAt(at))) return false;
  return /^,\s*\p{Lu}/u.test(text.slice(comma, comma + 6)) || matchAt(patterns.nearResumption, form, at) !== null;
}

/** "về xây dựng, thay thế": what is said of the verb before the comma is said of the one behind it. */
function isVerbList({ form, patterns }: Reading, from: number, at: number): boolean {
  if (form.charAt(at) !== ",") return false;
  const start = Math.max(from, form.lastIndexOf(",", at - 1) + 1);
  return pass(form, start, [patterns.titleOpening, patterns.preparation, patterns.doing]) >= at;
}

/** The verb stands in brackets behind a title without "về". */
function readBracket(reading: Reading, from: number, to: number): Gap | undefined {
  const { form } = reading;
  const open = form.lastIndexOf("(", to);
  if (open < from || /[;:()]/.test(form.slice(from, open))) return undefined;
  const { at, marks } = readWords(reading, open + 1, to);
  return at === to ? marks.add("bracket") : undefined;
}
