import type { DirectiveHead } from "../core/directive.ts";
import { shortKey } from "./short-key.ts";

/** What the library can be browsed by. */
export const facets = ["kind", "issuer", "year"] as const;

export type Facet = (typeof facets)[number];

/** A place in the menu of the library. */
export interface BrowsePlace {
  /** Nothing is chosen yet without it. */
  readonly facet?: Facet;
  /** Key of the value chosen (`valueKey`); without it, the values are shown. */
  readonly value?: string;
  /** From 0. */
  readonly page: number;
  /** Key of the document whose card is shown. */
  readonly document?: string;
}

/** A button of the menu: where it leads, and whose menu it is. */
export interface BrowsePress extends BrowsePlace {
  readonly owner: number;
}

/** At most 64 bytes: keys have at most 7 letters. Nothing is stored. */
export function browseData({ owner, facet, value = "", page, document = "" }: BrowsePress): string {
  return `list:${owner.toString(36)}:${facet?.charAt(0) ?? ""}:${value}:${page}:${document}`;
}

/** The inverse of `browseData`. */
export function readBrowseData(data: string): BrowsePress | undefined {
  const [, owner, letter, value, page, document] = /^list:(\w+):([kiy]?):(\w*):(\d+):(\w*)$/.exec(data) ?? [];
  if (owner === undefined) return undefined;
  const facet = facets.find((known) => known.charAt(0) === letter);
  return {
    owner: Number.parseInt(owner, 36),
    page: Number(page),
    ...(facet && { facet }),
    ...(value && { value }),
    ...(document && { document }),
  };
}

/** `null` where it is not known. */
export function facetOf({ kind, issuer, issuedOn }: DirectiveHead, facet: Facet): string | null {
  if (facet === "year") return issuedOn?.slice(0, 4) ?? null;
  return facet === "kind" ? kind : issuer;
}

/** Stands for a value in the data of a button. */
export function valueKey(value: string | null): string {
  return value === null ? "none" : shortKey(value);
}
