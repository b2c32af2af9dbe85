import { OPEN } from "../core/reference.ts";
import { fold } from "../core/text.ts";
import { charterAt, platformAt } from "./charter.ts";
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
    const words = { start: anchor.index, end: anchor.index + anchor[0].length };
    if (charter !== undefined) found.push(...charterAt(folded, words));
    else if (platform !== undefined) found.push(...platformAt(text, folded, words));
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
  const behind = readSurroundings(text, folded, { from: end, suffix: meetings[0]?.issuer === null ? null : "TW" });
  const [, another] = meetings;
  return meetings.map((meeting, at) => {
    const { name, place } = meeting;
    // What only the name of the meeting implies, nothing shows.
    const isPrinted = meeting.isIssuerPrinted || behind.issuer === meeting.issuer;
    const issuer = isPrinted ? meeting.issuer : null;
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
