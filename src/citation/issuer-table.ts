/**
 * Bodies that issue documents, as data. Where no source is named, the name and its suffix are general knowledge.
 *
 * Suffixes seen in numbers: TW (also of Bộ Chính trị and Ban Bí thư), TU, HU, ĐU, CB, ĐH, ĐUK, VPTW, BTCTW, UBKTTW, BTGTW,
 * BTGDVTW (1147-QĐ/BTGDVTW of 01/12/2025), VPTU, BTCTU, BTGDVTU, UBKTTU, QUTW, ĐUQSTW, QU, TGV; of the state TTg, CP,
 * UBND, BQP, VPQH. Forms by Hướng dẫn 36-HD/VPTW of 03/4/2018 and Hướng dẫn 05-HD/VPTW of 27/5/2026.
 */
export interface Body {
  readonly name: string;
  readonly aliases: readonly string[];
  /** In English texts. */
  readonly english: readonly string[];
  /** Behind the slash of a party number, or the last dash of a state number; empty where none was seen. */
  readonly suffixes: readonly string[];
  /** `top`: leads the whole Party and signs TW. */
  readonly rank: "top" | "commission" | "army" | "state";
  /** ISO dates between which it had this name, where known. */
  readonly since?: string;
  readonly until?: string;
}

const top = { rank: "top", suffixes: ["TW"] } as const;
const state = { rank: "state", english: [] } as const;
const commission = (name: string, suffix: string, period: Pick<Body, "since" | "until"> = {}): Body => ({
  name: `${name} Trung ương`,
  aliases: [`${name} Trung ương Đảng`, suffix, suffix.replace(/TW$/, " Trung ương")],
  english: [],
  suffixes: [suffix],
  rank: "commission",
  ...period,
});

export const BODIES: readonly Body[] = [
  {
    ...top,
    name: "Ban Chấp hành Trung ương",
    aliases: [
      ...["Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Ban Chấp hành Trung ương Đảng", "BCH Trung ương Đảng"],
      ...["BCH Trung ương", "BCHTW Đảng", "BCHTW"],
    ],
    english: ["Party Central Committee", "Central Executive Committee", "Central Committee"],
  },
  {
    ...top,
    name: "Bộ Chính trị",
    aliases: [
      "Bộ Chính trị Ban Chấp hành Trung ương Đảng",
      "Bộ Chính trị Trung ương Đảng",
      "Bộ Chính trị Trung ương",
      "BCT",
    ],
    english: ["Politburo", "Political Bureau"],
  },
  {
    ...top,
    name: "Ban Bí thư",
    aliases: ["Ban Bí thư Ban Chấp hành Trung ương Đảng", "Ban Bí thư Trung ương Đảng", "Ban Bí thư Trung ương", "BBT"],
    english: ["Party Secretariat", "Secretariat"],
  },
  // One of the three above, left open.
  { ...top, name: "Trung ương", aliases: ["Trung ương Đảng"], english: [] },

  {
    ...commission("Ban Tổ chức", "BTCTW"),
    english: ["Central Organising Commission", "Central Organizing Commission", "Central Organization Commission"],
  },
  {
    ...commission("Ủy ban Kiểm tra", "UBKTTW"),
    english: ["Central Inspection Commission", "Central Inspection Committee"],
  },
  // Joined with Ban Dân vận on 03/02/2025; a number 03-HD/BTGTW of 27/8/2026 was seen once.
  commission("Ban Tuyên giáo", "BTGTW", { until: "2025-02-03" }),
  commission("Ban Dân vận", "BDVTW", { until: "2025-02-03" }),
  commission("Ban Tuyên giáo và Dân vận", "BTGDVTW", { since: "2025-02-03" }),
  commission("Ban Nội chính", "BNCTW"),
  // Went on as Ban Chính sách, chiến lược Trung ương in 2025; its suffix was not seen.
  commission("Ban Kinh tế", "BKTTW"),
  {
    name: "Ban Chính sách, chiến lược Trung ương",
    aliases: [],
    english: [],
    suffixes: [],
    rank: "commission",
  },
  commission("Ban Đối ngoại", "BĐNTW"),
  {
    name: "Văn phòng Trung ương Đảng",
    aliases: [
      "Văn phòng Ban Chấp hành Trung ương Đảng",
      "Văn phòng Ban Chấp hành Trung ương",
      "Văn phòng Trung ương",
      "VPTW",
    ],
    english: ["Central Party Office", "Office of the Central Committee"],
    suffixes: ["VPTW"],
    rank: "commission",
  },
  commission("Hội đồng Lý luận", "HĐLLTW"),

  {
    name: "Quân ủy Trung ương",
    aliases: ["QUTW"],
    english: ["Central Military Commission"],
    suffixes: ["QUTW"],
    rank: "army",
  },
  { name: "Đảng ủy Quân sự Trung ương", aliases: ["ĐUQSTW"], english: [], suffixes: ["ĐUQSTW"], rank: "army" },
  { name: "Đảng ủy Công an Trung ương", aliases: ["ĐUCATW"], english: [], suffixes: ["ĐUCATW"], rank: "army" },

  { ...state, name: "Quốc hội", aliases: [], english: ["National Assembly"], suffixes: ["QH"] },
  { ...state, name: "Ủy ban Thường vụ Quốc hội", aliases: ["UBTVQH", "UBTV Quốc hội"], suffixes: ["UBTVQH"] },
  { ...state, name: "Chủ tịch nước", aliases: [], suffixes: ["CTN"] },
  {
    ...state,
    name: "Thủ tướng Chính phủ",
    aliases: ["Thủ tướng", "TTCP"],
    english: ["Prime Minister"],
    suffixes: ["TTg"],
  },
  { ...state, name: "Chính phủ", aliases: [], english: ["Government"], suffixes: ["CP"] },
  { ...state, name: "Văn phòng Chính phủ", aliases: [], suffixes: ["VPCP"] },
  { ...state, name: "Văn phòng Quốc hội", aliases: [], suffixes: ["VPQH"] },
  { ...state, name: "Bộ Quốc phòng", aliases: [], suffixes: ["BQP"] },
  { ...state, name: "Bộ Công an", aliases: [], suffixes: ["BCA"] },
  { ...state, name: "Bộ Nội vụ", aliases: [], english: ["Ministry of Home Affairs"], suffixes: ["BNV"] },
  { ...state, name: "Bộ Tài chính", aliases: [], english: ["Ministry of Finance"], suffixes: ["BTC"] },
  { ...state, name: "Bộ Tư pháp", aliases: [], suffixes: ["BTP"] },
  { ...state, name: "Bộ Giáo dục và Đào tạo", aliases: [], suffixes: ["BGDĐT", "BGD"] },
  { ...state, name: "Bộ Y tế", aliases: [], suffixes: ["BYT"] },
  { ...state, name: "Bộ Khoa học và Công nghệ", aliases: [], suffixes: ["BKHCN"] },
  { ...state, name: "Bộ Kế hoạch và Đầu tư", aliases: [], suffixes: ["BKHĐT"] },
];

