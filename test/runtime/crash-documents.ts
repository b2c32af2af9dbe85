import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { paragraph, wordFile, zipFile } from "../fakes/word-files.ts";

/** What a stored text of one of these files must have, whichever version of it is stored. */
export interface Declared {
  readonly version: number;
  readonly articles: number;
  readonly words: number;
}

const FILES = 40;
const WORDS = 12;

/** Writes version `version` of all files into `folder`: plain, as Word files, and in archives. Returns their keys. */
export function writeVersion(folder: string, version: number): string[] {
  mkdirSync(folder, { recursive: true });
  const keys: string[] = [];
  const archives = new Map<string, Record<string, string>>();
  for (let at = 0; at < FILES; at += 1) {
    const lines = linesOf(at, version);
    if (at % 5 === 3) {
      keys.push(`${at}.docx`);
      const body = lines.map((line) => paragraph(line)).join("");
      writeFileSync(join(folder, `${at}.docx`), wordFile({ body, others: { "[Content_Types].xml": "<Types/>" } }));
    } else if (at % 5 === 4) {
      const name = `${at % 2}.zip`;
      keys.push(`${name}/${at}.txt`);
      archives.set(name, { ...archives.get(name), [`${at}.txt`]: lines.join("\n\n") });
    } else {
      keys.push(`${at}.md`);
      writeFileSync(join(folder, `${at}.md`), lines.join("\n\n"));
    }
  }
  for (const [name, files] of archives) writeFileSync(join(folder, name), zipFile(files));
  return keys;
}

/** Each says how many articles and words it has, so that a part of it can be told from the whole. */
function linesOf(at: number, version: number): string[] {
  const count = 1 + (at % 4);
  return [
    "BỘ CHÍNH TRỊ",
    `Số ${500 + at}-QĐ/TW`,
    "Hà Nội, ngày 02 tháng 01 năm 2020",
    "QUY ĐỊNH",
    `về việc thứ ${at}`,
    `Văn bản này trọn vẹn ${count} điều, ${count * WORDS} từ của bản ${version}.`,
    ...Array.from({ length: count }, (_, article) => {
      const words = Array.from({ length: WORDS }, (_, word) => `từ-${article * WORDS + word}`);
      const cited = `Quy định số ${100 + article}-QĐ/TW, ngày 03/02/2015 của Bộ Chính trị`;
      return [
        `Điều ${article + 1}. Nội dung ${article + 1}`,
        `Đảng viên thực hiện ${words.join(", ")}.`,
        article === 0 ? `Quy định này thay thế ${cited}.` : `Việc này theo ${cited}.`,
      ];
    }).flat(),
  ];
}

/** `undefined` for a text that does not even say what it has. */
export function declaredIn(text: string): Declared | undefined {
  const [, articles, words, version] = /trọn vẹn (\d+) điều, (\d+) từ của bản (\d+)\./.exec(text) ?? [];
  return version === undefined
    ? undefined
    : { articles: Number(articles), words: Number(words), version: Number(version) };
}
