import type { MessageEntity } from "grammy/types";

/**
 * Parse mode "HTML": the tags, the attributes and the errors of
 * https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp (do_parse_html). Places are byte offsets.
 */
export function parseHtml(
  source: string,
): { readonly text: string; readonly entities: MessageEntity[] } | { readonly refusal: string } {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error;
    return { refusal: `Bad Request: can't parse entities: ${error.message}` };
  }
}

class HtmlError extends Error {}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

type Format = (tag: Tag, range: { offset: number; length: number }, text: string) => MessageEntity | undefined;

const plain =
  (type: MessageEntity.CommonMessageEntity["type"]): Format =>
  (_, range) => ({ type, ...range });

const TAGS: Readonly<Record<string, Format>> = {
  b: plain("bold"),
  strong: plain("bold"),
  i: plain("italic"),
  em: plain("italic"),
  u: plain("underline"),
  ins: plain("underline"),
  s: plain("strikethrough"),
  strike: plain("strikethrough"),
  del: plain("strikethrough"),
  span: plain("spoiler"),
  "tg-spoiler": plain("spoiler"),
  code: plain("code"),
  pre: (_, range) => ({ type: "pre", ...range }),
  blockquote: ({ attributes }, range) => ({
    type: attributes.has("expandable") ? "expandable_blockquote" : "blockquote",
    ...range,
  }),
  a: ({ attributes }, range, text) => {
    const url = attributes.get("href") || text.slice(range.offset, range.offset + range.length);
    const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
    return URL.canParse(address) && /\./.test(address) ? { type: "text_link", ...range, url: address } : undefined;
  },
  "tg-emoji": ({ attributes }, range) => ({
    type: "custom_emoji",
    ...range,
    custom_emoji_id: attributes.get("emoji-id") ?? "",
  }),
  "tg-time": () => undefined,
};

function parse(source: string) {
  const bytesBefore = (at: number) => Buffer.byteLength(source.slice(0, at));
  const open: Tag[] = [];
  const entities: MessageEntity[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    const begin = at;
    const where = () => `at byte offset ${bytesBefore(begin)}`;
    if (source[at] === "&") {
      const decoded = decodeEntity(source, at);
      text += decoded.text;
      at = decoded.end;
    } else if (source[at] !== "<") {
      text += source[at];
      at += 1;
    } else if (source[at + 1] === "/") {
      const tag = open.pop();
      if (!tag) throw new HtmlError(`Unexpected end tag ${where()}`);
      const [whole, name = ""] = /^<\/([^\s>]*)\s*>/.exec(source.slice(at)) ?? [];
      if (whole === undefined) throw new HtmlError(`Unclosed end tag ${where()}`);
      if (name !== "" && name.toLowerCase() !== tag.name) {
        throw new HtmlError(`Unmatched end tag ${where()}, expected "</${tag.name}>", found "</${name}>"`);
      }
      const length = text.length - tag.offset;
      const entity = length > 0 ? TAGS[tag.name]?.(tag, { offset: tag.offset, length }, text) : undefined;
      if (entity) entities.push(entity);
      at += whole.length;
    } else {
      const { tag, end } = readStartTag(source, at, { offset: text.length, bytesBefore });
      open.push(tag);
      at = end;
    }
  }
  const last = open.at(-1);
  if (last) throw new HtmlError(`Can't find end tag corresponding to start tag "${last.name}"`);
  if (/\p{Surrogate}/u.test(text)) {
    throw new HtmlError(
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    );
  }
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}

function readStartTag(
  source: string,
  begin: number,
  { offset, bytesBefore }: { readonly offset: number; readonly bytesBefore: (at: number) => number },
): { readonly tag: Tag; readonly end: number } {
  const where = `at byte offset ${bytesBefore(begin)}`;
  const [head = "", written = ""] = /^<([^\s>]*)/.exec(source.slice(begin)) ?? [];
  const name = written.toLowerCase();
  let at = begin + head.length;
  if (at >= source.length) throw new HtmlError(`Unclosed start tag ${where}`);
  if (!Object.hasOwn(TAGS, name)) throw new HtmlError(`Unsupported start tag "${name}" ${where}`);
  const attributes = new Map<string, string>();
  for (;;) {
    at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0;
    if (at >= source.length) throw new HtmlError(`Unclosed start tag "${name}" ${where}`);
    if (source[at] === ">") break;
    const attribute = /^[^\s=>]*/.exec(source.slice(at))?.[0] ?? "";
    if (attribute === "") throw new HtmlError(`Empty attribute name in the tag "${name}" ${where}`);
    at += attribute.length;
    const [equals] = /^\s*=\s*/.exec(source.slice(at)) ?? [];
    if (equals === undefined) {
      attributes.set(attribute, "");
      continue;
    }
    at += equals.length;
    if (at >= source.length) throw new HtmlError(`Unclosed start tag "${name}" ${where}`);
    const [value, end] = readValue(source, at, { where, bytesBefore });
    attributes.set(attribute, value);
    at = end;
  }
  checkAttributes(name, attributes, where);
  return { tag: { name, attributes, offset }, end: at + 1 };
}

function readValue(
  source: string,
  at: number,
  { where, bytesBefore }: { readonly where: string; readonly bytesBefore: (at: number) => number },
): readonly [string, number] {
  const quote = source[at];
  if (quote !== '"' && quote !== "'") {
    const token = /^[A-Za-z0-9.-]*/.exec(source.slice(at))?.[0] ?? "";
    if (!/^[\s>]/.test(source.slice(at + token.length))) {
      throw new HtmlError(`Unexpected end of name token at byte offset ${bytesBefore(at)}`);
    }
    return [token.toLowerCase(), at + token.length];
  }
  const end = source.indexOf(quote, at + 1);
  if (end < 0) throw new HtmlError(`Unclosed start tag ${where}`);
  const raw = source.slice(at + 1, end);
  return [raw.replace(/&[^;&\s]+;?/g, (entity) => decodeWhole(entity)), end + 1];
}

function checkAttributes(name: string, attributes: ReadonlyMap<string, string>, where: string): void {
  if (name === "span" && attributes.get("class") !== "tg-spoiler") {
    throw new HtmlError(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  if (name === "tg-emoji" && !/^[1-9]\d*$/.test(attributes.get("emoji-id") ?? "")) {
    throw new HtmlError("Invalid custom emoji identifier specified");
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** Numbers and four names; any other name stays as it is written. */
function decodeEntity(source: string, at: number): { readonly text: string; readonly end: number } {
  const [whole, hex, decimal, name = ""] =
    /^&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/i.exec(source.slice(at, at + 40)) ?? [];
  if (whole === undefined) return { text: "&", end: at + 1 };
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
  if (code > 0 && code < 0x10ffff) return { text: String.fromCodePoint(code), end: at + whole.length };
  const character = NAMED[name];
  return character === undefined ? { text: "&", end: at + 1 } : { text: character, end: at + whole.length };
}

function decodeWhole(entity: string): string {
  const { text, end } = decodeEntity(entity, 0);
  return text + entity.slice(end);
}
