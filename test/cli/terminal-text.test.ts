import { expect, it } from "vitest";
import { answerText, citeText } from "../../src/cli/terminal-text.ts";
import { candidate, evidenceOf } from "../fakes/cited-documents.ts";
import { citationOf, recognised, report2018 } from "../fakes/held-documents.ts";
import { answered } from "../fakes/library.ts";

const scan = recognised(report2018, "152", "luân chuyển", "335");

it("names under a quote what recognition is not sure of", () => {
  const text = answerText({ ...answered, citations: [citationOf(scan, "luân chuyển 152 cán bộ")] });
  expect(text.split("\n").slice(-2)).toEqual([
    "    Số liệu, ngày tháng, số hiệu nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc: “152”",
    "    Chữ nhận dạng từ bản quét, chưa chắc chắn: “luân chuyển”",
  ]);
});

it("names it under what shows a relation", () => {
  const evidence = evidenceOf(scan, "thay thế Quy định 335");
  const relations = [{ type: "superseded-by", number: "680-QĐ/TU", issuedOn: null, evidence }] as const;
  const text = citeText({ query: "335", candidates: [candidate({ citation: "Quy định 335-QĐ/TU", relations })] });
  expect(text.split("\n").at(-1)).toContain("cần đối chiếu bản gốc · uncertain, check the original: “335”");
});
