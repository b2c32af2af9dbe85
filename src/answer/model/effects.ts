import { findReferences } from "../../citation/find.ts";
import { findRelations } from "../../citation/relations.ts";
import { agrees, type DocumentReference, ownReference } from "../../core/reference.ts";
import { matchForm } from "../../core/text.ts";
import type { VerifiedQuote } from "../verify.ts";

// What makes or ends a document's validity, as it is said in a sentence and must be said in its quotes.
const EFFECTS: readonly (readonly [said: RegExp, quoted: RegExp])[] = [
  [/(?:bãi|hủy) bỏ|repeal|abolish|revok|rescind|annul|cancel/, /(?:bãi|hủy) bỏ|bị hủy|thu hồi|hết hiệu lực/],
  [/thay thế|replac|supersed/, /thay thế|thay cho/],
  [
    /hết hiệu lực|không còn hiệu lực|expire|no longer (?:in force|valid|effective)|lapsed/,
    /hết hiệu lực|không còn (?:có )?hiệu lực|bãi bỏ|thay thế/,
  ],
  [/hiệu lực|in force|\bvalid|effective|takes? effect/, /hiệu lực|thi hành|thực hiện (?:kể )?từ/],
  [/vô hiệu|\bvoid\b|\binvalid/, /vô hiệu|hết hiệu lực/],
  [/thu hồi|withdraw/, /thu hồi|rút/],
  [/đình chỉ|suspend/, /đình chỉ|tạm dừng|tạm ngừng/],
  [/sửa đổi|amend/, /sửa đổi|điều chỉnh/],
];

/** One document ends or changes another; `from` is `null` where the text does not say which. */
interface Effect {
  readonly type: "replaces" | "repeals" | "amends" | "orders-replacement";
  readonly from: DocumentReference | null;
  readonly to: DocumentReference;
}

/**
 * Whether the sentence says of a document's validity what its quotes do not: another effect, or the same between other
 * documents or the other way round.
 */
export function overstatesEffect(sentence: string, quotes: readonly VerifiedQuote[]): boolean {
  const said = matchForm(sentence);
  const quoted = quotes.map(({ quote }) => matchForm(quote).replace(/\s+/g, " "));
  if (EFFECTS.some(([saying, showing]) => saying.test(said) && !quoted.some((quote) => showing.test(quote))))
    return true;
  const claims = effectsIn(sentence);
  if (claims.length === 0) return false;
  const shown = quotes.flatMap(({ quote, directive }) => [
    ...effectsIn(quote),
    ...findRelations(quote, findReferences(quote), ownReference(directive)).map(({ type, from, to }) => ({
      type,
      from: from.reference,
      to: to.reference,
    })),
  ]);
  return !claims.every(({ type, from, to }) =>
    shown.some(
      (other) =>
        type === other.type && agrees(to, other.to) && (!from || (other.from !== null && agrees(from, other.from))),
    ),
  );
}

const VERBS: readonly (readonly [Effect["type"], string])[] = [
  ["replaces", "thay thế|replac\\w*|supersed\\w*"],
  ["repeals", "(?:bãi|hủy) bỏ|repeal\\w*|abolish\\w*|revok\\w*"],
  ["amends", "sửa đổi|amend\\w*"],
];
// Neither the end of a sentence nor another verb of the kind may stand between.
const BETWEEN = "[^.;]{0,160}?";
const PATTERNS = VERBS.map(([type, verb]) => ({
  type,
  passive: new RegExp(`^${BETWEEN}(?:(?:được|bị) (?:${verb})|(?:been|was|were|is|are) (?:\\w+ly )?(?:${verb}))`),
  active: new RegExp(`^${BETWEEN}(?:${verb})`),
}));
const ORDERED = /yêu cầu|đề nghị|giao|sớm|chỉ đạo|sẽ|order|requir|ask|instruct|will|should/;

/** Read by the verb that stands after a document's name: simpler than relations, but the same for both languages. */
function effectsIn(text: string): Effect[] {
  const form = matchForm(text).replace(/\s/g, " ");
  const named = findReferences(text);
  return named.flatMap(({ reference, extent, span }, at) => {
    const next = named.slice(at + 1).find((other) => other.span.start >= extent.end);
    const after = form.slice(Math.max(span.end, extent.end), next?.span.start);
    return PATTERNS.flatMap(({ type, passive, active }): Effect[] => {
      const other = next?.reference ?? null;
      if (passive.test(after)) return [{ type, from: other, to: reference }];
      if (!active.test(after) || !other) return [];
      return [{ type: ORDERED.test(after) ? "orders-replacement" : type, from: reference, to: other }];
    });
  });
}
