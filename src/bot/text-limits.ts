/** Longest text of one message, in code points. https://core.telegram.org/bots/api#sendmessage */
export const MAX_MESSAGE_LENGTH = 4096;

/**
 * The text as Telegram will keep it, so that entity offsets computed here are right there: Telegram replaces control
 * characters with spaces and drops a few others before it applies entities.
 * https://github.com/tdlib/td/blob/master/td/telegram/misc.cpp (clean_input_string)
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, " ")
    .replace(/[\u2028-\u202e]|\u0333|\u033f|\u030a/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .normalize("NFC")
    .trim();
}

/** `cleanText` for a button or a line: without line breaks. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

/** Length as Telegram counts it; entities count UTF-16 units instead. */
export function codePointLength(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** At most `limit` code points; what is cut off leaves an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (codePointLength(text) <= limit) return text;
  return `${text.slice(0, offsetOf(text, limit - 1)).trimEnd()}…`;
}

/** Parts of at most `limit` code points, cut at paragraphs, sentences or words; only white space is lost. */
export function splitText(text: string, limit: number): string[] {
  const rest = text.trim();
  if (rest === "") return [];
  if (codePointLength(rest) <= limit) return [rest];
  const end = lastBorder(rest.slice(0, offsetOf(rest, limit)));
  return [rest.slice(0, end).trimEnd(), ...splitText(rest.slice(end), limit)];
}

const BORDERS = [/\n\s*\n/g, /\n/g, /[.!?;…]["”’»)\]]*\s/g, /\s/g];

/** A border in the first half would leave a nearly empty message, so the next weaker kind is tried instead. */
function lastBorder(text: string): number {
  for (const border of BORDERS) {
    const last = Array.from(text.matchAll(border)).at(-1);
    if (last && last.index >= text.length / 2) return last.index + last[0].length;
  }
  return text.length;
}

function offsetOf(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join("").length;
}
