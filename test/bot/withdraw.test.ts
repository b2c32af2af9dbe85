import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import type { PassageStore } from "../../src/core/ports.ts";
import { agrees, ownReference } from "../../src/core/reference.ts";
import { fakeUploads } from "../fakes/uploads.ts";
import { labelsOf } from "../peer/voice.ts";
import { AS_ADMIN, createChatAs } from "./admin.ts";
import { type ChatParts, createChat } from "./chat.ts";
import { directiveHead } from "./sample-answers.ts";
import { candidate, citeOf } from "./sample-candidates.ts";

const { withdraw: strings, unknownCommand } = messages.vi;
const HEAD = [
  "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
  "Về trách nhiệm của đảng viên nơi cư trú",
  "Tệp: qd-213.md",
  "Người đọc: mọi người",
].join("\n");
const D213 = directiveHead();
const LOCAL = directiveHead({ id: "qd-213-tu", number: "213-QĐ/TU", issuer: "Tỉnh ủy Hà Tĩnh", title: "Về cán bộ" });
const REPORT = directiveHead({
  id: "bc",
  kind: "Báo cáo",
  number: null,
  title: "Kết quả năm 2018",
  file: "bc-2018.pdf",
});

const STUB = { uploads: fakeUploads({ kind: "refused", reason: "" }).uploads };

/** An administrator's chat over a library of these documents; `fileRemains` is what withdrawing one comes to. */
async function withdrawChat(
  documents: readonly DirectiveHead[] = [D213, LOCAL, REPORT],
  fileRemains: boolean | null = false,
  parts: ChatParts = {},
) {
  const { uploads, withdrawn } = fakeUploads({ kind: "refused", reason: "" }, fileRemains);
  const store: Pick<PassageStore, "get" | "directive" | "directives" | "findByNumber"> = {
    get: async () => [],
    directive: async (id) => {
      const head = documents.find((document) => document.id === id);
      return head && { ...head, text: "", uncertain: [] };
    },
    directives: async () => [...documents],
    findByNumber: async (reference) => ({
      held: documents.filter((document) => agrees(ownReference(document), reference)),
      mentions: [],
    }),
  };
  const chat = await createChat({ ...AS_ADMIN, uploads, passages: store, ...parts });
  return {
    ...chat,
    withdrawn,
    recorded: async () =>
      (await chat.access.audit.list({ offset: 0, limit: 9 })).map(({ action, subject }) => [action, subject]),
  };
}

describe("/thuhoi", () => {
  it.each(["/thuhoi 213-QĐ/TW", "/withdraw qd 213-qd/tw"])("%s shows the document and asks first", async (command) => {
    const chat = await withdrawChat();
    expect(await chat.handles(chat.api.userText(command))).toEqual([`${HEAD}\n\n${strings.confirm}`]);
    expect([labelsOf(chat.last()), chat.withdrawn]).toEqual([[strings.yes, strings.no], []]);
  });

  it("withdraws it once that is confirmed, says so, and records it", async () => {
    const chat = await withdrawChat();
    await chat.handles(chat.api.userText("/thuhoi 213-QĐ/TW"));
    await chat.press(strings.yes);
    expect([chat.last().text, chat.withdrawn]).toEqual([`${strings.done}\n${HEAD}`, ["qd-213"]]);
    expect(await chat.recorded()).toEqual([["document-withdrawn", "213-QĐ/TW"]]);
  });

  it("says that it comes back where its file is still there", async () => {
    const chat = await withdrawChat([D213], true);
    await chat.handles(chat.api.userText("/thuhoi 213-QĐ/TW"));
    await chat.press(strings.yes);
    expect(chat.last().text).toBe(`${strings.done}\n${HEAD}\n\n${strings.fileRemains}`);
  });

  it("leaves it where that is wanted", async () => {
    const chat = await withdrawChat();
    await chat.handles(chat.api.userText("/thuhoi 213-QĐ/TW"));
    await chat.press(strings.no);
    expect([chat.last().text, chat.withdrawn, await chat.recorded()]).toEqual([strings.kept, [], []]);
  });

  it("asks which one where a number fits several", async () => {
    const chat = await withdrawChat();
    expect(await chat.handles(chat.api.userText("/thuhoi 213"))).toEqual([strings.which]);
    expect(labelsOf(chat.last()).map((label) => label.split(" · ")[0])).toEqual([
      "Quy định 213-QĐ/TW",
      "Quy định 213-QĐ/TU",
    ]);
    await chat.press("213-QĐ/TU");
    await chat.press(strings.yes);
    expect(chat.withdrawn).toEqual(["qd-213-tu"]);
  });

  it.each(["ket qua nam 2018", "bc-2018.pdf"])("finds a document without a number by %s", async (words) => {
    const chat = await withdrawChat();
    const [shown] = await chat.handles(chat.api.userText(`/thuhoi ${words}`));
    expect(shown).toContain("Kết quả năm 2018");
  });

  it("says so where nothing is held, or nothing was written", async () => {
    const chat = await withdrawChat();
    expect(await chat.handles(chat.api.userText("/thuhoi 999-QĐ/TW"))).toEqual([strings.none("999-QĐ/TW")]);
    expect(await chat.handles(chat.api.userText("/thuhoi"))).toEqual([strings.usage]);
  });

  it("says so where another administrator was faster", async () => {
    const chat = await withdrawChat([D213], null);
    await chat.handles(chat.api.userText("/thuhoi 213-QĐ/TW"));
    await chat.press(strings.yes);
    expect([chat.last().text, await chat.recorded()]).toEqual([strings.gone, []]);
  });
});

describe("the card of a document", () => {
  const card = citeOf(candidate({ documentId: "qd-213", held: true }));

  it("has a button that asks whether it is to be withdrawn, and stays as it is", async () => {
    const chat = await withdrawChat([D213], false, { cite: card });
    await chat.handles(chat.api.userText("/tracuu 213"));
    await chat.press(strings.button);
    expect([chat.api.sent.length, chat.last().text]).toEqual([2, `${HEAD}\n\n${strings.confirm}`]);
  });

  it.each([
    ["for staff", () => createChatAs("staff", { ...STUB, cite: card })],
    ["where it is only mentioned", () => withdrawChat([], false, { cite: citeOf(candidate({ documentId: null })) })],
    ["where that cannot be done here", () => createChat({ ...AS_ADMIN, cite: card })],
  ])("has none %s", async (_case, create) => {
    const chat = await create();
    await chat.handles(chat.api.userText("/tracuu 213"));
    expect(labelsOf(chat.api.sent.at(-1))).not.toContain(strings.button);
  });
});

describe("for everybody else nothing is withdrawn", () => {
  it("by command", async () => {
    const { uploads } = fakeUploads({ kind: "refused", reason: "" });
    const chat = await createChatAs("staff", { uploads });
    expect(await chat.handles(chat.api.userText("/thuhoi 213"))).toEqual([unknownCommand]);
  });

  it("by an administrator's button", async () => {
    const chat = await withdrawChat();
    await chat.handles(chat.api.userText("/thuhoi 213-QĐ/TW"));
    const press = chat.api.userPress(chat.last(), strings.yes);
    const from = { id: 2002, is_bot: false, first_name: "Hùng" };
    await chat.handles({ ...press, callback_query: press.callback_query && { ...press.callback_query, from } });
    expect(chat.withdrawn).toEqual([]);
  });
});
