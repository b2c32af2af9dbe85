import { matchAt } from "./patterns.ts";
import { readIssuer } from "./read-issuer.ts";
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
export function readGap(reading: Reading, from: number, to: number): Gap | undefined {
  if (to < from || to - from > FAR) return undefined;
  const direct = readWords(reading, from, to);
  if (direct.at === to) return direct.marks;
  const about = matchAt(reading.patterns.about, reading.form, direct.at);
  return about ? readTitle(reading, direct.at + about[0].length, to) : readBracket(reading, direct.at, to);
}

/** Where date, issuer, term and bracketed remarks behind a document's name end. */
export function attributesEnd(reading: Reading, from: number, limit: number): number {
  let end = from;
  for (let at = from; ; ) {
    const start = at + (matchAt(/[\s,"“”]{0,6}/y, reading.form, at)?.[0].length ?? 0);
    const next = attributeEnd(reading, start);
    if (next === undefined || next > limit) return end;
    end = next;
    at = next;
  }
}

const BRACKETED = /\([^()\n]{0,250}\)/y;

function attributeEnd({ text, folded, form, patterns }: Reading, at: number): number | undefined {
  for (const pattern of [patterns.date, patterns.term, BRACKETED]) {
    if (matchAt(pattern, form, at)) return pattern.lastIndex;
  }
  const link = matchAt(patterns.link, form, at);
  if (!link) return undefined;
  const start = at + link[0].length + (matchAt(/\s{0,3}/y, form, at + link[0].length)?.[0].length ?? 0);
  return issuersEnd(text, folded, start);
}

/** "Bộ Chính trị và Ban Bí thư". The names are read in a part of the text, so that none of them runs on too far. */
function issuersEnd(text: string, folded: string, at: number): number | undefined {
  const [part, foldedPart] = [text.slice(at, at + 120), folded.slice(at, at + 120)];
  // "của Hà Tĩnh": whose it is, without saying which body's.
  let end = readIssuer(part, foldedPart, 0)?.end ?? /^\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,3}/u.exec(part)?.[0].length;
  if (end === undefined) return undefined;
  const joint = /^\s{1,2}và\s{1,2}(?=\p{Lu})/u.exec(part.slice(end));
  if (joint) end = readIssuer(part, foldedPart, end + joint[0].length)?.end ?? end;
  return at + end;
}

interface Words {
  readonly at: number;
  readonly marks: Set<GapMark>;
}

/** Reads on word by word, as long as they are known. */
function readWords(reading: Reading, from: number, to: number): Words {
  const { form, patterns } = reading;
  const marks = new Set<GapMark>();
  let at = from;
  for (;;) {
    const gap = matchAt(/[\s,"“”]{0,8}/y, form, at)?.[0] ?? "";
    if (gap.includes(",")) marks.add("comma");
    const start = Math.min(at + gap.length, to);
    if (start === to) return { at: to, marks };
    if (marks.has("order")) return { at: start, marks };
    // Nothing but the verb, or an order, may follow "được".
    const isPassive = marks.has("passive");
    const step = (pattern: RegExp) =>
      matchAt(pattern, form, start) && pattern.lastIndex <= to ? pattern.lastIndex : undefined;
    const order = step(patterns.order);
    if (order !== undefined) {
      marks.add("order");
      return { at: leadsTo(reading, order, to) ? to : start, marks };
    }
    if (isPassive) return { at: start, marks };
    const attribute = attributeEnd(reading, start);
    const predicate = step(patterns.effect) ?? step(patterns.ended) ?? step(patterns.issued) ?? step(patterns.extent);
    const purpose = step(patterns.purpose);
    const conjunction = step(patterns.conjunction);
    const passive = step(patterns.passive);
    if (attribute !== undefined && attribute <= to) {
      marks.delete("comma");
      at = attribute;
    } else if (predicate !== undefined) {
      marks.delete("comma");
      marks.add("predicate");
      at = predicate;
    } else if (purpose !== undefined) {
      marks.add("purpose");
      at = purpose;
    } else if (conjunction !== undefined) {
      marks.add("and");
      at = conjunction;
    } else if (passive !== undefined) {
      marks.add("passive");
      at = passive;
    } else {
      const other = step(patterns.plain);
      if (other === undefined) return { at: start, marks };
      at = other;
    }
  }
}

/** From an order to the verb: who is to do it, and what comes before it is done. */
function leadsTo({ text, folded, form, patterns }: Reading, from: number, to: number): boolean {
  const start = from + (/^\s{0,3}/.exec(text.slice(from, from + 3))?.[0].length ?? 0);
  const body = start < to ? (issuersEnd(text, folded, start) ?? start) : to;
  if (Math.min(pass(form, Math.min(body, to), [patterns.preparation]), to) === to) return true;
  const words = form.slice(start, to);
  return /^[^.;:()\ue000]{0,200}$/.test(words) && patterns.prepared.test(words) && !patterns.doubtInOrder.test(words);
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
  for (const { index } of title.matchAll(patterns.resumption)) {
    const at = from + index;
    const before = form.slice(Math.max(from, at - 30), at);
    if (patterns.deniedBefore.test(before) || isVerbList(reading, from, at) || hasNewSubject(reading, from, at))
      continue;
    const isBracket = form.charAt(at) === "(";
    const { at: end, marks } = readWords(reading, isBracket ? at + 1 : at, to);
    if (end === to) return isBracket ? marks.add("bracket") : marks;
  }
  const words = form.slice(Math.max(from, to - 60), to);
  return title.includes("(") || hasNewSubject(reading, from, to) || patterns.riskAtEnd.test(words)
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
