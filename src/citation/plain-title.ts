import { citedWithin } from "./cited-within.ts";
import { matchAt } from "./patterns.ts";
import { cutIn } from "./title-cuts.ts";

/** A title without quotation marks, as far as the sentence does not go on otherwise. */
export interface PlainTitle {
  readonly title: string;
  readonly end: number;
  /** Whether date or issuer of the document may go on behind it. */
  readonly goesOn: boolean;
}

/** What a title is read with. */
export interface TitleContext {
  readonly kind: string | null;
  readonly symbol: string | null;
  /** Where that ends which is said of a document within the title; `isOutside` where it is said of the title's own. */
  readonly behindCited: (from: number, suffix: string | null) => { readonly end: number; readonly isOutside: boolean };
}

const ABOUT = /[\s,]{0,3}(?=(?<head>về|VỀ|[Vv]\/v)\s)/uy;
// Longer, it has no end that could be told.
const LONGEST = 400;
// Shorter, it is no title.
const LEAST = 5;
// Titles that name more were never seen, and each costs.
const MOST_CITED = 3;
// "T.Ư" and "TP. Hà Tĩnh" have no stop in them.
const STOP =
  /[;:()“”"«»]|(?<!(?<!\p{L})(?:T|TP))\.|(?<=(?<!\p{L})T)\.(?![ƯU](?!\p{L}))|(?<=(?<!\p{L})TP)\.(?!\s?\p{Lu})|\n(?!\p{Ll})|\n(?=\p{L}{1,20}:)/gu;
const QUOTED = /(?:(?<=\s)"[^\s"][^"\n]{1,150}"|“[^“”\n]{2,150}”|«[^«»\n]{2,150}»)/uy;
const DANGLING = /(?:[\s,]|\s(?:và|của|(?<!tiếp\s)theo|với|tại|do|hoặc|cùng|các|là|trong))+$/u;
// Stands for what is no word of the title's own, one for each letter.
const OPAQUE = "\ue000";

/** The title that begins right at `at`: behind "về", or with one of the other forms that titles begin with. */
export function readPlainTitle(
  text: string,
  folded: string,
  at: number,
  context: TitleContext,
): PlainTitle | undefined {
  const about = matchAt(ABOUT, text, at);
  const opening = about ?? matchAt(FORM, text, at);
  if (!opening || !(about || isFormOf(opening, context))) return undefined;
  const start = at + opening[0].length;
  const head = opening.groups?.["head"]?.length ?? 0;
  const { end, goesOn } = readOn(text, folded, start, { context, head });
  const kept = text.slice(start, end).replace(DANGLING, "");
  if (kept.slice(head).trim().length < LEAST) return undefined;
  return { title: kept.replace(/\s+/g, " "), end: start + kept.length, goesOn };
}

const VERB_OBJECT =
  "(?:Quy\\s(?:chế|định|trình|tắc)|Điều\\slệ|Nội\\squy|Hướng\\sdẫn|Chương\\strình|Kế\\shoạch|Đề\\sán|Danh\\smục|Bộ\\s(?:tiêu\\schí|quy\\stắc)|Bảng|Mẫu)";
const FORM = new RegExp(
  "(?: {1,3}|\\s{1,3}(?=\\p{Ll}))(?=[Mm]ột\\ssố\\s(?:vấn\\sđề\\s(?:về|cụ\\sthể|liên\\squan|trong|của|thi\\shành|cần)|điều\\s(?:của|cụ\\sthể|trong|về))(?!\\p{L})" +
    "|(?<trial>[Tt]hí\\sđiểm\\s(?!(?:tại|ở|từ|đến|năm|trong|được|và)(?!\\p{L})))" +
    `|(?<issue>[Bb]an\\shành\\s${VERB_OBJECT}(?!\\p{L}|\\s(?:số\\s)?\\d))|(?<charter>[Tt]hi\\shành\\sĐiều\\slệ\\sĐảng(?!\\p{L})))`,
  "uy",
);

/** Only a decision issues another text, and only a regulation puts the Charter into practice. */
function isFormOf({ groups = {} }: RegExpExecArray, { kind, symbol }: TitleContext): boolean {
  const own = groups["issue"] !== undefined ? "Quyết định" : groups["charter"] !== undefined ? "Quy định" : kind;
  return kind === own || (kind === null && symbol === "QĐ");
}

/** Goes on word by word, through quoted words and what is said of documents within, to where the title ends. */
function readOn(
  text: string,
  folded: string,
  start: number,
  { context, head }: { readonly context: TitleContext; readonly head: number },
): { readonly end: number; readonly goesOn: boolean } {
  const [words, plain] = [text.slice(start, start + LONGEST), folded.slice(start, start + LONGEST)];
  let shown = words.slice(0, head);
  let [at, count] = [head, 0];
  // Behind a document within the title, date and issuer may be that document's.
  const ends = (end: number, goesOn = count === 0) => ({ end: start + end, goesOn });
  while (at < words.length) {
    const cited = citedWithin(words, plain, at);
    const stop = stopIn(words, at);
    const until = Math.min(cited?.start ?? stop, stop);
    shown += words.slice(at, until);
    const cut = cutIn(shown);
    if (cut !== undefined) return ends(cut);
    if (cited?.start === until) {
      if (cited.cut !== undefined || count === MOST_CITED) return ends(cited.cut ?? until);
      const behind = context.behindCited(start + cited.end, cited.suffix);
      if (behind.isOutside) return ends(cited.end, true);
      at = behind.end - start;
      count += 1;
    } else {
      const quoted = matchAt(QUOTED, words, until)?.[0];
      if (quoted === undefined) return ends(until < LONGEST ? until : words.lastIndexOf(" "));
      at = until + quoted.length;
    }
    shown += OPAQUE.repeat(Math.max(0, at - until));
  }
  return ends(at);
}

function stopIn(words: string, at: number): number {
  STOP.lastIndex = at;
  return STOP.exec(words)?.index ?? words.length;
}
