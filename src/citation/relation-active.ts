import type { RelationType } from "../core/relation.ts";
import { matchForm } from "../core/text.ts";
import { matchAt } from "./patterns.ts";
import type { Actor } from "./relation-actors.ts";
import { attributesEnd, issuersEnd } from "./relation-attributes.ts";
import {
  headOf,
  isAnchored,
  isDoubted,
  isGuideline,
  isPartBehind,
  statementOn,
  subjectsOf,
} from "./relation-context.ts";
import type { Gap } from "./relation-gaps.ts";
import type { Item } from "./relation-items.ts";
import { pass } from "./relation-reading.ts";
import type { Found, Scene } from "./relation-statements.ts";
import { typesOf } from "./relation-verbs.ts";
import { CHANGES, ENACTING, PROPOSING } from "./relation-words.ts";

/** A verb with its object behind it: "A thay thế B", "thay thế B bằng A". */
export function readActive(scene: Scene): Found | undefined {
  const { right, verb } = scene;
  if (!right?.reach || right.reach.agent !== null || verb.verbs.some(({ isEnding }) => isEnding)) return undefined;
  const types = typesOf(verb, right.reach.isPart || isPartBehind(scene, right));
  const nothing = { types: [], from: [], to: right.items, subject: [] };
  return (
    readSubject(scene, right, types) ??
    readInstrument(scene, right, types) ??
    readHeadless(scene, right, types) ??
    nothing
  );
}

function readSubject(scene: Scene, right: Actor, types: readonly RelationType[]): Found | undefined {
  const { left, gap, verb } = scene;
  if (!left || !gap || gap.has("passive")) return undefined;
  const to = right.items;
  const isReplacing = verb.verbs.some(({ type }) => type === "replaces");
  const isChange = isReplacing || types.some((type) => CHANGES.has(type));
  const nothing = { types: [], from: [], to, subject: [] };
  if (isDoubted(scene, left.start, isChange)) return nothing;
  if (gap.has("order") && (isChange || !gap.has("title"))) {
    const from = left.items.slice(-1).filter((item) => !kindsOf(item).some((kind) => PROPOSING.has(kind)));
    // "về xây dựng, thay thế" is a list of tasks.
    const isOrder = isReplacing && !right.reach?.isPart && !(gap.has("title") && gap.has("comma"));
    return isOrder ? { types: ["orders-replacement"], from, to, subject: [] } : nothing;
  }
  const from = subjectOf(scene, left, gap, { right, types });
  const said = gap.has("run-on") ? types.filter((type) => type === "replaces") : types;
  return { types: said, from, to, subject: from };
}

/** Whose the verb is; none where it could be more than one document's. */
function subjectOf(
  scene: Scene,
  left: Actor,
  gap: Gap,
  { right, types }: { right: Actor; types: readonly RelationType[] },
): readonly Item[] {
  const isChange = types.some((type) => CHANGES.has(type));
  if (gap.has("title")) return left.items.slice(-1).filter((item) => !isChange || mayEnact(item, right));
  const prior = statementOn(scene.before, left);
  if (gap.has("run-on")) return prior ? [] : left.items.slice(-1);
  if (gap.has("bracket")) return prior?.subject.length ? ofKind(prior.subject, left, right) : left.items.slice(-1);
  const isIssued = prior?.verb.verbs.every(({ type }) => type === "issues") ?? false;
  const anchored = isAnchored(scene, left) ? subjectsOf(scene, left) : [];
  if (gap.has("purpose")) return prior && !isIssued ? prior.subject : anchored;
  if (gap.has("predicate")) return prior?.subject.length ? [] : subjectsOf(scene, left);
  if (gap.has("and")) return prior ? prior.subject : anchored;
  if (!gap.has("comma")) return left.isClosed && isGuideline(scene, left) ? [] : subjectsOf(scene, left);
  if (!isChange) return [];
  if (!prior) return anchored;
  if (prior.subject.length === 0) return isIssued ? left.items.slice(-1) : [];
  return ofKind(prior.subject, left, right);
}

/** "A hướng dẫn B, thay thế C": what is replaced is of the kind of what replaces it. */
function ofKind(subject: readonly Item[], left: Actor, right: Actor): readonly Item[] {
  const [isSubject, isObject] = [areOfKind(subject, right), areOfKind(left.items, right)];
  if (isSubject === isObject) return [];
  return isSubject ? subject : left.items.slice(-1);
}

/** A title that speaks of changing a document is of one that does it, not of one that asks for it. */
function mayEnact(item: Item, right: Actor): boolean {
  return kindsOf(item).every((kind) => ENACTING.has(kind)) || areOfKind([item], right);
}

function areOfKind(items: readonly Item[], right: Actor): boolean {
  const kinds = new Set(right.items.flatMap(kindsOf));
  return items.flatMap(kindsOf).every((kind) => kinds.has(kind));
}

function kindsOf({ ends }: Item): (string | null)[] {
  return ends.map(({ reference }) => reference.kind);
}

/** "Ban Tổ chức Trung ương hướng dẫn thực hiện B bằng A". */
function readInstrument(scene: Scene, right: Actor, types: readonly RelationType[]): Found | undefined {
  const { actors, reading, verb } = scene;
  const { form, patterns } = reading;
  const tool = actors[actors.indexOf(right) + 1];
  if (!tool || right.items.length === 0) return undefined;
  const at = attributesEnd(reading, right, tool.start);
  const by = at + (/^[\s,]{1,3}/.exec(form.slice(at, at + 3))?.[0].length ?? 0);
  if (
    !matchAt(patterns.instrument, form, by) ||
    pass(form, patterns.instrument.lastIndex, [patterns.whole]) !== tool.start
  )
    return undefined;
  if (isDoubted(scene, verb.start, true) || !isBodys(scene)) return undefined;
  return { types, from: tool.isClosed ? tool.items : tool.items.slice(0, 1), to: right.items, subject: [] };
}

/** Whether a body and nothing else stands before the verb: without one it may be a task, and other words may deny it. */
function isBodys({ reading, clause, verb }: Scene): boolean {
  const { text, folded, form, patterns } = reading;
  const start = pass(form, headOf({ reading, clause }).at, [patterns.date, patterns.opener]);
  const end = start < verb.start ? (issuersEnd(text, folded, start) ?? start) : start;
  return start < verb.start && pass(form, Math.min(end, verb.start), [patterns.plain]) >= verb.start;
}

const IN_FORCE = /này\s+có\s+hiệu\s+lực|hiệu\s+lực\s+thi\s+hành|điều\s+khoản\s+thi\s+hành/;

/** "Thay thế Quy định số 66-QĐ/TW" in an article of the document that does it. */
function readHeadless(scene: Scene, right: Actor, types: readonly RelationType[]): Found | undefined {
  const { own, reading, verb, clause } = scene;
  if (!own || types.some((type) => !CHANGES.has(type))) return undefined;
  const head = headOf(scene);
  if (head.at !== verb.start) return undefined;
  const before = matchForm(reading.text.slice(Math.max(0, clause.start - 300), clause.start));
  if (!head.isArticle && !IN_FORCE.test(before)) return undefined;
  const self = { start: verb.start, end: verb.start, said: verb.start, ends: [{ reference: own, span: null }] };
  return { types, from: [self], to: right.items, subject: [self] };
}
