/**
 * Kinds of documents as data.
 *
 * The Party: the 25 kinds and the papers of Quy định 399-QĐ/TW of 09/01/2026 (which replaced 66-QĐ/TW of 06/02/2017).
 * Symbols in `symbols` are confirmed by numbers in use, by Hướng dẫn 36-HD/VPTW of 03/4/2018 (QĐ for Quyết định and
 * Quy định alike, BS for copies), or, where the Party's own rule was not seen, by the table of Nghị định 30/2020/NĐ-CP,
 * Phụ lục III (QyĐ, TC, PA, ĐA, DA, BB, CĐ, GM, GGT, GNP, PG, PC). QĐi stands in numbers of 2018 (01-QĐi/UBKTTW,
 * 07-QĐi/TW, 08-QĐi/TW); CTrHĐ for a Chương trình hành động was seen once (09-CTrHĐ/ĐU).
 * The state: Nghị định 30/2020/NĐ-CP and Luật Ban hành văn bản quy phạm pháp luật.
 */
export interface Kind {
  readonly name: string;
  /** Older or fuller names of the same kind. */
  readonly aliases?: readonly string[];
  /** As in a document's number; the first is the usual one. */
  readonly symbols: readonly string[];
  /** Symbols that nobody confirmed, mostly initials ("Thông báo kết luận"): they tell the kind only next to its name. */
  readonly inferred?: readonly string[];
  /** Names in English questions and translations. */
  readonly english: readonly string[];
  /** Who issues documents of this kind under such a number, where only one side does. */
  readonly only?: "party" | "state";
  /**
   * How such a document is named: `short` also by kind and number alone ("Kết luận 21"), `whole` only by its whole
   * number ("phương án 2" is an option), `title` without any number.
   */
  readonly naming: "short" | "whole" | "title";
  /** Numbered by the National Assembly with year and term: `117/2025/QH15`. */
  readonly assembly?: boolean;
}

export const KINDS: readonly Kind[] = [
  { name: "Cương lĩnh chính trị", symbols: [], english: [], only: "party", naming: "title" },
  { name: "Điều lệ Đảng", symbols: [], english: [], only: "party", naming: "title" },
  { name: "Chiến lược", symbols: [], inferred: ["CL"], english: ["strategy"], naming: "whole" },
  { name: "Nghị quyết", symbols: ["NQ"], english: ["resolution"], naming: "short", assembly: true },
  { name: "Quyết định", symbols: ["QĐ"], english: ["decision"], naming: "short" },
  { name: "Chỉ thị", symbols: ["CT"], english: ["directive"], naming: "short" },
  { name: "Kết luận", symbols: ["KL"], english: ["conclusion"], naming: "short" },
  { name: "Quy chế", aliases: ["Qui chế"], symbols: ["QC"], inferred: ["QCPH", "QCLV"], english: [], naming: "short" },
  {
    name: "Quy định",
    aliases: ["Qui định"],
    symbols: ["QĐ", "QĐi", "QyĐ"],
    english: ["regulation"],
    only: "party",
    naming: "short",
  },
  { name: "Thông tri", symbols: ["TT"], english: [], only: "party", naming: "short" },
  {
    name: "Hướng dẫn",
    symbols: ["HD"],
    inferred: ["HDLN", "HDLT"],
    english: ["guideline", "guidance", "instruction"],
    naming: "short",
  },
  { name: "Thông báo", symbols: ["TB"], inferred: ["TBKL"], english: ["announcement", "notice"], naming: "short" },
  { name: "Thông cáo", symbols: ["TC"], english: ["communique"], naming: "whole" },
  { name: "Tuyên bố", symbols: [], inferred: ["TB"], english: ["statement"], naming: "whole" },
  { name: "Lời kêu gọi", symbols: [], inferred: ["LKG"], english: ["appeal"], naming: "whole" },
  { name: "Báo cáo", symbols: ["BC"], english: ["report"], naming: "short" },
  { name: "Kế hoạch", symbols: ["KH"], inferred: ["KHLT", "KHPH"], english: ["plan"], naming: "short" },
  { name: "Quy hoạch", aliases: ["Qui hoạch"], symbols: [], inferred: ["QH"], english: [], naming: "whole" },
  {
    name: "Chương trình",
    aliases: ["Chương trình hành động"],
    symbols: ["CTr", "CTrHĐ"],
    inferred: ["CTHĐ", "CTPH"],
    english: ["programme", "program"],
    naming: "short",
  },
  { name: "Đề án", symbols: ["ĐA"], english: ["scheme"], naming: "short" },
  { name: "Phương án", symbols: ["PA"], english: [], naming: "whole" },
  { name: "Dự án", symbols: ["DA"], english: ["project"], naming: "whole" },
  { name: "Tờ trình", symbols: ["TTr"], english: ["submission"], naming: "short" },
  { name: "Công văn", symbols: ["CV"], english: ["official letter", "official dispatch", "dispatch"], naming: "short" },
  { name: "Biên bản", symbols: ["BB"], english: ["minutes"], naming: "whole" },

  { name: "Giấy giới thiệu", symbols: ["GGT"], english: [], naming: "whole" },
  { name: "Giấy chứng nhận", symbols: [], inferred: ["GCN"], english: [], naming: "whole" },
  { name: "Giấy đi đường", symbols: [], inferred: ["GĐĐ"], english: [], naming: "whole" },
  { name: "Giấy nghỉ phép", symbols: ["GNP"], english: [], naming: "whole" },
  { name: "Giấy mời", symbols: ["GM"], english: [], naming: "whole" },
  { name: "Phiếu chuyển", symbols: ["PC"], english: [], naming: "whole" },
  { name: "Phiếu gửi", symbols: ["PG"], english: [], naming: "whole" },
  { name: "Thư công", symbols: [], inferred: ["TC"], english: [], naming: "whole" },
  { name: "Bản sao", symbols: ["BS"], english: ["copy"], naming: "whole" },

  { name: "Luật", symbols: [], english: ["law"], only: "state", naming: "whole", assembly: true },
  { name: "Bộ luật", symbols: [], english: ["code"], only: "state", naming: "whole", assembly: true },
  { name: "Pháp lệnh", symbols: ["PL"], english: ["ordinance"], only: "state", naming: "whole", assembly: true },
  { name: "Lệnh", symbols: ["L"], english: ["order"], only: "state", naming: "whole" },
  { name: "Nghị định", symbols: ["NĐ"], english: ["decree"], only: "state", naming: "short" },
  { name: "Thông tư liên tịch", symbols: ["TTLT"], english: ["joint circular"], only: "state", naming: "short" },
  { name: "Nghị quyết liên tịch", symbols: ["NQLT"], english: ["joint resolution"], only: "state", naming: "whole" },
  { name: "Thông tư", symbols: ["TT"], english: ["circular"], only: "state", naming: "short" },
  { name: "Công điện", symbols: ["CĐ"], english: [], only: "state", naming: "whole" },
];
