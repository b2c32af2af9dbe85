import type { Answer } from "../core/answer.ts";
import { feedbackRows } from "./feedback-buttons.ts";
import { messages } from "./messages.ts";
import { pageData } from "./page-data.ts";
import type { Part } from "./part.ts";

/** What stands under an answer as a whole, below the buttons of its quotes. */
export function answerButtons(answer: Answer, messageId: number): Part["rows"] {
  const hasMore = answer.kind === "answered" || (answer.kind === "no-evidence" && answer.nearest.length > 0);
  const { more } = messages[answer.language];
  const opening = { text: more.button, callback_data: pageData("more", { messageId, page: 0, owner: null }) };
  return [...(hasMore ? [[opening]] : []), ...feedbackRows(answer, messageId)];
}
