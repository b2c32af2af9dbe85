/** Whether a quotation that began not far before `at` is still open there: it speaks of the text it is taken from. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1000), at);
  return before.lastIndexOf("“") > before.lastIndexOf("”");
}
