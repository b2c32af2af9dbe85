import { PHRASES } from "../answer/phrases.ts";
import type { Language } from "../core/answer.ts";
import type { Problem } from "../core/check.ts";
import { accessMessages } from "./access-messages.ts";
import { browseMessages } from "./browse-messages.ts";
import { checkMessages } from "./check-messages.ts";
import { conversationMessages } from "./conversation-messages.ts";
import { deliveryMessages } from "./delivery-messages.ts";
import { feedbackMessages } from "./feedback-messages.ts";
import { gapsMessages } from "./gaps-messages.ts";
import { inlineMessages } from "./inline-messages.ts";
import { lookupMessages } from "./lookup-messages.ts";
import { libraryCommands, uploadMessages } from "./upload-messages.ts";
import { withdrawMessages } from "./withdraw-messages.ts";

const vi = {
  start:
    "Xin chào! Tôi tra cứu văn bản chỉ đạo và báo cáo có trong thư viện, trả lời ngắn gọn và trích nguyên văn " +
    "đoạn làm căn cứ.\n\n" +
    "Xin gõ câu hỏi, có dấu hoặc không dấu đều được. Ví dụ:\n" +
    "• Quy định 213 yêu cầu gì đối với đảng viên ở nơi cư trú?\n" +
    "• NQ 18 noi gi ve tinh gon bo may\n\n" +
    "Tra cứu một văn bản: /tracuu. Kiểm tra trích dẫn trong dự thảo: /kiemtra. Xem thêm: /help",
  help:
    "Cách dùng:\n" +
    "• Gõ câu hỏi bằng tiếng Việt (có dấu hoặc không dấu) hoặc tiếng Anh.\n" +
    "• Có thể gọi văn bản bằng số, viết tắt cũng được: “QĐ 213”, “35-CT/TW”.\n" +
    "• Dưới câu trả lời là các đoạn trích nguyên văn; chạm vào đoạn trích để xem đủ.\n" +
    "• Nút “Chép trích dẫn” chép tên văn bản theo thể thức để dán vào bài.\n" +
    "• Hỏi tiếp được ngay (“ban hành ngày nào?”); sửa câu hỏi đã gửi thì câu trả lời được sửa theo.\n" +
    "• /tracuu kèm số văn bản: thư viện có gì về văn bản đó, hiệu lực, nơi nhắc đến.\n" +
    "• /kiemtra kèm nội dung dự thảo: đối chiếu từng trích dẫn với thư viện.\n" +
    "• /vanban: xem thư viện theo loại, cơ quan ban hành, năm. /nguon: căn cứ của câu trả lời gần nhất.\n" +
    "• /ngonngu: chọn ngôn ngữ. /quenhet: xóa những gì được lưu về đồng chí.\n" +
    "• Trong nhóm: nhắc tên tôi trong câu hỏi, hoặc trả lời tin nhắn của tôi.\n" +
    "• Trong ô soạn tin bất kỳ: gõ tên tôi rồi số văn bản hoặc từ khóa để chèn trích dẫn.\n\n" +
    "Tôi chỉ trả lời khi thư viện có đoạn làm căn cứ; không có thì tôi nói rõ là không có.",
  unknownCommand: "Tôi không biết lệnh này. Xin gõ thẳng câu hỏi, hoặc xem hướng dẫn: /help",
  textOnly: "Tôi chỉ đọc được tin nhắn chữ. Xin gõ câu hỏi thành chữ.",
  textOrDraft:
    "Tôi chỉ đọc được tin nhắn chữ, và tệp .txt, .docx để kiểm tra trích dẫn. Xin gõ câu hỏi thành chữ, hoặc gửi tệp " +
    "thuộc hai dạng đó.",
  edited: "Tôi không đọc lại lệnh đã sửa. Xin gửi lệnh đã sửa thành tin nhắn mới.",
  emptyQuestion: "Tin nhắn chưa có câu hỏi. Xin viết câu hỏi, ví dụ: “Quy định 213 yêu cầu gì?”",
  longQuestion: "Câu hỏi quá dài. Xin rút gọn dưới 4.096 ký tự.",
  failed: "Xin lỗi, lúc này tôi chưa trả lời được vì có trục trặc. Xin gửi lại sau ít phút.",
  questionGone: "Không còn thấy câu hỏi ban đầu. Xin gửi lại câu hỏi.",
  understoodAs: "Câu hỏi được hiểu là:",
  fallback: {
    "llm-failed": "Mô hình ngôn ngữ hiện không dùng được; câu trả lời lấy thẳng từ văn bản.",
    "llm-unverified":
      "Câu trả lời của mô hình ngôn ngữ không khớp với văn bản nên không dùng; câu trả lời lấy thẳng từ văn bản.",
    "llm-budget": "Hôm nay đã dùng hết lượng cho phép của mô hình ngôn ngữ; câu trả lời lấy thẳng từ văn bản.",
    "llm-found-nothing":
      "Mô hình ngôn ngữ không thấy đoạn nào trả lời câu hỏi; đây là những câu gần nhất lấy thẳng từ văn bản.",
  },
  nearest: "Các văn bản gần nhất:",
  uncertain: PHRASES.vi.uncertain,
  digest: "bản tóm lược",
  page: "trang",
  source: "nguồn:",
  copy: "Chép trích dẫn",
  open: "Mở",
  fields: {
    number: "số, ký hiệu",
    kind: "loại văn bản",
    issuedOn: "ngày ban hành",
    issuer: "cơ quan ban hành",
    title: "trích yếu",
    status: "hiệu lực",
    place: "vị trí trong văn bản",
  } satisfies Record<Problem["field"], string>,
  lookup: lookupMessages.vi,
  check: checkMessages.vi,
  delivery: deliveryMessages.vi,
  feedback: feedbackMessages.vi,
  gaps: gapsMessages.vi,
  upload: uploadMessages.vi,
  withdraw: withdrawMessages.vi,
  browse: browseMessages.vi,
  inline: inlineMessages.vi,
  ...conversationMessages.vi,
  access: accessMessages.vi,
  // The menus of the language; every command works in both.
  commands: menu({
    tracuu: "Tra cứu một văn bản theo số, ký hiệu",
    vanban: "Xem thư viện theo loại, cơ quan, năm",
    nguon: "Căn cứ của câu trả lời gần nhất",
    kiemtra: "Kiểm tra trích dẫn trong dự thảo",
    ngonngu: "Chọn ngôn ngữ",
    quenhet: "Xóa những gì được lưu về tôi",
    help: "Cách dùng",
    start: "Giới thiệu",
  }),
  adminCommands: menu({ ...libraryCommands.vi, ...accessMessages.vi.commands }),
};

