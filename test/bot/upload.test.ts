import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import type { Upload, Uploaded } from "../../src/core/uploads.ts";
import { fakeUploads } from "../fakes/uploads.ts";
import { labelsOf } from "../peer/voice.ts";
import { AS_ADMIN, createChatAs } from "./admin.ts";
import { type ChatParts, createChat } from "./chat.ts";
import { directiveHead } from "./sample-answers.ts";

const { upload: strings, check, textOrDraft } = messages.vi;
const BYTES = "Quy định số 213-QĐ/TW";
const DOCUMENT = directiveHead({ file: "qd-213.docx", access: "trainer" });
const ADDED: Uploaded = { kind: "added", document: DOCUMENT, passages: 12, near: [] };
const HEAD = [
  "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
  "Về trách nhiệm của đảng viên nơi cư trú",
  "Tệp: qd-213.docx",
  "Người đọc: từ giảng viên trở lên",
].join("\n");
/** Ends at once, but lets others work meanwhile. */
const noWait = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

/** An administrator's chat whose uploads come to `outcome`; none are taken where it is `null`. */
async function uploadChat(
  outcome: Uploaded | ((upload: Upload) => Promise<Uploaded>) | null = ADDED,
  parts: ChatParts = {},
) {
  const { added, uploads } = fakeUploads(outcome ?? ADDED);
  const readDraft = async () => "";
  const chat = await createChat({
    ...AS_ADMIN,
    ...(outcome && { uploads }),
    readDraft,
    sleep: noWait,
    ...parts,
  });
  return {
    ...chat,
    added,
    sends: (name: string, content: object = {}, bytes: string | Uint8Array = BYTES) =>
      chat.handles(chat.api.userMessage({ ...chat.api.file(name, bytes), ...content })),
    recorded: async () =>
      (await chat.access.audit.list({ offset: 0, limit: 9 })).map(({ action, actorId, subject }) => [
        action,
        actorId,
        subject,
      ]),
    /** What the one message has shown, one after the other. */
    edits: () =>
      chat.api.calls.filter(({ method }) => method === "editMessageText").map(({ fields }) => fields["text"]),
  };
}

describe("a file that an administrator sends", () => {
  it("may be added, or checked where it is a draft", async () => {
    const chat = await uploadChat();
    expect(await chat.sends("qd-213.docx")).toEqual([strings.offer("qd-213.docx")]);
    expect(labelsOf(chat.last())).toEqual([strings.button, check.button]);
    await chat.sends("qd-213.pdf");
    expect(labelsOf(chat.last())).toEqual([strings.button]);
  });

  it("is not read before it is known who may read it", async () => {
    const chat = await uploadChat();
    await chat.sends("qd-213.docx");
    await chat.press(strings.button);
    expect(chat.last().text).toBe("Ai được đọc “qd-213.docx”?");
    expect(labelsOf(chat.last())).toEqual([
      "Mọi người",
      "Từ thành viên trở lên",
      "Từ giảng viên trở lên",
      "Từ cán bộ trở lên",
      "Từ quản trị viên trở lên",
      "Hủy",
    ]);
    expect([chat.added, chat.api.calls.map(({ method }) => method)]).toEqual([
      [],
      expect.not.arrayContaining(["getFile"]),
    ]);
  });

  it.each([
    ["Mọi người", null],
    ["giảng viên", "trainer"],
    ["quản trị viên", "admin"],
  ] as const)("is added for %s, in the one message", async (label, access) => {
    const chat = await uploadChat();
    await chat.sends("qd-213.docx", { caption: "/them" });
    await chat.press(label);
    const [upload] = chat.added;
    expect(upload).toMatchObject({ name: "qd-213.docx", access, onNamesake: "ask" });
    expect(new TextDecoder().decode(upload?.bytes)).toBe(BYTES);
    expect([chat.last().text, chat.api.sent.length]).toEqual([`${strings.added}\n${HEAD}\n12 đoạn`, 1]);
  });

  it("is recorded once it is in the library", async () => {
    const chat = await uploadChat();
    await chat.sends("qd-213.docx", { caption: "/them" });
    await chat.press("Mọi người");
    expect(await chat.recorded()).toEqual([["document-added", 1001, "213-QĐ/TW"]]);
  });

  it("keeps a name that is longer than what is shown", async () => {
    const name = `${"rất dài ".repeat(30)}.docx`;
    const chat = await uploadChat();
    await chat.sends(name, { caption: "/them" });
    await chat.press("Mọi người");
    expect(chat.added[0]?.name).toBe(name.trim());
  });

  it("is not added after all where that is cancelled", async () => {
    const chat = await uploadChat();
    await chat.sends("qd-213.docx", { caption: "/add" });
    await chat.press(strings.cancel);
    expect([chat.last().text, chat.added]).toEqual([strings.cancelled, []]);
  });

  it("larger than Telegram hands on is refused before it is read", async () => {
    const chat = await uploadChat();
    await chat.sends("lon.pdf", { caption: "/them" }, new Uint8Array(20 * 1024 * 1024 + 1));
    await chat.press("Mọi người");
    expect([chat.last().text, chat.added]).toEqual([strings.tooBig, []]);
  });

  it("that is gone when the button is pressed has to be sent again", async () => {
    const chat = await uploadChat();
    await chat.sends("qd-213.docx", { caption: "/them" });
    const press = chat.api.userPress(chat.last(), "Mọi người");
    const { reply_to_message: _, ...message } = chat.last();
    await chat.handles({ ...press, callback_query: press.callback_query && { ...press.callback_query, message } });
    expect([chat.last().text, chat.added]).toEqual([strings.gone, []]);
  });
});

