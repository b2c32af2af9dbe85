import { placeIn } from "../citation/places.ts";
import { readIssuer } from "../citation/read-issuer.ts";
import { fold, matchForm } from "../core/text.ts";
import type { Evidence } from "./select.ts";

type Said = Pick<Evidence, "text" | "hit">;

/**
 * Whether two sentences that say the same do so of one place and body: by the place that they name, else by who issued
 * their documents. Where neither tells, only sentences that hold anywhere do.
 */
export function haveOneScope(a: Said, b: Said): boolean {
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  if (placeA !== placeB) return false;
  const isNamed = placeA !== null && placeIn(a.text) === placeA && placeIn(b.text) === placeB;
  const [bodyA, bodyB] = [bodyOf(a), bodyOf(b)];
  if (bodyA !== null && bodyB !== null) return bodyA === bodyB || isNamed;
  return placeA !== null || !SOMEWHERE.test(matchForm(`${a.text} ${b.text}`));
}

// Whose it is stands elsewhere.
const SOMEWHERE =
  /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|ngành|khối|địa phương|đơn vị|cơ quan|chi bộ|đảng bộ)(?!\p{L})/u;

function placeOf({ text, hit: { passage, directive } }: Said): string | null {
  const { title, issuer, source } = directive;
  return placeIn(text) ?? placeIn([title, issuer, ...passage.path, source?.title].filter(Boolean).join(" "));
}

/** The bodies at the centre are one; of a local one its committee stands for its commissions. */
function bodyOf({ hit: { directive } }: Said): string | null {
  if (directive.issuer === null) return null;
  const read = readIssuer(directive.issuer, fold(directive.issuer), 0);
  if (read?.body) return "Trung ương";
  return matchForm(read?.seat ? `${read.seat} ${read.where}` : directive.issuer);
}
