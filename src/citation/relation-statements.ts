import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";
import type { RelationType } from "../core/relation.ts";
import { lastBefore } from "./in-order.ts";
import { matchAt } from "./patterns.ts";
import { readActive } from "./relation-active.ts";
import type { Actor, Clause } from "./relation-actors.ts";
import { attributesEnd } from "./relation-attributes.ts";
import { type Gap, readGap } from "./relation-gaps.ts";
import { readIssue } from "./relation-issues.ts";
import type { Item } from "./relation-items.ts";
import { readAgentBefore, readPassive } from "./relation-passive.ts";
import type { Reading } from "./relation-reading.ts";
import type { VerbPhrase } from "./relation-verbs.ts";
import { CHANGES } from "./relation-words.ts";

/** What a verb says of the documents around it. */
export interface Found {
  /** None where it says nothing that can be shown. */
  readonly types: readonly RelationType[];
  readonly from: readonly Item[];
  readonly to: readonly Item[];
  /** Whose verbs may follow behind its object: "A thay thế B và bãi bỏ C". */
  readonly subject: readonly Item[];
  /** What else shows it, before the verb. */
  readonly opening?: Span;
}

export interface Statement extends Found {
  readonly verb: VerbPhrase;
  readonly object: Actor | undefined;
  readonly evidence: Span;
}

/** Everything that the reading of one verb goes by. */
export interface Scene {
  readonly reading: Reading;
  readonly clause: Clause;
  readonly actors: readonly Actor[];
  readonly own: DocumentReference | null;
  /** What the verbs before it say. */
  readonly before: readonly Statement[];
  readonly verb: VerbPhrase;
  /** The documents before the verb, and how it stands behind them. */
  readonly left: Actor | undefined;
  readonly gap: Gap | undefined;
  /** The documents that the verb leads to. */
  readonly right: Actor | undefined;
}

/** Reads one verb of a clause; `undefined` where it has nothing to do with documents. */
export function readStatement(
  around: Pick<Scene, "reading" | "clause" | "actors" | "own" | "before">,
  verb: VerbPhrase,
): Statement | undefined {
  const { reading, actors } = around;
  const left = visibleBefore(reading, actors, verb.start);
  const gap = left && gapBehind(around, left, verb);
  const next = actors[lastBefore(actors, verb.end) + 1];
  const right = next?.reach?.verb === verb ? next : undefined;
  const scene = { ...around, verb, left, gap, right };
  const found = readIssue(scene) ?? readPassive(scene) ?? readActive(scene) ?? readAgentBefore(scene);
  if (!found) return undefined;
  const types = right && isTakenBack(scene, right) ? found.types.filter((type) => !CHANGES.has(type)) : found.types;
  const spans = [found.opening ?? verb, verb, ...found.from, ...found.to];
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return { ...found, types, verb, object: right, evidence: { start, end } };
}

/** How the verb stands behind the documents; others' verbs are theirs only where others order by them. */
function gapBehind(
  { reading, clause }: Pick<Scene, "reading" | "clause">,
  left: Actor,
  verb: VerbPhrase,
): Gap | undefined {
  const gap = readGap(reading, left, verb.start);
  if (!gap?.has("others")) return gap;
  const before = reading.form.slice(Math.max(clause.start, left.start - 40), left.start);
  return gap.has("order") && reading.patterns.orderingBefore.test(before) ? gap : undefined;
}

/** The documents before a place, but for those in brackets that are closed between. */
function visibleBefore({ form }: Reading, actors: readonly Actor[], at: number): Actor | undefined {
  const last = lastBefore(actors, at);
  for (let index = last; index >= Math.max(0, last - 8); index -= 1) {
    const actor = actors[index];
    if (!actor || at - actor.end > 600) return undefined;
    const between = form.slice(actor.end, at);
    let depth = 0;
    let isHidden = false;
    for (const mark of between) {
      if (mark === "(") depth += 1;
      if (mark === ")") depth -= 1;
      isHidden ||= depth < 0;
    }
    if (!isHidden) return actor;
  }
  return undefined;
}

/** "… là không đúng", "… hay không": what follows takes the statement back, or leaves it open. */
function isTakenBack({ reading, clause }: Scene, last: Actor): boolean {
  const { form, patterns } = reading;
  const at = attributesEnd(reading, last, clause.end);
  const space = /^[ \n]{1,3}/.exec(form.slice(at, at + 3))?.[0].length ?? 0;
  return space > 0 && at + space < clause.end && matchAt(patterns.takenBack, form, at + space) !== null;
}