describe("a text", () => {
  it("is added by /them in answer to it, under a name of its own", async () => {
    const chat = await uploadChat();
    const text = chat.api.userText("Thông báo số 5-TB/TW …").message;
    await chat.handles(chat.api.userMessage({ text: "/them", reply_to_message: text, entities: COMMAND }));
    await chat.press("Mọi người");
    expect(chat.added[0]?.name).toMatch(/^tin-nhan-\d{4}-\d\d-\d\d-\d+\.txt$/);
    expect(new TextDecoder().decode(chat.added[0]?.bytes)).toBe("Thông báo số 5-TB/TW …");
  });

  it("after /them is added without the command", async () => {
    const chat = await uploadChat();
    await chat.handles(chat.api.userText("/them Thông báo số 5-TB/TW"));
    await chat.press("Mọi người");
    expect(new TextDecoder().decode(chat.added[0]?.bytes)).toBe("Thông báo số 5-TB/TW");
  });

  it("is asked for where there is none", async () => {
    const chat = await uploadChat();
    expect(await chat.handles(chat.api.userText("/them"))).toEqual([strings.usage]);
  });
});

describe("while it is read", () => {
  it("the message tells how far that is, and in the end what came of it", async () => {
    const chat = await uploadChat(async ({ onProgress }) => {
      onProgress?.({ step: "reading", pages: 3 });
      await until(() => chat.edits().length === 2);
      onProgress?.({ step: "embedding", done: 32, total: 100 });
      await until(() => chat.edits().length === 3);
      return ADDED;
    });
    await chat.sends("qd-213.pdf", { caption: "/them" });
    await chat.press("Mọi người");
    expect(chat.edits()).toEqual([
      "Đang nhận “qd-213.pdf”…",
      "Đang đọc “qd-213.pdf”: đã đọc 3 trang…",
      "Đang lập chỉ mục “qd-213.pdf”: 32/100 đoạn…",
      expect.stringContaining(strings.added),
    ]);
  });

  it("the message is changed no more than once a second", async () => {
    const naps: number[] = [];
    const chat = await uploadChat(
      async ({ onProgress }) => {
        for (let done = 0; done < 1000; done += 1) onProgress?.({ step: "embedding", done, total: 1000 });
        return ADDED;
      },
      {
        sleep: (durationMs) => {
          naps.push(durationMs);
          return noWait();
        },
      },
    );
    await chat.sends("qd-213.pdf", { caption: "/them" });
    await chat.press("Mọi người");
    const steps = chat.edits().length - 1;
    expect([naps.length >= steps, new Set(naps)]).toEqual([true, new Set([1000])]);
  });

  it("a message that cannot be changed decides nothing", async () => {
    const chat = await uploadChat();
    await chat.sends("qd-213.pdf", { caption: "/them" });
    chat.api.failNext({ kind: "server-error" }, "editMessageText");
    await chat.press("Mọi người");
    expect(chat.last().text).toContain(strings.added);
  });
});

