// npx tsx bench/pdf.ts: pages a minute and memory over 500 pages of text, then 24 pages that were made bad scans.
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { readPdf } from "../ingest/pdf.ts";
import { openPdf } from "../ingest/pdf-open.ts";
import type { ReadDocument } from "../ingest/read.ts";
import { linesDown, type PrintedPage, pdfOf } from "../test/fakes/pdf-files.ts";
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
    const scan = pdfOf(await scannedPages(dotsPerInch, seededRandom(at + 1)));
    const before = process.cpuUsage();
    const { value: read, ms } = await timed(() => readPdf(scan, "scan.pdf"));
    const { user, system } = process.cpuUsage(before);
    const pages = pagesOf(read);
    const counts = pages.map((page, index) => compare(truth[index]?.text ?? "", page));
    const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
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

/** The fixture's pages as a bad scanner gives them: crooked, blurred, grey, grainy, and packed hard. */
async function scannedPages(dotsPerInch: number, random: () => number): Promise<PrintedPage[]> {
  const file = await openPdf(fixture, "fixture.pdf");
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= file.pages; number += 1) {
    const { pixels, width, height, dotsPerInch: drawn } = await file.withPage(number, (page) => page.render());
    const angle = (random() < 0.5 ? -1 : 1) * (0.3 + 0.7 * random());
    const [ink, paper, grain] = [30 + 50 * random(), 215 + 35 * random(), 5 + 12 * random()];
    const crooked = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .rotate(angle, { background: "#fff" })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { data, info } = await sharp(crooked.data, { raw: { ...crooked.info, channels: 1 } })
      .resize({ width: Math.round((crooked.info.width * dotsPerInch) / drawn) })
      .blur(((0.4 + 0.7 * random()) * dotsPerInch) / 200)
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const grainy = data.map((grey) => clamp(ink + ((paper - ink) * grey) / 255 + grain * normal(random)));
    const bytes = await sharp(grainy, { raw: { width: info.width, height: info.height, channels: 1 } })
      .jpeg({ quality: Math.round(35 + 40 * random()) })
      .toBuffer();
    pages.push({ jpeg: { bytes, width: info.width, height: info.height } });
  }
  await file.close();
  return pages;
}

interface PageText {
  readonly text: string;
  /** For each letter of `text`. */
  readonly isMarked: readonly boolean[];
}

/** Text of each page in single spaces. */
function pagesOf({ text, pages, uncertain }: ReadDocument): PageText[] {
  return pages.map(({ start }, at) => {
    const end = pages[at + 1]?.start ?? text.length;
    const letters: string[] = [];
    const isMarked: boolean[] = [];
    for (let index = start; index < end; index += 1) {
      const letter = /\s/.test(text.charAt(index)) ? " " : text.charAt(index);
      if (letter === " " && (letters.at(-1) ?? " ") === " ") continue;
      letters.push(letter);
      isMarked.push(uncertain.some((span) => span.start <= index && index < span.end));
    }
    return { text: letters.join(""), isMarked };
  });
}

interface Count {
  readonly letters: number;
  readonly errors: number;
  readonly wrongDigits: number;
  readonly passedDigits: number;
}

/** By the cheapest way from one text to the other; a digit that is missing counts as marked where a neighbour is. */
function compare(truth: string, { text, isMarked }: PageText): Count {
  const width = text.length + 1;
  const cost = new Uint16Array((truth.length + 1) * width);
  const at = (row: number, column: number) => cost[row * width + column] ?? 0;
  const differs = (row: number, column: number) => (truth[row - 1] === text[column - 1] ? 0 : 1);
  for (let row = 0; row <= truth.length; row += 1)
    for (let column = 0; column < width; column += 1)
      cost[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + differs(row, column));
  let [row, column, wrongDigits, passedDigits] = [truth.length, text.length, 0, 0];
  while (row > 0 || column > 0) {
    const isPair = row > 0 && column > 0 && at(row, column) === at(row - 1, column - 1) + differs(row, column);
    const isLost = !isPair && row > 0 && at(row, column) === at(row - 1, column) + 1;
    const pair = `${isPair || isLost ? truth.charAt(row - 1) : ""}${isLost ? "" : text.charAt(column - 1)}`;
    if (/\d/.test(pair) && !(isPair && differs(row, column) === 0)) {
      wrongDigits += 1;
      if (![column - 2, column - 1, column, column + 1].some((near) => isMarked[near])) passedDigits += 1;
    }
    if (isPair || isLost) row -= 1;
    if (!isLost) column -= 1;
  }
  return { letters: truth.length, errors: at(truth.length, text.length), wrongDigits, passedDigits };
}

function clamp(grey: number): number {
  return Math.max(0, Math.min(255, grey));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}
