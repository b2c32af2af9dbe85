import { readDate } from "./dates.ts";
import { readMeetings } from "./meetings.ts";
import { matchAt } from "./patterns.ts";
import { readIssuer } from "./read-issuer.ts";
import { readWhere } from "./read-where.ts";
import { signsWith } from "./signing.ts";

/** Who issued a document, as far as the words right behind it say. */
export interface Attribution {
  readonly issuer: string | null;
  /** The meeting. */
  readonly name: string | null;
  readonly place: string | null;
  readonly end: number;
}

/** Where a number stands that is to be attributed. */
export interface AttributionContext {
  readonly suffix: string | null;
  /** Whether the words stand in brackets, where "của" may be missing. */
  readonly isInside: boolean;
  /** Whether the date was read already. */
  readonly isDated: boolean;
  /** Whether the document is named within the title of another one, which the words may belong to. */
  readonly isWithin: boolean;
}

const LINK = /(?:cua|do|(?:(?:da|vua|moi|vua\s{1,3}moi)\s{1,3})?duoc|issued\s{1,3}by|by|of)\s{1,3}/y;
// Who drafts or proposes a document does not issue it.
const ISSUED =
  /(?:\s{0,3},?\s{0,3}\(?\s?khoa\s{1,3}[ivx\d]{1,6}\s?\)?)?\s{1,3}(?:(?:da|vua|moi)\s{1,3})?(?:ky\s{1,3})?ban\s{1,3}hanh(?![a-z])/y;
const AGENT = /^(?:do|.{0,10}duoc)\s/;
// Whose document it is, but no body that issues any.
const PARTY =
  /(?:dang(?:\s{1,3}ta|\s{1,3}cong\s{1,3}san\s{1,3}viet\s{1,3}nam)?|nha\s{1,3}nuoc)(?![a-z]|\s{1,3}(?:bo|uy|doan|cong)(?![a-z]))/y;

/** "của Bộ Chính trị", "do … ban hành", "Hội nghị Trung ương 6 (khóa XII)", "của tỉnh Hà Tĩnh". */
export function readAttribution(
  text: string,
  folded: string,
  { at, ...context }: AttributionContext & { readonly at: number },
): Attribution | undefined {
  const link = matchAt(LINK, folded, at)?.[0] ?? "";
  const start = at + link.length;
  const meetings = readMeetings(text, folded, start);
  if (meetings) {
    const [meeting, another] = meetings.meetings;
    return meeting && !another ? { ...meeting, end: meetings.end } : undefined;
  }
  if (link === "" && !context.isInside) return undefined;
  const party = matchAt(PARTY, folded, start);
  if (party) return { issuer: null, name: null, place: null, end: start + party[0].length };
  const issuer = readIssuer(text, folded, start);
  if (!issuer) return link === "" ? undefined : readPlace(text, folded, start, context);
  const isKnown = issuer.body !== null || issuer.seat !== null;
  const isAgent = AGENT.test(link);
  // Without its marks "do" is "đó" too.
  const issued = isAgent && !/^đ[óô]/iu.test(text.slice(at, at + 2)) ? matchAt(ISSUED, folded, issuer.end) : null;
  if ((link === "" && !isKnown) || (isAgent && !issued)) return undefined;
  if (!isAttached(issuer.name, folded, issuer.end, context)) return undefined;
  return { issuer: issuer.name, name: null, place: issuer.place, end: issuer.end + (issued?.[0].length ?? 0) };
}

const LOCAL = /(?:TU|TƯ|HU|ĐU|DU|ĐUK|DUK|QU|UBND|HĐND)$/u;

/** "của tỉnh Hà Tĩnh": where, not who; only of a number that local bodies give. */
function readPlace(
  text: string,
  folded: string,
  start: number,
  { suffix }: AttributionContext,
): Attribution | undefined {
  // The space before belongs to what `readWhere` reads.
  const where = suffix !== null && LOCAL.test(suffix) ? readWhere(text, folded, start - 1) : undefined;
  if (!where || where.place === null || where.name !== where.place) return undefined;
  return { issuer: null, name: null, place: where.place, end: where.end };
}

const TITLE_NEXT = /\s{0,3},?\s{0,3}(?:ve\s|“)/y;

/**
 * Whether the body is the number's issuer: "triển khai Nghị quyết số 18-NQ/TW của Tỉnh ủy Hà Tĩnh" is the province's
 * carrying out. A body that does not sign so counts only where the citation is formal, with date or title around it.
 */
function isAttached(
  name: string,
  folded: string,
  end: number,
  { suffix, isDated, isWithin }: AttributionContext,
): boolean {
  if (signsWith(name, suffix) ?? true) return true;
  const isFormal = isDated || matchAt(TITLE_NEXT, folded, end) !== null || readDate(folded, end + 1) !== undefined;
  return isFormal && !isWithin;
}
