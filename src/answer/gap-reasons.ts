import type { Language } from "../core/answer.ts";
import type { GapReason } from "../core/gaps.ts";

/** Why a question is in the list of gaps, in a few words, for the bot and the web. */
export const GAP_REASONS: Readonly<Record<Language, Readonly<Record<GapReason, string>>>> = {
  vi: {
    "unknown-document": "thư viện chưa có văn bản này",
    "no-passage": "không có đoạn nào liên quan",
    "not-covered": "không có đoạn nào trả lời được",
    disliked: "bị đánh giá chưa đúng",
    "wrong-document": "bị đánh giá sai văn bản",
    incomplete: "bị đánh giá còn thiếu",
    outdated: "bị đánh giá đã hết hiệu lực",
    other: "bị đánh giá chưa đúng vì lý do khác",
  },
  en: {
    "unknown-document": "document not in this library",
    "no-passage": "no passage about it",
    "not-covered": "no passage answers it",
    disliked: "judged not right",
    "wrong-document": "judged: wrong document",
    incomplete: "judged: incomplete",
    outdated: "judged: no longer in force",
    other: "judged not right for another reason",
  },
};
