import { matchAt } from "./patterns.ts";
import { PLACE_PATTERN, placeIn, placeNamed } from "./places.ts";

/** Which committee of its level: `Hà Tĩnh`, `xã Kỳ Anh`, `Khối`; `name` is `null` where nothing says it. */
export interface Where {
  readonly name: string | null;
  /** Whether the name itself says "tỉnh" or "thành phố" before the place. */
  readonly level: "tỉnh" | "thành phố" | null;
  readonly place: string | null;
  readonly end: number;
}

const PROVINCE = new RegExp(
  `\\s{1,3}(?:(?<level>tinh|thanh pho|tp\\.?)\\s{1,3})?(?<place>${PLACE_PATTERN})(?![a-z])`,
  "y",
);
// "Huyện ủy Kỳ Anh, tỉnh Hà Tĩnh", "(Hà Tĩnh)".
const BEHIND = new RegExp(
  `\\s{0,3}[,(]?\\s{0,3}(?:tinh|thanh pho|tp\\.?)\\s{1,3}(?<place>${PLACE_PATTERN})(?![a-z])\\)?`,
  "y",
);

const LEVEL =
  "(?:[Tt]ỉnh|[Tt]hành\\s{1,3}phố|[Hh]uyện|[Qq]uận|[Tt]hị\\s{1,3}(?:xã|trấn)|[Xx]ã|[Pp]hường|[Đđ]ặc\\s{1,3}khu)";
const CAPITALISED = "\\p{Lu}\\p{L}{0,12}(?:[\\s-]{1,3}\\p{Lu}\\p{L}{0,12}){0,5}";
const AGENCIES = "(?:[Cc]ác\\s{1,3})?(?:[Cc]ơ\\s{1,3}quan|[Dd]oanh\\s{1,3}nghiệp|[Dd]ân\\s{1,3}chính\\s{1,3}[Đđ]ảng)";
const BLOC = `[Kk]hối(?:\\s{1,3}${AGENCIES}(?:,?\\s{1,3}(?:và\\s{1,3})?${AGENCIES})?)?(?:\\s{1,3}(?:Trung\\s{1,3}ương|tỉnh|thành\\s{1,3}phố))?`;
// The committees at the centre since 2025.
const CENTRAL =
  "[Cc]ác\\s{1,3}cơ\\s{1,3}quan\\s{1,3}[Đđ]ảng\\s{1,3}(?:Trung\\s{1,3}ương|tỉnh|thành\\s{1,3}phố)|Mặt\\s{1,3}trận\\s{1,3}Tổ\\s{1,3}quốc,\\s{1,3}các\\s{1,3}đoàn\\s{1,3}thể\\s{1,3}Trung\\s{1,3}ương|Quốc\\s{1,3}hội|Chính\\s{1,3}phủ";
const NAMED = new RegExp(
  `\\s{1,3}(?<name>${BLOC}|${CENTRAL}|${LEVEL}\\s{1,3}${CAPITALISED}|${LEVEL}|${CAPITALISED})(?!\\p{L})`,
  "uy",
);
// A run of capitals that goes on in small letters is a name of unknown length: "Bộ Nội | vụ".
const GOES_ON =
  /(?:\s{1,3}\p{Ll}{1,12}(?:[\s-]{1,3}\p{L}{1,12}){0,6}?)(?=\s{0,3}(?:[,.;:()“”"\n]|$)|\s{1,3}(?:về|ngày|kh(?:óa|oá)|năm|nhiệm\s{1,3}kỳ)(?!\p{L}))/uy;
const CLAUSE =
  /^\s{1,3}(?:về|ngày|khóa|khoá|năm|nhiệm|đã|đang|sẽ|được|bị|là|có|để|nhằm|trong|với|theo|tại|do|cho|đến|từ|ban hành|ký|ra|vừa|mới|cũng|kịp thời|tiếp tục|chính thức|quy định|nêu|yêu cầu|thay|gồm|còn|phải|cần|hay|hoặc|thì|mà|nếu|khi|và|tổ chức|chỉ đạo|triển khai|thực hiện)(?!\p{L})/u;

/** What stands behind "Tỉnh ủy", "Đảng bộ" or "UBND"; `undefined` where a name stands there that cannot be told. */
export function readWhere(text: string, folded: string, at: number): Where | undefined {
  const province = matchAt(PROVINCE, folded, at);
  const place = province && placeNamed(province.groups?.["place"] ?? "");
  // Typed in small letters "tinh uy hoa binh" is a place all the same: nothing but its name stands there.
  if (province && place) {
    const { level } = province.groups ?? {};
    return {
      name: place,
      level: level ? (level === "tinh" ? "tỉnh" : "thành phố") : null,
      place,
      end: at + province[0].length,
    };
  }

  const named = matchAt(NAMED, text, at);
  if (!named) return placed({ name: null, level: null, place: null, end: at }, folded);
  const end = at + named[0].length;
  const printed = (named.groups?.["name"] ?? "").replace(/\s+/g, " ");
  const isRun = /^\p{Lu}/u.test(printed) && !/^(?:Khối|Các|Mặt|Quốc|Chính)/u.test(printed);
  if (!isRun || !/^\s{1,3}\p{Ll}/u.test(text.slice(end, end + 5)) || CLAUSE.test(text.slice(end, end + 20)))
    return placed({ name: printed, level: null, place: placeIn(printed), end }, folded);
  const rest = matchAt(GOES_ON, text, end);
  if (!rest) return undefined;
  const name = printed + rest[0].replace(/\s+/g, " ");
  return placed({ name, level: null, place: null, end: end + rest[0].length }, folded);
}

function placed(where: Where, folded: string): Where {
  if (where.place !== null) return where;
  const behind = matchAt(BEHIND, folded, where.end);
  return behind
    ? { ...where, place: placeNamed(behind.groups?.["place"] ?? ""), end: where.end + behind[0].length }
    : where;
}
