import type { Element } from "@xmldom/xmldom";
import { ancestor, isOn, valueIn, wordAttribute, wordChild, wordChildren } from "./docx-xml.ts";

/** A named set of properties, of paragraphs, characters, tables or lists. */
export interface Style {
  readonly id: string;
  /** As in English Word, whatever the language of the program: `heading 1`. */
  readonly name: string;
  readonly element: Element;
}

/** The styles of a document; a style comes with those it is based on, nearest first. */
export interface Styles {
  /** The default style where the paragraph names none. */
  ofParagraph(paragraph: Element): readonly Style[];
  ofTable(table: Element): readonly Style[];
  ofList(id: string): readonly Style[];
  /** Properties that hold for the words of a run, nearest first: what one of them says, the next ones cannot change. */
  ofRun(run: Element): readonly Element[];
  /** The same for the mark at the end of a paragraph, which its number goes by. */
  ofMark(paragraph: Element): readonly Element[];
}

/** `undefined` for a document without styles. */
export function createStyles(root: Element | undefined): Styles {
  const styles = wordChildren(root, "style");
  const chains = new Map<string, readonly Style[]>();
  const find = (type: string, id: string | undefined) =>
    styles.find((style) => wordAttribute(style, "type") === type && wordAttribute(style, "styleId") === id);
  const defaultId = wordAttribute(
    styles.find(
      (style) =>
        wordAttribute(style, "type") === "paragraph" && /^(?:1|true|on)$/.test(wordAttribute(style, "default") ?? ""),
    ),
    "styleId",
  );

  const chainOf = (type: string, id: string | undefined): readonly Style[] => {
    const known = chains.get(`${type} ${id}`);
    if (known) return known;
    const chain: Style[] = [];
    for (let next = id; next !== undefined && chain.every((style) => style.id !== next); ) {
      const element = find(type, next);
      if (!element) break;
      chain.push({ id: next, name: valueIn(element, "name") ?? "", element });
      next = valueIn(element, "basedOn");
    }
    chains.set(`${type} ${id}`, chain);
    return chain;
  };
  const ofParagraph = (paragraph: Element) =>
    chainOf("paragraph", valueIn(wordChild(paragraph, "pPr"), "pStyle") ?? defaultId);
  const propertiesIn = (chain: readonly Style[]) => chain.flatMap(({ element }) => wordChild(element, "rPr") ?? []);
  const defaults = wordChild(wordChild(wordChild(root, "docDefaults"), "rPrDefault"), "rPr");

  return {
    ofParagraph,
    ofTable: (table) => chainOf("table", valueIn(wordChild(table, "tblPr"), "tblStyle")),
    ofList: (id) => chainOf("numbering", id),
    ofRun(run) {
      const own = wordChild(run, "rPr");
      const paragraph = ancestor(run, "p");
      const named = propertiesIn(chainOf("character", valueIn(own, "rStyle")));
      const inherited = paragraph ? propertiesIn(ofParagraph(paragraph)) : [];
      return [own, ...named, ...inherited, defaults].filter((properties) => properties !== undefined);
    },
    ofMark(paragraph) {
      const own = wordChild(wordChild(paragraph, "pPr"), "rPr");
      return [own, ...propertiesIn(ofParagraph(paragraph)), defaults].filter((properties) => properties !== undefined);
    },
  };
}

/** Whether a property such as `caps` is on. */
export function isSet(properties: readonly Element[], name: string): boolean {
  for (const element of properties) {
    const value = isOn(element, name);
    if (value !== undefined) return value;
  }
  return false;
}

export function fontOf(properties: readonly Element[]): string | undefined {
  for (const element of properties) {
    const fonts = wordChild(element, "rFonts");
    const font = wordAttribute(fonts, "ascii") ?? wordAttribute(fonts, "hAnsi");
    if (font) return font;
  }
  return undefined;
}
