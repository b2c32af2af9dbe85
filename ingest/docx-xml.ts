import { DOMParser, type Element, type Node } from "@xmldom/xmldom";

// The namespaces of the transitional and of the strict format.
const WORD = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

// Readers of the tree call themselves for what is inside an element; Word nests tables a few levels deep.
const MAX_DEPTH = 200;

/** The outermost element; throws for what is not XML, and for what no program writes. */
export function parseXml(bytes: Uint8Array): Element {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (text.includes("<!DOCTYPE")) throw new Error("entities of its own");
  const root = new DOMParser({ onError: () => {} }).parseFromString(text, "text/xml").documentElement;
  if (!root) throw new Error("no element");
  let depth = 0;
  for (let node: Node | null = root; node; ) {
    if (depth > MAX_DEPTH) throw new Error("nested too deeply");
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return root;
}

/** An element of WordprocessingML. */
export interface WordElement extends Element {
  readonly namespaceURI: string;
}

/** Whether it is an element of WordprocessingML, and of one of these names where some are given. */
export function isWord(node: Node | null | undefined, ...names: readonly string[]): node is WordElement {
  if (node?.nodeType !== 1 || !WORD.has(node.namespaceURI ?? "")) return false;
  return names.length === 0 || names.includes(node.localName ?? "");
}

/** Children that are elements, of any language; a list of its own, so that the tree may be changed meanwhile. */
export function childElements(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

export function wordChildren(parent: Node | undefined, ...names: readonly string[]): Element[] {
  return parent ? childElements(parent).filter((child) => isWord(child, ...names)) : [];
}

export function wordChild(parent: Node | undefined, name: string): Element | undefined {
  for (let node = parent?.firstChild; node; node = node.nextSibling) if (isWord(node, name)) return node;
  return undefined;
}

/** All elements inside, in document order, without what is in an element for which `isClosed` says so. */
export function elementsInside(root: Node, isClosed: (element: Element) => boolean = () => false): Element[] {
  const found: Element[] = [];
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (!isElement(node)) continue;
      found.push(node);
      if (node.firstChild && !isClosed(node)) visit(node);
    }
  };
  visit(root);
  return found;
}

/** `w:name="…"`. */
export function wordAttribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttributeNS(element.namespaceURI, name) ?? undefined;
}

/** `w:val` of a child such as `<w:numId w:val="3"/>`. */
export function valueIn(parent: Node | undefined, name: string): string | undefined {
  return wordAttribute(wordChild(parent, name), "val");
}

/** As `valueIn`, for a whole number. */
export function numberIn(parent: Node | undefined, name: string): number | undefined {
  const value = Number.parseInt(valueIn(parent, name) ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}

/** `<w:caps/>` is on and `<w:caps w:val="0"/>` is off; `undefined` where nothing is said. */
export function isOn(parent: Node | undefined, name: string): boolean | undefined {
  const element = wordChild(parent, name);
  return element && !/^(?:0|false|off|none)$/.test(wordAttribute(element, "val") ?? "");
}

/** The nearest element of this name that `node` is inside. */
export function ancestor(node: Node, name: string): Element | undefined {
  for (let parent = node.parentNode; parent; parent = parent.parentNode) if (isWord(parent, name)) return parent;
  return undefined;
}

/** Puts `nodes` in the place of `element`; nothing, to take it out. */
export function replace(element: Node, nodes: readonly Node[] = []): void {
  for (const node of nodes) element.parentNode?.insertBefore(node, element);
  element.parentNode?.removeChild(element);
}

/** A new element of the language that `like` is in. */
export function createLike(like: Element, name: string, ...children: readonly Node[]): Element {
  const document = like.ownerDocument;
  if (!document) throw new Error("an element outside a document");
  const element = document.createElementNS(like.namespaceURI, `w:${name}`);
  for (const child of children) element.appendChild(child);
  return element;
}

/** A run with nothing but these words. */
export function createRun(like: Element, words: string): Element {
  const text = createLike(like, "t");
  text.textContent = words;
  return createLike(like, "r", text);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
