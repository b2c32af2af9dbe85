import { fold, matchForm, wordsOf } from "../core/text.ts";

const TALK = "ad|admin|vậy|(?<!như )thế|nhỉ|hả|nhé|nha|ạ";
// What a question is put in, of a test or of a talk. Texts that answer do not have it, so it would count as rare.
const FRAMES = [
  "(?:điều (?:này|đó) )?(?:là )?(?:có )?(?:đúng hay (?:là )?(?:sai|không)|đúng không|phải không)",
  "(?:hãy )?(?:chọn|khoanh) (?:câu trả lời|câu|đáp án|phương án|ý) đúng(?: nhất)?",
  "(?<=nào )(?:sau|dưới) đây",
  "(?:xin |vui lòng |làm ơn )?cho (?:tôi|em|mình|chúng tôi|biết|hỏi)(?: (?:biết|hỏi))?(?: rằng)?",
  "xin hỏi",
  "(?:cái|điều|chuyện)(?= gì)",
  "(?:hãy )?giải thích(?: (?:giúp|cho))?(?: (?:tôi|em|mình))?",
  "(?:rõ|kỹ|cụ thể|chi tiết) hơn(?: về)?",
  // Words of courtesy and of talk behind a question.
  `(?:${TALK})(?: (?:${TALK}))*(?=[\\s?.!…]*$)`,
  "(?:giúp|giùm|hộ)(?: (?:tôi|em|mình))?(?: với)?(?=[\\s?.!…]*$)",
  "(?:ad|admin|bot|anh chị|các anh chị|các đồng chí|đồng chí|mọi người) ơi",
];
const WHOLE = (frames: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${frames.join("|")})(?![\\p{L}\\p{M}])`, "giu");
const MARKED = WHOLE(FRAMES);
const PLAIN = WHOLE(FRAMES.map((frame) => frame.replace(/[^\x00-\x7f]+/g, fold)));

/** The question with spaces for what it is put in ("…, đúng hay sai?", "cho tôi hỏi …"); as it is where nothing remains. */
export function withoutFrames(question: string): string {
  const blank = (frame: string) => " ".repeat(frame.length);
  const rest = question.replace(MARKED, blank).replace(PLAIN, blank);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}

// What lays down rules. Reports and plans are left in: "theo báo cáo của Hà Tĩnh" tells whose figures are asked for.
const RULES =
  "luật|bộ luật|pháp luật|hiến pháp|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định|chỉ thị|kết luận|qu[yi] định|" +
  "quy chế|hướng dẫn|điều lệ";
// What follows one of these words may be what is asked: "theo Quy định về bầu cử, …", "theo Quy định 213 thì ai, …".
const NAME = "(?:(?! (?:về|thì|là|có|được|phải|bị|gì|nào|ai|đâu|sao)(?!\\p{L}))[^,.;:?!])";
const SOURCE = new RegExp(`^(?:theo|căn cứ) (?:${NAME}{0,40} )?(?:${RULES})(?!\\p{L})${NAME}{0,90},\\s*`, "u");
// Fewer are no question of their own.
const LEAST_WORDS = 4;

/** The question without whose rules it asks for ("Theo Luật Du lịch, …"): the parts of a text do not repeat that. */
export function withoutSource(question: string): string {
  const text = question.normalize("NFC");
  const rest = text.slice(SOURCE.exec(matchForm(text))?.[0].length ?? 0);
  return wordsOf(rest).length < LEAST_WORDS ? question : rest;
}
