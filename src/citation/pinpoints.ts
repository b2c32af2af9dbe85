import type { Span } from "../core/passage.ts";
import { fold } from "../core/text.ts";
import type { FoundReference } from "./find.ts";
import { firstFrom, lastBefore } from "./in-order.ts";
import { KINDS } from "./kinds.ts";
import { anyOf } from "./patterns.ts";
import { groupParts } from "./pinpoint-groups.ts";
import { findParts, type NamedPart } from "./pinpoint-parts.ts";

/** A place inside a document, as a text names it. */
export interface Pinpoint {
  /** Outermost first, with the labels that passages have: `["Điều 5", "khoản 2", "điểm a"]`. */
  readonly path: readonly string[];
  /** Those of one list share it ("khoản 1, 2 và 5"). */
  readonly span: Span;
  /** Whose place it is; `"own"` for "Quy định này", `null` where the text does not say. */
  readonly of: FoundReference | "own" | null;
}

/** The places inside documents that the text names, in reading order; headings of the text itself are not among them. */
export function findPinpoints(text: string, references: readonly FoundReference[]): Pinpoint[] {
  const sorted = [...references].sort((a, b) => a.span.start - b.span.start);
  const spans = sorted.map(({ span }) => span);
  const folded = fold(text);
  const isFree = ({ start, end }: Span) => (spans[lastBefore(spans, start) + 1]?.start ?? end) >= end;
  const parts = findParts(text).filter((part) => isFree(part) && !isHeading(text, part));
  return chainsOf(folded, parts).flatMap((chain) => {
    const of = ownerOf(folded, chain, { references: sorted, spans });
    return groupParts(chain).map((pinpoint) => ({ ...pinpoint, of }));
  });
}

const ARTICLE = 6;

/** "Điều 5. Giờ họp" at the start of a line. */
function isHeading(text: string, { start, end, rank }: NamedPart): boolean {
  if (rank > ARTICLE || !/(?:^|\n)[ \t#*]{0,8}$/.test(text.slice(Math.max(0, start - 9), start))) return false;
  return /^\s?(?:[.:]\**[ \n]\s*\S|[ \t]*\n\s*\S)/.test(text.slice(end, end + 20));
}

/** A part with how it is joined to the one before it. */
export interface ChainPart extends NamedPart {
  readonly joint: "tight" | "comma" | "and";
}

const JOINT =
  /^\s{0,3}(?:(?<tight>(?:cua|thuoc|tai|trong|of|in|the|\()\s{0,2}|)|(?<comma>[,;])\s{0,3}(?:cua\s)?|(?<and>[,;]?\s{0,2}(?:va|and|hoac|or|&))\s{1,3})(?:cac\s{1,2}|tai\s{1,2})?$/;
const LONGEST_CHAIN = 60;

/** Parts that stand one behind the other: "điểm a khoản 2, Điều 5". */
function chainsOf(folded: string, parts: readonly NamedPart[]): ChainPart[][] {
  const chains: ChainPart[][] = [];
  for (const part of parts) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    const match = last && part.start - last.end <= 14 ? JOINT.exec(folded.slice(last.end, part.start)) : null;
    if (!chain || !match || chain.length >= LONGEST_CHAIN) chains.push([{ ...part, joint: "tight" }]);
    else chain.push({ ...part, joint: match.groups?.["and"] ? "and" : match.groups?.["comma"] ? "comma" : "tight" });
  }
  return chains;
}

const THIS = `(?:(?:${anyOf(["van ban", ...KINDS.map(({ name }) => fold(name))])})\\s{1,3}nay|(?:dieu|khoan|muc|chuong|phan)\\s{1,3}nay|this\\s{1,3}[a-z]{4,12})(?![a-z])`;
const LINK = "(?:(?:cua|thuoc|tai|trong|theo|neu tai|quy dinh tai|(?:ban hanh )?kem theo|of|in)\\s{1,3})";
const TO_DOCUMENT = new RegExp(`^\\)?\\s{0,3}(?<comma>,\\s{0,3})?${LINK}?(?:cac\\s{1,3}|the\\s{1,3})?$`);
const TO_THIS = new RegExp(`^\\)?\\s{0,3},?\\s{0,3}${LINK}?${THIS}`);
const FROM_DOCUMENT =
  /^\s{0,3}(?<comma>[,;:])?\s{0,3}\(?\s{0,3}(?:(?:tai|o|theo|trong|gom|la|nhat la|cu the la|quy dinh tai|neu tai|at|in)\s{1,3})?(?:cac\s{1,3})?$/;
const FROM_THIS = new RegExp(`(?<![a-z])${THIS}\\s{0,3},?\\s{0,3}\\(?\\s{0,3}(?:tai\\s{1,3})?$`);

/** The document right behind the parts, or else the one right before them; of two as near neither. */
function ownerOf(
  folded: string,
  chain: readonly ChainPart[],
  { references, spans }: { readonly references: readonly FoundReference[]; readonly spans: readonly Span[] },
): Pinpoint["of"] {
  const [start, end] = [chain[0]?.start ?? 0, chain.at(-1)?.end ?? 0];
  if (TO_THIS.test(folded.slice(end, end + 60))) return "own";
  const at = firstFrom(spans, end);
  const [behind, before] = [references[at], references[at - 1]];
  const after = behind && behind.span.start - end < 40 ? TO_DOCUMENT.exec(folded.slice(end, behind.span.start)) : null;
  const ahead = before ? FROM_DOCUMENT.exec(gapBehind(folded, before, start)) : null;
  const sharesSpan = behind !== undefined && references[at + 1]?.span.start === behind.span.start;
  if (behind && after && !sharesSpan && !(ahead?.groups?.["comma"] && after.groups?.["comma"])) return behind;
  if (after) return null;
  if (before && ahead) return references[at - 2]?.span.start === before.span.start ? null : before;
  return FROM_THIS.test(folded.slice(Math.max(0, start - 60), start)) ? "own" : null;
}

/** From the document, with what is said of it where that ends in time, to the parts. */
function gapBehind(folded: string, { span, extent }: FoundReference, start: number): string {
  const end = extent.end <= start ? extent.end : span.end;
  return start - end > 40 ? "." : folded.slice(end, start);
}
