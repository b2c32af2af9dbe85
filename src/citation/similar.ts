import type { PassageStore } from "../core/ports.ts";
import { type DocumentReference, OPEN } from "../core/reference.ts";
import { wordsOf } from "../core/text.ts";
import { type Known, knownUnder } from "./known.ts";

// Enough to hold the passages that name a document by its whole title.
const PASSAGES = 10;

/**
 * Documents that a citation with a wrong number may mean: of a number one digit off, of the same day, or named where
 * the words of its title stand. Whether the citation describes one of them is for the caller to see.
 */
export async function findSimilar(
  { serial, issuedOn, title }: Pick<DocumentReference, "serial" | "issuedOn" | "title">,
  store: PassageStore,
): Promise<Known[]> {
  if (serial === "") return [];
  const [near, titled] = await Promise.all([
    store.serialsLike(slipsOf(serial), issuedOn),
    title === null ? [] : serialsAround(title, store),
  ]);
  const serials = [...new Set([...near, ...titled])].filter((other) => other !== serial);
  const known = await Promise.all(serials.map((other) => knownUnder({ ...OPEN, serial: other }, store)));
  return known.flat();
}

/** Numbers of the documents named in the passages that have most of these words. */
async function serialsAround(title: string, store: PassageStore): Promise<string[]> {
  const hits = await store.searchText([...new Set(wordsOf(title))], "words", PASSAGES);
  const found = await store.get(hits.map(({ passageId }) => passageId));
  const ids = [...new Set(found.map(({ directive }) => directive.id))];
  const mentions = (await Promise.all(ids.map((id) => store.mentionsIn(id)))).flat();
  const inHits = mentions.filter(({ passageId }) => hits.some((hit) => hit.passageId === passageId));
  const own = found.flatMap(({ directive }) => /^0*(\d+)/.exec(directive.number ?? "")?.[1] ?? []);
  return [...own, ...inHits.map((mention) => mention.reference.serial).filter((other) => other !== "")];
}

/** Numbers that differ by one digit changed, left out, added, or two swapped. */
export function slipsOf(serial: string): string[] {
  const digits = Array.from("0123456789");
  const places = Array.from(serial, (_, at) => at);
  const cut = (at: number, to: number, put = "") => serial.slice(0, at) + put + serial.slice(to);
  const slips = [
    ...places.flatMap((at) => digits.map((digit) => cut(at, at + 1, digit))),
    ...places.map((at) => cut(at, at + 1)),
    ...[...places, serial.length].flatMap((at) => digits.map((digit) => cut(at, at, digit))),
    ...places.slice(1).map((at) => cut(at - 1, at + 1, `${serial.charAt(at)}${serial.charAt(at - 1)}`)),
  ];
  return [...new Set(slips)].filter((slip) => slip !== serial && /^[1-9]\d{0,4}$/.test(slip));
}