describe("what comes of it", () => {
  const other = directiveHead({ id: "cu", file: "cu.pdf", title: "Bản cũ" });
  const NAMESAKES: Uploaded = { kind: "namesakes", document: DOCUMENT, held: [other] };

  it("a document that is held already is shown, and nothing recorded", async () => {
    const chat = await uploadChat({ kind: "duplicate", document: other });
    await chat.sends("qd-213.docx", { caption: "/them" });
    await chat.press("Mọi người");
    expect(chat.last().text).toContain(strings.duplicate);
    expect(chat.last().text).toContain("Tệp: cu.pdf");
    expect(await chat.recorded()).toEqual([]);
  });

  it("a refusal gives the reason", async () => {
    const chat = await uploadChat({ kind: "refused", reason: "mat.docx is stamped “MẬT”." });
    await chat.sends("mat.docx", { caption: "/them" });
    await chat.press("Mọi người");
    expect(chat.last().text).toBe(`${strings.refused("mat.docx")}\n\nChi tiết: mat.docx is stamped “MẬT”.`);
    expect([labelsOf(chat.last()), await chat.recorded()]).toEqual([[], []]);
  });

  it("a near duplicate is added, with what differs", async () => {
    const near = { document: other, similarity: 0.968, onlyHere: ["Mới.", "Hai.", "Ba."], onlyThere: [] };
    const chat = await uploadChat({ ...ADDED, near: [near] });
    await chat.sends("qd-213.docx", { caption: "/them" });
    await chat.press("Mọi người");
    expect(chat.last().text).toContain(
      [
        strings.near(96),
        "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
        "Bản cũ",
        "Tệp: cu.pdf",
        "Người đọc: mọi người",
        strings.onlyHere,
        "– Mới.",
        "– Hai.",
        "và 1 câu khác",
      ].join("\n"),
    );
  });

  it("another text of the same document is asked about first, with both heads", async () => {
    const chat = await uploadChat(NAMESAKES);
    await chat.sends("qd-213.docx", { caption: "/them" });
    await chat.press("giảng viên");
    expect(chat.last().text).toBe(
      [
        strings.namesakes,
        `Mới gửi:\n${HEAD}`,
        "Đang có:\nQuy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị\nBản cũ\nTệp: cu.pdf\nNgười đọc: mọi người",
      ].join("\n\n"),
    );
    expect(labelsOf(chat.last())).toEqual([strings.replace, strings.keep, strings.cancel]);
    expect(await chat.recorded()).toEqual([]);
  });

  it.each([
    ["replace", "replaced", "document-replaced"],
    ["keep", "added", "document-added"],
  ] as const)("then it can %s, for the readers chosen before", async (onNamesake, kind, action) => {
    const outcome = async (upload: Upload): Promise<Uploaded> =>
      upload.onNamesake === "ask" ? NAMESAKES : { ...ADDED, kind };
    const chat = await uploadChat(outcome);
    await chat.sends("qd-213.docx", { caption: "/them" });
    await chat.press("giảng viên");
    await chat.press(strings[onNamesake]);
    expect(chat.added.map((upload) => [upload.onNamesake, upload.access])).toEqual([
      ["ask", "trainer"],
      [onNamesake, "trainer"],
    ]);
    expect([chat.last().text?.split("\n")[0], await chat.recorded()]).toEqual([
      strings[kind],
      [[action, 1001, "213-QĐ/TW"]],
    ]);
  });

  it("a failure is told, and the file can be tried again", async () => {
    let times = 0;
    const chat = await uploadChat(async () => {
      times += 1;
      if (times === 1) throw new Error("disk");
      return ADDED;
    });
    await chat.sends("qd-213.docx", { caption: "/them" });
    const again = chat.api.userPress(chat.last(), "Mọi người");
    await chat.press("Mọi người");
    expect(chat.last().text).toBe(messages.vi.failed);
    await chat.handles(again);
    expect(chat.api.sent[0]?.text).toContain(strings.added);
  });
});

it("is begun again after a crash, and the one message tells what came of it", async () => {
  let times = 0;
  const chat = await uploadChat(() => {
    times += 1;
    return times === 1 ? new Promise(() => undefined) : Promise.resolve(ADDED);
  });
  await chat.sends("qd-213.docx", { caption: "/them" });
  await chat.accept(chat.api.userPress(chat.last(), "Mọi người"));
  void chat.createWorker().runOnce();
  await until(() => times === 1);
  await chat.createWorker(() => LEASE_OVER).runOnce();
  expect([times, chat.last().text?.split("\n")[0], chat.api.sent.length]).toEqual([2, strings.added, 1]);
});

describe("where documents come by the command line alone", () => {
  it.each(["/them", "/them Thông báo", "/thuhoi 213"])("%s says so", async (command) => {
    const chat = await uploadChat(null);
    expect(await chat.handles(chat.api.userText(command))).toEqual([strings.offHere]);
  });

  it("a draft can be checked as ever", async () => {
    const chat = await uploadChat(null);
    expect(await chat.sends("qd-213.docx")).toEqual([check.offer("qd-213.docx")]);
  });
});

describe("for everybody else there is nothing to add", () => {
  const asStaff = () => createChatAs("staff", { uploads: fakeUploads(ADDED).uploads, readDraft: async () => "" });

  it("by command", async () => {
    const chat = await asStaff();
    expect(await chat.handles(chat.api.userText("/them Thông báo"))).toEqual([messages.vi.unknownCommand]);
  });

  it("by file: a draft can be checked, nothing else is taken", async () => {
    const chat = await asStaff();
    const send = (name: string, content: object = {}) =>
      chat.handles(chat.api.userMessage({ ...chat.api.file(name, BYTES), ...content }));
    expect(await send("qd-213.docx")).toEqual([check.offer("qd-213.docx")]);
    expect(await send("qd-213.pdf", { caption: "/them" })).toEqual([textOrDraft]);
  });

  it("by an administrator's button", async () => {
    const chat = await uploadChat();
    await chat.sends("qd-213.docx", { caption: "/them" });
    const press = chat.api.userPress(chat.last(), "Mọi người");
    const from = { id: 2002, is_bot: false, first_name: "Hùng" };
    await chat.handles({ ...press, callback_query: press.callback_query && { ...press.callback_query, from } });
    expect(chat.added).toEqual([]);
  });
});

/** When the lease of the process that died has run out. */
const LEASE_OVER = 3_600_000;
const COMMAND = [{ type: "bot_command", offset: 0, length: 5 }];

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}
