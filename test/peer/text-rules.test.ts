import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { shownText } from "./text-rules.ts";

const bold = (offset: number, length: number): MessageEntity => ({ type: "bold", offset, length });
const quote = (offset: number, length: number): MessageEntity => ({ type: "blockquote", offset, length });
const show = (text: string, entities: readonly MessageEntity[] = []) => shownText({ text, entities }, { max: 4096 });

describe("what Telegram changes without a word", () => {
  it.each([
    ["a tabulator is a space", "a\tb", [], "a b", []],
    [
      "carriage returns and line separators vanish, and formatting moves along",
      "a\r\n\u2028bc",
      [bold(4, 2)],
      "a\nbc",
      [bold(2, 2)],
    ],
    ["white space at the ends goes", "\n a b \n", [bold(2, 3)], "a b", [bold(0, 3)]],
    ["formatting of white space at the end goes", "a  ", [bold(1, 2)], "a", []],
    ["formatting beyond the text is clipped", "abc", [bold(1, 9)], "abc", [bold(1, 2)]],
    ["formatting outside the text is dropped", "abc", [bold(3, 2)], "abc", []],
    ["formatting that cuts a character is dropped", "📄a", [bold(1, 2)], "📄a", []],
    ["a quote in a quote is dropped", "abc", [quote(0, 3), quote(1, 1)], "abc", [quote(0, 3)]],
  ])("%s", (_, text, entities, shown, kept) => {
    const outcome = show(text, entities);
    expect(outcome).toMatchObject({ text: shown, entities: kept });
    expect("losses" in outcome && outcome.losses).not.toEqual([]);
  });

  it("formatting beyond a hundred pieces is dropped", () => {
    const text = "ab".repeat(60);
    const pieces = Array.from({ length: 101 }, (_, at) => bold(at, 1));
    expect(show(text, pieces)).toMatchObject({
      entities: pieces.slice(0, 100),
      losses: [expect.stringContaining("100")],
    });
    expect(show(text, pieces.slice(0, 100))).toMatchObject({ entities: pieces.slice(0, 100), losses: [] });
  });

  it("is nothing where text and formatting are in order", () => {
    const entities = [quote(0, 10), bold(2, 2), { ...bold(4, 6), type: "italic" as const }];
    expect(show("Điều 5.\n📄 b", entities)).toEqual({ text: "Điều 5.\n📄 b", entities, losses: [] });
  });
});
