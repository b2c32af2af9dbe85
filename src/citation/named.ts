import { OPEN } from "../core/reference.ts";
import { fold, hasDiacritics } from "../core/text.ts";
import type { FoundReference } from "./find.ts";
import { type Meetings, readMeetings } from "./meetings.ts";
import { matchAt } from "./patterns.ts";
import { readSurroundings } from "./surroundings.ts";

const KIND = "(?:nghi\\s{1,3}quyet|ket\\s{1,3}luan|nq|kl)";
const ANCHOR = new RegExp(
  `(?<![a-z0-9])(?:(?<kinds>${KIND}(?:(?:\\s{0,3},\\s{0,3}|\\s{1,3}va\\s{1,3})${KIND}){0,3})(?=\\s|tw|hn|dh)|(?<charter>dieu\\s{1,3}le\\s{1,3}dang)|(?<platform>cuong\\s{1,3}linh))(?![a-z]{3})`,
  "g",
);
const OF = /\s{0,3}(?:cua\s{1,3}|tai\s{1,3})?(?:cac\s{1,3})?/y;

/** Every document named without a number: by its meeting and term, or as the one of its kind that there is. */
export function findNamed(text: string): FoundReference[] {
  const folded = fold(text);
  const found: FoundReference[] = [];
  for (const anchor of folded.matchAll(ANCHOR)) {
    const { kinds, charter, platform } = anchor.groups ?? {};
    if (charter !== undefined) found.push(...charterAt(text, folded, anchor));
    else if (platform !== undefined) found.push(...platformAt(text, folded, anchor));
    else if (kinds !== undefined) found.push(...meetingsAt(text, folded, anchor.index, kinds));
  }
  return found;
}

/** "Nghị quyết Trung ương 4 khóa XII"; of "các nghị quyết, kết luận của Hội nghị …" either kind is meant. */
function meetingsAt(text: string, folded: string, start: number, kinds: string): FoundReference[] {
  const from = start + kinds.length;
  const read = readMeetings(text, folded, from + (matchAt(OF, folded, from)?.[0].length ?? 0));
  if (!read) return [];
  const named = new Set(kinds.split(/\s*,\s*|\s+va\s+/).map((kind) => (/^n/.test(kind) ? "Nghị quyết" : "Kết luận")));
  const [only = null] = named.size === 1 ? named : [];
  // Only the Party's congresses and plenums resolve; a congress draws no conclusions.
  if (only === "Kết luận" && read.meetings.some(({ name }) => name.startsWith("Đại hội"))) return [];
  return referencesTo(read, { text, folded, start, kind: only });
}

function referencesTo(
  { meetings, end }: Meetings,
  { text, folded, start, kind }: { text: string; folded: string; start: number; kind: string | null },
): FoundReference[] {
  const behind = readSurroundings(text, folded, { from: end, suffix: null });
  const [, another] = meetings;
  return meetings.map((meeting, at) => {
    const { name, place } = meeting;
    const issuer = meeting.issuer ?? null;
    const span = { start: at === 0 ? start : meeting.start, end: another ? meeting.end : end };
    return {
      reference: {
        ...OPEN,
        serial: "",
        kind,
        name,
        issuer,
        place,
        issuedOn: behind.issuedOn,
        title: another ? null : behind.title,
      },
      span,
      extent: { start: span.start, end: Math.max(end, behind.end) },
    };
  });
}

const CHARTER = "Điều lệ Đảng";
const CHARTER_END = /(?:\s{1,3}cong\s{1,3}san\s{1,3}viet\s{1,3}nam)?(?!\s{1,3}(?:bo|uy|doan|vien)(?![a-z]))/y;

function charterAt(_text: string, folded: string, { 0: words, index }: RegExpExecArray): FoundReference[] {
  const end = matchAt(CHARTER_END, folded, index + words.length);
  return end ? [itself(CHARTER, index, index + words.length + end[0].length)] : [];
}

const PLATFORM = "Cương lĩnh chính trị";
const PLATFORM_END =
  /\s{1,3}(?:chinh\s{1,3}tri|cua\s{1,3}dang|xay\s{1,3}dung\s{1,3}dat\s{1,3}nuoc(?:\s{1,3}trong\s{1,3}thoi\s{1,3}ky\s{1,3}qua\s{1,3}do\s{1,3}len\s{1,3}chu\s{1,3}nghia\s{1,3}xa\s{1,3}hoi)?|(?:nam\s{1,3})?(?:1930|1991|2011))(?![a-z0-9])/y;

/** "Cương lĩnh" alone is the Party's where it is written as a name. */
function platformAt(text: string, folded: string, { 0: words, index }: RegExpExecArray): FoundReference[] {
  const end = index + words.length;
  const more = matchAt(PLATFORM_END, folded, end)?.[0].length ?? 0;
  return more > 0 || (hasDiacritics(text) && text.startsWith("C", index)) ? [itself(PLATFORM, index, end + more)] : [];
}

/** A document that its kind names whole. */
function itself(kind: string, start: number, end: number): FoundReference {
  return { reference: { ...OPEN, serial: "", kind, name: kind }, span: { start, end }, extent: { start, end } };
}
