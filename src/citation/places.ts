import { fold, hasDiacritics, matchForm } from "../core/text.ts";

/** A province or city directly under the centre. */
export interface Place {
  readonly name: string;
  /** Those of before 01/7/2025 that were joined to it then. */
  readonly absorbed: readonly string[];
}

/**
 * The 34 provinces and cities since 01/7/2025 with what was joined to each, by Nghị quyết 202/2025/QH15 of 12/6/2025.
 * All names together, without Huế, are the 63 of before; Thừa Thiên Huế became Huế on 01/01/2025.
 */
export const PLACES: readonly Place[] = [
  { name: "Hà Nội", absorbed: [] },
  { name: "Huế", absorbed: ["Thừa Thiên Huế"] },
  { name: "Cao Bằng", absorbed: [] },
  { name: "Điện Biên", absorbed: [] },
  { name: "Hà Tĩnh", absorbed: [] },
  { name: "Lai Châu", absorbed: [] },
  { name: "Lạng Sơn", absorbed: [] },
  { name: "Nghệ An", absorbed: [] },
  { name: "Quảng Ninh", absorbed: [] },
  { name: "Sơn La", absorbed: [] },
  { name: "Thanh Hóa", absorbed: [] },
  { name: "Tuyên Quang", absorbed: ["Hà Giang"] },
  { name: "Lào Cai", absorbed: ["Yên Bái"] },
  { name: "Thái Nguyên", absorbed: ["Bắc Kạn"] },
  { name: "Phú Thọ", absorbed: ["Vĩnh Phúc", "Hòa Bình"] },
  { name: "Bắc Ninh", absorbed: ["Bắc Giang"] },
  { name: "Hưng Yên", absorbed: ["Thái Bình"] },
  { name: "Hải Phòng", absorbed: ["Hải Dương"] },
  { name: "Ninh Bình", absorbed: ["Hà Nam", "Nam Định"] },
  { name: "Quảng Trị", absorbed: ["Quảng Bình"] },
  { name: "Đà Nẵng", absorbed: ["Quảng Nam"] },
  { name: "Quảng Ngãi", absorbed: ["Kon Tum"] },
  { name: "Gia Lai", absorbed: ["Bình Định"] },
  { name: "Khánh Hòa", absorbed: ["Ninh Thuận"] },
  { name: "Lâm Đồng", absorbed: ["Đắk Nông", "Bình Thuận"] },
  { name: "Đắk Lắk", absorbed: ["Phú Yên"] },
  { name: "Thành phố Hồ Chí Minh", absorbed: ["Bình Dương", "Bà Rịa - Vũng Tàu"] },
  { name: "Đồng Nai", absorbed: ["Bình Phước"] },
  { name: "Tây Ninh", absorbed: ["Long An"] },
  { name: "Cần Thơ", absorbed: ["Sóc Trăng", "Hậu Giang"] },
  { name: "Vĩnh Long", absorbed: ["Bến Tre", "Trà Vinh"] },
  { name: "Đồng Tháp", absorbed: ["Tiền Giang"] },
  { name: "Cà Mau", absorbed: ["Bạc Liêu"] },
  { name: "An Giang", absorbed: ["Kiên Giang"] },
];

// "Hồ Chí Minh" alone is mostly the man: only what calls it a city is the city.
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  "Thừa Thiên Huế": ["Thừa Thiên Huế", "Thừa Thiên - Huế", "Thừa Thiên-Huế"],
  "Thành phố Hồ Chí Minh": [
    ...["Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "TP.Hồ Chí Minh", "TP Hồ Chí Minh", "Thành ủy Hồ Chí Minh"],
    ...["TP. HCM", "TP.HCM", "TP HCM", "TPHCM", "Ho Chi Minh City"],
  ],
  "Bà Rịa - Vũng Tàu": ["Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu", "Bà Rịa Vũng Tàu"],
  "Đắk Lắk": ["Đắk Lắk", "Đăk Lăk", "Đắc Lắc", "Đắc Lắk", "Daklak"],
  "Đắk Nông": ["Đắk Nông", "Đăk Nông", "Đắc Nông"],
  "Kon Tum": ["Kon Tum", "Kontum"],
};

const spellings: readonly (readonly [folded: string, name: string])[] = PLACES.flatMap(({ name, absorbed }) => [
  name,
  ...absorbed,
])
  .flatMap((name) => (SPELLINGS[name] ?? [name]).map((spelling) => [fold(spelling), name] as const))
  .sort(([a], [b]) => b.length - a.length);

const nameOf = new Map(spellings);

/** Folded spellings of all places as a pattern, longer ones first. */
export const PLACE_PATTERN = spellings.map(([folded]) => folded.replaceAll(".", "\\.")).join("|");

const PLACE = new RegExp(`(?<![a-z])(?:${PLACE_PATTERN})(?![a-z])`, "g");

/** The canonical name of a place by its folded spelling. */
export function placeNamed(folded: string): string | null {
  return nameOf.get(folded) ?? null;
}

/** The first province or city named in the text, as it was called then; "hòa bình" is peace, and "Hòa Bình" a place. */
export function placeIn(text: string): string | null {
  const folded = fold(text);
  const isMarked = hasDiacritics(text);
  for (const { 0: spelling, index } of folded.matchAll(PLACE)) {
    const isTyped = !isMarked && CALLED_ONE.test(folded.slice(Math.max(0, index - 10), index));
    if (isTyped || isCapitalised(text.slice(index, index + spelling.length))) return placeNamed(spelling);
  }
  return null;
}

// In small letters "hòa bình" is peace, and "hue" may be many things.
const OTHERWISE = new Set(["hoa binh", "hue"]);

/** Places in a question as typed, which is often without capitals and without marks. */
export function placesTyped(question: string): string[] {
  const isMarked = hasDiacritics(question);
  return Array.from(fold(question).matchAll(PLACE), ({ 0: folded, index }) => ({
    folded,
    typed: question.slice(index, index + folded.length),
  })).flatMap(({ folded, typed }) => {
    const isMeant = isMarked ? matchForm(typed) === matchForm(placeNamed(folded) ?? "") : true;
    return isCapitalised(typed) || (isMeant && !OTHERWISE.has(folded)) ? [typed] : [];
  });
}

const CALLED_ONE = /(?:tinh|uy|tp\.?|pho|dang bo)\s$/;

function isCapitalised(printed: string): boolean {
  return printed.split(/[\s.-]+/).every((word) => !/^\p{Ll}/u.test(word) || /^(?:phố|ủy|uỷ|pho|uy)$/u.test(word));
}
