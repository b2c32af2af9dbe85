import type { RelationType } from "../core/relation.ts";

/** A verb that documents are the subject and the object of. All words here have their marks; texts may lack them. */
export interface RelationVerb {
  readonly words: readonly string[];
  readonly type: RelationType;
  /** What it does to a document of which it touches a part alone. */
  readonly partly: RelationType;
  /** Says of its subject that it ends: the other document stands behind "kể từ ngày". */
  readonly isEnding?: true;
}

const list = (words: string) => words.split("|").map((word) => word.trim());
const ends = "hết hiệu lực | không còn hiệu lực | chấm dứt hiệu lực | mất hiệu lực";

export const RELATION_VERBS: readonly RelationVerb[] = [
  { words: list("thay thế cho | thay thế | thay cho | thay"), type: "replaces", partly: "amends" },
  { words: list("sửa đổi | chỉnh sửa"), type: "amends", partly: "amends" },
  { words: list("bổ sung cho | bổ sung"), type: "supplements", partly: "supplements" },
  { words: list("bãi bỏ | hủy bỏ"), type: "repeals", partly: "amends" },
  {
    words: list(`${ends} | hết hiệu lực thi hành | không còn hiệu lực thi hành`),
    type: "repeals",
    partly: "amends",
    isEnding: true,
  },
  { words: list("hướng dẫn"), type: "guides", partly: "guides" },
  { words: list("thực hiện | thi hành | triển khai | cụ thể hóa"), type: "implements", partly: "implements" },
  { words: list("ban hành kèm theo | kèm theo | ban hành"), type: "issues", partly: "issues" },
];

/** Without its marks "thay" is "thấy" too. */
export const SPELLED_EXACTLY: readonly string[] = ["thay"];

/** Types whose object is no longer what it was. */
export const CHANGES: ReadonlySet<RelationType> = new Set(["replaces", "amends", "supplements", "repeals"]);

/** What may stand before a verb of doing, and leaves it the same. */
export const COMPANIONS = list(
  "tiếp tục | đẩy mạnh | tăng cường | tổ chức | triển khai | quán triệt | tuyên truyền | học tập | phổ biến | lãnh đạo | " +
    "chỉ đạo | nghiêm túc | khẩn trương | tập trung | chủ động | đồng bộ | nâng cao hiệu quả",
);

/** What "hướng dẫn" is followed by without another meaning: guidance on doing is guidance. */
export const GUIDED = list("việc | cụ thể | chi tiết | tổ chức | triển khai | thực hiện | thi hành | áp dụng");

/** Between a document and its verb: words that neither deny nor postpone it. */
export const PLAIN = list(
  "đã | cũng | nay | hiện nay | hiện | chính thức | mới | vừa | trực tiếp | chính là | là văn bản | là | này | văn bản này | " +
    "ra đời | có nội dung | được dùng | dùng | được xây dựng | được ký | được công bố",
);
export const PURPOSE = list("nhằm mục đích | với mục đích | nhằm | để");
export const CONJUNCTIONS = list("và đồng thời | và | đồng thời");
export const PASSIVE = list("được | bị");

/** Behind a passive verb, before the document that does it. */
export const AGENTS = list("bằng | bởi");
export const AGENTS_OF_PLACE = list("tại | trong | qua | thông qua");
export const AGENTS_OF_RULE = list("theo | theo đúng");
export const SINCE = list("kể từ ngày | kể từ khi | kể từ thời điểm | từ ngày | từ khi | từ thời điểm | khi");

/** With these a document has others do it. */
export const ORDERS = list(
  "nêu yêu cầu | đề ra yêu cầu | đặt ra yêu cầu | có yêu cầu | là yêu cầu | yêu cầu | giao nhiệm vụ cho | giao nhiệm vụ | " +
    "giao cho | giao | chỉ đạo",
);
export const DUTIES = list("cần phải | cần | phải | sớm");
/** What is done on the way to a document that does not exist yet. */
export const PREPARATIONS = list(
  "sớm | tham mưu | nghiên cứu | xem xét | xây dựng | ban hành | có | các văn bản | văn bản | quy định mới | trình | để | " +
    "việc | rà soát | khẩn trương | chuẩn bị | hoàn thiện | đề xuất | soạn thảo | phải | cần | về | kịp thời | chủ trì | " +
    "phối hợp | mới | hoàn thành | tiến hành | dự thảo | phương án | và",
);
/** In an order, these turn it into another one: "báo cáo trước khi thay thế". */
export const ORDER_DOUBTS = list("không | chưa | chẳng | khi | nếu | trước | liệu");

/** Behind "về", before the verb that the document is about. */
export const TITLE_OPENINGS = list(
  "việc | một số nội dung | một số vấn đề | một số nhiệm vụ, giải pháp | một số nhiệm vụ và giải pháp | một số nhiệm vụ | " +
    "một số giải pháp | một số chủ trương, giải pháp | một số chủ trương | chủ trương | về | để | nhằm | trong | và | " +
    "nhiệm vụ | giải pháp",
);
/** Behind a title, a sentence goes on with one of these. */
export const RESUMPTIONS = list("để | nhằm | được | bị | có hiệu lực");
/** Likewise, but behind a comma another subject may have come in. */
export const NEAR_RESUMPTIONS = list("đã | do | của | nay | yêu cầu | giao | chỉ đạo");

