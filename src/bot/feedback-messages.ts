import type { Complaint } from "../core/gaps.ts";

const vi = {
  good: "Đúng",
  bad: "Chưa đúng",
  complaints: {
    "wrong-document": "Sai văn bản",
    incomplete: "Còn thiếu",
    outdated: "Đã hết hiệu lực",
    other: "Lý do khác",
  } satisfies Record<Complaint, string>,
};

const en: typeof vi = {
  good: "Right",
  bad: "Not right",
  complaints: {
    "wrong-document": "Wrong document",
    incomplete: "Incomplete",
    outdated: "No longer in force",
    other: "Another reason",
  },
};

export const feedbackMessages = { vi, en };
