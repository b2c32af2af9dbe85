/** Cells as they are shown; the first column names the row, the others hold figures. */
export interface Table {
  /** Empty where the head says enough. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** For a terminal: columns aligned. */
export function tableText({ title, head, rows }: Table): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("   ")
      .trimEnd(),
  );
  return [...(title ? [title] : []), ...text].join("\n");
}

/** For a document in Markdown, the title above as a sentence. */
export function tableMarkdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = line(head.map((_, column) => (column === 0 ? "---" : "---:")));
  return [...(title ? [`${title}:`, ""] : []), line(head), rule, ...rows.map(line)].join("\n");
}

/** As tables show a share: `.927`. */
export function ratio(value: number): string {
  return value.toFixed(3).replace(/^0/, "");
}
