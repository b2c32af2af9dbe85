import { expect, it } from "vitest";
import { buildDocument, readDraft } from "../../ingest/document.ts";
import type { ReadDocument } from "../../ingest/read.ts";
import { findReferences } from "../../src/citation/find.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";

const PRINTED = "Trang chủ\nBÁO CÁO\nHọp ngày 05/12 có 47 đảng viên.";

/** What recognition made of a scan: it is not sure of the 47. */
const recognised: ReadDocument = {
  text: PRINTED,
  headings: [],
  frontMatter: null,
  titleHint: null,
  dateHint: null,
  pages: [{ page: 1, start: 0 }],
  notices: [],
  uncertain: [{ start: PRINTED.indexOf("47"), end: PRINTED.indexOf("47") + 2 }],
};

it("hands on to the library what recognition was not sure of, at its place in the cleaned text", async () => {
  const file = { bytes: new Uint8Array(), name: "scan.pdf", key: "scan.pdf" };
  const reader = { read: async () => recognised, close: async () => undefined };
  const draft = await readDraft(file, { reader, findReferences, allowRestricted: false });
  const tokens = { maxTokens: 500, countTokens: async (texts: readonly string[]) => texts.map((text) => text.length) };
  const parts = { embedder: createFakeEmbedder(), tokens, findReferences, onPassages: () => undefined };
  const { directive } = await buildDocument(draft, { key: file.key, location: null, contentHash: "" }, parts);
  expect(directive.text).not.toContain("Trang chủ");
  expect(directive.uncertain.map(({ start, end }) => directive.text.slice(start, end))).toEqual(["47"]);
});
