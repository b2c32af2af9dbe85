import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readPdf } from "../../ingest/pdf.ts";
import { pdfOf } from "../fakes/pdf-files.ts";
import { pagesOf, readingErrors } from "../fakes/reading-errors.ts";
import { scannedPages } from "../fakes/scanned-pages.ts";
import { seededRandom } from "../fakes/seeded-random.ts";

const original = readFileSync(new URL("../fixtures/pdf/directive-30.pdf", import.meta.url));

// One page here, all of them in bench/pdf.ts: recognition takes seconds.
it("reads a page from a bad scanner with few wrong letters, and marks every wrong digit", async () => {
  const scan = pdfOf(await scannedPages(original, { dotsPerInch: 150, random: seededRandom(1), last: 1 }));
  const [truth] = pagesOf(await readPdf(original, "original.pdf"));
  const read = await readPdf(scan, "scan.pdf");
  const [page] = pagesOf(read);
  const { letters, errors, passedDigits } = readingErrors(truth?.text ?? "", page ?? { text: "", isMarked: [] });
  expect(letters).toBeGreaterThan(1000);
  expect(errors / letters).toBeLessThanOrEqual(0.02);
  expect(passedDigits).toBe(0);
  expect(read.notices.map(({ code }) => code)).toContain("recognised");
}, 300_000);

it("counts a wrong digit as passed unless a mark is at it", () => {
  const text = "ngày 19 tháng";
  const isMarked = (at: number) => Array.from(text, (_, index) => index === at);
  expect(readingErrors("ngày 18 tháng", { text, isMarked: isMarked(-1) })).toMatchObject({
    errors: 1,
    passedDigits: 1,
  });
  expect(readingErrors("ngày 18 tháng", { text, isMarked: isMarked(6) })).toMatchObject({ errors: 1, passedDigits: 0 });
});
