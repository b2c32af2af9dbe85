import { compareIssuers } from "../src/citation/issuers.ts";
import { isLetterhead, partsOf } from "./identity-lines.ts";
import { inOfficialCase, isName, issuerOf } from "./issuers.ts";

/** What the parts of a page say of the body that issued it. */
export interface IssuerEvidence {
  /** Lines of the head above the title, taken apart. */
  readonly above: readonly string[];
  /** `CỦA BAN BÍ THƯ` in the title block. */
  readonly inTitle: string | null;
  /** The whole text, by lines. */
  readonly lines: readonly string[];
}

const CENTRE = "Ban Chấp hành Trung ương";
// They speak under the name of the Central Committee, which then stands in the head.
const LEADING = /^(?:Bộ Chính trị|Ban Bí thư)$/u;
// By itself it is the part of a body that is named above it, or in the head.
const PART =
  /^(?:Ban (?:Thường vụ|Chấp hành|Tổ chức|Tuyên giáo(?: và Dân vận)?|Dân vận|Nội chính|Kinh tế|Đối ngoại|cán sự đảng|Chỉ đạo)|(?:Ủy|Uỷ) ban Kiểm tra|Văn phòng|Đảng (?:ủy|uỷ)|(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|uỷ)|Chi (?:bộ|ủy|uỷ))$/u;
const PARENT = /^ĐẢNG BỘ (?!.*(?:BÁO CÁO|NGHỊ QUYẾT))/u;
const ACTING =
  /^(Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương)(?: Đảng)?(?: khóa \p{Lu}+)?,? (?:thống nhất |đã )?(?:ban hành|quy định|quyết định|quyết nghị|hướng dẫn|kết luận|yêu cầu|chỉ thị|thông báo)(?!\p{L})/u;
const SIGNED = /^(?:T\/M|TM\.|T\.M\.) ?(.+)$/u;
const PREAMBLE_LINES = 60;
const FOOT_LINES = 15;
const MAX_SIGNATURE = 200;

/** The body that issued the document: the head names it, and the signature says for whom; `null` where nothing does. */
export function readIssuer({ above, inTitle, lines }: IssuerEvidence): string | null {
  const head = bodyAbove(above);
  const signed = signedFor(lines);
  if (head === null) return signed ?? inTitle ?? firstBody(lines.slice(-FOOT_LINES));
  if (head === CENTRE) return [signed, inTitle, acting(lines)].find((name) => name && LEADING.test(name)) ?? head;
  return signed === null ? head : together(head, signed);
}

function firstBody(lines: readonly string[]): string | null {
  return lines.map(issuerOf).find((name) => name !== null) ?? null;
}

/** `Ban Bí thư ban hành Quy chế …`, as the text begins below its head. */
function acting(lines: readonly string[]): string | null {
  return lines.slice(0, PREAMBLE_LINES).flatMap((line) => ACTING.exec(line)?.[1] ?? [])[0] ?? null;
}

/** The names of the head, the superior body's first: `TỈNH ỦY HÀ TĨNH` / `BAN TỔ CHỨC`. */
function bodyAbove(above: readonly string[]): string | null {
  const found: string[] = [];
  let isOpen = false;
  for (const part of above.flatMap(splitCentre)) {
    if (isLetterhead(part) || SIGNED.test(part)) continue;
    if (issuerOf(part) !== null || PARENT.test(part)) found.push(part);
    else if (isOpen && isName(part)) found.push(`${found.pop()} ${part}`);
    else {
      isOpen = false;
      continue;
    }
    isOpen = true;
  }
  const [last, superior] = [found.at(-1), found.at(-2)];
  if (last === undefined) return null;
  const name = inOfficialCase(last).replace(/^(Ban Chấp hành Trung ương) Đảng$/u, "$1");
  if (superior === undefined) return issuerOf(last) && name;
  const other = inOfficialCase(superior);
  if (PART.test(name)) return partOf(name, other);
  // "BAN CHẤP HÀNH" / "ĐẢNG BỘ TỈNH HÀ TĨNH"
  if (PART.test(other)) return partOf(other, name);
  return issuerOf(last) && name;
}

/** `BAN CHẤP HÀNH TRUNG ƯƠNG VĂN PHÒNG` is two lines in one. */
function splitCentre(part: string): string[] {
  const [, centre, rest = ""] = /^(BAN CHẤP HÀNH TRUNG ƯƠNG) (?!ĐẢNG$)(.+)$/u.exec(part) ?? [];
  return centre && issuerOf(rest) !== null ? [centre, rest] : [part];
}

/** The first `T/M …` of the text; behind it an attached text may have signatures of its own. */
function signedFor(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > MAX_SIGNATURE || !/T\.?\/?M/u.test(line)) continue;
    for (const part of partsOf(line.replace(/^Nơi nhận ?:?/u, ""))) {
      const [, body = ""] = SIGNED.exec(part) ?? [];
      const name = body && issuerOf(body);
      if (name) return name;
    }
  }
  return null;
}

/** Head and signature name one body, more or less of it; the Standing Committee signs for the committee of the head. */
function together(head: string, signed: string): string {
  if (compareIssuers(head, signed) === "same" || head.startsWith(signed)) return head;
  if (signed.startsWith(head)) return signed;
  const [standing, seat = ""] = /^Ban Thường vụ(?: (.+))?$/u.exec(signed) ?? [];
  return standing && !head.startsWith("Ban ") && head.startsWith(seat) ? partOf("Ban Thường vụ", head) : head;
}

function partOf(name: string, whole: string): string {
  if (!whole.startsWith(CENTRE)) return `${name} ${whole}`;
  return name === "Văn phòng" ? "Văn phòng Trung ương Đảng" : `${name} Trung ương`;
}
