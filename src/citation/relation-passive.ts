import type { RelationType } from "../core/relation.ts";
import { matchAt } from "./patterns.ts";
import type { Actor } from "./relation-actors.ts";
import { attributesEnd } from "./relation-attributes.ts";
import { isAnchored, isDoubted, isPartNamed, statementOn, subjectsOf } from "./relation-context.ts";
import { readGap } from "./relation-gaps.ts";
import type { Item } from "./relation-items.ts";
import { pass } from "./relation-reading.ts";
import type { Found, Scene } from "./relation-statements.ts";
import { typesOf } from "./relation-verbs.ts";
import { CHANGES } from "./relation-words.ts";

/** A verb with its object before it: "B được thay thế bằng A", "B hết hiệu lực kể từ ngày A có hiệu lực". */
export function readPassive(scene: Scene): Found | undefined {
  const { left, gap, right, verb } = scene;
  if (!left || !gap) return undefined;
  const isEnding = verb.verbs.some((each) => each.isEnding);
  const agent = right?.reach?.agent;
  const isPassive = gap.has("passive") || agent === "by" || isEnding;
  if (!isPassive || (gap.has("order") && !gap.has("passive"))) return undefined;
  const types = saidOf(scene, right?.reach?.isPart === true || isPartNamed(scene, left));
  const to = objectsOf(scene, left);
  const isChange = types.some((type) => CHANGES.has(type));
  if (!right || !agent || agent === "since") return readSince(scene, left, { types, to });
  const isFitting = agent === "by" || (gap.has("passive") && (agent === "at" || isChange));
  if (!isFitting || isDoubted(scene, left.start, isChange)) return undefined;
  return { types, from: right.items, to, subject: [] };
}

/** "B được A thay thế", "B, là văn bản mà A hướng dẫn". */
export function readAgentBefore(scene: Scene): Found | undefined {
  const { left, gap, right, verb, reading, actors, clause } = scene;
  if (!left || !gap || right) return undefined;
  if ((["comma", "and", "bracket", "title", "run-on", "passive", "predicate"] as const).some((mark) => gap.has(mark)))
    return undefined;
  const ends = pass(reading.form, verb.end, []);
  if (ends < clause.end && !matchAt(reading.patterns.listEnd, reading.form, verb.end)) return undefined;
  const object = actors[actors.indexOf(left) - 1];
  if (!object || left.start - object.end > 400) return undefined;
  const at = attributesEnd(reading, object, left.start);
  const isRelative =
    matchAt(reading.patterns.relative, reading.form, at) && reading.patterns.relative.lastIndex === left.start;
  if (!isRelative && !readGap(reading, object, left.start)?.has("passive")) return undefined;
  const types = saidOf(scene, isPartNamed(scene, object));
  const isChange = types.some((type) => CHANGES.has(type));
  if (isDoubted(scene, object.start, isChange)) return undefined;
  return { types, from: left.items.slice(-1), to: object.items.slice(isRelative ? -1 : 0), subject: [] };
}

function saidOf({ verb, gap }: Scene, isPart: boolean): RelationType[] {
  if (!gap?.has("order")) return typesOf(verb, isPart);
  return !isPart && verb.verbs.some(({ type }) => type === "replaces") ? ["orders-replacement"] : [];
}

/** What "được" is said of: the documents before it, or those that the sentence is about. */
function objectsOf(scene: Scene, left: Actor): readonly Item[] {
  const { gap, before } = scene;
  const prior = statementOn(before, left);
  const isCoordinated = (gap?.has("and") || gap?.has("comma")) && !gap.has("predicate") && !gap.has("bracket");
  if (!gap || !isCoordinated) return subjectsOf(scene, left);
  if (prior) return gap.has("and") ? prior.subject : [];
  return gap.has("comma") || isAnchored(scene, left) ? subjectsOf(scene, left) : [];
}

/** The document that ends another one by coming into force, behind the verb or before the other. */
function readSince(
  scene: Scene,
  left: Actor,
  { types, to }: { types: readonly RelationType[]; to: readonly Item[] },
): Found | undefined {
  const { right, reading, actors, clause } = scene;
  const { form, patterns } = reading;
  if (!types.includes("repeals")) return undefined;
  const comesIntoForce = (actor: Actor) => {
    const at = attributesEnd(reading, actor, clause.end);
    const start = at + (/^\s{1,3}/.exec(form.slice(at, at + 3))?.[0].length ?? 0);
    return [patterns.effect, patterns.issued, patterns.signed].find((pattern) => matchAt(pattern, form, start))
      ?.lastIndex;
  };
  if (right) {
    if (comesIntoForce(right) === undefined || isDoubted(scene, left.start, true)) return undefined;
    return { types: ["repeals"], from: right.items, to, subject: [] };
  }
  const front = actors[actors.indexOf(left) - 1];
  const end = front && comesIntoForce(front);
  if (!front || end === undefined || pass(form, end, [patterns.signed, patterns.whole]) !== left.start)
    return undefined;
  const before = form.slice(Math.max(clause.start, front.start - 300), front.start);
  const since = patterns.sinceBefore.exec(before);
  if (!since || patterns.doubt.test(before.slice(0, since.index))) return undefined;
  return { types: ["repeals"], from: front.items, to, subject: [] };
}
