import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { createApp } from "../../src/web/app.ts";
import { citationOf, recognised, regulation335, report2018 } from "../fakes/held-documents.ts";
import { answered, fakeParts, noEvidence, which } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const asked = (answer: Answer) => getPage(fakeParts({ ask: async () => answer }), "/?q=qd+213");

describe("before a question", () => {
  it("offers sample questions that are one click away", async () => {
    const { links } = await getPage(fakeParts(), "/");
    expect(links("#examples ~ ul a").map((href) => new URLSearchParams(href.slice(2)).get("q"))).toContain(
      "Quy định 335 của Tỉnh ủy Hà Tĩnh còn hiệu lực không?",
    );
  });

  it("says how large the library is", async () => {
    const { source } = await getPage(fakeParts(), "/");
    expect(source).toContain("Thư viện có 4 văn bản (2016–2020), chia thành 8 đoạn.");
  });

  it("asks nothing", async () => {
    const parts = fakeParts();
    await getPage(parts, "/?q=+");
    expect(parts.asked).toEqual([]);
  });

  it("of an empty library names the remedy", async () => {
    const { texts } = await getPage(fakeParts({}, []), "/");
    expect(texts("pre")).toEqual(["npm run trichdan -- ingest <thư mục>"]);
  });
});

describe("an answer", () => {
  it("stands before its quotes, with markers that lead to them", async () => {
    const { source, links } = await asked(answered);
    expect(source.indexOf("phải thường xuyên giữ mối liên hệ")).toBeLessThan(source.indexOf("<blockquote"));
    expect(links("a.marker")).toEqual(["#c1", "#c2"]);
  });

  it("has a marker only where there is a quote", async () => {
    const { links, texts } = await asked({ ...answered, text: "Có 152 cán bộ [1], xem [7]." });
    expect([links("a.marker"), texts(".answer .text")]).toEqual([["#c1"], ["Có 152 cán bộ [1], xem [7]."]]);
  });

  it("shows each quote with kind, number, date, issuer and place", async () => {
    const { texts } = await asked(answered);
    expect(texts("#c2 blockquote")[0]).toContain("Tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập");
    expect(texts("#c2 .cite p")).toEqual([
      "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị",
      "Về trách nhiệm của đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
      "Điều 2 › khoản 2",
    ]);
  });

  it("links the number to what is known under it", async () => {
    const { links } = await asked(answered);
    expect(links("#c2 .cite a")).toEqual(["/citations/213-Q%C4%90%2FTW"]);
  });

  it("says of a digest that it is one, and where it comes from", async () => {
    const { texts } = await asked(answered);
    expect(texts("#c1 .badge")).toContain("Bản tóm lược");
    expect(texts("#c1 .small")[0]).toContain("Báo Xây dựng Đảng, “Giữ mối liên hệ với nơi cư trú”, 15/01/2020");
  });

  it("warns of a superseded document and names its successor", async () => {
    const { texts } = await asked({ ...answered, citations: [citationOf(regulation335, "phân cấp việc quản lý")] });
    expect(texts("#c1 .badge.warn")).toEqual(["Đã được thay thế bởi 680-QĐ/TU"]);
  });

  it("names a document without a number by its title, and the page", async () => {
    const { texts } = await asked({ ...answered, citations: [citationOf(report2018, "152 cán bộ")] });
    expect(texts("#c1 .cite p")).toEqual([
      "Hà Tĩnh: kết quả công tác tổ chức xây dựng Đảng, ngày 22/10/2018 của Ban Tổ chức Tỉnh ủy Hà Tĩnh",
      "Công tác cán bộ, trang 2",
    ]);
  });

  it("opens the document at the quote", async () => {
    const { links } = await asked(answered);
    const { start, end } = answered.citations[0].span;
    expect(links("#c1 .actions a")).toEqual([
      `/documents/quy-dinh-213?at=quy-dinh-213%3A1&start=${start}&end=${end}#here`,
    ]);
  });

  it("copies quote and citation, and that it is a digest", async () => {
    const { document } = await asked(answered);
    expect(document.querySelector("#c2 button")?.getAttribute("data-copy")).toBe(
      "“Tham gia đầy đủ các cuộc họp do chi ủy nơi cư trú triệu tập” " +
        "(Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị, Điều 2 › khoản 2, bản tóm lược)",
    );
  });

  it("marks in a quote what recognition is not sure of, says so below, and copies it along", async () => {
    const scan = recognised(report2018, "15", "cán bộ");
    const { texts, document } = await asked({ ...answered, citations: [citationOf(scan, "luân chuyển 152 cán bộ")] });
    expect(texts("blockquote")).toEqual(["[1] luân chuyển 152 cán bộ"]);
    expect(texts("blockquote u")).toEqual(["152", "cán bộ"]);
    expect(document.querySelector("blockquote u.figure")?.getAttribute("title")).toContain("cần đối chiếu bản gốc");
    expect(texts("#c1 .unsure-note")).toEqual([
      "Số liệu, ngày tháng, số hiệu nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc: “152”",
      "Chữ nhận dạng từ bản quét, chưa chắc chắn: “cán bộ”",
    ]);
    expect(document.querySelector("#c1 button")?.getAttribute("data-copy")).toContain("cần đối chiếu bản gốc: “152”");
  });

  it("says nothing of recognition where all is sure", async () => {
    const { texts } = await asked(answered);
    expect(texts("u, .unsure-note")).toEqual([]);
  });

  it("says how the question was understood", async () => {
    const { texts } = await asked(answered);
    expect(texts(".answer q")).toEqual(["Quy định 213 yêu cầu gì đối với đảng viên ở nơi cư trú"]);
  });

  it.each([
    ["composed by a model", { composer: "llm" }, "Câu trả lời do mô hình ngôn ngữ soạn"],
    ["after the model failed", { fallback: "llm-failed" }, "Mô hình ngôn ngữ không phản hồi"],
    ["after the model was not borne out", { fallback: "llm-unverified" }, "không khớp với văn bản"],
  ] as const)("%s says so", async (_, change, words) => {
    const { texts } = await asked({ ...answered, ...change });
    expect(texts(".answer .notice").join()).toContain(words);
  });

  it("may not be kept", async () => {
    const { response } = await asked(answered);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

it("an ambiguous number offers each document as a question", async () => {
  const { links } = await asked(which);
  expect(links("main nav a").map((href) => new URLSearchParams(href.slice(2)).get("q"))).toEqual(
    which.choices.map(({ question }) => question),
  );
});

it("a refusal shows the nearest passages as what they are, and where they are", async () => {
  const { texts, links } = await asked(noEvidence);
  expect(texts(".answer .text")).toEqual([noEvidence.text]);
  expect(texts("blockquote")).toEqual([]);
  expect(links("#nearest ~ ul a")).toEqual([
    "/documents/quy-dinh-213?at=quy-dinh-213%3A2#here",
    "/documents/ha-tinh-2018?at=ha-tinh-2018%3A1#here",
  ]);
});

it("a refusal without anything near shows no list", async () => {
  const { texts } = await asked({ ...noEvidence, nearest: [] });
  expect(texts("#nearest")).toEqual([]);
});

it("a refusal of an empty library names the remedy", async () => {
  const { texts } = await asked({ ...noEvidence, reason: "empty-library", nearest: [] });
  expect(texts("pre")).toEqual(["npm run trichdan -- ingest <thư mục>"]);
});

it("a question beyond what may be asked in a day is not asked, and the page says when it goes on", async () => {
  const parts = fakeParts({ admit: async () => false });
  const { response, texts } = await getPage(parts, "/?q=qd+213");
  expect([response.status, parts.asked, texts("[role=alert]")[0]]).toEqual([
    429,
    [],
    expect.stringContaining("sau 0 giờ (giờ Việt Nam)"),
  ]);
});

it("a question that is too long is not asked, but kept to be shortened", async () => {
  const parts = fakeParts();
  const { response, texts } = await getPage(parts, `/?q=${"a".repeat(4097)}`);
  expect([response.status, parts.asked, texts("textarea")[0]?.trim().length]).toEqual([400, [], 4097]);
});

it("stops answering when the reader goes away", async () => {
  const reader = new AbortController();
  const parts = fakeParts();

  await createApp(parts).request("/?q=213", { signal: reader.signal });
  reader.abort();
  expect(parts.asked[0]?.options?.signal?.aborted).toBe(true);
});

describe("the language", () => {
  it.each([
    ["/", {}, "vi"],
    ["/", { "accept-language": "en-US,en;q=0.9" }, "en"],
    ["/", { "accept-language": "vi,en;q=0.9" }, "vi"],
    ["/", { "accept-language": "eno" }, "vi"],
    ["/?lang=vi", { "accept-language": "en" }, "vi"],
    ["/?lang=en", {}, "en"],
    ["/?lang=fr", {}, "vi"],
  ])("of %s with %j is %s", async (path, headers, language) => {
    const { document } = await getPage(fakeParts(), path, headers);
    expect(document.documentElement.getAttribute("lang")).toBe(language);
  });

  it("can be switched without losing the question", async () => {
    const { links } = await getPage(fakeParts(), "/?q=qd+213+%26+335");
    expect(links("header nav a[lang=en]")).toEqual(["?q=qd+213+%26+335&lang=en"]);
  });

  it("once chosen goes along with every link and form", async () => {
    const { links, document } = await getPage(fakeParts(), "/?q=qd+213&lang=en");
    const own = links("main a").filter((href) => href.startsWith("/"));
    expect(own.every((href) => href.includes("lang=en"))).toBe(true);
    expect(document.querySelector("form input[name=lang]")?.getAttribute("value")).toBe("en");
  });

  it("of quotes stays Vietnamese", async () => {
    const { document } = await getPage(fakeParts(), "/?q=qd+213&lang=en");
    expect(document.querySelector("blockquote")?.getAttribute("lang")).toBe("vi");
  });
});
