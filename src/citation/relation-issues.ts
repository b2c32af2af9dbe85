import type { Actor } from "./relation-actors.ts";
import { attributesEnd } from "./relation-attributes.ts";
import { headOf, isDoubted, statementOn } from "./relation-context.ts";
import { pass } from "./relation-reading.ts";
import type { Found, Scene } from "./relation-statements.ts";
import { CARRIERS } from "./relation-words.ts";

/** "Quy chế số 7 ban hành kèm theo Quyết định số 5", and "Thực hiện A, Bộ Chính trị ban hành B". */
export function readIssue(scene: Scene): Found | undefined {
  const { verb, left, gap, right } = scene;
  if (!verb.verbs.every(({ type }) => type === "issues")) return undefined;
  if (!left || !right?.reach) return undefined;
  const nothing = { types: [], from: [], to: right.items, subject: [] };
  if (!gap || isDoubted(scene, left.start, true)) return readPurpose(scene, left, right) ?? nothing;
  const [leftCarries, rightCarries] = [carries(left), carries(right)];
  const [before, behind] = [left.items.slice(-1), right.items];
  const isAttached = verb.verbs.some(({ said }) => said.includes("kem"));
  const isPassive = gap.has("passive") && right.reach.agent !== null;
  const isOf = { types: ["issues"] as const };
  if (right.reach.agent === "since") return undefined;
  if (isAttached || isPassive) {
    if (rightCarries) return { ...isOf, from: behind, to: before, subject: [] };
    return isAttached && leftCarries ? { ...isOf, from: before, to: behind, subject: before } : undefined;
  }
  if (gap.has("comma") || gap.has("and") || gap.has("passive") || gap.has("order") || right.reach.agent)
    return readPurpose(scene, left, right) ?? nothing;
  return leftCarries && !rightCarries ? { ...isOf, from: before, to: behind, subject: before } : nothing;
}

function carries({ items }: Actor): boolean {
  return items.every(({ ends }) => ends.length > 0 && ends.every(({ reference }) => CARRIERS.has(reference.kind)));
}

/** What a body issues "để thực hiện" a document that the sentence begins with. */
function readPurpose(scene: Scene, left: Actor, right: Actor): Found | undefined {
  const { before, reading, verb } = scene;
  const { form, patterns, text } = reading;
  const prior = statementOn(before, left);
  if (
    right.reach?.agent !== null ||
    !prior?.verb.verbs.some(({ type }) => type === "implements") ||
    prior.from.length > 0
  )
    return undefined;
  if (pass(form, headOf(scene).at, [patterns.purpose, patterns.opener]) < prior.verb.start) return undefined;
  const at = attributesEnd(reading, left, verb.start);
  const between = form.slice(at, verb.start);
  const title = /^[\s"“]{1,3}(?:về|ve)\s[^,;:()]{3,250}(?=,)/.exec(between)?.[0].length ?? 0;
  const clause = between.slice(title);
  const body = /^[”"]?,\s{1,3}(?=\S)/.exec(clause);
  if (!body || clause.length > 200 || /[;:()\ue000]/.test(clause) || patterns.doubt.test(clause)) return undefined;
  const start = at + title + body[0].length;
  if (!/^\p{Lu}/u.test(text.slice(start, start + 2)) && !/^(?:đã|da)\s/.test(form.slice(start, start + 4)))
    return undefined;
  return { types: ["implements"], from: right.items, to: prior.to, subject: [], opening: prior.verb };
}
