import { describe, expect, it } from "vitest";
import { standingOf } from "../../src/citation/standing.ts";
import type { Relation, SeenRelationType } from "../../src/core/cite.ts";
import { heldDocument } from "../fakes/held-documents.ts";

const evidence = { documentId: "a", passageId: "a.1", quote: "…", span: { start: 0, end: 1 }, uncertain: [] };

function relation(type: SeenRelationType, issuedOn: string | null = null): Relation {
  return { type, number: "399-QĐ/TW", issuedOn, evidence };
}

const nothing = { directive: undefined, issuedOn: "2017-02-06", asOf: undefined };

describe("standingOf", () => {
  it.each<[relations: Relation[], status: string]>([
    [[], "unknown"],
    [[relation("superseded-by")], "superseded"],
    [[relation("repealed-by")], "superseded"],
    [[relation("replacement-ordered-by")], "replacement-ordered"],
    // The strongest doubt counts, in whichever order they are stated.
    [[relation("replacement-ordered-by"), relation("superseded-by")], "superseded"],
    [[relation("guided-by")], "in-force"],
    [[relation("supersedes")], "in-force"],
    [[relation("guided-by"), relation("superseded-by")], "superseded"],
    // Neither says that it is in force, nor that it is not.
    [[relation("amended-by")], "unknown"],
    // A document is not replaced by an older one.
    [[relation("superseded-by", "2004-01-01")], "unknown"],
  ])("of %j is %s", (relations, status) => {
    expect(standingOf(relations, nothing).status).toBe(status);
  });

  it("names what ended it, and from when", () => {
    const end = relation("superseded-by", "2026-01-09");
    expect(standingOf([end], nothing)).toEqual({ status: "superseded", by: end, since: "2026-01-09" });
  });

  it.each([
    ["2025-12-31", "in-force"],
    ["2026-01-09", "superseded"],
    ["2016-01-01", "unknown"],
  ])("as of %s is %s", (asOf, status) => {
    const relations = [
      relation("superseded-by", "2026-01-09"),
      relation("guided-by", "2017-06-01"),
      relation("supersedes", "2004-01-01"),
    ];
    expect(standingOf(relations, { ...nothing, asOf }).status).toBe(status);
  });

  it("takes the word of the document's own file, but not for another day", () => {
    const { directive } = heldDocument(
      { id: "a", title: "Về thể thức", status: "superseded", successor: "399-QĐ/TW" },
      [],
    );
    expect(standingOf([], { ...nothing, directive })).toEqual({ status: "superseded", by: null, since: null });
    expect(standingOf([], { ...nothing, directive, asOf: "2018-01-01" }).status).toBe("unknown");
  });
});
