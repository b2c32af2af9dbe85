import { formatCitation } from "../../src/citation/format.ts";
import { mayRead, type Role } from "../../src/core/access.ts";
import { fold, tokenise } from "../../src/core/text.ts";
import { type SmallDocument, smallDocuments } from "./small-library.ts";

interface RestrictedDocument extends SmallDocument {
  readonly access: Role;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly file: string;
  /** Words of it that a question about it would have. */
  readonly about: readonly string[];
}

/** Documents of every level. One replaces an open document, one has the serial of another open one, all name open ones. */
export const restrictedDocuments: readonly RestrictedDocument[] = [
  {
    id: "kin-thanh-vien",
    file: "luu-hanh-thanh-vien-0417.docx",
    access: "member",
    kind: "Hướng dẫn",
    number: "417-HD/BTCTW",
    title: "Nghiệp vụ bàn giao sổ danh bạ đảng viên giữa các chi bộ ghép",
    issuer: "Ban Tổ chức Trung ương",
    issuedOn: "2023-03-14",
    about: ["sổ danh bạ", "chi bộ ghép", "bàn giao hồ sơ", "tủ hai ngăn"],
    text: `
Hướng dẫn số 417-HD/BTCTW, ngày 14/3/2023 yêu cầu chi bộ ghép bàn giao sổ danh bạ trong vòng mười một ngày làm việc.

Sổ danh bạ được cất trong tủ hai ngăn, chìa khóa do phó bí thư chi bộ ghép giữ.

Việc bàn giao hồ sơ thực hiện theo Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị và lập thành bốn bản.`,
  },
  {
    id: "kin-giang-vien",
    file: "giao-an-kin-0528.pdf",
    access: "trainer",
    kind: "Đề cương",
    number: "528-ĐC/BTGTW",
    title: "Bài giảng chuyên đề xử lý tình huống tại lớp bồi dưỡng Hòn Khói",
    issuer: "Ban Tuyên giáo Trung ương",
    issuedOn: "2022-08-09",
    about: ["lớp bồi dưỡng Hòn Khói", "tình huống giả định", "học viên dự thính", "phiếu chấm màu xanh"],
    text: `
Lớp bồi dưỡng Hòn Khói có ba mươi bảy học viên dự thính, mỗi học viên giải hai tình huống giả định.

Phiếu chấm màu xanh dành cho tình huống giả định về khiếu kiện đông người ở cửa biển.

Giảng viên đối chiếu tình huống với Nghị quyết số 18-NQ/TW trước khi công bố điểm.`,
  },
  {
    id: "kin-can-bo",
    file: "tuyet-doi-khong-pho-bien-0639.docx",
    access: "staff",
    kind: "Quy định",
    number: "639-QĐ/TW",
    title: "Phương án luân chuyển dự phòng đối với đảo Thạch Sơn",
    issuer: "Bộ Chính trị",
    issuedOn: "2024-05-06",
    about: ["đảo Thạch Sơn", "luân chuyển dự phòng", "nơi cư trú thứ hai", "danh sách nguồn kín"],
    text: `
Quy định số 639-QĐ/TW, ngày 06/5/2024 của Bộ Chính trị thay thế Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị.

Phương án luân chuyển dự phòng đưa chín đồng chí ra đảo Thạch Sơn trước mùa gió chướng.

Đảng viên có nơi cư trú thứ hai tại đảo Thạch Sơn sinh hoạt với chi bộ hải đăng mỗi quý một lần.

Danh sách nguồn kín gồm 152 cán bộ do Ban Tổ chức Tỉnh ủy Hà Tĩnh giới thiệu.`,
  },
  {
    id: "kin-can-bo-hai",
    file: "ho-so-van-phong-0018.txt",
    access: "staff",
    kind: "Kết luận",
    number: "18-KL/TW",
    title: "Sắp xếp tổ chức bộ máy của văn phòng phối hợp Cửa Lục",
    issuer: "Ban Bí thư",
    issuedOn: "2025-02-17",
    about: ["văn phòng phối hợp Cửa Lục", "sắp xếp bộ máy", "biên chế lưu dung", "kho lưu trữ tầng hầm"],
    text: `
Kết luận số 18-KL/TW, ngày 17/02/2025 của Ban Bí thư giải thể văn phòng phối hợp Cửa Lục từ quý bốn.

Biên chế lưu dung của văn phòng phối hợp Cửa Lục còn sáu người, sắp xếp bộ máy theo hai đầu mối.

Kho lưu trữ tầng hầm niêm phong trước ngày bàn giao, chỉ hai thủ kho giữ khóa.`,
  },
  {
    id: "kin-quan-tri",
    file: "quan-tri-rieng-0741.md",
    access: "admin",
    kind: "Báo cáo",
    number: "741-BC/VPTW",
    title: "Sự cố khóa số tại trạm Bãi Dài và cách khắc phục",
    issuer: "Văn phòng Trung ương",
    issuedOn: "2025-11-03",
    about: ["trạm Bãi Dài", "khóa số", "mã dự phòng", "người trực ca ba"],
    text: `
Sự cố khóa số tại trạm Bãi Dài kéo dài bốn mươi phút do người trực ca ba quên mã dự phòng.

Mã dự phòng được đổi vào thứ tư hằng tuần, lưu ở phong bì niêm phong mang dấu trạm Bãi Dài.

Trạm Bãi Dài báo cáo theo Nghị quyết số 18-NQ/TW, chỉ lập ba bản đánh số.`,
  },
];

