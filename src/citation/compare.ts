import type { Problem } from "../core/check.ts";
import type { Fact } from "../core/cite.ts";
import type { DocumentReference } from "../core/reference.ts";
import { fold, matchForm } from "../core/text.ts";
import { isoDate, printedDate } from "./dates.ts";
import type { FoundReference } from "./find.ts";
import { compareIssuers, issuersOfSuffix } from "./issuers.ts";
import { KINDS } from "./kinds.ts";
import type { Known } from "./known.ts";
import { readIssuer } from "./read-issuer.ts";
import { titleOverlap } from "./titles.ts";

/** A citation in its draft. */
export interface Cited {
  readonly text: string;
  readonly cited: FoundReference;
}

// Titles are cited in part and in other words; below this share of common words it is another title, and above the
// second, with so many words, it is surely this one.
const OTHER_TITLE = 0.4;
const SAME_TITLE = 0.8;
const TELLING_WORDS = 5;

/** What the citation says otherwise than the library, with the right value. */
export function compareWith(draft: Cited, { document, entry }: Known): Problem[] {
  const { reference } = draft.cited;
  const { facts } = entry;
  const name = entry.shortCitation;
  const problems: Problem[] = [];
  const differs = (field: keyof typeof facts, isSame: (value: string) => boolean, shown = (value: string) => value) => {
    const found = reference[field];
    const values = facts[field];
    if (found === null || values.length === 0 || values.some(({ value }) => isSame(value))) return;
    problems.push(problem(field, shown(found), values, { name, shown }));
  };

  const other = otherNumber(reference, document.reference);
  if (other) problems.push({ ...other, evidence: entry.mentions.slice(0, 1) });
  const word = wordOfKind(draft, entry.kind);
  if (word) problems.push({ ...word, evidence: evidenceOf(facts.kind) });
  else differs("kind", (value) => value === reference.kind);
  const unreal = unrealDate(draft);
  if (unreal) problems.push(unreal);
  differs("issuedOn", (value) => value === reference.issuedOn, printedDate);
  const foreign = foreignIssuer(draft);
  if (foreign) problems.push(problem("issuer", foreign, facts.issuer, { name, shown: String }));
  else differs("issuer", (value) => compareIssuers(value, reference.issuer ?? "") !== "different");
  differs("title", (value) => titleOverlap(value, reference.title ?? "") >= OTHER_TITLE);
  return problems;
}

/** Whether the rest of a citation describes that document, whatever its number: the same day of issue, or its title. */
export function identifies(reference: DocumentReference, { entry }: Known): boolean {
  const { issuedOn, issuer, title, kind } = reference;
  const { facts } = entry;
  const isSameDay = issuedOn !== null && facts.issuedOn.some(({ value }) => value === issuedOn);
  const isSameTitle =
    title !== null &&
    title.split(/\s+/).length >= TELLING_WORDS &&
    facts.title.some(
      ({ value }) => value.split(/\s+/).length >= TELLING_WORDS && titleOverlap(value, title) >= SAME_TITLE,
    );
  const isOtherIssuer =
    issuer !== null &&
    facts.issuer.length > 0 &&
    facts.issuer.every(({ value }) => compareIssuers(value, issuer) === "different");
  const isOtherKind = kind !== null && entry.kind !== null && kind !== entry.kind;
  return isSameTitle || (isSameDay && !isOtherIssuer && (!isOtherKind || sameSerial(reference, entry.number)));
}

