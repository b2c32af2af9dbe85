import { fold, matchForm } from "../core/text.ts";
import { BODIES, ORGANS, SEATS } from "./issuer-table.ts";
import { type ReadIssuer, readIssuer } from "./read-issuer.ts";

// Says no more than that it is one of the bodies at the centre.
const CENTRE = "Trung ương";

/** How two names of issuers go together: `compatible` where one says less than the other. */
export type IssuerMatch = "same" | "compatible" | "different";

/** Whether two names can be one body's; term, case and the placement of tone marks do not count. */
export function compareIssuers(a: string, b: string): IssuerMatch {
  const [one, other] = [parse(a), parse(b)];
  if (matchForm(one.name) === matchForm(other.name)) return "same";
  if (one.body && other.body)
    return isCentre(one) !== isCentre(other) && !isState(one) && !isState(other) ? "compatible" : "different";
  if (isLocal(one) && isLocal(other)) return compareLocal(one, other);
  // A known name is whole: "Ban Bí thư Trung ương Đoàn" says more than "Ban Bí thư", and another body's.
  const isPart = (!other.body && contains(one.name, other.name)) || (!one.body && contains(other.name, one.name));
  return isPart ? "compatible" : "different";
}

/** Canonical names of the bodies that sign with a suffix, local ones without their place; none where it is unknown. */
export function issuersOfSuffix(suffix: string): readonly string[] {
  const letters = suffix.replace(/[.\s]|\d+$/g, "").toUpperCase();
  // "TƯ" is Trung ương, but is also met for a tỉnh ủy.
  if (letters === "TƯ") return [...issuersOfSuffix("TW"), ...issuersOfSuffix("TU")];
  return signers.get(letters) ?? signers.get(fold(letters)) ?? [];
}

/** Whether bodies of the Party sign so; an unknown suffix may still be one of them. */
export function isPartySuffix(suffix: string): boolean {
  // Congresses and task bodies have no entry of their own; commissions of the centre and the provinces end alike.
  return partySuffixes.has(fold(suffix)) || /(?:t[uw]|duk)$|^(?:dh|tgv|vpqu)$/.test(fold(suffix).replace(/[.\s]/g, ""));
}

const signed: readonly (readonly [suffix: string, name: string])[] = [
  ...BODIES.filter(({ name }) => name !== CENTRE).flatMap(({ name, suffixes }) =>
    suffixes.map((suffix) => [suffix, name] as const),
  ),
  ...SEATS.flatMap((seat) =>
    ORGANS.flatMap(({ name, stem }) =>
      seat.suffixes.flatMap((own) => {
        if (stem !== null || name !== "Ban Chấp hành")
          return [[`${stem ?? ""}${own}`, `${name} ${seat.name}`] as const];
        return [[own, seat.name] as const, [own, `${name} ${seat.organisation}`] as const];
      }),
    ),
  ),
];
const signedNames = new Set(signed.map(([, name]) => name));
// As written and, for numbers typed without diacritics, folded.
const signers: ReadonlyMap<string, readonly string[]> = new Map(
  signed.flatMap(([suffix]) => {
    const names = [...new Set(signed.filter(([other]) => other === suffix).map(([, name]) => name))];
    return [[suffix.toUpperCase(), names] as const, [fold(suffix), names] as const];
  }),
);
const stateSuffixes = new Set(
  BODIES.filter(({ rank }) => rank === "state").flatMap(({ suffixes }) => suffixes.map(fold)),
);
const partySuffixes = new Set(signed.map(([suffix]) => fold(suffix)).filter((suffix) => !stateSuffixes.has(suffix)));

function parse(name: string): ReadIssuer {
  const known = parsed.get(name);
  if (known) return known;
  const read = parseName(name);
  if (signedNames.has(name)) parsed.set(name, read);
  return read;
}

// The names of the tables are compared again and again.
const parsed = new Map<string, ReadIssuer>();

function parseName(name: string): ReadIssuer {
  const printed = name
    .normalize("NFC")
    .replace(/[\s,(]*kh(?:óa|oá)\s.*$/iu, "")
    .replace(/\s+/g, " ")
    .trim();
  const read = readIssuer(printed, fold(printed), 0);
  if (read?.end === printed.length) return read;
  return { name: printed, body: null, organ: null, seat: null, where: null, place: null, end: printed.length };
}

function isCentre({ body }: ReadIssuer): boolean {
  return body?.name === CENTRE;
}

function isState({ body }: ReadIssuer): boolean {
  return body?.rank === "state";
}

function isLocal({ organ, seat }: ReadIssuer): boolean {
  return organ !== null || seat !== null;
}

function compareLocal(one: ReadIssuer, other: ReadIssuer): IssuerMatch {
  const parts = [compareOrgans(one, other), compareNames(one.seat, other.seat), compareNames(one.where, other.where)];
  if (one.place !== null && other.place !== null && one.place !== other.place) return "different";
  return parts.find((part) => part === "different") ?? parts.find((part) => part === "compatible") ?? "same";
}

/** A Tỉnh ủy is the Ban Chấp hành of its Đảng bộ, and its Ban Thường vụ speaks for it; its commissions do not. */
function compareOrgans({ organ: a }: ReadIssuer, { organ: b }: ReadIssuer): IssuerMatch {
  if ((a ?? "Ban Chấp hành") === (b ?? "Ban Chấp hành")) return "same";
  const whole = a === null ? b : b === null ? a : null;
  return whole === "Ban Thường vụ" || whole === "Thường trực" ? "compatible" : "different";
}

function compareNames(a: string | null, b: string | null): IssuerMatch {
  if (a === null || b === null) return a === b ? "same" : "compatible";
  if (matchForm(a) === matchForm(b)) return "same";
  return contains(a, b) || contains(b, a) ? "compatible" : "different";
}

function contains(whole: string, part: string): boolean {
  const [long, short] = [` ${matchForm(whole)} `, ` ${matchForm(part)} `];
  return short.trim() !== "" && long.includes(short);
}
