import type { Player } from "../peer/users.ts";
import type { Office } from "./office.ts";
import { CHANGED_PLAN, DRAFT, PLAN } from "./papers.ts";
import { createScribe, type Scribe } from "./scribe.ts";

const PLAN_QUESTION = "Theo Kế hoạch 35-KH/VP có bao nhiêu cán bộ dự tập huấn?";

/** What the users of the bot do in a morning, one after the other, as it was seen in each chat. */
export async function playMornings(office: Office) {
  const { peer, admin } = office;
  const [lan, minh, hoa] = [peer.user({ name: "Lan" }), peer.user({ name: "Minh" }), peer.user({ name: "Hoa" })];
  const group = createScribe(office, peer.group({ title: "Chi bộ Văn phòng" }));
  const [ofAdmin, ofLan, ofMinh, ofHoa] = [admin, lan, minh, hoa].map(({ chat }) => createScribe(office, chat));
  if (!ofAdmin || !ofLan || !ofMinh || !ofHoa) throw new Error("everybody has a scribe");

  const links = await invite(admin, ofAdmin);
  await askAsMember(lan, ofLan, links.member);
  await prepareLesson(minh, ofMinh, links.trainer);
  await checkDraft(hoa, ofHoa, links.staff);
  await talkInGroup(office, { hoa, lan, group });
  await settle(admin, ofAdmin);
  return {
    member: ofLan.written(),
    trainer: ofMinh.written(),
    staff: ofHoa.written(),
    group: group.written(),
    admin: ofAdmin.written(),
  };
}

/** The administrator invites the others and adds a document for some of them. */
async function invite(admin: Player, { chat, says, presses, sends }: Scribe) {
  const make = async (role?: string) => {
    await says(admin, "/moi", "Thư mời");
    if (role) await presses(admin, role, role);
    await presses(admin, "Tạo thư mời", "Đã tạo thư mời");
    return chat.messages.at(-1)?.text?.match(/https:\/\/t\.me\/\S+/)?.[0] ?? "";
  };
  const links = { member: await make(), trainer: await make("giảng viên"), staff: await make("cán bộ") };
  await sends(admin.sendsDocument("ke-hoach-tap-huan.md", PLAN), "Đã nhận tệp");
  await presses(admin, "Thêm vào thư viện", "Ai được đọc");
  await presses(admin, "Từ giảng viên trở lên", "Đã thêm vào thư viện", "35-KH/VP");
  await says(admin, PLAN_QUESTION, "45 cán bộ");
  return links;
}

/** A party member asks in every way that people type. */
async function askAsMember(lan: Player, { says, presses, sends }: Scribe, link: string): Promise<void> {
  await says(lan, "Xin chào", "dành cho người được mời");
  await sends(lan.follows(link), "thành viên");
  await says(lan, "Quy định 213-QĐ/TW yêu cầu gì đối với đảng viên ở nơi cư trú?", "nơi cư trú", "213-QĐ/TW");
  await says(lan, "ban hành ngày nào?", "02/01/2020");
  await presses(lan, "👍 Đúng");
  await says(lan, "QD 205 quy dinh gi ve chay chuc chay quyen", "205-QĐ/TW");
  await presses(lan, "👎 Chưa đúng");
  await presses(lan, "Còn thiếu");
  await says(lan, "What does Regulation 213 require of party members where they live?", "According to");
  await says(lan, "Quy định 335 còn hiệu lực không?", "680-QĐ/TU");
  await says(lan, "Quy định 999-QĐ/TW nói gì?", "không có Quy định 999-QĐ/TW");
  // The plan is for trainers: for her it is not there.
  await says(lan, PLAN_QUESTION, "không có Kế hoạch 35-KH/VP");
  await says(lan, "/quenhet", "đang lưu");
  await presses(lan, "Không xóa", "giữ nguyên");
}

/** A trainer prepares a lesson from several documents. */
async function prepareLesson(minh: Player, { says, presses, sends }: Scribe, link: string): Promise<void> {
  await sends(minh.follows(link), "giảng viên");
  await says(minh, "Văn bản của Đảng gồm những thể loại nào?", "399-QĐ/TW");
  await says(minh, "Kế hoạch 35 nói gì?", "Xin chọn một văn bản");
  await presses(minh, "35-KH/ĐUK", "35-KH/ĐUK");
  await says(minh, "Kết luận 28 và Kết luận 34 nói về việc gì?", "28-KL/TW", "34-KL/TW");
  await says(minh, "/tracuu 66-QĐ/TW", "399-QĐ/TW");
  await says(minh, "/vanban");
  await presses(minh, "Loại văn bản");
  await presses(minh, "Kết luận");
  await says(minh, PLAN_QUESTION, "45 cán bộ");
  await says(minh, "/nguon", "35-KH/VP");
}

/** Staff check a draft, look a document up, and go on in English. */
async function checkDraft(hoa: Player, { says, presses, sends }: Scribe, link: string): Promise<void> {
  await sends(hoa.follows(link), "cán bộ");
  await sends(hoa.sendsDocument("du-thao.txt", DRAFT, { caption: "/kiemtra" }), "4 trích dẫn", "02/01/2020");
  await says(hoa, "/tracuu 680-QĐ/TU", "680-QĐ/TU");
  await says(hoa, "/ngonngu", "ngôn ngữ");
  await presses(hoa, "English", "English");
  await says(hoa, "Is Regulation 66 still in force?", "399-QĐ/TW");
}

/** A citation is put into the group from inline mode; two members ask, and each goes on with their own question. */
async function talkInGroup(
  { after }: Office,
  { hoa, lan, group }: { readonly hoa: Player; readonly lan: Player; readonly group: Scribe },
): Promise<void> {
  const { chat, sends, look } = group;
  const query = hoa.asks("213 nơi cư trú", { place: chat });
  await after(query.update);
  hoa.chooses(query, query.titles()[0] ?? "", chat);
  look();
  await sends(hoa.in(chat).mentions("Quy định 205 do ai ban hành?"), "205-QĐ/TW");
  await sends(lan.in(chat).mentions("Quy định 213 ban hành ngày nào?"), "02/01/2020");
  await sends(hoa.in(chat).mentions("ban hành ngày nào?"), "205-QĐ/TW");
}

/** The administrator again: what was missing, a newer text, one withdrawn, and the trail of all that. */
async function settle(admin: Player, { says, presses, sends }: Scribe): Promise<void> {
  await says(admin, "/thieu", "999-QĐ/TW", "QD 205");
  await presses(admin, "✓ 2");
  await sends(admin.sendsDocument("ke-hoach-tap-huan-sua.md", CHANGED_PLAN, { caption: "/them" }), "Ai được đọc");
  await presses(admin, "Mọi người", "cùng loại, số");
  await presses(admin, "Thay văn bản cũ", "Đã thay văn bản cũ");
  await says(admin, PLAN_QUESTION, "60 cán bộ");
  await says(admin, "/thuhoi 35-KH/VP", "Rút văn bản này");
  await presses(admin, "Rút văn bản", "Đã rút khỏi thư viện");
  await says(admin, PLAN_QUESTION, "không có Kế hoạch 35-KH/VP");
  await says(admin, "/nhatky", "rút văn bản");
}
