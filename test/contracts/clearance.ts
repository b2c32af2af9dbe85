import { beforeEach, describe, expect, it } from "vitest";
import type { Clearance } from "../../src/core/access.ts";
import type { PassageStore, VectorStore } from "../../src/core/ports.ts";
import { newDocument, referenceTo } from "./new-document.ts";

/** What every library promises that is opened for a clearance. `open` gives the same library for each. */
export function testClearance(
  open: () => Promise<{ readonly library: (clearance: Clearance) => PassageStore; readonly vectors: VectorStore }>,
): void {
  describe("clearance", () => {
    let library: (clearance: Clearance) => PassageStore;
    let vectors: VectorStore;

    beforeEach(async () => {
      ({ library, vectors } = await open());
      const relation = (end: string) => ({ reference: referenceTo({ serial: end }), span: null });
      const stated = [
        {
          type: "replaces" as const,
          from: relation("7"),
          to: relation("5"),
          evidence: { start: 0, end: 4 },
          passageId: "closed:1",
          directiveId: "closed",
        },
      ];
      const closed = { id: "closed", number: "7-QĐ/TW", issuedOn: "1999-01-01", access: "staff" } as const;
      const mentions = [{ words: "5-QĐ/TW", serial: "5", issuedOn: "1998-01-01" }];
      const values = [[1, 0]];
      const uncertain = [{ start: 0, end: 3 }];
      await library("admin").put(
        newDocument({ ...closed, uncertain }, ["mật đàm về số 5-QĐ/TW"], {
          mentions,
          relations: stated,
          vectors: values,
        }),
      );
      await library("admin").put(
        newDocument({ id: "open", number: "9-QĐ/TW", issuedOn: "2010-01-01" }, ["cam"], { vectors: values }),
      );
    });

    /** Everything that a library can be asked about the closed document. */
    async function seen(store: PassageStore) {
      const [five, seven] = [referenceTo({ serial: "5" }), referenceTo({ serial: "7" })];
      const answers = {
        passages: await store.get(["closed:1"]),
        words: await store.searchText(["mật", "đàm"], "words", 5),
        folded: await store.searchText(["mat", "dam"], "folded", 5),
        held: (await store.findByNumber(seven)).held,
        mentioned: (await store.findByNumber(five)).mentions,
        relations: await store.relationsOf(five, ["closed"]),
        serials: await store.serialsLike(["5", "7"], "1999-01-01"),
        vectors: (await store.passagesOfVectors(await vectors.vectorIds())).filter(
          ({ passageId }) => passageId === "closed:1",
        ),
        text: [await store.directive("closed")].filter((found) => found !== undefined),
        uncertain: [...(await store.uncertainIn(["closed"])).keys()],
        listed: (await store.directives()).filter(({ id }) => id === "closed"),
        parts: await store.passagesOf("closed"),
        mentions: await store.mentionsIn("closed"),
        evidence: (await store.evidence()).mentions,
        stated: (await store.evidence()).relations,
      };
      return Object.entries(answers)
        .filter(([, found]) => found.length > 0)
        .map(([name]) => name);
    }

    it("shows a document to those of its level and above, in every way", async () => {
      expect(await seen(library("staff"))).toHaveLength(15);
      expect(await seen(library("admin"))).toHaveLength(15);
      expect(await library("staff").size()).toEqual({ documents: 2, passages: 2, years: ["1999", "2010"] });
    });

    it.each([null, "member", "trainer"] as const)("shows nothing of it to %s, in no way", async (clearance) => {
      expect(await seen(library(clearance))).toEqual([]);
      expect(await library(clearance).size()).toEqual({ documents: 1, passages: 1, years: ["2010", "2010"] });
    });

    it("shows what is open to everyone", async () => {
      const store = library(null);
      expect(await store.searchText(["cam"], "words", 5)).toHaveLength(1);
      expect((await store.get(["open:1"])).map(({ passage }) => passage.text)).toEqual(["cam"]);
    });
  });
}
