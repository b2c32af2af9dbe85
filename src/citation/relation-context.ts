import { matchAt } from "./patterns.ts";
import type { Actor } from "./relation-actors.ts";
import { attributesEnd } from "./relation-attributes.ts";
import type { Item } from "./relation-items.ts";
import { pass } from "./relation-reading.ts";
import type { Scene, Statement } from "./relation-statements.ts";

type Around = Pick<Scene, "reading" | "clause">;

/** Whether words before a statement deny it, postpone it, or make it what someone only thinks of. */
export function isDoubted({ reading, clause }: Around, at: number, isChange: boolean): boolean {
  const { form, patterns } = reading;
  const before = form.slice(Math.max(clause.start, at - 300), at);
  if (patterns.doubt.test(before) || patterns.viewBefore.test(before)) return true;
  const { draft, draftBefore, orderBefore } = patterns;
  return isChange && [draft, draftBefore, orderBefore].some((pattern) => pattern.test(before));
}

const MARKER = /\s{0,3}(?:[-–—•+*]\s{0,3})?(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[ivxlc]{1,5})[.)]\s{0,3})?/y;
const ARTICLE = /(?:điều|dieu)\s{1,3}\d{1,3}[a-zđ]?[.:]\s{0,3}/y;

/** Where a clause begins, behind the marker of an item and the name of an article. */
export function headOf({ reading: { form }, clause }: Around): { readonly at: number; readonly isArticle: boolean } {
  const marked = clause.start + (matchAt(MARKER, form, clause.start)?.[0].length ?? 0);
  const article = matchAt(ARTICLE, form, marked);
  return { at: marked + (article?.[0].length ?? 0), isArticle: article !== null };
}

/** Whether documents are what the clause is about, or what it says is issued: others are only mentioned. */
export function isAnchored(around: Around, { start }: Actor): boolean {
  const { form, patterns } = around.reading;
  const { at } = headOf(around);
  if (at >= start || pass(form, at, [patterns.date, patterns.opener]) >= start) return true;
  return patterns.issuingBefore.test(form.slice(Math.max(around.clause.start, start - 40), start));
}

/** Whether documents are only what someone goes by: "căn cứ Quy định 66". */
export function isGuideline({ reading, clause }: Around, { start }: Actor): boolean {
  return reading.patterns.guidingBefore.test(reading.form.slice(Math.max(clause.start, start - 40), start));
}

/** Of a list, the documents that a verb behind it is about: all of them, or the last one. */
export function subjectsOf(around: Around & Pick<Scene, "gap">, actor: Actor): readonly Item[] {
  const { gap } = around;
  const isOfLast = gap?.has("bracket") || gap?.has("title") || gap?.has("run-on");
  const isOfAll = !isOfLast && actor.isClosed && (gap?.has("purpose") || isAnchored(around, actor));
  return isOfAll ? actor.items : actor.items.slice(-1);
}

// What stands as many verbs back is out of reach anyway.
const RECENT = 30;

/** The statement whose object the documents are, if any. */
export function statementOn(before: readonly Statement[], actor: Actor): Statement | undefined {
  return before.slice(-RECENT).findLast(({ object }) => object === actor);
}

/** Whether only a part of the documents is named: "Điều 5 Quy định 66". */
export function isPartNamed({ reading, clause }: Around, { start }: Actor): boolean {
  return reading.patterns.partBefore.test(reading.form.slice(Math.max(clause.start, start - 120), start));
}

/** Likewise behind them: "Quy định 66 ở phần phụ lục". */
export function isPartBehind({ reading, clause }: Around, actor: Actor): boolean {
  const at = attributesEnd(reading, actor, clause.end);
  const space = matchAt(/[\s,(]{1,4}/y, reading.form, at)?.[0].length ?? 0;
  return matchAt(reading.patterns.partBehind, reading.form, at + space) !== null;
}
