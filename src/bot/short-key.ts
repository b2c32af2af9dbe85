/** Tells documents apart in the data of a button. FNV-1a, 32 bits: at most 7 letters, the same in every runtime. */
export function shortKey(text: string): string {
  const hash = Array.from(text).reduce(
    (sum, character) => Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return (hash >>> 0).toString(36);
}
