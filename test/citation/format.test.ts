import { expect, it } from "vitest";
import { formatCitation } from "../../src/citation/format.ts";
import { heldDocument } from "../fakes/held-documents.ts";

const whole = { kind: "Quy định", number: "213-QĐ/TW", issuer: "Bộ Chính trị", issuedOn: "2020-01-02" };

it.each([
  [whole, "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"],
  [{ ...whole, kind: null }, "213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"],
  [{ ...whole, number: null }, "Về nơi cư trú, ngày 02/01/2020 của Bộ Chính trị"],
  [{ ...whole, issuedOn: null }, "Quy định số 213-QĐ/TW của Bộ Chính trị"],
  [{ ...whole, issuer: null }, "Quy định số 213-QĐ/TW, ngày 02/01/2020"],
  [{}, "Về nơi cư trú"],
])("what is known of %j is cited as %s", (facts, expected) => {
  const { directive } = heldDocument({ id: "a", title: "Về nơi cư trú", ...facts }, [{ text: "Điều 1." }]);
  expect(formatCitation(directive)).toBe(expected);
});
