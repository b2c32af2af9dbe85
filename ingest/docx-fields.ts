import type { Element } from "@xmldom/xmldom";
import { elementsInside, isWord, replace, wordAttribute } from "./docx-xml.ts";

interface Field {
  code: string;
  /** Before its result begins. */
  isInCode: boolean;
  /** Taken out once the field ends; one that never ends says nothing about what follows it. */
  readonly unprinted: Element[];
}

// Numbers of pages, which are right on paper only.
const PAGE = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** Leaves of a field what it last printed: neither its instructions nor numbers of pages. */
export function printFields(root: Element): void {
  const open: Field[] = [];
  for (const element of elementsInside(root)) {
    if (isWord(element, "fldSimple") && PAGE.test(wordAttribute(element, "instr") ?? "")) replace(element);
    else if (isWord(element, "fldChar")) {
      const type = wordAttribute(element, "fldCharType");
      const last = open.at(-1);
      if (type === "begin") open.push({ code: "", isInCode: true, unprinted: [] });
      else if (type === "separate" && last) last.isInCode = false;
      else if (type === "end") for (const unprinted of open.pop()?.unprinted ?? []) replace(unprinted);
      replace(element);
    } else if (isWord(element, "instrText")) {
      const last = open.at(-1);
      if (last) last.code += element.textContent ?? "";
      replace(element);
    } else if (isWord(element.parentNode, "r") && !isWord(element, "rPr"))
      open.find(({ isInCode, code }) => isInCode || PAGE.test(code))?.unprinted.push(element);
  }
}