/** Those that everyone may read, and those of every level. */
export const mixedDocuments: readonly SmallDocument[] = [
  ...smallDocuments,
  {
    id: "hoi-dap-18",
    kind: "Hướng dẫn",
    number: "18-HD/BTCTW",
    title: "Hỏi đáp về sinh hoạt chi bộ định kỳ",
    issuer: "Ban Tổ chức Trung ương",
    issuedOn: "2021-06-01",
    text: "Hướng dẫn số 18-HD/BTCTW nói về sinh hoạt chi bộ định kỳ mỗi tháng một lần, có biên bản đầy đủ.",
  },
  ...restrictedDocuments,
];

const RUN = 3;

/** Words that follow on each other, with nothing between them that ends a sentence or a label. */
function runsOf(text: string): string[] {
  return text.split(/[.;:!?\n“”"·›()]+/).flatMap((part) => {
    const words = tokenise(part).map((token) => fold(token.text));
    return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
  });
}

/** What must not be said to someone of a clearance: signs of documents above it that stand in no other. */
export function createTraces(clearance: Role | null) {
  const hidden = restrictedDocuments.filter(({ access }) => !mayRead(clearance, access));
  const known = mixedDocuments.filter(({ access = null }) => mayRead(clearance, access));
  const openText = known.map(({ kind = null, number = null, issuer = null, issuedOn = null, title = "", text }) =>
    [formatCitation({ kind, number, issuer, issuedOn, title }), issuer, title, text].join("\n"),
  );
  const openRuns = new Set(runsOf(openText.join("\n")));
  const runs = new Set(
    hidden.flatMap(({ title, text }) => [...runsOf(title), ...runsOf(text)]).filter((run) => !openRuns.has(run)),
  );
  const names = hidden.flatMap(({ id, file, number }) => [id, file, number]);

  /** The traces in what was said, without what the person has typed themselves. */
  return (said: string, typed: string): string[] => {
    const own = new Set(runsOf(typed));
    const plain = said.normalize("NFC");
    const found = runsOf(plain).filter((run) => runs.has(run) && !own.has(run));
    const named = names.filter((name) => plain.includes(name) && !fold(typed).includes(fold(name)));
    return [...new Set([...found, ...named])];
  };
}

const TEMPLATES: readonly ((about: string, document: RestrictedDocument) => string)[] = [
  (about) => `${about} được quy định thế nào?`,
  (about) => `Ai chịu trách nhiệm về ${about}?`,
  (about) => fold(`${about} gom nhung gi`),
  (about) => `Cho biết số liệu về ${about}`,
  (about) => `What do the documents say about ${about}?`,
  (about, { kind }) => `${kind} nào nói về ${about}?`,
  (about, { issuer }) => `${issuer} chỉ đạo gì về ${about}?`,
  (about, { issuedOn }) => `Văn bản năm ${issuedOn?.slice(0, 4)} về ${about}`,
  (about, { number }) => `${number} nói gì về ${about}?`,
  (about, { number, kind }) => `${kind} ${number.replace(/\D.*/, "")} và ${about}`,
  (_, { number }) => `Nội dung của văn bản số ${number}`,
  (_, { number, kind }) => `${kind} ${number.replace(/\D.*/, "")} còn hiệu lực không?`,
  (_, { number }) => fold(`van ban nao thay the ${number}`),
  (_, { title }) => `Văn bản “${title.split(" ").slice(0, 4).join(" ")}” ban hành ngày nào?`,
  (_, { title }) => title.split(" ").slice(-3).join(" "),
  () => "Quy định 213 còn hiệu lực không, văn bản nào thay thế?",
  () => "Văn bản nào nhắc đến Quy định 213-QĐ/TW?",
  () => "NQ 18 về sắp xếp bộ máy",
  () => "Số 18 nói gì?",
  (_, { issuedOn }) => `Các văn bản ban hành ngày ${issuedOn?.split("-").reverse().join("/")}`,
  (about) => `Hà Tĩnh luân chuyển bao nhiêu cán bộ, có ${about} không?`,
  (about) => `So sánh ${about} với Quy định 213`,
  (about) => `${about} ngày nào?`,
  (about) => about,
  (about) => `Liệt kê các nhiệm vụ về ${about}`,
];

/** Five hundred questions, each after one of the restricted documents. */
export const probes: readonly string[] = restrictedDocuments.flatMap((document) =>
  document.about.flatMap((about) => TEMPLATES.map((template) => template(about, document))),
);
