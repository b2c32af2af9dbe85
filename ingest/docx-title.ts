import { matchForm } from "../src/core/text.ts";
import { canonical } from "./canonical.ts";
import { issuerOf } from "./issuers.ts";

// A title stands on the first page.
const HEAD = 3000;

/**
 * The title in a file's properties, where it is the document's own: Word fills it in from whatever line came first, and
 * it stays when a file is written over for the next document.
 */
export function realTitle(title: string | null, text: string): string | null {
  const words = canonical(title ?? "")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length < 12 || words.length > 200) return null;
  const isHead = /^(?:đảng|cộng h[oò]|số\s*:?\s*\d)/iu.test(words) || issuerOf(words.toUpperCase()) !== null;
  const head = text.slice(0, HEAD).replace(/\s+/g, " ");
  return !isHead && matchForm(head).includes(matchForm(words)) ? words : null;
}
