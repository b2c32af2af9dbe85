import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentId, passageIds } from "../../ingest/ids.ts";
import { messages } from "../../src/bot/messages.ts";
import { readStartPayload, startLink } from "../../src/bot/start-link.ts";
import { smallDocuments } from "../fakes/small-library.ts";
import { talk } from "./talk.ts";

const link = (to: "passage" | "document", id: string) => startLink("trichdan_test_bot", { to, id }) ?? "none";

describe("a deep link", () => {
  it("to a passage shows it with its place", async () => {
    const { handles, lan, last, labels } = await talk();
    const [shown] = await handles(lan.follows(link("passage", "18-nq-tw.1")));
    expect(shown).toMatch(/^Mục tiêu là tinh gọn tổ chức bộ máy.*\n\[1\] Nghị quyết số 18-NQ\/TW/);
    expect(last().entities?.map(({ type }) => type)).toEqual(["expandable_blockquote"]);
    expect(labels()).toEqual(["Chép trích dẫn [1]", "Mở [1]"]);
  });

  it("to a document shows its card", async () => {
    const { handles, lan } = await talk();
    const [shown] = await handles(lan.follows(link("document", "66-qd-tw")));
    expect(shown).toMatch(/^Quy định số 66-QĐ\/TW, ngày 06\/02\/2017 của Ban Bí thư/);
    const [unnumbered] = await handles(lan.follows(link("document", "bao-cao-ha-tinh")));
    expect(unnumbered).toContain("Kết quả công tác tổ chức xây dựng Đảng của Hà Tĩnh");
  });

  it.each([link("passage", "da-xoa.1"), link("document", "da-xoa")])("to what is gone says so (%s)", async (gone) => {
    const { handles, lan } = await talk();
    expect(await handles(lan.follows(gone))).toEqual([messages.vi.linkGone]);
  });

  it("to a restricted document shows it to those alone who may read it", async () => {
    const secret = { ...(smallDocuments[2] ?? { id: "", text: "" }), access: "staff" as const };
    const { handles, lan, gives } = await talk({}, [secret]);
    for (const target of [link("passage", `${secret.id}.1`), link("document", secret.id)]) {
      expect(await handles(lan.follows(target))).toEqual([messages.vi.linkGone]);
    }
    await gives("staff");
    expect(await handles(lan.follows(link("passage", `${secret.id}.1`)))).toEqual([
      expect.stringContaining("18-NQ/TW"),
    ]);
  });

  it.each([undefined, "inline", "p-", "x-18-nq-tw", "p-Ả"])("without such a target (%s) greets", async (payload) => {
    const { handles, lan } = await talk();
    const said = payload === undefined ? lan.starts() : lan.says(`/start ${payload}`);
    expect(await handles(said)).toEqual([messages.vi.start]);
  });

  it("can carry every id that ingest gives, and is read back as it was", () => {
    const id = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map((key) => documentId(key));
    fc.assert(
      fc.property(id, fc.string(), (document, text) => {
        const idOf = passageIds(document);
        for (const [to, one] of [
          ["document", document],
          ["passage", idOf([], text)],
          ["passage", idOf([], text)],
        ] as const) {
          const payload = new URL(link(to, one)).searchParams.get("start") ?? "";
          expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
          expect(readStartPayload(payload)).toEqual({ to, id: one });
        }
      }),
    );
  });

  it("is not made for an id that it cannot carry", () => {
    expect(startLink("bot", { to: "passage", id: "a_b" })).toBeUndefined();
    expect(startLink("bot", { to: "passage", id: "a".repeat(63) })).toBeUndefined();
  });
});

describe("/ngonngu", () => {
  it("sets the language for whoever presses, and takes it back", async () => {
    const { handles, lan } = await talk();
    await handles(lan.says("/ngonngu"));
    expect(await handles(lan.presses("English"))).toEqual([messages.en.language.chosen.en]);
    expect(await handles(lan.says("/help"))).toEqual([messages.en.help]);
    const [answer] = await handles(lan.says("Trung ương thành lập bao nhiêu tiểu ban?"));
    expect(answer).not.toContain("Theo thư viện");
    expect(await handles(lan.presses("Tự động"))).toEqual([messages.vi.language.chosen.auto]);
    expect(await handles(lan.says("/help"))).toEqual([messages.vi.help]);
  });

  it("in a group changes nothing for anybody else", async () => {
    const { handles, lan, api } = await talk();
    const group = api.group();
    const minh = api.user({ name: "Minh" });
    await handles(lan.in(group).says("/ngonngu@trichdan_test_bot"));
    await handles(minh.in(group).presses("English"));
    expect(await handles(lan.in(group).says("/help@trichdan_test_bot"))).toEqual([messages.vi.help]);
    expect(await handles(minh.in(group).says("/help@trichdan_test_bot"))).toEqual([messages.en.help]);
  });
});
