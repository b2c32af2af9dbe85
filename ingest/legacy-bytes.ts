import { isUtf8 } from "node:buffer";
import { WINDOWS_1252, WINDOWS_1252_START } from "./legacy-table.ts";
import { countSyllables, ENCODINGS, type LegacyEncoding, markedWords } from "./legacy-text.ts";

/** Text that was not Unicode, and what it was. */
export interface Decoded {
  readonly text: string;
  /** `null` where the bytes are the same in all of them: marks of punctuation alone. */
  readonly encoding: LegacyEncoding | null;
  /** Lines with letters beyond ASCII, and how many of them were UTF-8 already. */
  readonly lines: number;
  readonly unicodeLines: number;
}

interface Line {
  /** As Windows-1252. */
  readonly raw: string;
  /** `null` where the bytes are no UTF-8. */
  readonly unicode: string | null;
}

// The right encoding makes nearly all words possible, a wrong one a third of them; names and symbols are not.
const ENOUGH = 0.6;

// So many words decide it; a file may have millions.
const SAMPLE = 20_000;

/** The only encoding that makes the bytes Vietnamese, line by line where a file has several; `undefined` where none does. */
export function decodeLegacy(bytes: Uint8Array): Decoded | undefined {
  const lines = Array.from(
    linesOf(bytes),
    (line): Line => ({
      raw: windows1252(line),
      unicode: isUtf8(line) ? line.toString("utf8") : null,
    }),
  );
  const foreign = lines.filter(({ unicode }) => unicode === null).map(({ raw }) => raw);
  const sample = foreign.flatMap((raw) => markedWords(raw)).slice(0, SAMPLE);
  const encoding = sample.length === 0 ? null : encodingOf(sample);
  if (encoding === undefined || (encoding === null && foreign.some((raw) => LETTERS.test(raw)))) return undefined;
  const convert = encoding?.convert ?? ((raw: string) => raw);
  const marked = lines.filter(({ raw }) => LETTERS.test(raw));
  const isUnicode = ({ unicode, raw }: Line) => unicode !== null && !isBetter(raw, unicode, convert);
  return {
    text: lines.map((line) => (isUnicode(line) ? line.unicode : convert(line.raw))).join("\n"),
    encoding,
    lines: marked.length,
    unicodeLines: marked.filter(isUnicode).length,
  };
}

const LETTERS = /[\u00a1-\u00ff]/;

/** The one that fits best; `undefined` where none fits, or two that read the words differently fit the same. */
function encodingOf(words: readonly string[]): LegacyEncoding | undefined {
  const ranked = ENCODINGS.map((encoding) => ({ encoding, possible: countSyllables(words, encoding.convert) })).sort(
    (one, other) => other.possible - one.possible,
  );
  const [best, second] = ranked;
  if (!best || best.possible <= words.length * ENOUGH) return undefined;
  const all = words.join(" ");
  const isTied = second?.possible === best.possible && second.encoding.convert(all) !== best.encoding.convert(all);
  return isTied ? undefined : best.encoding;
}

/** Legacy bytes that happen to be UTF-8 as well. */
function isBetter(raw: string, unicode: string, convert: LegacyEncoding["convert"]): boolean {
  const share = (words: readonly string[], count: number) => count / Math.max(1, words.length);
  const [others, words] = [markedWords(raw), markedWords(unicode)];
  return share(others, countSyllables(others, convert)) > share(words, countSyllables(words));
}

function* linesOf(file: Uint8Array): Generator<Buffer> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

function windows1252(line: Buffer): string {
  return line
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - WINDOWS_1252_START));
}
