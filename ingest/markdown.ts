import { marked } from "marked";
import { markerOf } from "./markers.ts";

/** Markdown to HTML. A line that begins a part ("a)", "Điều 2.") stays a line, where Markdown would join it to the one before. */
export function markdownToHtml(markdown: string): string {
  const lines = markdown.split("\n");
  const kept = lines.map((line, at) => (line.trim() && markerOf(lines[at + 1]?.trim() ?? "") ? `${line}  ` : line));
  return marked.parse(kept.join("\n"), { async: false, gfm: true });
}
