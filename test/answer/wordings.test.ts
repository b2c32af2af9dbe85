import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsOf } from "../../src/answer/compare.ts";
import { rewordingFor } from "../../src/search/rewording.ts";
import { openSmallLibrary } from "../fakes/small-library.ts";

const documents = [
  {
    id: "bao-cao-long-son",
    kind: "Báo cáo",
    title: "Kết quả đánh giá năm của Long Sơn",
    text: `
Huyện có 37 TCCSĐ được xếp loại, trong đó 9 TCCSĐ hoàn thành xuất sắc nhiệm vụ.

Mở 6 lớp lý luận chính trị cho đảng viên mới, có 240 đồng chí theo học.

Phong trào “Khu phố ba không” được phát động tại 14 xã, có 512 hộ đăng ký.

Từ đầu nhiệm kỳ khóa XI, huyện đã sắp xếp 23 trường học.

BTV Huyện ủy đã họp 18 phiên thường kỳ về công tác cán bộ.

BCH Đoàn xã đã trồng 70 cây bàng.

Các hợp tác xã đã thu mua 900 tấn lúa, giá bình quân tăng 4%.

Hội Chữ thập đỏ tiếp nhận 350 đơn vị máu trong hai đợt hiến máu.`,
  },
];

const quotesOf = async (question: string) => {
  const { ask } = await openSmallLibrary(documents);
  const answer = await ask(question);
  return answer.kind === "answered" ? answer.citations.map(({ quote }) => quote) : [answer.kind];
};

describe("an answer", () => {
  const ways: readonly (readonly [quote: RegExp, questions: readonly string[]])[] = [
    [
      /37 TCCSĐ/,
      [
        "Huyện có bao nhiêu tổ chức cơ sở đảng được xếp loại?",
        "Huyện có bao nhiêu TCCSĐ được xếp loại?",
        "Huyện có bao nhiêu tccsd được xếp loại?",
        "huyen co bao nhieu TCCSĐ duoc xep loai",
      ],
    ],
    [/9 TCCSĐ/, ["Bao nhiêu tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ?", "Bao nhiêu TCCSĐ HTXSNV?"]],
    [/240 đồng chí/, ["Mở mấy lớp lý luận chính trị cho đảng viên mới?", "Mở mấy lớp LLCT cho ĐV mới?"]],
    [/14 xã/, ["Phong trào khu phố ba không có bao nhiêu hộ?", "Phong trào khu phố 3 không có bao nhiêu hộ?"]],
    [/23 trường/, ["Nhiệm kỳ khóa XI sắp xếp bao nhiêu trường học?", "Nhiệm kỳ khóa 11 sắp xếp bao nhiêu trường học?"]],
    // "Ban Chấp" reads as a name, which what answers must have.
    [/70 cây/, ["Bao nhiêu cây bàng được Ban Chấp hành Đoàn xã trồng?", "Bao nhiêu cây bàng được BCH Đoàn xã trồng?"]],
    [/18 phiên/, ["Ban Thường vụ Huyện ủy họp bao nhiêu phiên?", "BTV Huyện ủy họp bao nhiêu phiên?"]],
  ];
  it.each(ways)("is %s however it is asked for", async (quote, questions) => {
    const answers = await Promise.all(questions.map(quotesOf));
    for (const quotes of answers) expect(quotes[0]).toMatch(quote);
  });

  it("quotes the abbreviation as the text has it", async () => {
    const [quote] = await quotesOf("Huyện có bao nhiêu tổ chức cơ sở đảng được xếp loại?");
    expect(documents[0]?.text).toContain(quote);
  });

  it("does not take the number of the question for the one asked for, however it is written", async () => {
    const { ask } = await openSmallLibrary([
      { id: "a", text: "Mô hình khu phố bốn không được nhân rộng.\n\nHội nghị kết thúc tốt đẹp." },
    ]);
    for (const number of ["bốn", "4"])
      expect((await ask(`Có bao nhiêu mô hình khu phố ${number} không?`)).kind).toBe("no-evidence");
  });
});

describe("termsOf", () => {
  it("adds the question's words to those of the text, and takes none away", () => {
    const rewording = rewordingFor([{ written: "3 không", asked: "ba không" }], "words");
    const pieces = fc.constantFrom("3", "không", "ba", "khu", "phố", "13");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (words) => {
        const text = words.join(" ");
        const terms = termsOf({ plain: false, rewording }, text);
        for (const term of termsOf({ plain: false }, text)) expect(terms).toContain(term);
        expect(terms.has("ba không")).toBe(/(?:^| )(?:3|ba) không/.test(text));
      }),
    );
  });
});
