import { KINDS } from "../src/citation/kinds.ts";
import { matchForm } from "../src/core/text.ts";
import { dangles, isStopped } from "./cross-reference.ts";
import { isBlankDate, placeAndDate } from "./date-lines.ts";
import { isLetterhead } from "./identity-lines.ts";
import { isBlankNumber } from "./identity-number.ts";
import { issuerOf } from "./issuers.ts";
import { isCapitals } from "./lines.ts";
import { markerOf } from "./markers.ts";

/** What the title block of an official text says. */
export interface TitleBlock {
  readonly kind: string;
  /** As printed, with a capital; `null` where there is none. */
  readonly title: string | null;
  /** The body in `CỦA BAN BÍ THƯ`. */
  readonly issuer: string | null;
  /** Index of the line with the kind. */
  readonly at: number;
}

export interface TitleClues {
  /** Something else in the head shows an official text: a number, an issuer, place and date. */
  readonly isOfficial: boolean;
  /** Of the document's own number. */
  readonly symbol: string | null;
  /** The whole text. */
  readonly text: string;
}

const MAX_TITLE = 300;
const MAX_LINE = 220;
const TITLE_LINES = 8;
// With any of these a line is a title below a kind, even where nothing else shows an official text.
const OPENING =
  /^(?:về|v\/v|ban hành|thi hành|thực hiện|hướng dẫn|tổng kết|sơ kết|kết quả|tổ chức|triển khai|quy định)(?!\p{L})/iu;
const BODY_TEXT = /^(?:-? ?Căn cứ|Kính gửi|Nơi nhận|Hôm nay|Ngày \d|Thực hiện .*[,.]$)/u;
// "BÁO CÁO VIÊN" and "QUY ĐỊNH CHUNG" are no kinds; "QUY ĐỊNH MỚI" heads the news.
const NO_KIND = /^(?:VIÊN|CHUNG|CỤ THỂ|MỚI|NÀO|SỐ)(?!\p{L})/u;

const kinds = KINDS.flatMap(({ name, aliases = [], symbols }) =>
  [name, ...aliases].map((printed) => ({ name, printed, symbols })),
).sort((a, b) => b.printed.length - a.printed.length);

/** The title block among the lines of a head, above the first part of the text; `undefined` where there is none. */
export function readTitleBlock(lines: readonly string[], clues: TitleClues): TitleBlock | undefined {
  for (const [at, line] of lines.entries()) {
    const found = kindOn(line, lines[at + 1] ?? "", clues);
    if (!found) continue;
    const block = titleLines(found.rest, lines.slice(at + 1, at + 1 + TITLE_LINES), clues.isOfficial);
    const [first = "", ...others] = block;
    const issuer = issuerOf(first.replace(/^của /iu, "").toUpperCase());
    const isBy = /^của /iu.test(first) && issuer !== null;
    const title = (isBy ? others : block).join(" ").slice(0, MAX_TITLE).trim();
    return {
      kind: found.name,
      title: title ? capital(asWritten(clues.text, title)) : null,
      issuer: isBy ? issuer : null,
      at,
    };
  }
  return undefined;
}

/** The kind that a line names, with the words of the title behind it on the same line. */
function kindOn(
  line: string,
  next: string,
  { isOfficial, symbol }: TitleClues,
): { name: string; rest: string } | undefined {
  const words = line.replace(/[\s:.]+$/u, "").replace(/\s+/g, " ");
  const isPrinted = isCapitals(words);
  const alone = kinds.find(({ printed }) => letters(printed) === letters(words));
  if (alone && (isPrinted || (isOfficial && OPENING.test(next)))) return { name: alone.name, rest: "" };
  if (!isOfficial || line.length > MAX_LINE || /[.;,]$/u.test(line)) return undefined;
  const kind = kinds.find(({ printed }) => matchForm(words).startsWith(`${matchForm(printed)} `));
  if (!kind) return undefined;
  const rest = words.slice(kind.printed.length + 1);
  if (isPrinted ? NO_KIND.test(rest) : !OPENING.test(rest) || !symbol || !kind.symbols.includes(symbol))
    return undefined;
  return { name: kind.name, rest };
}

/** Over as many lines as the title takes. */
function titleLines(rest: string, below: readonly string[], isOfficial: boolean): string[] {
  const found = rest ? [rest] : [];
  for (const line of below) {
    const last = found.at(-1);
    if (/^\(.*\)$/u.test(line) && last !== undefined) continue;
    const isRest = last !== undefined && (dangles({ words: last, heading: null }) || last.endsWith(","));
    if (BODY_TEXT.test(line) || markerOf(line) || line.length > MAX_LINE || (isHeadMatter(line) && !isRest)) break;
    const goesOn =
      last === undefined
        ? beginsTitle(line, isOfficial)
        : isRest || /^\p{Ll}/u.test(line) || (isCapitals(last) && isCapitals(line));
    if (!goesOn) break;
    found.push(line);
  }
  return found;
}

function beginsTitle(line: string, isOfficial: boolean): boolean {
  return /^\p{Ll}/u.test(line) || OPENING.test(line) || (isOfficial && (isCapitals(line) || !isStopped(line)));
}

/** What stands above the title of an official text. */
export function isHeadMatter(line: string): boolean {
  return (
    isLetterhead(line) ||
    /^(?:số\s*:?\s*\d|ĐẢNG BỘ |DỰ THẢO|\(?Dự thảo|(?:TUYỆT |TỐI )?MẬT$|HỎA TỐC|KHẨN|Kính gửi)/iu.test(line) ||
    isBlankNumber(line) ||
    isBlankDate(line) ||
    placeAndDate(line) !== null ||
    issuerOf(line) !== null
  );
}

/** Words in capitals as the text has them elsewhere in a sentence; else as they are. */
function asWritten(text: string, words: string): string {
  if (!isCapitals(words)) return words;
  const all = text.replace(/\s+/g, " ");
  const form = matchForm(all);
  const wanted = matchForm(words);
  for (let at = form.indexOf(wanted); at !== -1; at = form.indexOf(wanted, at + 1)) {
    const found = all.slice(at, at + words.length);
    if (!isCapitals(found)) return found;
  }
  return words;
}

function letters(words: string): string {
  return matchForm(words).replace(/\s/g, "");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