/** A part of a local committee, or a commission of it. */
export interface Organ {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Put before the suffix of the committee; `null` where it signs with the committee's own. */
  readonly stem: string | null;
}

export const ORGANS: readonly Organ[] = [
  { name: "Ban Chấp hành", aliases: ["BCH"], stem: null },
  { name: "Ban Thường vụ", aliases: ["BTV", "Thường vụ"], stem: null },
  { name: "Thường trực", aliases: [], stem: null },
  { name: "Ban Tổ chức", aliases: ["BTC"], stem: "BTC" },
  { name: "Ủy ban Kiểm tra", aliases: ["UBKT"], stem: "UBKT" },
  { name: "Ban Tuyên giáo và Dân vận", aliases: ["BTGDV"], stem: "BTGDV" },
  { name: "Ban Tuyên giáo", aliases: ["BTG"], stem: "BTG" },
  { name: "Ban Dân vận", aliases: ["BDV"], stem: "BDV" },
  { name: "Ban Nội chính", aliases: ["BNC"], stem: "BNC" },
  { name: "Văn phòng", aliases: ["VP"], stem: "VP" },
];

/** A local committee, which the organisation under it stands for: Tỉnh ủy is the Ban Chấp hành of a Đảng bộ tỉnh. */
export interface Seat {
  readonly name: string;
  readonly organisation: string;
  readonly suffixes: readonly string[];
}

// There has been no district level since 01/7/2025. The bloc committees (ĐUK) were dissolved in 2025.
export const SEATS: readonly Seat[] = [
  { name: "Tỉnh ủy", organisation: "Đảng bộ tỉnh", suffixes: ["TU"] },
  { name: "Thành ủy", organisation: "Đảng bộ thành phố", suffixes: ["TU"] },
  { name: "Huyện ủy", organisation: "Đảng bộ huyện", suffixes: ["HU"] },
  { name: "Quận ủy", organisation: "Đảng bộ quận", suffixes: ["QU"] },
  { name: "Thị ủy", organisation: "Đảng bộ thị xã", suffixes: ["TU"] },
  { name: "Đảng ủy", organisation: "Đảng bộ", suffixes: ["ĐU", "ĐUK"] },
  { name: "Chi ủy", organisation: "Chi bộ", suffixes: ["CB"] },
];
