import { uncertainLines } from "../answer/uncertain.ts";
import { formatCitation } from "../citation/format.ts";
import type { Citation } from "../core/answer.ts";
import type { Passage } from "../core/passage.ts";
import type { Messages } from "./messages.ts";

/**
 * What "copy citation" copies: the quote and where it stands. A digest never passes for the document itself, nor an
 * uncertain word for a certain one.
 */
export function citationText(citation: Citation, messages: Messages): string {
  const { quote, passage, directive } = citation;
  const digest = directive.isDigest ? messages.document.digest.toLowerCase() : "";
  const where = [formatCitation(directive), place(passage, messages), digest].filter((part) => part !== "");
  const doubts = uncertainLines(citation, messages.document.uncertain);
  return `“${quote}” (${[where.join(", "), ...doubts].join(". ")})`;
}

/** `Điều 1 › khoản 2, trang 3`; "" for a passage without path and page. */
export function place({ path, page }: Pick<Passage, "path" | "page">, messages: Messages): string {
  const parts = [path.join(" › "), page === null ? "" : messages.document.page(page)];
  return parts.filter((part) => part !== "").join(", ");
}
