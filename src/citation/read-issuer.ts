import { fold, matchForm } from "../core/text.ts";
import { BODIES, type Body, ORGANS, SEATS } from "./issuer-table.ts";
import { anyOf, matchAt } from "./patterns.ts";
import { readWhere } from "./read-where.ts";

/** A body as its name is read, taken apart where it is a local one. */
export interface ReadIssuer {
  /** In its canonical spelling where the tables know it, else as printed. */
  readonly name: string;
  readonly body: Body | null;
  /** `Ban Thường vụ` of "Ban Thường vụ Tỉnh ủy". */
  readonly organ: string | null;
  /** `Tỉnh ủy`, also for the Đảng bộ tỉnh under it. */
  readonly seat: string | null;
  /** Which of them: `Hà Tĩnh`, `Khối`. */
  readonly where: string | null;
  readonly place: string | null;
  readonly end: number;
}

/** The body whose name stands right at `at`; of an unknown one the name as far as it can be told from what follows. */
export function readIssuer(text: string, folded: string, at: number): ReadIssuer | undefined {
  return (
    readBody(text, folded, at) ?? readLocal(text, folded, at) ?? readPeoples(text, folded, at) ?? readUnknown(text, at)
  );
}

// Trung ương is also written TW, T.W, T.Ư and TƯ; TU without its horn is a tỉnh ủy.
const CENTRE = "(?:trung uong|tw|t\\.\\s?[uw]\\.?|tu)";
const bodies = new Map(
  BODIES.flatMap((body) => [body.name, ...body.aliases, ...body.english].map((name) => [fold(name), body] as const)),
);
const BODY = new RegExp(
  `(?:the\\s{1,3})?(?<body>${anyOf(bodies.keys()).replaceAll("trung\\s{1,3}uong", CENTRE)})(?![a-z])`,
  "y",
);
const PROVINCIAL = /(?<![\p{L}.])[Tt][Uu](?!\p{L})/u;
// Ban Bí thư Trung ương Đoàn is the Youth Union's.
const OF_OTHERS = /\s{1,3}(?:trung uong\s{1,3})?(?:doan|hoi|cong doan|mat tran|lien doan)(?![a-z])|\s{0,3}\d/y;

function readBody(text: string, folded: string, at: number): ReadIssuer | undefined {
  const match = matchAt(BODY, folded, at);
  if (!match || PROVINCIAL.test(text.slice(at, at + match[0].length))) return undefined;
  const key = (match.groups?.["body"] ?? "")
    .replace(/\s+/g, " ")
    .replace(new RegExp(`(?<![a-z])${CENTRE}(?![a-z])`), "trung uong");
  const body = bodies.get(key);
  const end = at + match[0].length;
  if (!body || (body.rank === "top" && matchAt(OF_OTHERS, folded, end))) return undefined;
  return { name: body.name, body, organ: null, seat: null, where: null, place: null, end };
}

const organs = new Map(
  ORGANS.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [fold(alias), name] as const)),
);
const seats = new Map(
  SEATS.flatMap((seat) => [seat.name, seat.organisation].map((name) => [fold(name), { seat, name }] as const)),
);
const ORGAN = `(?<organ>${anyOf(organs.keys())})`;
const LOCAL = new RegExp(`(?:${ORGAN}\\s{1,3})?(?<seat>${anyOf(seats.keys())})(?![a-z])`, "y");
const ALONE = /(?:ban chap hanh|ban thuong vu|btv|bch|thuong truc)(?![a-z]|\s{1,3}(?:trung uong|quoc hoi))/y;

function readLocal(text: string, folded: string, at: number): ReadIssuer | undefined {
  const match = matchAt(LOCAL, folded, at);
  if (!match) return readOrgan(text, folded, at);
  const key = (part: string) => (match.groups?.[part] ?? "").replace(/\s+/g, " ");
  const organ = organs.get(key("organ")) ?? null;
  const known = seats.get(key("seat"));
  const where = readWhere(text, folded, at + match[0].length);
  if (!known || !where) return undefined;
  const name = [organ, known.name, where.name].filter((part) => part !== null).join(" ");
  return { name, body: null, organ, seat: known.seat.name, where: where.name, place: where.place, end: where.end };
}

/** "Ban Thường vụ", of which committee the text does not say. */
function readOrgan(text: string, folded: string, at: number): ReadIssuer | undefined {
  const match = matchAt(ALONE, folded, at);
  const end = at + (match?.[0].length ?? 0);
  const organ = organs.get(match?.[0].replace(/\s+/g, " ") ?? "");
  if (!organ || /^\s+\p{Lu}/u.test(text.slice(end, end + 5))) return undefined;
  return { name: organ, body: null, organ, seat: null, where: null, place: null, end };
}

const COUNCILS: Readonly<Record<string, string>> = {
  "uy ban nhan dan": "Ủy ban nhân dân",
  ubnd: "Ủy ban nhân dân",
  "hoi dong nhan dan": "Hội đồng nhân dân",
  hdnd: "Hội đồng nhân dân",
};
const PEOPLES = new RegExp(
  `(?<chair>chu\\s{1,3}tich\\s{1,3})?(?<council>${anyOf(Object.keys(COUNCILS))})(?![a-z])`,
  "y",
);

function readPeoples(text: string, folded: string, at: number): ReadIssuer | undefined {
  const match = matchAt(PEOPLES, folded, at);
  const council = COUNCILS[(match?.groups?.["council"] ?? "").replace(/\s+/g, " ")];
  const where = match && readWhere(text, folded, at + match[0].length);
  if (!council || !where) return undefined;
  const organ = match.groups?.["chair"] ? "Chủ tịch" : null;
  const name = [organ, council, where.level, where.name].filter((part) => part !== null).join(" ");
  return { name, body: null, organ, seat: council, where: where.name, place: where.place, end: where.end };
}

// A body's name begins with what it is; it ends where a clause, a date or a title begins.
const UNKNOWN =
  /(?:Ban|Bộ|Đảng|Ủy|Uỷ|UBKT|Hội|Văn|Tổng|Cục|Vụ|Sở|Tòa|Toà|Viện|Quân|Chi|Công|Trường|Học|Tỉnh|Thành|Trung|Liên|Mặt|Chủ|Thường|Đoàn|Tiểu|Phòng)(?:[\s-]{1,3}\p{L}{1,12}){0,10}?(?=\s{0,3}(?:[,.;:()“”"!?…\n]|$)|\s{1,3}(?:(?:về|ngày|kh(?:óa|oá)|năm|nhiệm kỳ|đã|đang|sẽ|được|bị|là|có|để|nhằm|trong|với|theo|tại|do|cho|đến|từ|ban hành|quy định|nêu|yêu cầu|thay thế|gồm|còn|phải|cần|hay|hoặc|thì|mà|nếu|khi|v\/v)(?!\p{L})|và\s{1,3}(?:\p{Ll}|Ban\s|Bộ\s|Đảng ủy)))/uy;

function readUnknown(text: string, at: number): ReadIssuer | undefined {
  const printed = matchAt(UNKNOWN, text, at)?.[0];
  if (!printed?.includes(" ")) return undefined;
  const name = printed.replace(/\s+/g, " ");
  return { name, body: null, organ: null, seat: null, where: matchForm(name), place: null, end: at + printed.length };
}
