import type { RelationType } from "../core/relation.ts";

/** A verb that documents are the subject and the object of. Words are accented, and read with or without their marks. */
export interface RelationVerb {
  readonly words: readonly string[];
  readonly type: RelationType;
  /** What it does to a document of which it touches a part alone. */
  readonly partly: RelationType;
  /** Says of its subject that it ends: the other document stands behind "kể từ ngày". */
  readonly isEnding?: true;
}

export const RELATION_VERBS: readonly RelationVerb[] = [
  { words: ["thay thế cho", "thay thế", "thay cho", "thay"], type: "replaces", partly: "amends" },
  { words: ["sửa đổi", "chỉnh sửa"], type: "amends", partly: "amends" },
  { words: ["bổ sung cho", "bổ sung"], type: "supplements", partly: "supplements" },
  { words: ["bãi bỏ", "hủy bỏ"], type: "repeals", partly: "amends" },
  {
    words: [
      "hết hiệu lực",
      "không còn hiệu lực",
      "chấm dứt hiệu lực",
      "mất hiệu lực",
      "hết hiệu lực thi hành",
      "không còn hiệu lực thi hành",
    ],
    type: "repeals",
    partly: "amends",
    isEnding: true,
  },
  { words: ["hướng dẫn"], type: "guides", partly: "guides" },
  { words: ["thực hiện", "thi hành", "triển khai", "cụ thể hóa"], type: "implements", partly: "implements" },
  { words: ["ban hành kèm theo", "kèm theo", "ban hành"], type: "issues", partly: "issues" },
];

/** Without its marks "thay" is "thấy" too. */
export const SPELLED_EXACTLY: readonly string[] = ["thay"];

/** Types whose object is no longer what it was. */
export const CHANGES: ReadonlySet<RelationType> = new Set(["replaces", "amends", "supplements", "repeals"]);

/** What may stand before a verb of doing, and leaves it the same. */
export const COMPANIONS = [
  ...[
    "tiếp tục",
    "đẩy mạnh",
    "tăng cường",
    "tổ chức",
    "triển khai",
    "quán triệt",
    "tuyên truyền",
    "học tập",
    "phổ biến",
  ],
  ...["lãnh đạo", "chỉ đạo", "nghiêm túc", "khẩn trương", "tập trung", "chủ động", "đồng bộ", "nâng cao hiệu quả"],
];

/** What "hướng dẫn" is followed by without another meaning: guidance on doing is guidance. */
export const GUIDED = ["việc", "cụ thể", "chi tiết", "tổ chức", "triển khai", "thực hiện", "thi hành", "áp dụng"];

/** Between a document and its verb: words that neither deny nor postpone it. */
export const PLAIN = [
  ...[
    "đã",
    "cũng",
    "nay",
    "hiện nay",
    "hiện",
    "chính thức",
    "mới",
    "vừa",
    "trực tiếp",
    "chính là",
    "là văn bản",
    "là",
    "này",
  ],
  ...["văn bản này", "ra đời", "có nội dung", "được dùng", "dùng", "được xây dựng", "được ký", "được công bố"],
];
export const PURPOSE = ["nhằm mục đích", "với mục đích", "nhằm", "để"];
export const CONJUNCTIONS = ["và đồng thời", "và", "đồng thời"];
export const PASSIVE = ["được", "bị"];

export const SINCE = ["kể từ ngày", "kể từ khi", "kể từ thời điểm", "từ ngày", "từ khi", "từ thời điểm", "khi"];

/** With these a document has others do it. */
export const ORDERS = [
  ...["nêu yêu cầu", "đề ra yêu cầu", "đặt ra yêu cầu", "có yêu cầu", "là yêu cầu", "yêu cầu", "giao nhiệm vụ cho"],
  ...["giao nhiệm vụ", "giao cho", "giao", "chỉ đạo"],
];
/** What is done on the way to a document that does not exist yet. */
export const PREPARATIONS = [
  ...[
    "sớm",
    "tham mưu",
    "nghiên cứu",
    "xem xét",
    "xây dựng",
    "ban hành",
    "có",
    "các văn bản",
    "văn bản",
    "quy định mới",
  ],
  ...[
    "trình",
    "để",
    "việc",
    "rà soát",
    "khẩn trương",
    "chuẩn bị",
    "hoàn thiện",
    "đề xuất",
    "soạn thảo",
    "phải",
    "cần",
    "về",
  ],
  ...["kịp thời", "chủ trì", "phối hợp", "mới", "hoàn thành", "tiến hành", "dự thảo", "phương án", "và"],
];

