/** Words at a place, in points from the bottom left corner of the page. */
export interface PrintedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: string;
  readonly isHidden?: boolean;
}

export interface PrintedPage {
  readonly words?: readonly PrintedWords[];
  /** From and to, as x and y. */
  readonly rules?: readonly (readonly [number, number, number, number])[];
  /** Fills the page. */
  readonly jpeg?: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
  /** In degrees, as a reader shows it. */
  readonly turn?: number;
  /** Packed operators to paint the page with, instead of words and rules. */
  readonly packed?: Uint8Array;
  /** How they are packed, if not once with Flate. */
  readonly filter?: string;
}

const WIDTH = 595;
const HEIGHT = 842;

/** Every letter of these fonts is half as wide as it is high. */
export const LETTER = 0.5;

/** A PDF of the given pages, uncompressed, its fonts by name alone. */
export function pdfOf(pages: readonly PrintedPage[]): Uint8Array {
  const fonts = [...new Set(pages.flatMap(({ words = [] }) => words.map(({ font }) => font ?? "Test")))];
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body));
  const stream = (dictionary: string, bytes: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from("\nendstream"),
    ]);
  const fontAt = (at: number) => 4 + 3 * at;
  const pageAt = (at: number) => 4 + 3 * fonts.length + 3 * at;
  const resources = fonts.map((_, at) => `/F${at} ${fontAt(at)} 0 R`).join(" ");
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pageAt(at)} 0 R`).join(" ")}] >>`);
  add(stream("", Buffer.from(UNICODE)));
  for (const [at, name] of fonts.entries()) {
    const below = fontAt(at) + 1;
    add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /ToUnicode 3 0 R /DescendantFonts [${below} 0 R] >>`,
    );
    add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /DW ${1000 * LETTER} /FontDescriptor ${below + 1} 0 R ` +
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    );
    add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 ` +
        "/Descent -200 /CapHeight 700 /StemV 80 >>",
    );
  }
  for (const [at, { words = [], rules = [], jpeg, turn = 0, packed, filter = "/FlateDecode" }] of pages.entries()) {
    const content = [
      jpeg ? `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Picture Do Q` : "",
      ...rules.map(([left, bottom, right, top]) => `${left} ${bottom} m ${right} ${top} l S`),
      ...words.map(
        ({ text, x, y, size = 12, font = "Test", isHidden = false }) =>
          `BT /F${fonts.indexOf(font)} ${size} Tf ${isHidden ? 3 : 0} Tr 1 0 0 1 ${x} ${y} Tm <${inHex(text)}> Tj ET`,
      ),
    ].join("\n");
    const picture = jpeg ? `/XObject << /Picture ${pageAt(at) + 2} 0 R >>` : "";
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${turn} /Contents ${pageAt(at) + 1} 0 R ` +
        `/Resources << /Font << ${resources} >> ${picture} >> >>`,
    );
    add(packed ? stream(`/Filter ${filter}`, packed) : stream("", Buffer.from(content)));
    add(
      jpeg
        ? stream(
            `/Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceGray ` +
              "/BitsPerComponent 8 /Filter /DCTDecode",
            jpeg.bytes,
          )
        : "null",
    );
  }
  return fileOf(objects);
}

/** `words` as lines below each other, from the top of a page. */
export function linesDown(
  lines: readonly string[],
  { x = 72, top = 742, step = 16, size = 12 }: { x?: number; top?: number; step?: number; size?: number } = {},
): PrintedWords[] {
  return lines.map((text, at) => ({ text, x, y: top - at * step, size }));
}

function fileOf(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, object] of objects.entries()) {
    places.push(length);
    push(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
  }
  const start = length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  push(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function inHex(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
}

// Every code is the UTF-16 unit that it prints.
const UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
100 beginbfrange
${Array.from({ length: 256 }, (_, high) => {
  const hex = high.toString(16).padStart(2, "0");
  return `<${hex}00> <${hex}ff> <${hex}00>`;
}).join("\n")}
endbfrange
endcmap
end
end`;