/** Every string the bot shows, in one language. */
export type Messages = typeof vi;

const en: Messages = {
  start:
    "Hello! I look things up in the directives and reports of this library. I answer briefly and quote the passages " +
    "the answer rests on, word for word.\n\n" +
    "Just type a question, in Vietnamese (with or without diacritics) or in English. For example:\n" +
    "• What does Regulation 213 require of party members where they live?\n" +
    "• NQ 18 noi gi ve tinh gon bo may\n\n" +
    "Look a document up: /lookup. Check the citations of a draft: /check. More: /help",
  help:
    "How to use this bot:\n" +
    "• Type a question in Vietnamese (with or without diacritics) or in English.\n" +
    "• A document may be named by its number, also abbreviated: “QĐ 213”, “35-CT/TW”.\n" +
    "• The passages under an answer are quoted in the original; tap one to unfold it.\n" +
    "• “Copy citation” copies the name of the document in its official form.\n" +
    "• /lookup with a number: what the library has on that document, whether it is in force, who cites it.\n" +
    "• You may ask on (“when was it issued?”); edit a question, and its answer is edited too.\n" +
    "• /check with the text of a draft: compares every citation with the library.\n" +
    "• /documents: the library by kind, issuer and year. /sources: what the last answer rests on.\n" +
    "• /language: choose a language. /forget: delete what is kept about you.\n" +
    "• In a group: mention me in the question, or reply to a message of mine.\n" +
    "• In any chat: type my name and a number or words, to insert a citation.\n\n" +
    "I answer only what a passage of the library supports; where there is none, I say so.",
  unknownCommand: "I do not know this command. Just type a question, or see /help",
  textOnly: "I can only read text messages. Please type your question.",
  textOrDraft:
    "I can only read text messages, and .txt and .docx files whose citations are to be checked. Please type your " +
    "question, or send such a file.",
  edited: "I do not read edited commands again. Please send the corrected one as a new message.",
  emptyQuestion:
    "There is no question in this message. Please write one, for example: “What does Regulation 213 require?”",
  longQuestion: "The question is too long. Please keep it under 4,096 characters.",
  failed: "Sorry, something went wrong and I cannot answer right now. Please try again in a few minutes.",
  questionGone: "The original question is no longer there. Please send it again.",
  understoodAs: "Understood as:",
  fallback: {
    "llm-failed": "The language model is not available at the moment; this answer comes straight from the texts.",
    "llm-unverified":
      "What the language model wrote did not agree with the texts and was discarded; this answer comes straight from them.",
    "llm-budget": "The language model's allowance for today is used up; this answer comes straight from the texts.",
    "llm-found-nothing":
      "The language model found no passage that answers; these are the nearest sentences, straight from the texts.",
  },
  nearest: "The nearest documents:",
  uncertain: PHRASES.en.uncertain,
  digest: "digest",
  page: "page",
  source: "source:",
  copy: "Copy citation",
  open: "Open",
  fields: {
    number: "number",
    kind: "kind",
    issuedOn: "date of issue",
    issuer: "issuer",
    title: "title",
    status: "in force",
    place: "place in the document",
  },
  lookup: lookupMessages.en,
  check: checkMessages.en,
  delivery: deliveryMessages.en,
  feedback: feedbackMessages.en,
  gaps: gapsMessages.en,
  upload: uploadMessages.en,
  withdraw: withdrawMessages.en,
  browse: browseMessages.en,
  inline: inlineMessages.en,
  ...conversationMessages.en,
  access: accessMessages.en,
  commands: menu({
    lookup: "Look a document up by its number",
    documents: "The library by kind, issuer, year",
    sources: "What the last answer rests on",
    check: "Check the citations of a draft",
    language: "Choose a language",
    forget: "Delete what is kept about me",
    help: "How to use it",
    start: "What this bot does",
  }),
  adminCommands: menu({ ...libraryCommands.en, ...accessMessages.en.commands }),
};

/** The strings of an answer's language. */
export const messages: Readonly<Record<Language, Messages>> = { vi, en };

/** For a user: English where the app is set to English, else Vietnamese. */
export function messagesFor(languageCode: string | undefined): Messages {
  return languageCode?.toLowerCase().startsWith("en") ? en : vi;
}

function menu(commands: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return commands;
}
