import { describe, expect, it } from "vitest";
import { type Doubt, findDoubt } from "../../src/answer/validity.ts";
import { findReferences } from "../../src/citation/find.ts";
import { resolveDocuments } from "../../src/citation/resolve.ts";
import { openSmallLibrary, type SmallDocument, smallDocuments } from "../fakes/small-library.ts";

async function doubtAbout(
  number: string,
  documents: readonly SmallDocument[] = smallDocuments,
): Promise<Doubt | undefined> {
  const { store } = await openSmallLibrary(documents);
  const [found] = findReferences(number);
  if (!found) throw new Error(`"${number}" names no document`);
  const { held, mentions } = await store.findByNumber(found.reference);
  const [document] = resolveDocuments(held, mentions);
  return document && findDoubt(document, store);
}

function report(text: string): SmallDocument[] {
  return [{ id: "bao-cao", text }];
}

describe("findDoubt", () => {
  it("names the successor, with the sentence that says so", async () => {
    expect(await doubtAbout("66-QĐ/TW")).toMatchObject({
      kind: "superseded",
      by: "Quy định 399-QĐ/TW",
      evidence: { quote: "Quy định số 399-QĐ/TW thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư." },
    });
  });

  it("knows that a replacement was only ordered", async () => {
    expect(await doubtAbout("QĐ 213")).toMatchObject({ kind: "replacement-ordered", by: "Kết luận 229" });
  });

  it("finds it for a document that is only mentioned, in brackets", async () => {
    const doubt = await doubtAbout("Quy định 335");
    expect(doubt).toMatchObject({ kind: "superseded", by: "Quy định số 680-QĐ/TU" });
    expect(doubt?.evidence.quote).toMatch(/\(thay thế Quy định 335\)/);
  });

  it("says nothing of the successor", async () => expect(await doubtAbout("399-QĐ/TW")).toBeUndefined());

  it("says nothing where nothing is said", async () => expect(await doubtAbout("KL 28")).toBeUndefined());

  it("puts what has happened before what was ordered", async () => {
    const text = "Kết luận 229 yêu cầu thay thế Quy định 213.\n\nQuy định 500 thay thế Quy định 213.";
    expect(await doubtAbout("Quy định 213", report(text))).toMatchObject({ kind: "superseded", by: "Quy định 500" });
  });

  it("does not take another document of that number for it", async () => {
    const text = "Quy định 680-QĐ/TU thay thế Quy định 335-QĐ/TU. Tỉnh khác có Quy định 335-QĐ/TW.";
    expect(await doubtAbout("335-QĐ/TW", report(text))).toBeUndefined();
  });

  it("quotes of a very long sentence from the one document to the other", async () => {
    const long = `Quy định 680 thay thế Quy định 335${", cấp ủy đã quan tâm nhiều việc trong thời gian qua".repeat(10)}.`;
    const doubt = await doubtAbout("Quy định 335", report(long));
    expect(doubt?.evidence.quote).toBe("Quy định 680 thay thế Quy định 335");
  });
});
