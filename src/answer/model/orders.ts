import type { ScoredPassage } from "../../core/passage.ts";
import { fold, matchForm } from "../../core/text.ts";
import { ORDER_SIGNS } from "./order-signs.ts";

/**
 * Whether the passage, its headings or its document's title speak to a language model instead of to the reader: orders
 * to set rules aside or to answer this or that, forged roles, forged output, hidden letters. No text of the field does.
 * Told by its wording, so it is one layer only: what is written in an answer must stand in a quote all the same.
 */
export function addressesModel({ passage, directive }: ScoredPassage): boolean {
  const { kind, number, title, issuer, source } = directive;
  const text = [kind, number, title, issuer, source?.title, source?.publisher, ...passage.path, passage.text].join(
    "\n",
  );
  if (HIDDEN.test(text)) return true;
  const shown = unmasked(text);
  const line = matchForm(shown).replace(/\s+/gu, " ");
  return (
    FORGED.test(shown) ||
    ROLE.test(fold(shown)) ||
    ORDER_SIGNS.marked.some((sign) => sign.test(line)) ||
    (line.match(PLAIN_RUN) ?? []).some((run) => ORDER_SIGNS.plain.some((sign) => sign.test(run)))
  );
}

// Tag characters, direction overrides, rows of signs without width: text that only a model sees.
const HIDDEN = /[\u{e0000}-\u{e007f}\u202a-\u202e\u2066-\u2069]|[\u200b-\u200f\u2060-\u2064]{2}/u;

/** Wide letters made narrow, letters that look like Latin ones made Latin, signs between the letters of a word taken out. */
function unmasked(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/(?<=\p{L})[\p{Cf}\u00ad*_`]+(?=\p{L})/gu, "")
    .replace(/[аеорсхуі]/gu, (letter) => "aeopcxyi".charAt("аеорсхуі".indexOf(letter)));
}

// Marks of chat templates and of the reply that is asked for.
const FORGED =
  /<\|[^|\n]{1,40}\|>|\[\/?(?:INST|SYS|SYSTEM)\b[^\]\n]{0,40}\]|<<\/?SYS>>|<\/?(?:system|assistant|user|human|instructions?|prompt|passages?|documents?|context|tool)[\s>]|"(?:sentences|quotes|role|content|tool_calls?)"\s*:|(?:^|[.!?;]\s)\s*(?:#{1,6}|={3,}|-{3,}|~{3,}|\*{3,})\s*(?:system|instruction|assistant|user|human|new task|override|hệ thống|chỉ dẫn|end of|hết dữ liệu|kết thúc)|!\[[^\]]*\]\(/imu;

// A label that hands the word to someone; "Hệ thống: gồm …" is a definition.
const ROLE =
  /(?:^|[.!?;]\s)[\s"'“>*#[(-]*(?:system|assistant|developer|human|user|admin|chatgpt|gpt|he thong|tro ly(?: ai| ao)?|quan tri vien|nguoi dung|lap trinh vien)(?: (?:message|prompt|note|update|override|instructions?|thong bao|nhac))?\s*[\])>*]*\s*:\s*(?!\s*(?:gom|bao gom|la|co)\b)(?=\S)/m;

// Vietnamese has marks on two syllables out of three.
const PLAIN_RUN = /(?:[a-z0-9]+[ ,;:"'()-]+){4,}[a-z0-9]+/g;
