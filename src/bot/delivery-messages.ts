const vi = {
  restarted:
    "Máy chủ vừa khởi động lại khi đang xử lý yêu cầu này. Nếu chưa thấy câu trả lời đầy đủ, xin đồng chí bấm " +
    "“Gửi lại”.",
  interrupted:
    "Đường truyền vừa gián đoạn khi đang gửi câu trả lời. Nếu chưa thấy câu trả lời đầy đủ, xin đồng chí bấm " +
    "“Gửi lại”.",
  again: "Gửi lại",
};

const en: typeof vi = {
  restarted:
    "The server restarted while it was working on this request. If the full answer is not here, please press “Send again”.",
  interrupted:
    "The connection broke while the answer was being sent. If the full answer is not here, please press “Send again”.",
  again: "Send again",
};

/** When it is not known whether an answer arrived. */
export const deliveryMessages = { vi, en };
