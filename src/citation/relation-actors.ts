import type { Span } from "../core/passage.ts";
import { firstFrom, lastBefore, within } from "./in-order.ts";
import { matchAt } from "./patterns.ts";
import { attributesEnd } from "./relation-attributes.ts";
import { readGap } from "./relation-gaps.ts";
import type { Item } from "./relation-items.ts";
import { pass, type Reading } from "./relation-reading.ts";
import type { VerbPhrase } from "./relation-verbs.ts";

/** Documents that stand together as a subject or an object. */
export interface Actor extends Span {
  readonly items: readonly Item[];
  /** As that of its last document. */
  readonly said: number;
  /** Whether the list ends with "và", so that its first document belongs to it as much as its last. */
  readonly isClosed: boolean;
  /** How a verb before it leads to it, if one does. */
  readonly reach: Reach | undefined;
}

export interface Reach {
  readonly verb: VerbPhrase;
  /** Only a part of the document is meant. */
  readonly isPart: boolean;
  /** That it is not the object, but does it: "bởi", "tại", "kể từ ngày". */
  readonly agent: "by" | "at" | "under" | "since" | null;
}

/** A part of a text, with what was found in it. */
export interface Clause extends Span {
  readonly items: readonly Item[];
  readonly verbs: readonly VerbPhrase[];
}

// A list that is longer says the same of each of its documents, and more than anyone reads.
const LONGEST_LIST = 40;

/** The documents of the clause, put together where they stand as a list. */
export function actorsOf(reading: Reading, clause: Clause): Actor[] {
  const groups: { items: [Item, ...Item[]]; isClosed: boolean; reach: Reach | undefined }[] = [];
  clause.items.forEach((item, at) => {
    const before = clause.items[at - 1];
    const group = groups.at(-1);
    const joint = before && jointOf(reading, before, item.start, clause.verbs);
    if (!group || !joint || group.items.length >= LONGEST_LIST) {
      groups.push({ items: [item], isClosed: true, reach: reachOf(reading, clause.verbs, item.start) });
    } else if (group.reach && hasOwnVerb(reading, clause, at)) {
      // "A thay thế B, C và D thay thế E": C is the second verb's as well as it could be the first one's.
      const [next = item, ...others] = [...group.items.splice(1), item];
      groups.push({ items: [next, ...others], isClosed: joint === "and", reach: undefined });
    } else {
      group.items.push(item);
      group.isClosed = joint === "and";
    }
  });
  return groups.map(({ items, isClosed, reach }) => {
    const [first, ...others] = items;
    const last = others.at(-1);
    const isCut = reach !== undefined && last !== undefined && !endsHere(reading, clause, last);
    const end = isCut ? first : (last ?? first);
    const kept = isCut ? [first] : items;
    return { items: kept, isClosed: isClosed || isCut, reach, start: first.start, end: end.end, said: end.said };
  });
}

/** How two names are joined: by "và", or by a comma alone; date, issuer and title may stand between. */
function jointOf(
  reading: Reading,
  before: Item,
  to: number,
  verbs: readonly VerbPhrase[],
): "and" | "comma" | undefined {
  if (to - before.end > 450) return undefined;
  const { form, patterns } = reading;
  const at = attributesEnd(reading, before, to);
  const joint = matchAt(patterns.joint, form, at);
  if (joint && at + joint[0].length === to) return patterns.and.test(joint[0]) ? "and" : "comma";
  const between = form.slice(at, to);
  const tail = patterns.jointAtEnd.exec(between);
  const start = at + (/^[\s,"“]{0,6}/.exec(between)?.[0].length ?? 0);
  if (!tail || !matchAt(patterns.about, form, start) || /[;:()\n]/.test(between)) return undefined;
  if (within(verbs, { start: at, end: to }).length > 0) return undefined;
  return patterns.and.test(tail[0]) ? "and" : "comma";
}

/** Whether the item is the subject of the verb behind it. */
function hasOwnVerb(reading: Reading, { items, verbs }: Clause, at: number): boolean {
  const item = items[at];
  if (!item) return false;
  const next = items[at + 1]?.start ?? Number.POSITIVE_INFINITY;
  const verb = verbs[firstFrom(verbs, item.end)];
  const gap = verb && verb.start < next ? readGap(reading, item, verb.start) : undefined;
  return gap !== undefined && !(["comma", "and", "bracket", "title", "purpose"] as const).some((mark) => gap.has(mark));
}

/** Whether a list can end here: another subject's words do not follow. */
function endsHere(reading: Reading, clause: Clause, last: Item): boolean {
  const at = attributesEnd(reading, last, clause.end);
  return at >= clause.end || matchAt(reading.patterns.listEnd, reading.form, at) !== null;
}

function reachOf({ form, patterns }: Reading, verbs: readonly VerbPhrase[], to: number): Reach | undefined {
  const verb = verbs[lastBefore(verbs, to)];
  if (!verb || to - verb.end > 200 || /^\s*,/.test(form.slice(verb.end, verb.end + 4))) return undefined;
  let isPart = false;
  const objects = [patterns.whole, patterns.part, patterns.pinpoint];
  const see = (pattern: RegExp) => {
    isPart ||= pattern !== patterns.whole;
  };
  const at = pass(form, verb.end, objects, see);
  if (at >= to) return { verb, isPart, agent: null };
  const agent = agentAt({ form, patterns }, at);
  return agent && pass(form, agent.end, [patterns.whole]) === to ? { verb, isPart, agent: agent.type } : undefined;
}

function agentAt({ form, patterns }: Pick<Reading, "form" | "patterns">, at: number) {
  const kinds = [
    ["since", patterns.since],
    ["by", patterns.agent],
    ["at", patterns.agentOfPlace],
    ["under", patterns.agentOfRule],
  ] as const;
  for (const [type, pattern] of kinds) {
    if (matchAt(pattern, form, at)) return { type, end: pattern.lastIndex };
  }
  return undefined;
}
