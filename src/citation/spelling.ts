import { fold, matchForm } from "../core/text.ts";

/** Whether a word is printed as it is written, though marks may be missing: "quy dinh", not "quy đình". */
export function isWrittenAs(printed: string, written: string): boolean {
  const [given, right] = [matchForm(printed.replace(/\s+/g, " ")), matchForm(written)];
  if (given === right) return true;
  return given.length === right.length && Array.from(given).every((letter, at) => isBare(letter, right.charAt(at)));
}

/** Whether folded words differ in no more than one letter, as a scan misreads them. */
export function isMisreadOf(printed: string, written: string): boolean {
  if (printed.length !== written.length) return false;
  return Array.from(printed).filter((letter, at) => letter !== written.charAt(at)).length <= 1;
}

/** A letter with no mark that the right one does not have. */
function isBare(letter: string, right: string): boolean {
  const marks = marksOf(right);
  return fold(letter) === fold(right) && marksOf(letter).every((mark) => marks.includes(mark));
}

function marksOf(letter: string): string[] {
  return letter === "đ" ? ["đ"] : Array.from(letter.normalize("NFD")).slice(1);
}
