import { KINDS } from "../src/citation/kinds.ts";
import { dangles, isStopped } from "./cross-reference.ts";
import { isCapitals, type Line } from "./lines.ts";
import { follows, type Marker } from "./markers.ts";

// What is issued by another document, with the name of its kind. A Quyết định issues, and is not issued itself.
const NAMES = new Map<string, string>([
  ...KINDS.filter(({ name, only }) => only !== "state" && !/^(?:Quyết định|Nghị quyết|Công văn)$/.test(name)).flatMap(
    ({ name, aliases = [] }) => [name, ...aliases].map((alias): [string, string] => [alias.toLowerCase(), name]),
  ),
  ...["Điều lệ", "Nội quy", "Quy trình", "Danh mục"].map((name): [string, string] => [name.toLowerCase(), name]),
]);
const NAME = new RegExp(`^(${[...NAMES.keys()].sort((a, b) => b.length - a.length).join("|")})(?!\\p{L})`, "iu");
const ISSUED_WITH = /kèm theo/iu;
const SIGNED_FOR = /^(?:T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|TUQ\.)\s*\p{Lu}{2}/u;
const MAX_TITLE = 200;
// The title of an attached text, and what stands between it and its first article.
const TITLE_LINES = 6;
const OPENING_LINES = 12;
const RESUMED = new Set(["article", "roman", "chapter", "part"]);

/** What the text has been through before a line. */
interface Opened {
  readonly open: Marker | null;
  readonly hasArticles: boolean;
}

/**
 * Markers with those added that open a text of its own: `QUY CHẾ` behind the document that issues it, and the block
 * with signature and recipients. An annex, form or such that is only named in a list, because the numbers go on behind
 * it, is taken out.
 */
export function withAttachments(
  lines: readonly Line[],
  markers: readonly (Marker | null)[],
  quoted: ReadonlySet<number>,
): (Marker | null)[] {
  const found = [...markers];
  const below = nextResumed(markers);
  const above = new Map<string, Marker>();
  let open: Marker | null = null;
  for (const [at, line] of lines.entries()) {
    const marker = found[at] ?? null;
    if (marker && RESUMED.has(marker.type)) above.set(marker.type, marker);
    const isAnnex = marker?.type === "appendix" || marker?.type === "form";
    if (quoted.has(at) || (marker && !isAnnex)) continue;
    const opened: Opened = { open, hasArticles: above.has("article") };
    const boundary: Marker | null = marker ?? signature(line, open) ?? attachment(lines, found, at, opened);
    if (!boundary) continue;
    const next = below[at];
    const last = next && above.get(next.type);
    // II behind I, or Điều 6 behind Điều 5: the text goes on.
    found[at] = last && follows(last, next) ? null : boundary;
    open = found[at] ?? open;
  }
  return found;
}

/** For every line the first marker below it that shows whether a text goes on. */
function nextResumed(markers: readonly (Marker | null)[]): (Marker | undefined)[] {
  const below: (Marker | undefined)[] = [];
  let next: Marker | undefined;
  for (let at = markers.length - 1; at >= 0; at -= 1) {
    below[at] = next;
    const marker = markers[at];
    if (marker && RESUMED.has(marker.type)) next = marker;
  }
  return below;
}

/** Recipients and signature belong to no article. */
function signature({ words }: Line, open: Marker | null): Marker | null {
  if (open?.type === "signature" || !(/^Nơi nhận\s*:/iu.test(words) || (SIGNED_FOR.test(words) && words.length < 120)))
    return null;
  return { type: "signature", rank: 0.9, ordinal: null, label: null, isSection: true, isBare: false };
}

function attachment(
  lines: readonly Line[],
  markers: readonly (Marker | null)[],
  at: number,
  { open, hasArticles }: Opened,
): Marker | null {
  const { words = "" } = lines[at] ?? {};
  const [, name = ""] = NAME.exec(words) ?? [];
  const before = lines[at - 1];
  if (!name || words.length > MAX_TITLE || isStopped(words)) return null;
  if (markers[at - 1]?.isBare || (before && dangles(before))) return null;
  const below = lines.slice(at, at + TITLE_LINES).map((line) => line.words);
  const isIssued = below.some((line) => ISSUED_WITH.test(line) && !/^[-•+]/.test(line));
  const isSigned = open?.type === "signature";
  const next = markers.slice(at, at + OPENING_LINES).find((marker) => marker?.type === "article");
  const beginsAgain = hasArticles && next?.ordinal === 1;
  const isAlone = words.length === name.length;
  const isMeant = isCapitals(words)
    ? isIssued || isSigned || beginsAgain || (isAlone && hasArticles)
    : (isIssued && (hasArticles || isSigned)) || beginsAgain;
  if (!isMeant || ((open?.type === "appendix" || open?.type === "form") && !isIssued)) return null;
  const label = NAMES.get(name.toLowerCase()) ?? name;
  return { type: "attachment", rank: 0.5, ordinal: null, label, isSection: true, isBare: true };
}
