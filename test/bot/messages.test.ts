import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";

/** All strings of a table with their names; those that are made by functions are looked at where they are shown. */
function stringsOf(table: object, path = ""): (readonly [name: string, text: string])[] {
  return Object.entries(table).flatMap(([name, value]) => {
    if (typeof value === "string") return [[`${path}${name}`, value] as const];
    return typeof value === "object" && value !== null ? stringsOf(value, `${path}${name}.`) : [];
  });
}

const strings = (["vi", "en"] as const).flatMap((language) => stringsOf(messages[language], `${language}.`));

describe("every string of the tables", () => {
  it("is a message that Telegram takes and leaves as it is", () => {
    const wrong = strings.filter(
      ([, text]) => text !== text.normalize("NFC").trim() || text === "" || Array.from(text).length > 4096,
    );
    expect(wrong).toEqual([]);
  });

  it("names only commands that there are", () => {
    const known = new Set(
      Object.values(messages).flatMap(({ commands, adminCommands }) => Object.keys({ ...commands, ...adminCommands })),
    );
    const named = strings.flatMap(([name, text]) =>
      Array.from(text.matchAll(/(?<![\w/])\/([a-z]{3,})/g), ([, command = ""]) => [name, command] as const),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, command]) => !known.has(command))).toEqual([]);
  });

  it("has Vietnamese letters in Vietnamese where it is a sentence", () => {
    const plain = strings.filter(
      ([name, text]) =>
        name.startsWith("vi.") && text.length > 40 && !/[đăâêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i.test(text),
    );
    expect(plain).toEqual([]);
  });
});
