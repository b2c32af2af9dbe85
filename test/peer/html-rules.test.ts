import { describe, expect, it } from "vitest";
import { parseHtml } from "./html-rules.ts";

const end = (text: string) => `Can't find end tag corresponding to start tag "${text}"`;

describe("refused as formatting:", () => {
  it.each([
    ["Điều <b>5", end("b")],
    ["<b>5</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    // bytes, not characters
    ["Điều</b>", "Unexpected end tag at byte offset 7"],
    ["<b>5</b", "Unclosed end tag at byte offset 4"],
    ["5 < 6", 'Unsupported start tag "" at byte offset 2'],
    ["a<b", "Unclosed start tag at byte offset 1"],
    ["<p>5</p>", 'Unsupported start tag "p" at byte offset 0'],
    ["<!-- 5 -->", 'Unsupported start tag "!--" at byte offset 0'],
    ["<constructor>", 'Unsupported start tag "constructor" at byte offset 0'],
    ["<a =x>5</a>", 'Empty attribute name in the tag "a" at byte offset 0'],
    ["<a href=", 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="https://a.vn>5</a>', "Unclosed start tag at byte offset 0"],
    ["<a href=a/b>5</a>", "Unexpected end of name token at byte offset 8"],
    ["<span>5</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="a">5</tg-emoji>', "Invalid custom emoji identifier specified"],
    ["&#xD83D;", "Text contains invalid Unicode characters after decoding HTML entities"],
  ])("%s", (source, why) => {
    const parsed = parseHtml(source);
    expect("refusal" in parsed && parsed.refusal).toContain(`Bad Request: can't parse entities: ${why}`);
  });
});

describe("shown as", () => {
  it.each([
    ["5 &lt; 6 &amp; 7 &gt; 6 &quot;", '5 < 6 & 7 > 6 "', []],
    // names that Telegram does not know stay as they are
    ["a&nbsp;b &eacute;", "a&nbsp;b &eacute;", []],
    ["&#7879; &#x1ec7; &lt6", "ệ ệ <6", []],
    [
      "<b>Điều</b> <I>5</I>",
      "Điều 5",
      [
        { type: "bold", offset: 0, length: 4 },
        { type: "italic", offset: 5, length: 1 },
      ],
    ],
    // offsets count UTF-16 units
    ["📄<u>a</u>", "📄a", [{ type: "underline", offset: 2, length: 1 }]],
    [
      "<b>a<i>b</i></b>",
      "ab",
      [
        { type: "bold", offset: 0, length: 2 },
        { type: "italic", offset: 1, length: 1 },
      ],
    ],
    ["<b></b>a", "a", []],
    ["<b>a</>", "a", [{ type: "bold", offset: 0, length: 1 }]],
    [
      "<s>a</s><code>b</code>",
      "ab",
      [
        { type: "strikethrough", offset: 0, length: 1 },
        { type: "code", offset: 1, length: 1 },
      ],
    ],
    ["<blockquote>a</blockquote>", "a", [{ type: "blockquote", offset: 0, length: 1 }]],
    ["<blockquote expandable>a</blockquote>", "a", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    ["<span class='tg-spoiler'>a</span>", "a", [{ type: "spoiler", offset: 0, length: 1 }]],
    [
      '<a href="https://a.vn/?a=1&amp;b=2">a</a>',
      "a",
      [{ type: "text_link", offset: 0, length: 1, url: "https://a.vn/?a=1&b=2" }],
    ],
    ["<a href='a.vn'>a</a>", "a", [{ type: "text_link", offset: 0, length: 1, url: "http://a.vn" }]],
    ["<a href='x'>a</a>", "a", []],
  ])("%s", (source, text, entities) => {
    expect(parseHtml(source)).toEqual({ text, entities });
  });
});
