import { describe, expect, it } from "vitest";
import { browseData, facets, readBrowseData } from "../../src/bot/browse-data.ts";
import { messages } from "../../src/bot/messages.ts";
import type { SmallDocument } from "../fakes/small-library.ts";
import { talk } from "./talk.ts";

const MANY: readonly SmallDocument[] = Array.from({ length: 20 }, (_, at) => ({
  id: `qd-${at + 1}`,
  kind: "Quy định",
  number: `${at + 1}-QĐ/TW`,
  title: `Về việc thứ ${at + 1}`,
  issuer: "Ban Bí thư",
  issuedOn: `20${String(at + 1).padStart(2, "0")}-01-02`,
  text: `Việc thứ ${at + 1} phải làm.`,
}));

describe("/vanban", () => {
  it("leads by kind, issuer or year to a document's card, in one message", async () => {
    const { handles, lan, last, labels, api } = await talk();
    expect(await handles(lan.says("/vanban"))).toEqual(["Thư viện có 6 văn bản. Xem theo:"]);
    expect(labels()).toEqual(["Loại văn bản", "Cơ quan ban hành", "Năm ban hành"]);
    await handles(lan.presses("Loại văn bản"));
    expect(labels()).toEqual(["Báo cáo (1)", "Nghị quyết (1)", "Quy định (3)", "Chưa rõ (1)", "‹ Quay lại"]);
    await handles(lan.presses("Quy định (3)"));
    expect(last().text).toBe("Loại văn bản: Quy định (1–3 trong 3)");
    await handles(lan.presses("66-QĐ/TW"));
    expect(last().text).toContain("Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư");
    expect(labels().at(-1)).toBe("‹ Quay lại");
    await handles(lan.presses("‹ Quay lại"));
    expect(last().text).toBe("Loại văn bản: Quy định (1–3 trong 3)");
    expect(api.sent).toHaveLength(1);
    expect(api.losses).toEqual([]);
  });

  it("has the newest year first, and shows also what nothing names by a number", async () => {
    const { handles, lan, last, labels } = await talk();
    await handles(lan.says("/vanban"));
    await handles(lan.presses("Năm ban hành"));
    expect(labels()[0]).toBe("2026 (1)");
    await handles(lan.presses("2018 (1)"));
    await handles(lan.presses("Báo cáo"));
    expect(last().text).toContain("Kết quả công tác tổ chức xây dựng Đảng của Hà Tĩnh");
    expect(labels()).toEqual(["Chép trích dẫn", "Mở văn bản", "‹ Quay lại"]);
  });

  it("turns pages of long lists", async () => {
    const { handles, lan, last, labels } = await talk({}, MANY);
    await handles(lan.says("/vanban"));
    await handles(lan.presses("Cơ quan ban hành"));
    await handles(lan.presses("Ban Bí thư (20)"));
    expect(last().text).toBe("Cơ quan ban hành: Ban Bí thư (1–8 trong 20)");
    await handles(lan.presses("Sau ›"));
    await handles(lan.presses("Sau ›"));
    expect(last().text).toBe("Cơ quan ban hành: Ban Bí thư (17–20 trong 20)");
    expect(labels().filter((label) => label.includes("QĐ/TW"))).toHaveLength(4);
    expect(labels()).not.toContain("Sau ›");
    await handles(lan.presses("‹ Trước"));
    expect(last().text).toBe("Cơ quan ban hành: Ban Bí thư (9–16 trong 20)");
  });

  it("begins anew where a place in it is there no longer", async () => {
    const { handles, lan, last, library } = await talk();
    await handles(lan.says("/vanban"));
    await handles(lan.presses("Loại văn bản"));
    await library.store.remove("18-nq-tw");
    await handles(lan.presses("Nghị quyết (1)"));
    expect(last().text).toBe("Thư viện có 5 văn bản. Xem theo:");
  });

  it("of somebody else is left as it is: who presses gets one of their own", async () => {
    const { handles, lan, api, last } = await talk();
    const group = api.group();
    const minh = api.user({ name: "Minh" });
    await handles(lan.in(group).says("/vanban@trichdan_test_bot"));
    const lans = last();
    expect(await handles(minh.in(group).presses("Loại văn bản"))).toEqual(["Loại văn bản (1–4 trong 4)"]);
    expect(group.messages.find(({ message_id: id }) => id === lans.message_id)?.text).toBe(lans.text);
    expect(await handles(minh.in(group).presses("Quy định (3)"))).toEqual([]);
    expect(last().text).toBe("Loại văn bản: Quy định (1–3 trong 3)");
  });

  it("lists restricted documents for those alone who may read them", async () => {
    const secret = { ...(MANY[0] ?? { id: "", text: "" }), access: "staff" as const };
    const { handles, lan, gives } = await talk({}, [secret]);
    expect(await handles(lan.says("/vanban"))).toEqual([messages.vi.browse.empty]);
    await gives("staff");
    expect(await handles(lan.says("/vanban"))).toEqual(["Thư viện có 1 văn bản. Xem theo:"]);
  });

  it("has buttons that fit into 64 bytes and say where they lead", () => {
    for (const facet of facets) {
      const press = { owner: 2 ** 52 - 1, facet, value: "zzzzzzz", page: 99_999, document: "zzzzzzz" };
      expect(Buffer.byteLength(browseData(press))).toBeLessThanOrEqual(64);
      expect(readBrowseData(browseData(press))).toEqual(press);
    }
    expect(readBrowseData(browseData({ owner: 7, page: 0 }))).toEqual({ owner: 7, page: 0 });
  });
});
