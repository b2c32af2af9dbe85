import { describe, expect, it } from "vitest";
import { evidenceOnCard, renderCard } from "../../src/bot/card.ts";
import { messages } from "../../src/bot/messages.ts";
import { readPlaces } from "../../src/bot/places.ts";
import type { CiteCandidate } from "../../src/core/cite.ts";
import { candidate, evidence, passagesOf, relation } from "./sample-candidates.ts";

const NOTHING = "Thư viện chưa có văn bản nào khác nhắc đến văn bản này.";
const passages = passagesOf({ "kl-229:1": "Kết luận 229 …", "tin-1:1": "Tin thứ nhất.", "tin-2:1": "Tin thứ hai." });

interface Shown {
  readonly publicUrl?: string;
  readonly language?: "vi" | "en";
}

async function cardOf(facts: Partial<CiteCandidate>, { publicUrl, language = "vi" }: Shown = {}) {
  const shown = candidate(facts);
  const places = await readPlaces(passages, evidenceOnCard(shown));
  return renderCard(shown, { messages: messages[language], places, publicUrl });
}

describe("a card", () => {
  it("of a document that is only mentioned says so, and claims nothing about its standing", async () => {
    expect((await cardOf({})).text).toBe(
      "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị\nvề trách nhiệm của đảng viên nơi cư trú\n" +
        "Thư viện chưa có toàn văn; văn bản này chỉ được nhắc đến trong văn bản khác.\n\n" +
        `Hiệu lực: thư viện chưa có căn cứ để xác định.\n\n${NOTHING}`,
    );
  });

  it.each([
    [{ held: true }, "Thư viện có toàn văn."],
    [{ held: true, isDigest: true }, "Thư viện có bản tóm lược, chưa có toàn văn."],
  ])("tells what the library has: %j", async (facts, expected) => {
    expect((await cardOf(facts)).text.split("\n")).toContain(expected);
  });

  it("shows the standing with its date, its evidence folded, and where that stands", async () => {
    const by = relation("replacement-ordered-by", "229-KL/TW", {
      issuedOn: "2025-12-30",
      evidence: evidence("kl-229:1", "sớm có văn bản thay thế Quy định số 213-QĐ/TW"),
    });
    const { text, entities } = await cardOf({
      standing: { status: "replacement-ordered", by, since: "2025-12-30" },
      relations: [by],
    });
    expect(text).toContain(
      "⚠️ Hiệu lực: đã được yêu cầu thay thế theo 229-KL/TW, ngày 30/12/2025.\n" +
        "sớm có văn bản thay thế Quy định số 213-QĐ/TW\n— Báo cáo kl-229",
    );
    const quote = entities.find(({ type }) => type === "expandable_blockquote");
    expect(text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))).toBe(by.evidence.quote);
    expect(text).not.toContain("Quan hệ");
  });

  it("says of evidence what recognition is not sure of", async () => {
    const scan = { ...evidence("kl-229:1", "thay thế Quy định 213-QĐ/TW"), uncertain: [{ start: 18, end: 20 }] };
    const by = relation("replacement-ordered-by", "229-KL/TW", { evidence: scan });
    const { text } = await cardOf({ standing: { status: "replacement-ordered", by, since: null } });
    expect(text).toContain(
      "— Báo cáo kl-229\n" +
        "⚠️ Số liệu, ngày tháng, số hiệu nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc: “213-QĐ/TW”\n",
    );
  });

  it.each([
    ["superseded", relation("superseded-by", "680-QĐ/TU"), null, "⚠️ Hiệu lực: đã được thay thế bằng 680-QĐ/TU."],
    ["superseded", relation("repealed-by", "680-QĐ/TU"), null, "⚠️ Hiệu lực: đã bị bãi bỏ bởi 680-QĐ/TU."],
    ["superseded", null, null, "⚠️ Hiệu lực: đã được thay thế."],
    [
      "in-force",
      relation("guided-by", "33-HD/BTCTW"),
      "2020-01-02",
      "Hiệu lực: còn hiệu lực, theo những gì thư viện ghi nhận, từ ngày 02/01/2020 (được hướng dẫn bởi 33-HD/BTCTW).",
    ],
  ] as const)("says of %s by %j since %s: %s", async (status, by, since, expected) => {
    expect((await cardOf({ standing: { status, by, since } })).text.split("\n")).toContain(expected);
  });

  it("lists at most six relations by what they are, and counts the others", async () => {
    const relations = [
      relation("guided-by", "33-HD/BTCTW", { issuedOn: "2020-10-30" }),
      relation("supersedes", "76-QĐ/TW"),
      ...Array.from({ length: 7 }, (_, at) => relation("guided-by", `${at + 1}-HD/BTCTU`)),
    ];
    expect((await cardOf({ relations })).text).toContain(
      "Quan hệ với văn bản khác:\n" +
        "• Được hướng dẫn bởi: 33-HD/BTCTW (30/10/2020), 1-HD/BTCTU, 2-HD/BTCTU, 3-HD/BTCTU, 4-HD/BTCTU\n" +
        "• Thay thế: 76-QĐ/TW\nvà 3 quan hệ khác",
    );
  });

  it("puts facts that texts state differently side by side, each with its source", async () => {
    const { text } = await cardOf({
      issuedOn: null,
      contradictions: [
        {
          field: "issuedOn",
          values: [
            { value: "2022-01-21", evidence: [] },
            { value: "2022-02-21", evidence: [evidence("tin-1:1", "28-KL/TW, ngày 21/02/2022")] },
          ],
        },
      ],
    });
    expect(text).toContain(
      "⚠️ Các nguồn ghi khác nhau – ngày ban hành:\n• 21/01/2022 — theo chính văn bản này\n" +
        "• 21/02/2022\n28-KL/TW, ngày 21/02/2022\n— Báo cáo tin-1",
    );
  });

  it("counts who cites it by document and passage, without the document itself", async () => {
    const mentions = ["tin-1:1", "tin-1:1", "tin-2:1", "tin-2:2", "qd-213:9"].map((id) => evidence(id, "QĐ 213"));
    const { text } = await cardOf({ mentions, held: true, documentId: "qd-213" });
    expect(text).toContain("Được nhắc đến trong 2 văn bản (3 đoạn):\n• Báo cáo tin-1\n• Báo cáo tin-2");
  });

  it("copies the citation whole, and opens text and evidence where the reader can be reached", async () => {
    const by = relation("superseded-by", "680-QĐ/TU", { evidence: evidence("kl-229:1", "thay thế", 4) });
    const facts = { held: true, documentId: "qd-213", standing: { status: "superseded", by, since: null } } as const;
    const card = await cardOf(facts, { publicUrl: "https://thu-vien.example/" });
    expect(card.reply_markup?.inline_keyboard).toEqual([
      [
        { text: "Chép trích dẫn", copy_text: { text: candidate().citation } },
        { text: "Mở văn bản", url: "https://thu-vien.example/documents/qd-213" },
      ],
      [
        {
          text: "Mở căn cứ hiệu lực",
          url: "https://thu-vien.example/documents/kl-229?at=kl-229%3A1&start=4&end=12#here",
        },
      ],
    ]);
    const withoutReader = await cardOf(facts, { publicUrl: "http://localhost:8787" });
    expect(withoutReader.reply_markup?.inline_keyboard.flat()).toHaveLength(1);
  });

  it("speaks English where the app does", async () => {
    const by = relation("superseded-by", "680-QĐ/TU", { issuedOn: "2018-05-16" });
    const { text } = await cardOf({ standing: { status: "superseded", by, since: null } }, { language: "en" });
    expect(text).toContain("⚠️ In force: replaced by 680-QĐ/TU of 16/05/2018.");
  });
});
