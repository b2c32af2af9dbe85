import type { Role } from "../core/access.ts";
import type { AuditAction } from "../core/audit.ts";
import type { StoredAbout } from "../core/people.ts";

const ROLES_VI = {
  member: "thành viên",
  trainer: "giảng viên",
  staff: "cán bộ",
  admin: "quản trị viên",
} satisfies Record<Role, string>;

const ROLES_EN: typeof ROLES_VI = {
  member: "member",
  trainer: "trainer",
  staff: "staff",
  admin: "administrator",
};

const vi = {
  roles: ROLES_VI,
  noRole: "chưa có quyền",
  turnedAway: {
    invitation: (_id: number) =>
      "Hệ thống này dành cho người được mời; để được sử dụng, xin đồng chí liên hệ quản trị viên và nhận đường " +
      "dẫn mời.",
    list: (id: number) =>
      `Hệ thống này dành cho người có tên trong danh sách; để được sử dụng, xin đồng chí gửi mã số ${id} cho ` +
      "quản trị viên.",
  },
  turnedAwayButton: "Cách đăng ký sử dụng",
  limit: {
    person: (opens: string) => `Đồng chí đã hỏi hết số câu hỏi của hôm nay; có thể hỏi tiếp từ ${opens}.`,
    everybody: (opens: string) => `Hôm nay hệ thống đã trả lời đủ số câu hỏi cho phép; có thể hỏi tiếp từ ${opens}.`,
  },
  midnight: (day: string) => `0 giờ ngày ${day} (giờ Việt Nam)`,
  privateOnly: "Xin dùng lệnh này trong cuộc trò chuyện riêng với tôi.",
  later: "Cũ hơn ›",
  earlier: "‹ Mới hơn",
  next: "Sau ›",
  previous: "‹ Trước",
  invite: {
    title: "Thư mời",
    explain: "Người mở đường dẫn sẽ được cấp quyền dưới đây. Xin chọn rồi bấm “Tạo thư mời”.",
    off: "Chế độ danh sách đang bật nên không dùng thư mời. Xin thêm người bằng lệnh /nguoidung kèm mã số.",
    role: (role: string) => `Quyền: ${role}`,
    uses: (uses: number) => `Số lượt dùng: ${uses}`,
    days: (days: number) => `Thời hạn: ${days} ngày`,
    usesButton: (uses: number) => `${uses} lượt`,
    daysButton: (days: number) => `${days} ngày`,
    make: "Tạo thư mời",
    list: "Thư mời đang mở",
    made: "Đã tạo thư mời. Xin gửi đường dẫn sau cho người được mời:",
    copy: "Chép đường dẫn",
    openList: "Thư mời đang mở:",
    none: "Hiện không có thư mời nào đang mở.",
    entry: ({ role, uses, until }: { readonly role: string; readonly uses: number; readonly until: string }) =>
      `${role}, còn ${uses} lượt, đến ${until}`,
    revoke: (index: number) => `Thu hồi ${index}`,
    new: "Thư mời mới",
  },
  redeemed: {
    redeemed: (role: string) => `Đồng chí đã được cấp quyền ${role}.`,
    "has-role": (role: string) => `Đồng chí đã có quyền ${role} nên không cần dùng thư mời này.`,
    unknown: "Đường dẫn mời không đúng; xin kiểm tra lại hoặc xin quản trị viên đường dẫn khác.",
    expired: "Thư mời đã hết hạn; xin quản trị viên đường dẫn khác.",
    revoked: "Thư mời đã bị thu hồi; xin liên hệ quản trị viên.",
    "used-up": "Thư mời đã hết lượt dùng; xin quản trị viên đường dẫn khác.",
    off: "Hệ thống không dùng thư mời; xin đồng chí liên hệ quản trị viên để được đưa vào danh sách.",
  },
  people: {
    title: "Người dùng:",
    none: "Chưa có người dùng nào.",
    usage: "Xin ghi mã số người dùng (chỉ gồm chữ số) sau lệnh, ví dụ: /nguoidung 123456789",
    seen: (day: string) => `gần nhất ${day}`,
    neverSeen: "chưa dùng lần nào",
    fixed: "theo thiết lập hệ thống",
    fixedNote: "Quyền này đặt trong thiết lập hệ thống nên không đổi được ở đây.",
    lastAdmin: "Đây là quản trị viên cuối cùng nên chưa thể bỏ quyền.",
    person: (id: number) => `Người dùng ${id}`,
    remove: "Bỏ quyền",
    back: "Về danh sách",
  },
  audit: {
    title: "Nhật ký:",
    none: "Nhật ký chưa ghi việc nào.",
    somebody: "(đã xóa)",
    actions: {
      "invitation-made": "tạo thư mời",
      "invitation-revoked": "thu hồi thư mời",
      "invitation-redeemed": "dùng thư mời",
      "role-changed": "đổi quyền",
      "person-forgotten": "xóa dữ liệu cá nhân",
      "document-added": "thêm văn bản",
      "document-replaced": "thay văn bản",
      "document-withdrawn": "rút văn bản",
    } satisfies Record<AuditAction, string>,
  },
  forget: {
    stored: "Hệ thống đang lưu về đồng chí:",
    role: (role: string) => `quyền: ${role}`,
    language: "ngôn ngữ đã chọn",
    since: (day: string) => `mã số Telegram, từ ngày ${day}`,
    counts: ({ days, answers, feedback, conversations }: StoredAbout) =>
      `số câu hỏi của ${days} ngày, ${answers} câu hỏi kèm câu trả lời, ${feedback} ý kiến, ${conversations} ` +
      "mạch hỏi đáp đang nhớ",
    messages: "tin nhắn với tôi còn trong hàng đợi xử lý",
    confirm: "Xóa hết? Việc này không thể hoàn tác.",
    yes: "Xóa hết",
    no: "Không xóa",
    kept: "Đã giữ nguyên.",
    done:
      "Đã xóa mọi dữ liệu về đồng chí. Câu hỏi chưa trả lời được đã lưu không kèm người hỏi thì còn lại. Các tin " +
      "nhắn trong khung trò chuyện này do Telegram giữ, đồng chí tự xóa được.",
    afterwards: {
      open: "Đồng chí vẫn có thể hỏi; khi đó hệ thống bắt đầu lưu lại từ đầu.",
      invitation: "Muốn sử dụng lại, đồng chí cần thư mời mới.",
      list: "Muốn sử dụng lại, đồng chí cần được đưa lại vào danh sách.",
      fixed: "Đồng chí vẫn là quản trị viên theo thiết lập hệ thống.",
    },
  },
  /** Commands that administrators see besides the others. */
  commands: {
    moi: "Tạo và thu hồi thư mời",
    nguoidung: "Người dùng và quyền",
    nhatky: "Nhật ký quản trị",
  } as Readonly<Record<string, string>>,
};

