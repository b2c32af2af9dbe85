// As official names are written; longer ones first where one begins another.
const NAMES = `
  Ban Chấp hành Trung ương Đảng | Ban Chấp hành Trung ương | Ban Chấp hành Đảng bộ | Ban Chấp hành | Bộ Chính trị | Ban Bí thư
  Ban Thường vụ | Ban Tổ chức | Ban Tuyên giáo và Dân vận | Ban Tuyên giáo | Ban Dân vận | Ban Nội chính | Ban Kinh tế
  Ban Đối ngoại | Ban cán sự đảng | Ban Chính sách, chiến lược | Ủy ban Kiểm tra | Uỷ ban Kiểm tra | Văn phòng
  Đảng ủy | Đảng uỷ | Đảng đoàn | Tỉnh ủy | Tỉnh uỷ | Thành ủy | Thành uỷ | Huyện ủy | Huyện uỷ | Quận ủy | Quận uỷ
  Thị ủy | Thị uỷ | Quân ủy | Quân uỷ | Đảng bộ | Chi bộ | Trung ương | Đảng | Khối | tỉnh | thành phố | huyện | xã | phường | và | các | cơ quan
`;

const ISSUES =
  /^(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|KINH TẾ|ĐỐI NGOẠI|CÁN SỰ ĐẢNG|CHÍNH SÁCH)|(?:ỦY|UỶ) BAN KIỂM TRA|VĂN PHÒNG|ĐẢNG (?:ỦY|UỶ|ĐOÀN)|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|QUÂN) (?:ỦY|UỶ)|CHI BỘ)(?![\p{L}])/u;

const MAX_NAME = 90;

const names = NAMES.split(/[|\n]/)
  .map((name) => name.trim())
  .filter(Boolean);

/** The body that a line in capitals names, e.g. `T/M BỘ CHÍNH TRỊ` → `Bộ Chính trị`; `null` for any other line. */
export function issuerOf(line: string): string | null {
  const words = line.replace(/^(?:T\/M|TM\.?|K\/T|KT\.?|T\/L|TL\.?) ?/u, "").trim();
  const isName = words.length <= MAX_NAME && words === words.toUpperCase() && /^[\p{L} ,-]+$/u.test(words);
  return isName && ISSUES.test(words) ? inOfficialCase(words) : null;
}

function inOfficialCase(words: string): string {
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
