import { expect, it } from "vitest";
import { startPeer } from "./started.ts";

it("a chat reads as Markdown", async () => {
  const { peer, api, lan, chatId } = await startPeer();
  const { message } = lan.says("QĐ 213 *nói gì*?");
  const answer =
    "<b>Đảng viên</b> giữ mối liên hệ [1]:\n<blockquote expandable>Khoản 1\nKhoản 2</blockquote>\nXem <a href='https://a.vn'>toàn văn</a>.";
  await api.sendMessage(chatId, answer, {
    parse_mode: "HTML",
    reply_parameters: { message_id: message.message_id },
    reply_markup: {
      inline_keyboard: [
        [
          { text: "Chép [1]", copy_text: { text: "1" } },
          { text: "Mở", callback_data: "1" },
        ],
      ],
    },
  });
  lan.sendsDocument("du-thao.docx", "a", { caption: "/kiemtra" });
  const { message_id } = await api.sendMessage(chatId, "Đang đọc");
  await api.editMessageText(chatId, message_id, "Đã đọc");
  await api.sendMessageDraft(chatId, 1, "Đang soạn câu trả lời");
  expect(peer.transcript(lan.chat)).toBe(EXPECTED);
});

const EXPECTED = `**Lan**

/start

**Lan**

QĐ 213 \\*nói gì\\*?

**Trích dẫn**

↩ *QĐ 213 \\*nói gì\\*?*

**Đảng viên** giữ mối liên hệ \\[1\\]:  
  
> Khoản 1  
> Khoản 2  
  
Xem [toàn văn](https://a.vn).

\`[Chép [1]]\` \`[Mở]\`

**Lan**

📎 du-thao.docx

/kiemtra

**Trích dẫn** *(đã sửa)*

Đã đọc

*(đang soạn)* Đang soạn câu trả lời
`;
