import { UnreadableFileError } from "../src/core/errors.ts";
import type { Notice, ReadDocument } from "./read.ts";

// A stamp stands in the head of a document, above or beside its title; a note to readers there or in its last lines.
const HEAD_LINES = 20;
const FOOT_LINES = 10;
// Stamps are printed again at the head of every page.
const PAGE_LINES = 3;
const MAX_LINE = 100;

const SECRET = /^(?:(?:độ|mức độ|cấp độ|dấu|dấu chỉ độ) mật ?: ?)?(?:tuyệt mật|tối mật|mật)$/iu;

// The stamp beside a number: "Số 12-BC/TU MẬT".
const BESIDE_NUMBER = /^số(?=[\s:]).* (TUYỆT MẬT|TỐI MẬT|MẬT)$/iu;

const MEDIA =
  "(?:mạng(?: xã hội| internet)?|internet|(?:các )?(?:phương tiện )?thông tin đại chúng|báo(?: chí|,? đài)?|công khai|rộng rãi|(?:ra )?(?:bên )?ngoài)";

const BARRED = [
  /^(?:(?:tài liệu|văn bản|bản|sách|chỉ) )?(?:lưu hành|sử dụng|phổ biến) nội bộ(?: (?:trong|của) .{1,40})?$/iu,
  /^(?:tài liệu|văn bản) nội bộ$/iu,
  new RegExp(
    `^(?:(?:tài liệu|văn bản|bản) )?không (?:được )?(?:phổ biến|công bố|đăng tải|đăng|đưa (?:tin )?lên)(?:,?(?: (?:và|hoặc|trên|lên|qua|ra))* ${MEDIA})*$`,
    "iu",
  ),
  /^(?:tài liệu|văn bản) (?:phải )?thu hồi(?: (?:sau|khi|tại) .{1,30})?$/iu,
  /^(?:đề nghị |xin )?thu hồi (?:tài liệu )?sau (?:khi )?(?:hội nghị|họp|cuộc họp|kết thúc).{0,30}$/iu,
];

// The line before goes on in this one: "… danh mục bí mật nhà nước độ / TỐI MẬT".
const UNFINISHED = /(?:^|\s)(?:độ|bí|bảo|mức|loại|và|hoặc|về)$/iu;

/**
 * The mark by which a document says that it is secret or not to be spread, as it is printed; `null` where it bears none.
 * Only a line, or a cell of a line, that is nothing but the mark counts: a text may speak of secrets.
 */
export function restrictionOf(document: Pick<ReadDocument, "text" | "pages">): string | null {
  const lines = linesOf(document.text);
  const head = lines.slice(0, HEAD_LINES);
  const foot = lines.slice(HEAD_LINES).slice(-FOOT_LINES);
  const tops = document.pages.slice(1).flatMap(({ start }) => linesOf(document.text, start, PAGE_LINES));
  for (const part of [head, foot, tops])
    for (const [at, line] of part.entries()) {
      const mark = markOf(line, part[at - 1] ?? "");
      if (mark !== null) return mark;
    }
  return null;
}

/** Refuses the document that bears the mark, or reports that it was allowed. */
export function noticeOfRestriction(mark: string | null, name: string, isAllowed: boolean): readonly Notice[] {
  if (mark === null) return [];
  if (isAllowed)
    return [{ code: "restricted", message: `bears the mark "${mark}", and was added because that was allowed` }];
  throw new UnreadableFileError(
    `${name} bears the mark "${mark}" and was not added. If it may be held in this library and shown to all its readers, ingest it with --allow-restricted.`,
    { isRestricted: true },
  );
}

function markOf(line: string, before: string): string | null {
  if (line.length > MAX_LINE) return null;
  const [, stamp] = BESIDE_NUMBER.exec(line) ?? [];
  if (stamp && stamp === stamp.toUpperCase()) return stamp;
  for (const cell of line.split(/ \| | {3,}/)) {
    const words = bare(cell);
    // In small letters and without brackets it is the rest of a sentence; "mật" is honey, too.
    const isApart = /^\p{Lu}/u.test(words) || /^\s*[([]/.test(cell);
    const isMark = (SECRET.test(words) && !UNFINISHED.test(before)) || BARRED.some((pattern) => pattern.test(words));
    if (isMark && isApart) return words;
  }
  return null;
}

/** Without the brackets, quotes and stars around a stamp; what begins like the item of a list stays one. */
function bare(cell: string): string {
  return cell
    .trim()
    .replace(/^[([“"*_]+|[)\]”"*_.]+$/gu, "")
    .replace(/^-\s*(.+?)\s*-$/u, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function linesOf(text: string, start = 0, limit = Number.POSITIVE_INFINITY): string[] {
  const part = Number.isFinite(limit) ? text.slice(start, start + limit * 4 * MAX_LINE) : text;
  return part
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, limit);
}
