interface Range {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

const vi = {
  head: (documents: number) => `Thư viện có ${documents} văn bản. Xem theo:`,
  empty: "Thư viện chưa có văn bản nào.",
  by: { kind: "Loại văn bản", issuer: "Cơ quan ban hành", year: "Năm ban hành" },
  unknown: "Chưa rõ",
  range: ({ from, to, of }: Range) => (from === to ? `${from} trong ${of}` : `${from}–${to} trong ${of}`),
  back: "‹ Quay lại",
};

type BrowseMessages = typeof vi;

const en: BrowseMessages = {
  head: (documents) => `The library has ${documents === 1 ? "1 document" : `${documents} documents`}. Browse by:`,
  empty: "The library has no documents yet.",
  by: { kind: "Kind", issuer: "Issuer", year: "Year of issue" },
  unknown: "Not known",
  range: ({ from, to, of }) => (from === to ? `${from} of ${of}` : `${from}–${to} of ${of}`),
  back: "‹ Back",
};

/** What the menu of the library says. */
export const browseMessages = { vi, en };
