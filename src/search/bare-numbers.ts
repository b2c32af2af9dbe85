import type { FoundReference } from "../citation/find.ts";
import { OPEN } from "../core/reference.ts";
import { fold } from "../core/text.ts";

// A number of four digits may be a year.
const NUMBER = "(?!(?:19|20)\\d\\d)\\d{2,4}(?![\\d%/.,-]\\d|[\\d%])";
const JOINT = "(?:\\s*[,&]\\s*|\\s+(?:va|voi|so voi|khac|khac voi|giong|hay|hoac|and|or|with|versus|vs)\\s+)";
// What goes on about documents; a measure or what is counted does not.
const AFTER =
  "(?=\\s*(?:[?.!]|$)|\\s+(?:khac|giong|co (?:gi|diem|nhung)|quy dinh|noi|neu|yeu cau|ve|o (?:diem|cho)|the nao|differ|say)(?![a-z]))";
const ALONE = new RegExp(`^\\s*(?:(?:so sanh|doi chieu|compare)\\s+)?(?<list>${NUMBER}(?:${JOINT}${NUMBER})+)${AFTER}`);
const BEHIND = new RegExp(`^\\s+(?:so voi|voi|khac|khac voi|giong|with|versus|vs|from)\\s+(?<list>${NUMBER})${AFTER}`);

/**
 * Documents that a question calls by their digits alone: "213 và 76 quy định gì?", and beside one that it names in full
 * "Kết luận 28 với 40".
 */
export function findBareNumbers(text: string, found: readonly FoundReference[]): FoundReference[] {
  const folded = fold(text);
  const behind = found.flatMap(({ reference: { kind, symbol, serial }, span: { end } }) =>
    serial === "" ? [] : numbersIn(folded, end, BEHIND).map((span) => bare(text, span, { kind, symbol })),
  );
  const alone = found.length > 0 ? [] : numbersIn(folded, 0, ALONE);
  return [...alone.map((span) => bare(text, span, { kind: null, symbol: null })), ...behind];
}

/** Whether a document is called by its digits, and nothing says of what kind it is: they may count something else. */
export function isBareNumber(
  { reference: { kind, symbol }, span }: Pick<FoundReference, "reference" | "span">,
  text: string,
) {
  return kind === null && symbol === null && /^\d+$/.test(text.slice(span.start, span.end));
}

function numbersIn(folded: string, from: number, pattern: RegExp): FoundReference["span"][] {
  const match = pattern.exec(folded.slice(from));
  const list = match?.groups?.["list"] ?? "";
  const start = from + (match?.[0].lastIndexOf(list) ?? 0);
  return Array.from(list.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    start: start + index,
    end: start + index + digits.length,
  }));
}

function bare(
  text: string,
  span: FoundReference["span"],
  { kind, symbol }: Pick<FoundReference["reference"], "kind" | "symbol">,
): FoundReference {
  const serial = text.slice(span.start, span.end).replace(/^0+/, "");
  return { reference: { ...OPEN, kind, symbol, serial }, span, extent: span };
}
