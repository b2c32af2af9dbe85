import { PLACE_PATTERN } from "../../citation/places.ts";
import { fold } from "../../core/text.ts";

/**
 * The question before with `rest` in the place of what it takes up: a year for a year, a province for a province, "đối
 * với cấp ủy" for "đối với đảng viên". `undefined` where it is not plain which words these are.
 */
export function putInstead(before: string, rest: string): string | undefined {
  const folded = fold(before);
  for (const slot of SLOTS) {
    const given = slot.given.exec(fold(rest));
    const places = given ? Array.from(folded.matchAll(slot.place(given[0]))) : [];
    const [place] = places;
    if (!given || !place || places.length > 1) continue;
    const put = rest.slice(given.index, given.index + given[0].length);
    return before.slice(0, place.index) + put + before.slice(place.index + place[0].length);
  }
  return undefined;
}

// What ends a phrase behind its preposition.
const STOP =
  "gi|nao|la|co|phai|duoc|nhu|the nao|bao nhieu|thi|khong|ra sao|den|ai|khi|neu|de|doi voi|o|tai|trong|theo|ve|cho|voi|must|is|are|does|do|to|when|in|of|for|under";
const HEADS = "doi voi|danh cho|tai|trong|ve|theo|nam|for|in|of|under|about";

const SLOTS: readonly { readonly given: RegExp; readonly place: (given: string) => RegExp }[] = [
  { given: /(?<=^(?:(?:nam|in|o|trong)\s)*)(?:19|20)\d\d$/, place: () => /(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])/g },
  {
    given: new RegExp(`(?<=^(?:(?:o|tai|cua|in|tinh|thanh pho)\\s)*)(?:${PLACE_PATTERN})$`),
    place: () => new RegExp(`(?<![a-z])(?:${PLACE_PATTERN})(?![a-z])`, "g"),
  },
  {
    given: new RegExp(`^(?:${HEADS})\\s.+$`),
    place: (given) => phraseOf(new RegExp(`^(?:${HEADS})(?=\\s)`).exec(given)?.[0] ?? ""),
  },
  // Who is spoken of, at the end of the question before.
  {
    given: /^(?!(?:doi voi|danh cho|tai|trong|ve|theo|nam|neu|for|in|of)\s)(?!.*\scua\s)\S+(?:\s\S+){0,3}$/,
    place: () => /(?<=(?<![a-z])doi voi\s)[^?.!,;]+(?=[?.!\s]*$)/g,
  },
];

function phraseOf(head: string): RegExp {
  return new RegExp(`(?<![a-z])${head}(?:\\s(?!(?:${STOP})(?![a-z0-9]))[^\\s?.!,;]+)+`, "g");
}
