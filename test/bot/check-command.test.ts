import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import type { Check } from "../../src/core/check.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";
import { buttonsOf } from "../peer/voice.ts";
import { type Chat, type ChatParts, createChat } from "./chat.ts";
import { candidate, checked, checkOf, citeOf } from "./sample-candidates.ts";

const { check: vi } = messages.vi;
const RESULT = "1 trích dẫn: 1 đúng\n\n✅ Đúng (1):\n213-QĐ/TW";
const DRAFT = "Thực hiện Quy định 213-QĐ/TW.";
const GROUP = { id: -100_500, type: "supergroup", title: "Chi bộ" };
const COMMAND = [{ type: "bot_command", offset: 0, length: 8 }];

/** A bot that reads files and finds one right citation in any draft; `drafts` holds what it was given. */
async function createCheckingChat(parts: ChatParts = {}) {
  const drafts: string[] = [];
  const check: Check = async (draft) => {
    drafts.push(draft);
    return checkOf(checked("213-QĐ/TW"))(draft);
  };
  const readDraft = async (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return Object.assign(await createChat({ check, readDraft, ...parts }), { drafts });
}

function lastSent({ api }: Chat) {
  const message = api.sent.at(-1);
  if (!message) throw new Error("nothing was sent");
  return message;
}

describe("/kiemtra", () => {
  it.each(["/kiemtra", "/check", "/kiemtra@trichdan_test_bot"])("checks the text after %s", async (command) => {
    const chat = await createCheckingChat();
    const update = chat.api.userText(`${command} ${DRAFT}`);
    expect(await chat.handles(update)).toEqual([RESULT]);
    expect(chat.drafts).toEqual([DRAFT]);
    expect(lastSent(chat).reply_to_message?.message_id).toBe(update.message.message_id);
    expect(chat.questions).toEqual([]);
  });

  it("keeps the lines of the draft", async () => {
    const chat = await createCheckingChat();
    await chat.handles(chat.api.userText("/kiemtra\nĐiều 1.\n\nĐiều 2."));
    expect(chat.drafts).toEqual(["Điều 1.\n\nĐiều 2."]);
  });

  it.each([
    ["text", { text: DRAFT }],
    ["a caption", { photo: [{ file_id: "1" }], caption: DRAFT }],
    ["a forwarded text", { text: DRAFT, forward_origin: { type: "hidden_user", sender_user_name: "Lan", date: 1 } }],
  ])("as a reply to %s checks that, and answers there", async (_what, content) => {
    const chat = await createCheckingChat();
    const { message: draft } = chat.api.userMessage(content);
    const update = chat.api.userMessage({ text: "/kiemtra", entities: COMMAND, reply_to_message: draft });
    expect(await chat.handles(update)).toEqual([RESULT]);
    expect(chat.drafts).toEqual([DRAFT]);
    expect(lastSent(chat).reply_to_message?.message_id).toBe(draft.message_id);
  });

  it("in a group checks the message that it replies to", async () => {
    const chat = await createCheckingChat();
    const { message: draft } = chat.api.userMessage({ chat: GROUP, text: DRAFT });
    const reply = { chat: GROUP, text: "/kiemtra", entities: COMMAND, reply_to_message: draft };
    expect(await chat.handles(chat.api.userMessage(reply))).toEqual([RESULT]);
  });

  it.each([
    ["no citation", checkOf(), DRAFT, vi.noCitations],
    ["nothing but blanks in its file", checkOf(), undefined, vi.empty],
  ])("of a draft with %s says so", async (_what, check, text, expected) => {
    const chat = await createCheckingChat({ check });
    const blank = { ...chat.api.file("a.txt", " \n "), caption: "/kiemtra" };
    const update = text === undefined ? chat.api.userMessage(blank) : chat.api.userText(`/kiemtra ${text}`);
    expect(await chat.handles(update)).toEqual([expected]);
  });

  it("a check that fails is logged without the draft, and the user is told", async () => {
    const chat = await createCheckingChat({ check: (draft) => Promise.reject(new Error(draft)) });
    expect(await chat.handles(chat.api.userText(`/kiemtra ${DRAFT}`))).toEqual([messages.vi.failed]);
    expect(chat.logged).toEqual([expect.objectContaining({ event: "check-failed", error: "Error" })]);
    expect(JSON.stringify(chat.logged)).not.toContain("213");
  });

  it("an edited /kiemtra message is not read again", async () => {
    const chat = await createCheckingChat();
    const { message } = chat.api.userText(`/kiemtra ${DRAFT}`);
    expect(await chat.handles(chat.api.userEdits(message))).toEqual([messages.vi.edited]);
  });
});

describe("/kiemtra alone", () => {
  it.each([
    ["vi", vi.prompt],
    ["en", messages.en.check.prompt],
  ])("asks in %s for a text, in a field that is a reply already", async (language, expected) => {
    const chat = await createCheckingChat();
    expect(await chat.handles(chat.api.userText("/kiemtra", language))).toEqual([expected]);
    const call = chat.api.calls.findLast(({ method }) => method === "sendMessage");
    expect(call?.fields["reply_markup"]).toEqual({ force_reply: true, selective: true });
  });

  it.each([
    ["a text", () => ({ text: DRAFT })],
    ["a file", (chat: Chat) => chat.api.file("du-thao.txt", DRAFT)],
    ["a text in a group", () => ({ chat: GROUP, text: DRAFT })],
  ])("takes %s in answer to its question for the draft", async (_what, contentOf) => {
    const chat = await createCheckingChat();
    await chat.handles(chat.api.userText("/kiemtra", "en"));
    const answer = chat.api.userMessage({ ...contentOf(chat), reply_to_message: lastSent(chat) });
    expect(await chat.handles(answer)).toEqual([RESULT]);
    expect(chat.drafts).toEqual([DRAFT]);
    expect(chat.questions).toEqual([]);
  });

  it("asks again when it answers its own question", async () => {
    const chat = await createCheckingChat();
    await chat.handles(chat.api.userText("/kiemtra"));
    const again = { text: "/kiemtra", entities: COMMAND, reply_to_message: lastSent(chat) };
    expect(await chat.handles(chat.api.userMessage(again))).toEqual([vi.prompt]);
  });

  it("is not answered by a reply to somebody else who used the same words", async () => {
    const chat = await createCheckingChat();
    const { message: quoted } = chat.api.userText(vi.prompt);
    await chat.handles(chat.api.userMessage({ text: "QĐ 213?", reply_to_message: quoted }));
    expect([chat.drafts, chat.questions]).toEqual([[], ["QĐ 213?"]]);
  });
});

describe("a file", () => {
  it("with the command as its caption is downloaded, read and checked", async () => {
    const chat = await createCheckingChat();
    const update = chat.api.userMessage({ ...chat.api.file("du-thao.txt", DRAFT), caption: "/kiemtra" });
    expect(await chat.handles(update)).toEqual([RESULT]);
    expect(chat.drafts).toEqual([DRAFT]);
    expect(chat.api.calls.map(({ method }) => method).filter((method) => /file|download/i.test(method))).toEqual([
      "getFile",
      "download",
    ]);
  });

  it("with the command of another bot is left alone in a group", async () => {
    const chat = await createCheckingChat();
    const file = { ...chat.api.file("du-thao.txt", DRAFT), caption: "/kiemtra@another_bot", chat: GROUP };
    expect(await chat.handles(chat.api.userMessage(file))).toEqual([]);
  });

  it.each(["du-thao.docx", "DU THAO.TXT"])("%s without a command gets a button that checks it", async (name) => {
    const chat = await createCheckingChat();
    const update = chat.api.userMessage(chat.api.file(name, DRAFT));
    expect(await chat.handles(update)).toEqual([vi.offer(name)]);
    expect(buttonsOf(lastSent(chat)).map(({ text }) => text)).toEqual(["Kiểm tra trích dẫn"]);
    expect(await chat.handles(chat.api.userPress(lastSent(chat), "Kiểm tra"))).toEqual([RESULT]);
    expect(lastSent(chat).reply_to_message?.message_id).toBe(update.message.message_id);
  });

  it("that is gone when its button is pressed has to be sent again", async () => {
    const chat = await createCheckingChat();
    await chat.handles(chat.api.userMessage(chat.api.file("a.txt", DRAFT)));
    const { reply_to_message: _, ...orphan } = lastSent(chat);
    expect(await chat.handles(chat.api.userPress(orphan, "Kiểm tra"))).toEqual([vi.gone]);
  });

  it.each([
    ["of another kind", "du-thao.pdf", undefined, vi.fileKind],
    ["said to be larger than 20 MB", "du-thao.docx", 21_000_000, vi.fileTooBig],
  ])("%s is not downloaded", async (_what, name, size, expected) => {
    const chat = await createCheckingChat();
    const file = { ...chat.api.file(name, DRAFT, size), caption: "/kiemtra" };
    expect(await chat.handles(chat.api.userMessage(file))).toEqual([expected]);
    expect(chat.api.calls.map(({ method }) => method)).not.toContain("getFile");
  });

  it("that turns out larger than it was said to be is not read", async () => {
    const chat = await createCheckingChat();
    const file = { ...chat.api.file("a.txt", new Uint8Array(21 * 1024 * 1024), 10), caption: "/kiemtra" };
    expect(await chat.handles(chat.api.userMessage(file))).toEqual([vi.fileTooBig]);
    expect(chat.drafts).toEqual([]);
  });

  it("of more than 200,000 characters is too long, and one character less is not", async () => {
    const chat = await createCheckingChat();
    const send = (length: number) => ({ ...chat.api.file("a.txt", "ệ".repeat(length)), caption: "/kiemtra" });
    expect(await chat.handles(chat.api.userMessage(send(200_001)))).toEqual([vi.tooLong]);
    expect(await chat.handles(chat.api.userMessage(send(200_000)))).toEqual([RESULT]);
  });

  it("that cannot be read is named with the reason, which is no failure", async () => {
    const readDraft = () => Promise.reject(new UnreadableFileError("a.docx is damaged."));
    const chat = await createCheckingChat({ readDraft });
    const file = { ...chat.api.file("a.docx", DRAFT), caption: "/kiemtra" };
    expect(await chat.handles(chat.api.userMessage(file))).toEqual([vi.unreadable("a.docx", "a.docx is damaged.")]);
    expect(chat.logged).toEqual([]);
  });

  it("whose download fails costs one log line with the remedy and without the token", async () => {
    const chat = await createCheckingChat();
    chat.api.failNext({ kind: "server-error" }, "download");
    const file = { ...chat.api.file("a.txt", DRAFT), caption: "/kiemtra" };
    expect(await chat.handles(chat.api.userMessage(file))).toEqual([messages.vi.failed]);
    expect(chat.logged).toEqual([
      expect.objectContaining({ event: "check-failed", message: expect.stringContaining("TELEGRAM_API_ROOT") }),
    ]);
    expect(JSON.stringify(chat.logged)).not.toContain(chat.api.token);
  });

  it("cannot be checked by a bot that reads no files, which says what it can do", async () => {
    const chat = await createChat({ check: checkOf(checked("213-QĐ/TW")) });
    const file = chat.api.file("a.txt", DRAFT);
    expect(await chat.handles(chat.api.userMessage({ ...file, caption: "/kiemtra" }))).toEqual([vi.textOnly]);
    expect(await chat.handles(chat.api.userMessage(file))).toEqual([messages.vi.textOnly]);
  });
});

describe("a citation that several documents fit", () => {
  it("has a button for each, which shows its card", async () => {
    const central = candidate({ number: "18-NQ/TW", citation: "Nghị quyết số 18-NQ/TW", title: null });
    const local = candidate({ number: "18-NQ/TU", citation: "Nghị quyết số 18-NQ/TU", title: null });
    const citation = checked("NQ 18", { verdict: "ambiguous", candidates: [central, local] });
    const chat = await createCheckingChat({ check: checkOf(citation), cite: citeOf(central, local) });
    const [text] = await chat.handles(chat.api.userText("/kiemtra theo NQ 18"));
    expect(text).toContain("❓ Chưa rõ là văn bản nào\nCó thể là:\n– Nghị quyết số 18-NQ/TW\n– Nghị quyết số 18-NQ/TU");
    const result = lastSent(chat);
    expect(buttonsOf(result).map((button) => button.text)).toEqual([
      "[1] 18-NQ/TW · 02/01/2020 · Bộ Chính trị",
      "[1] 18-NQ/TU · 02/01/2020 · Bộ Chính trị",
    ]);
    expect(await chat.handles(chat.api.userPress(result, "18-NQ/TU"))).toEqual([
      expect.stringMatching(/^Nghị quyết số 18-NQ\/TU\n/),
    ]);
  });
});
