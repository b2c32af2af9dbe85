/**
 * Kinds of documents as data. Party kinds and their symbols: Quy định 399-QĐ/TW of 09/01/2026 (which replaced
 * 66-QĐ/TW of 06/02/2017); QĐ stands for Quyết định and for Quy định alike, CT for Chỉ thị. State kinds:
 * Nghị định 30/2020/NĐ-CP.
 */
export interface Kind {
  readonly name: string;
  /** As in a document's number; the first is the usual one. */
  readonly symbols: readonly string[];
  /** Names in English questions and translations. */
  readonly english: readonly string[];
  /** Who issues documents of this kind under such a number, where only one side does. */
  readonly only?: "party" | "state";
}

export const KINDS: readonly Kind[] = [
  { name: "Nghị quyết", symbols: ["NQ"], english: ["resolution"] },
  { name: "Quyết định", symbols: ["QĐ"], english: ["decision"] },
  { name: "Chỉ thị", symbols: ["CT"], english: ["directive"] },
  { name: "Kết luận", symbols: ["KL"], english: ["conclusion"] },
  { name: "Quy chế", symbols: ["QC"], english: [] },
  { name: "Quy định", symbols: ["QĐ", "QĐi"], english: ["regulation"], only: "party" },
  { name: "Thông tri", symbols: ["TT"], english: [], only: "party" },
  { name: "Thông tư", symbols: ["TT"], english: ["circular"], only: "state" },
  { name: "Hướng dẫn", symbols: ["HD"], english: ["guideline", "guidance", "instruction"] },
  { name: "Thông báo", symbols: ["TB"], english: ["announcement", "notice"] },
  { name: "Báo cáo", symbols: ["BC"], english: ["report"] },
  { name: "Kế hoạch", symbols: ["KH"], english: ["plan"] },
  { name: "Chương trình", symbols: ["CTr"], english: ["programme", "program"] },
  { name: "Đề án", symbols: ["ĐA"], english: ["scheme"] },
  { name: "Tờ trình", symbols: ["TTr"], english: ["submission"] },
  { name: "Công văn", symbols: ["CV"], english: ["official letter", "official dispatch", "dispatch"] },
  { name: "Nghị định", symbols: ["NĐ"], english: ["decree"], only: "state" },
];
