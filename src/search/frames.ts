import { fold } from "../core/text.ts";

// What a question is put in, of a test or of a talk. Texts that answer do not have it, so it would count as rare.
const FRAMES = [
  "(?:điều (?:này|đó) )?(?:là )?(?:có )?(?:đúng hay (?:là )?(?:sai|không)|đúng không|phải không)",
  "(?:hãy )?(?:chọn|khoanh) (?:câu trả lời|câu|đáp án|phương án|ý) đúng(?: nhất)?",
  "(?<=nào )(?:sau|dưới) đây",
  "(?:xin |vui lòng |làm ơn )?cho (?:tôi|em|mình|chúng tôi|biết|hỏi)(?: (?:biết|hỏi))?(?: rằng)?",
  "xin hỏi",
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
