// As official names are written; longer ones first where one begins another.
const NAMES = `
  Ban Chấp hành Trung ương Đảng | Ban Chấp hành Trung ương | Ban Chấp hành Đảng bộ | Ban Chấp hành | Bộ Chính trị | Ban Bí thư
  Ban Thường vụ | Ban Tổ chức | Ban Tuyên giáo và Dân vận | Ban Tuyên giáo | Ban Dân vận | Ban Nội chính | Ban Kinh tế
  Ban Đối ngoại | Ban cán sự đảng | Ban Chính sách, chiến lược | Ban Chỉ đạo | Ủy ban Kiểm tra | Uỷ ban Kiểm tra | Văn phòng
  Đảng ủy | Đảng uỷ | Đảng đoàn | Tỉnh ủy | Tỉnh uỷ | Thành ủy | Thành uỷ | Huyện ủy | Huyện uỷ | Quận ủy | Quận uỷ
  Thị ủy | Thị uỷ | Quân ủy | Quân uỷ | Đảng bộ | Chi bộ | Chi ủy | Chi uỷ | Hội đồng | Học viện | Đại hội đại biểu | Đại hội
  Trung ương | Đảng | Khối | tỉnh | thành phố | huyện | quận | thị xã | thị trấn | xã | phường | thôn | bản | khu phố | tổ dân phố
  và | các | cơ quan | doanh nghiệp | của | lần thứ | khóa | nhiệm kỳ | trực thuộc
`;

const BODY =
  "BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|KINH TẾ|ĐỐI NGOẠI|CÁN SỰ ĐẢNG|CHÍNH SÁCH|CHỈ ĐẠO)|(?:ỦY|UỶ) BAN KIỂM TRA|VĂN PHÒNG|ĐẢNG (?:ỦY|UỶ|ĐOÀN)|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|QUÂN) (?:ỦY|UỶ)|CHI (?:BỘ|ỦY|UỶ)|ĐẠI HỘI (?:ĐẠI BIỂU|ĐẢNG)|HỘI ĐỒNG LÝ LUẬN";
const ISSUES = new RegExp(`^(?:${BODY})(?!\\p{L})`, "u");
// "BỘ CHÍNH TRỊ QUYẾT ĐỊNH:" names no body of that name.
const ACTS = /(?<!\p{L})(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|QUY ĐỊNH|BAN HÀNH)$/u;
const SIGNS_FOR = /^(?:T\/M|TM\.?|K\/T|KT\.?|T\/L|TL\.?|TUQ\.?) ?/u;

const MAX_NAME = 90;

const names = NAMES.split(/[|\n]/)
  .map((name) => name.trim())
  .filter(Boolean);

/** The body that a line in capitals names, e.g. `T/M BỘ CHÍNH TRỊ` → `Bộ Chính trị`; `null` for any other line. */
export function issuerOf(line: string): string | null {
  const words = line.replace(SIGNS_FOR, "").trim();
  return isName(words) && ISSUES.test(words) ? inOfficialCase(words) : null;
}

/** Whether a line in capitals may be the rest of a body's name that began above: `CÁC CƠ QUAN TRUNG ƯƠNG`. */
export function isName(words: string): boolean {
  return (
    words.length <= MAX_NAME &&
    words === words.toUpperCase() &&
    /^\p{Lu}[\p{L}\d ,-]+$/u.test(words) &&
    !ACTS.test(words)
  );
}

/** Name in capitals as it is written in a text; words that no official name has get a capital each. */
export function inOfficialCase(words: string): string {
  const parts: string[] = [];
  let rest = words;
  while (rest) {
    const known = names.find((name) => rest.startsWith(name.toUpperCase()) && !/^\p{L}/u.test(rest.slice(name.length)));
    const [part = rest] = known ? [known] : (/^\S+/.exec(rest) ?? []);
    parts.push(known ?? part.charAt(0) + part.slice(1).toLowerCase());
    rest = rest.slice(part.length).trimStart();
  }
  return parts.join(" ").replaceAll(" ,", ",");
}
