/** `spelling` with the capitals of what was typed: all of them, the first, or none. */
export function inCaseOf(typed: string, spelling: string): string {
  if (typed === typed.toUpperCase() && typed.length > 1) return spelling.toUpperCase();
  const [first = ""] = typed;
  return first === first.toLowerCase() ? spelling : spelling.charAt(0).toUpperCase() + spelling.slice(1);
}
