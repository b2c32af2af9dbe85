import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { resolveDocuments } from "../../src/citation/resolve.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import type { Mention } from "../../src/core/ports.ts";

function mentions(directiveId: string, text: string): Mention[] {
  return findReferences(text).map(({ reference, span, extent }) => ({
    reference,
    span,
    extent,
    citedOn: null,
    directiveId,
    passageId: `${directiveId}.1`,
  }));
}

function held(number: string, facts: Partial<DirectiveHead> = {}): DirectiveHead {
  const unknown = {
    issuer: null,
    issuedOn: null,
    successor: null,
    source: null,
    access: null,
    isDigest: false,
    status: "unknown",
  } as const;
  return { id: number, file: `${number}.md`, kind: "Quy định", number, title: number, ...unknown, ...facts };
}

/** Each document as its number and how often it is mentioned. */
function resolved(directives: DirectiveHead[], named: Mention[]): [string, number][] {
  return resolveDocuments(directives, named).map(({ reference, mentions: found }) => {
    return [`${reference.number ?? reference.serial} ${reference.issuedOn ?? ""}`.trim(), found.length];
  });
}

describe("resolveDocuments", () => {
  it("keeps documents with one number and two dates apart", () => {
    const named = [
      ...mentions("a", "Quy định số 20-QĐ/TW, ngày 01/01/2010"),
      ...mentions("b", "Quy định số 20-QĐ/TW, ngày 01/01/2026"),
    ];
    expect(resolved([], named)).toEqual([
      ["20-QĐ/TW 2010-01-01", 1],
      ["20-QĐ/TW 2026-01-01", 1],
    ]);
  });

  it("keeps issuers apart", () => {
    const named = [...mentions("a", "Nghị quyết 18-NQ/TW"), ...mentions("b", "Nghị quyết 18-NQ/TU")];
    expect(resolved([], named)).toEqual([
      ["18-NQ/TW", 1],
      ["18-NQ/TU", 1],
    ]);
  });

  it("joins a partial name to the only document that it fits, whichever comes first", () => {
    const named = [...mentions("a", "Quy định 335"), ...mentions("b", "Quy định số 335-QĐ/TU, ngày 01/02/2016")];
    expect(resolved([], named)).toEqual([["335-QĐ/TU 2016-02-01", 2]]);
  });

  it("joins a partial name to the document that the same text names in full", () => {
    const named = [...mentions("a", "Nghị quyết 18-NQ/TW … Nghị quyết 18"), ...mentions("b", "Nghị quyết 18-NQ/TU")];
    expect(resolved([], named)).toEqual([
      ["18-NQ/TW", 2],
      ["18-NQ/TU", 1],
    ]);
  });

  it("joins a partial name that fits several documents to none of them", () => {
    const named = [
      ...mentions("a", "Nghị quyết 18-NQ/TW"),
      ...mentions("b", "Nghị quyết 18-NQ/TU"),
      ...mentions("c", "Nghị quyết 18"),
    ];
    expect(resolved([], named)).toEqual([
      ["18-NQ/TW", 1],
      ["18-NQ/TU", 1],
    ]);
  });

  it("knows a document by its partial name alone", () => {
    expect(resolved([], mentions("a", "Quy định 335"))).toEqual([["335", 1]]);
  });

  it("gives mentions to the document that is held", () => {
    const [document] = resolveDocuments([held("213-QĐ/TW")], mentions("a", "Quy định 213 ngày 02/01/2020"));
    expect(document).toMatchObject({
      reference: { number: "213-QĐ/TW", issuedOn: "2020-01-02" },
      held: [{ number: "213-QĐ/TW" }],
      mentions: [{ directiveId: "a" }],
    });
  });

  it("takes two copies of one document as one", () => {
    expect(resolveDocuments([held("213-QĐ/TW"), held("213-QĐ/TW", { id: "copy" })], [])).toHaveLength(1);
  });

  it("keeps two held documents of one number and two dates apart", () => {
    const documents = [held("20-QĐ/TW", { issuedOn: "2010-01-01" }), held("20-QĐ/TW", { issuedOn: "2026-01-01" })];
    expect(resolved(documents, [])).toHaveLength(2);
  });

  it("learns from mentions what the number alone leaves open", () => {
    const named = mentions(
      "a",
      "Quy định số 680-QĐ/TU, ngày 16-5-2018 của Tỉnh ủy Hà Tĩnh về phân cấp quản lý cán bộ.",
    );
    expect(resolveDocuments([], [...mentions("b", "680-QĐ/TU"), ...named])[0]?.reference).toMatchObject({
      kind: "Quy định",
      issuedOn: "2018-05-16",
      issuer: "Tỉnh ủy Hà Tĩnh",
      title: "về phân cấp quản lý cán bộ",
    });
  });

  it("knows nothing where nothing was found", () => {
    expect(resolveDocuments([], [])).toEqual([]);
  });
});