/** Between a verb and its object. */
export const WHOLE = list(
  "cho | toàn bộ | hoàn toàn | các văn bản sau đây | các văn bản sau | các văn bản | các | những | văn bản | cả | hai | ba | " +
    "đối với | nghiêm túc | nghiêm | có hiệu quả | hiệu quả | tốt | đầy đủ | thắng lợi | thành công",
);
export const PART = list(
  "một phần | một số điều, khoản | một số điều | một số khoản | một số điểm | một số nội dung | một số quy định | " +
    "một số mục | các nội dung | những nội dung | nội dung | các quy định tại | quy định tại",
);
/** Between the names of a list. */
export const JOINT_WORDS = list("các | những | cả | với | văn bản | và | cùng");
/** Behind the last name of a list. */
export const LIST_ENDS = list(
  "và | kể từ | từ | trước đây | về | cùng | nhằm | để | trong | của | do | bằng | bởi | tại | kèm theo",
);

/** Before the document that a sentence is about. */
export const OPENERS = list(
  "theo đó | trong đó | như vậy | tuy nhiên | ngoài ra | cụ thể | vì vậy | do đó | trước đó | sau đó | các | những | hai | " +
    "ba | cả | riêng | bản thân | và | nay | hiện nay | hiện | từ | kể từ | đồng thời | đến nay | nhưng | còn | mà",
);
/** Before a document that the sentence says is issued. */
export const ISSUING = list(
  "ban hành | ký | ra | công bố | có | là | bằng | dùng | xây dựng | thông qua | được | ban hành các | ra các | có các",
);
/** Before a document that someone only goes by. */
export const GUIDING = list(
  "căn cứ | theo | dựa vào | dựa trên | trên cơ sở | đối với | với | cùng | cùng với | như | vào",
);
/** Before a document in which others order something. */
export const ORDERING = list("theo | tại | trong | thực hiện");

// "tài liệu" asks nothing.
const WHETHER = "(?<!(?:tài|dữ|tư|số|vật) )liệu";

/** Left of a statement, these say that it is not, or not yet, so. */
export const UNCERTAIN = [
  WHETHER,
  ...list(
    "nếu | giả sử | trường hợp | dự kiến | dự thảo | đề nghị | đề xuất | kiến nghị | sẽ | sắp(?! xếp) | chưa | không | chẳng | " +
      "chuẩn bị | nghiên cứu | xem xét | phải chăng | có phải | khi | tin đồn | cho rằng | cần | nên | có thể | phải",
  ),
];
/** Directly before a statement, these make it what someone speaks of. */
export const VIEWS = list("việc | để | cho");
/** Directly before a document that changes another one, these say that it is still being written. */
export const DRAFTING = list(
  "xây dựng | soạn thảo | hoàn thiện | góp ý | thẩm định | trình | xây dựng các | dự thảo | lấy ý kiến",
);
/** Anywhere in a clause, these ask. */
export const ASKING = [
  WHETHER,
  ...list(
    "hay không | hay chưa | phải không | có phải | phải chăng | chưa rõ | không rõ | chưa biết | không biết | " +
      "chưa xác định | không xác định",
  ),
];
/** Right behind a statement, these take it back. */
export const TAKEN_BACK = list(
  "là | hay | hoặc | chưa | không | sẽ | dự kiến | đang | tương ứng | cần | phải | nếu | lần lượt | thì | khi | sau khi | " +
    "trước khi | trong trường hợp | vào",
);
/** At the end of a title that nothing closes, a verb behind these may be the title's own. */
export const RISKS = [
  ...list(
    "việc | văn bản | sớm | để | nhằm | xây dựng | ban hành | phương án | đề án | quy trình | trình tự | thủ tục",
  ),
  ...list(
    "thẩm quyền | cán bộ | đảng viên | nhân sự | người | kế hoạch | lộ trình | nguyên tắc | hình thức | cách | giao",
  ),
  ...list(
    "yêu cầu | và | hoặc | cấp ủy | tổ chức | cơ quan | đơn vị | tỉnh | huyện | sửa đổi | bổ sung | bãi bỏ | được",
  ),
  ...list("bị | đang | phải"),
  ...UNCERTAIN,
];

/** Kinds that put something into force; others only speak of changing a document of another kind. */
export const ENACTING: ReadonlySet<string | null> = new Set([
  ...list("Quyết định | Quy định | Nghị quyết | Quy chế | Nghị định | Thông tư | Luật | Bộ luật | Pháp lệnh"),
  null,
]);
/** Kinds that put nothing into force at all. */
export const PROPOSING: ReadonlySet<string | null> = new Set(["Tờ trình", "Báo cáo", "Đề án"]);
/** Kinds that other documents are attached to when they are issued. */
export const CARRIERS: ReadonlySet<string | null> = new Set([
  ...list("Quyết định | Nghị quyết | Thông tư | Nghị định"),
  null,
]);