/** Behind "về", before the verb that the document is about. */
/** Behind a title, a sentence goes on with one of these. */
export const RESUMPTIONS = ["để", "nhằm", "được", "bị", "có hiệu lực"];
/** Likewise, but behind a comma another subject may have come in. */
export const NEAR_RESUMPTIONS = ["đã", "do", "của", "nay", "yêu cầu", "giao", "chỉ đạo"];

export const TITLE_OPENINGS = [
  ...["việc", "một số nội dung", "một số vấn đề", "một số nhiệm vụ, giải pháp", "một số nhiệm vụ và giải pháp"],
  ...[
    "một số nhiệm vụ",
    "một số giải pháp",
    "một số chủ trương, giải pháp",
    "một số chủ trương",
    "chủ trương",
    "về",
    "để",
  ],
  ...["nhằm", "trong", "và", "nhiệm vụ", "giải pháp"],
];

/** Between a verb and its object. */
export const WHOLE = [
  ...[
    "cho",
    "toàn bộ",
    "hoàn toàn",
    "các văn bản sau đây",
    "các văn bản sau",
    "các văn bản",
    "các",
    "những",
    "văn bản",
    "cả",
  ],
  ...[
    "hai",
    "ba",
    "đối với",
    "nghiêm túc",
    "nghiêm",
    "có hiệu quả",
    "hiệu quả",
    "tốt",
    "đầy đủ",
    "thắng lợi",
    "thành công",
  ],
];
export const PART = [
  ...[
    "một phần",
    "một số điều, khoản",
    "một số điều",
    "một số khoản",
    "một số điểm",
    "một số nội dung",
    "một số quy định",
  ],
  ...["một số mục", "các nội dung", "những nội dung", "nội dung", "các quy định tại", "quy định tại"],
];

/** Left of a statement, these say that it is not, or not yet, so. */
export const UNCERTAIN = [
  ...[
    "nếu",
    "giả sử",
    "trường hợp",
    "liệu",
    "dự kiến",
    "dự thảo",
    "đề nghị",
    "đề xuất",
    "kiến nghị",
    "sẽ",
    "sắp",
    "chưa",
  ],
  ...[
    "không",
    "chẳng",
    "chuẩn bị",
    "nghiên cứu",
    "xem xét",
    "phải chăng",
    "có phải",
    "khi",
    "tin đồn",
    "cho rằng",
    "cần",
    "nên",
  ],
];
/** Anywhere in a clause, these ask. */
export const ASKING = [
  ...[
    "hay không",
    "hay chưa",
    "phải không",
    "có phải",
    "phải chăng",
    "chưa rõ",
    "không rõ",
    "chưa biết",
    "không biết",
    "liệu",
  ],
  ...["chưa xác định", "không xác định"],
];
/** Right behind a statement, these take it back. */
export const TAKEN_BACK = [
  ...[
    "là",
    "hay",
    "hoặc",
    "chưa",
    "không",
    "sẽ",
    "dự kiến",
    "đang",
    "tương ứng",
    "cần",
    "phải",
    "nếu",
    "lần lượt",
    "thì",
  ],
];

/** Kinds that put something into force; others only speak of changing a document of another kind. */
export const ENACTING: ReadonlySet<string | null> = new Set([
  ...["Quyết định", "Quy định", "Nghị quyết", "Quy chế", "Nghị định", "Thông tư", null],
]);
/** Kinds that put nothing into force at all. */
export const PROPOSING: ReadonlySet<string | null> = new Set(["Tờ trình", "Báo cáo", "Đề án"]);
/** Kinds that other documents are attached to when they are issued. */
export const CARRIERS: ReadonlySet<string | null> = new Set([
  "Quyết định",
  "Nghị quyết",
  "Thông tư",
  "Nghị định",
  null,
]);
