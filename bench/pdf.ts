// npx tsx bench/pdf.ts: pages a minute and memory over 500 pages of text, then 24 pages that were made bad scans.
import { readFileSync } from "node:fs";
import { readPdf } from "../ingest/pdf.ts";
import { linesDown, pdfOf } from "../test/fakes/pdf-files.ts";
import { pagesOf, type ReadingErrors, readingErrors } from "../test/fakes/reading-errors.ts";
import { scannedPages } from "../test/fakes/scanned-pages.ts";
import { seededRandom } from "../test/fakes/seeded-random.ts";
import { markdownTable, residentMb, timed } from "./measure.ts";

const fixture = readFileSync(new URL("../test/fixtures/pdf/directive-30.pdf", import.meta.url));
const source = readFileSync(new URL("../test/fixtures/directive-30.txt", import.meta.url), "utf8");

await benchText(500);
await benchScans();

async function benchText(pages: number): Promise<void> {
  const lines = source.split("\n").filter((line) => line.trim());
  const printed = Array.from({ length: pages }, (_, page) => {
    const from = (page * 40) % (lines.length - 40);
    return { words: linesDown(lines.slice(from, from + 40).map((line) => line.slice(0, 80))) };
  });
  const file = pdfOf(printed);
  const resident: number[] = [];
  const onPage = (done: number) => {
    if (done % (pages / 5) === 0) resident.push(residentMb());
  };
  const { ms } = await timed(() => readPdf(file, "long.pdf", { onPage }));
  console.log(
    `${pages} pages of text: ${Math.round((pages / ms) * 60_000)} a minute; MB on the way: ${resident.join(", ")}`,
  );
}

async function benchScans(): Promise<void> {
  const truth = pagesOf(await readPdf(fixture, "truth.pdf"));
  const rows: string[][] = [];
  for (const [at, dotsPerInch] of [150, 200, 300].entries()) {
    const scan = pdfOf(await scannedPages(fixture, { dotsPerInch, random: seededRandom(at + 1) }));
    const before = process.cpuUsage();
    const { value: read, ms } = await timed(() => readPdf(scan, "scan.pdf"));
    const { user, system } = process.cpuUsage(before);
    const pages = pagesOf(read);
    const counts = pages.map((page, index) => readingErrors(truth[index]?.text ?? "", page));
    const sum = (of: (count: ReadingErrors) => number) => counts.reduce((total, count) => total + of(count), 0);
    rows.push([
      String(dotsPerInch),
      String(pages.length),
      `${(ms / pages.length / 1000).toFixed(1)} / ${((user + system) / pages.length / 1e6).toFixed(1)}`,
      `${((100 * sum(({ errors }) => errors)) / sum(({ letters }) => letters)).toFixed(2)} %`,
      String(sum(({ wrongDigits }) => wrongDigits)),
      String(sum(({ passedDigits }) => passedDigits)),
      `${read.uncertain.length} of ${read.text.split(/\s+/).length}`,
      String(residentMb()),
    ]);
  }
  const head = [
    "dpi",
    "pages",
    "s a page: clock / processors",
    "wrong letters",
    "wrong digits",
    "of them not marked",
    "marked words",
    "MB",
  ];
  console.log(markdownTable(head, rows));
}