type AccessMessages = typeof vi;

const en: AccessMessages = {
  roles: ROLES_EN,
  noRole: "no role",
  turnedAway: {
    invitation: () => "This service is for those who were invited; please ask an administrator for an invitation link.",
    list: (id) =>
      `This service is for those on its list; to be put on it, please send the number ${id} to an administrator.`,
  },
  turnedAwayButton: "How to get access",
  limit: {
    person: (opens) => `You have asked as many questions as one may in a day; you can go on from ${opens}.`,
    everybody: (opens) => `As many questions as allowed have been answered today; you can go on from ${opens}.`,
  },
  midnight: (day) => `midnight on ${day} (Vietnam time)`,
  privateOnly: "Please use this command in our private chat.",
  later: "Older ›",
  earlier: "‹ Newer",
  next: "Next ›",
  previous: "‹ Back",
  invite: {
    title: "Invitation",
    explain: "Whoever opens the link gets the role below. Please choose, then press “Make the invitation”.",
    off: "Access goes by the list, so there are no invitations. Please add people with /people and their number.",
    role: (role) => `Role: ${role}`,
    uses: (uses) => `Uses: ${uses}`,
    days: (days) => (days === 1 ? "Valid for 1 day" : `Valid for ${days} days`),
    usesButton: (uses) => (uses === 1 ? "1 use" : `${uses} uses`),
    daysButton: (days) => (days === 1 ? "1 day" : `${days} days`),
    make: "Make the invitation",
    list: "Open invitations",
    made: "The invitation is ready. Please send this link to whom you invite:",
    copy: "Copy the link",
    openList: "Open invitations:",
    none: "There are no open invitations.",
    entry: ({ role, uses, until }) => `${role}, ${uses} left, until ${until}`,
    revoke: (index) => `Revoke ${index}`,
    new: "New invitation",
  },
  redeemed: {
    redeemed: (role) => `You now have the role: ${role}.`,
    "has-role": (role) => `You already have the role ${role} and do not need this invitation.`,
    unknown: "This invitation link is not right; please check it, or ask an administrator for another one.",
    expired: "This invitation has expired; please ask an administrator for another one.",
    revoked: "This invitation was taken back; please ask an administrator.",
    "used-up": "This invitation has been used up; please ask an administrator for another one.",
    off: "There are no invitations here; please ask an administrator to put you on the list.",
  },
  people: {
    title: "People:",
    none: "There is nobody yet.",
    usage: "Please write the number of a person (digits only) after the command, for example: /people 123456789",
    seen: (day) => `last seen ${day}`,
    neverSeen: "never seen",
    fixed: "by the settings",
    fixedNote: "This role is in the settings and cannot be changed here.",
    lastAdmin: "This is the last administrator, whose role cannot be taken away.",
    person: (id) => `Person ${id}`,
    remove: "Take the role away",
    back: "Back to the list",
  },
  audit: {
    title: "Audit trail:",
    none: "Nothing has been recorded yet.",
    somebody: "(deleted)",
    actions: {
      "invitation-made": "made an invitation",
      "invitation-revoked": "took an invitation back",
      "invitation-redeemed": "used an invitation",
      "role-changed": "changed a role",
      "person-forgotten": "deleted personal data",
      "document-added": "added a document",
      "document-replaced": "replaced a document",
      "document-withdrawn": "withdrew a document",
    },
  },
  forget: {
    stored: "This is stored about you:",
    role: (role) => `role: ${role}`,
    language: "the language you chose",
    since: (day) => `your Telegram number, since ${day}`,
    counts: ({ days, answers, feedback, conversations }) =>
      `counts of questions on ${days} days, ${answers} questions with their answers, ${feedback} opinions, ` +
      `${conversations} conversations being remembered`,
    messages: "messages between us that are still in the queue",
    confirm: "Delete everything? This cannot be undone.",
    yes: "Delete everything",
    no: "Keep it",
    kept: "Nothing was deleted.",
    done:
      "Everything about you has been deleted. Questions that found no answer were kept without who asked, and " +
      "stay. The messages in this chat are kept by Telegram; you can delete them yourself.",
    afterwards: {
      open: "You can still ask; storing then begins anew.",
      invitation: "To come back you need a new invitation.",
      list: "To come back you need to be put on the list again.",
      fixed: "You remain an administrator by the settings.",
    },
  },
  commands: {
    invite: "Make and revoke invitations",
    people: "People and their roles",
    audit: "What administrators did",
  },
};

/** What the bot says about who may use it, and to administrators. */
export const accessMessages = { vi, en };