/** A word that is not the kind of the number behind it: "Chỉ thị số 213-QĐ/TW". */
export function wordOfKind({ text, cited }: Cited, expected: string | null = null): Problem | undefined {
  const { reference, span } = cited;
  const printed = matchForm(text.slice(span.start, span.end));
  const kind = KINDS.find(({ name }) => printed.startsWith(matchForm(name)));
  if (!kind || reference.number === null || reference.symbol === null || kind.symbols.includes(reference.symbol))
    return undefined;
  const fitting = KINDS.filter(({ symbols }) => reference.symbol !== null && symbols.includes(reference.symbol));
  // "Thông báo kết luận số 45-TB/TW": the kind stands before the word that describes it.
  const before = matchForm(text.slice(Math.max(0, span.start - 20), span.start)).trimEnd();
  if (fitting.some(({ name }) => before.endsWith(matchForm(name)))) return undefined;
  const right = expected ?? fitting.map(({ name }) => name).join(" / ");
  return {
    field: "kind",
    found: kind.name,
    expected: right,
    message: `Số ${reference.number} là số của ${right}, không phải ${kind.name}.`,
    evidence: [],
  };
}

function otherNumber(reference: DocumentReference, known: DocumentReference): Omit<Problem, "evidence"> | undefined {
  if (known.number === null || reference.number === null || reference.number === known.number) return undefined;
  if (reference.serial === known.serial && reference.suffix === known.suffix) return undefined;
  const message = `Số đúng theo thư viện là ${known.number}.`;
  return { field: "number", found: reference.number, expected: known.number, message };
}

// What a body does with another's document: "kết quả thực hiện Nghị quyết 18-NQ/TW của Tỉnh ủy".
const CARRIED_OUT =
  /(?:thuc hien|trien khai|quan triet|cu the hoa|van dung|hoc tap|so ket|tong ket|thi hanh|chap hanh)(?:\s[a-z]+){0,4}\s*$/;

/** A body behind the number that does not sign with its suffix, where nothing says that it carries the document out. */
function foreignIssuer({ text, cited: { reference, span } }: Cited): string | null {
  const { suffix, issuer } = reference;
  if (issuer !== null || suffix === null) return null;
  const link = /^\s{1,3}của\s{1,3}/u.exec(text.slice(span.end, span.end + 10))?.[0];
  if (link === undefined || CARRIED_OUT.test(fold(text.slice(Math.max(0, span.start - 60), span.start)))) return null;
  const behind = text.slice(span.end + link.length, span.end + link.length + 120);
  const read = readIssuer(behind, fold(behind), 0);
  const signers = issuersOfSuffix(suffix);
  const isOther =
    read?.body && signers.length > 0 && signers.every((signer) => compareIssuers(signer, read.name) === "different");
  return isOther ? read.name : null;
}

/** `ngày 31/02/2020` behind the number is read as no date, and is a mistake all the same. */
function unrealDate({ text, cited }: Cited): Problem | undefined {
  const behind = text.slice(cited.span.end, cited.span.end + 40);
  const [printed = "", day = "", month = "", year = ""] =
    /^[\s,(]*ngày\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u.exec(behind) ?? [];
  if (printed === "" || isoDate(day, month, year) !== null) return undefined;
  const found = `${day}/${month}/${year}`;
  return { field: "issuedOn", found, expected: null, message: `${found} không phải là ngày có thật.`, evidence: [] };
}

const NAMES: Readonly<Record<"kind" | "issuer" | "issuedOn" | "title", string>> = {
  kind: "Loại văn bản",
  issuer: "Cơ quan ban hành",
  issuedOn: "Ngày ban hành",
  title: "Trích yếu",
};

function problem(
  field: keyof typeof NAMES,
  found: string,
  values: readonly Fact[],
  { name, shown }: { readonly name: string; readonly shown: (value: string) => string },
): Problem {
  const expected = values.map(({ value }) => shown(value)).join(" / ");
  const message = `${NAMES[field]} của ${name} theo thư viện là ${expected}, không phải ${found}.`;
  return { field, found, expected, message, evidence: evidenceOf(values) };
}

function evidenceOf(values: readonly Fact[]) {
  return values.flatMap(({ evidence }) => evidence.slice(0, 1));
}

function sameSerial({ serial }: DocumentReference, number: string | null): boolean {
  return number?.replace(/^0+/, "").startsWith(`${serial}-`) ?? false;
}
