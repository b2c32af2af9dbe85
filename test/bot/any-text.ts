import fc from "fast-check";
import { cleanText } from "../../src/bot/text-limits.ts";

const visible = (text: string) => cleanText(text).replace(/[\s\u200b-\u200f]/g, "") !== "";
const unit = fc.constantFrom("binary" as const, "grapheme" as const);

/** Any text that can be seen, of any script, also with what Telegram drops or refuses in it. */
export const anyText = (maxLength: number) =>
  unit.chain((kind) => fc.string({ unit: kind, maxLength })).filter(visible);

const longText = fc
  .tuple(anyText(30), fc.integer({ min: 1, max: 400 }), fc.constantFrom("", " ", ". ", "\n\n", "📄"))
  .map(([text, times, between]) => Array.from({ length: times }, () => text).join(between));

/** The same, and sometimes longer than a message. */
export const someText = fc.oneof(anyText(200), longText);

export const orNull = (text: fc.Arbitrary<string>) => fc.option(text);
