import type { Check, CheckedCitation, Problem } from "../core/check.ts";
import type { PassageStore } from "../core/ports.ts";
import { agreesButForDate, type DocumentReference, OPEN } from "../core/reference.ts";
import type { StatedRelation } from "../core/relation.ts";
import { normalise } from "../core/text.ts";
import { findAntecedents } from "./antecedents.ts";
import { type Cited, compareWith, identifies, wordOfKind } from "./compare.ts";
import { type FoundReference, findReferences } from "./find.ts";
import { type Known, knownUnder } from "./known.ts";
import { findPinpoints, type Pinpoint } from "./pinpoints.ts";
import { findRelations } from "./relations.ts";
import { findSimilar } from "./similar.ts";

/** What is to be said about a citation. */
type Finding = Pick<CheckedCitation, "verdict" | "problems" | "suggestion" | "candidates">;

/** Finds every citation of a draft and compares what it says with what the library shows. */
export function createCheck(store: PassageStore): Check {
  return async (draft) => {
    const text = normalise(draft);
    const numbered = findReferences(text);
    const found = withAliases(text, numbered);
    const pinpoints = findPinpoints(text, found);
    const relations = findRelations(text, numbered, null);
    const similar = remember((key: string) => {
      const [serial = "", issuedOn = "", title = ""] = key.split("|");
      return findSimilar({ serial, issuedOn: issuedOn || null, title: title || null }, store);
    });
    const lookUp = remember((key: string) => {
      const [serial = "", name = ""] = key.split("|");
      return knownUnder({ ...OPEN, serial, name: name || null }, store);
    });
    const citations: CheckedCitation[] = [];
    for (const cited of found) {
      const { span } = cited;
      const known = await lookUp(
        `${cited.reference.serial}|${cited.reference.serial ? "" : (cited.reference.name ?? "")}`,
      );
      const finding = await judge({ text, cited, found, relations }, known, ({ serial, issuedOn, title }) =>
        similar([serial, issuedOn ?? "", title ?? ""].join("|")),
      );
      const places = pinpoints.filter(({ of }) => of === cited);
      const placed = await withPlaces(finding, places, store);
      citations.push({ text: text.slice(span.start, span.end), span, number: cited.reference.number, ...placed });
    }
    return { text, citations };
  };
}

/** With the later uses of names that the draft itself defines: "sau đây gọi tắt là …". */
function withAliases(text: string, references: readonly FoundReference[]): FoundReference[] {
  const aliases = findAntecedents(text, references, null).filter(
    ({ form, span }) =>
      form === "alias" && !references.some((other) => other.span.start < span.end && span.start < other.span.end),
  );
  return [...references, ...aliases].sort((a, b) => a.span.start - b.span.start);
}

/** A whole text shows which articles it has; a digest does not. */
async function withPlaces(finding: Finding, places: readonly Pinpoint[], store: PassageStore): Promise<Finding> {
  const [document, another] = finding.candidates;
  if (places.length === 0 || !document?.documentId || another || document.isDigest) return finding;
  const paths = (await store.passagesOf(document.documentId)).map(({ path }) => path);
  const articles = new Set(paths.flat().filter((label) => /^Điều \d+$/.test(label)));
  const missing = places.flatMap(({ path }) =>
    path.filter((label) => /^Điều \d+$/.test(label) && !articles.has(label)),
  );
  if (articles.size === 0 || missing.length === 0) return finding;
  const problems = [...new Set(missing)].map((found): Problem => {
    const message = `${document.shortCitation} trong thư viện không có ${found}.`;
    return { field: "place", found, expected: null, message, evidence: [] };
  });
  return {
    ...finding,
    verdict: finding.verdict === "verified" ? "mismatch" : finding.verdict,
    problems: [...finding.problems, ...problems],
  };
}

/** A citation among the others of its draft. */
interface InDraft extends Cited {
  readonly found: readonly FoundReference[];
  readonly relations: readonly StatedRelation[];
}

type Similar = (reference: DocumentReference) => Promise<Known[]>;

async function judge(draft: InDraft, known: readonly Known[], similarTo: Similar): Promise<Finding> {
  const reference = inDraft(draft);
  const fitting = known.filter(({ document }) => agreesButForDate(document.reference, reference));
  const compared = fitting.map((each) => ({ each, problems: compareWith(draft, each) }));
  const right = compared.filter(({ problems }) => problems.length === 0);
  const [only, another] = right;
  if (only && !another) return soundOrSuperseded(draft, only.each);
  if (only)
    return { verdict: "ambiguous", problems: [], suggestion: null, candidates: right.map(({ each }) => each.entry) };

  // Another number, kind or issuer of a document that the rest of the citation describes.
  const others = [...known.filter((each) => !fitting.includes(each)), ...(await similarTo(draft.cited.reference))];
  const meant = others.filter((each) => identifies(draft.cited.reference, each));
  // Where both a number and another fact may be the mistake, the number is trusted: the sort is stable.
  const [closest] = [...compared, ...meant.map((each) => ({ each, problems: compareWith(draft, each) }))].toSorted(
    (a, b) => a.problems.length - b.problems.length,
  );
  if (closest) {
    const { entry } = closest.each;
    return { verdict: "mismatch", problems: closest.problems, suggestion: entry.citation, candidates: [entry] };
  }
  const word = wordOfKind(draft);
  return {
    verdict: word ? "mismatch" : "unknown",
    problems: word ? [word] : [],
    suggestion: null,
    candidates: others.map(({ entry }) => entry).slice(0, 5),
  };
}

function soundOrSuperseded({ text, cited, relations }: InDraft, { document, entry }: Known): Finding {
  const printed = text.slice(cited.span.start, cited.span.end);
  const { number } = entry;
  const suggestion =
    number === null || cited.reference.number === null || printed.includes(number) ? null : entry.shortCitation;
  // A draft that says so itself needs no telling.
  const isTold = relations.some(
    ({ type, to }) => (type === "replaces" || type === "repeals") && to.span === cited.span,
  );
  if (entry.standing.status !== "superseded" || isTold)
    return { verdict: "verified", problems: [], suggestion, candidates: [entry] };
  const successor = entry.standing.by?.number ?? document.held[0]?.successor ?? null;
  const problem: Problem = {
    field: "status",
    found: entry.shortCitation,
    expected: successor,
    message: `${entry.shortCitation} đã được thay thế${successor ? ` bởi ${successor}` : ""}.`,
    evidence: entry.standing.by ? [entry.standing.by.evidence] : [],
  };
  return { verdict: "superseded", problems: [problem], suggestion: successor, candidates: [entry] };
}

/** A short form means the document that the draft names in full, where there is only one. */
function inDraft({ cited: { reference }, found }: InDraft): DocumentReference {
  if (reference.suffix !== null || reference.serial === "") return reference;
  const fuller = found.filter(
    (other) => other.reference.number !== null && agreesButForDate(other.reference, reference),
  );
  const numbers = new Set(fuller.map((other) => other.reference.number));
  const [full] = fuller;
  return full && numbers.size === 1
    ? { ...reference, suffix: full.reference.suffix, number: full.reference.number }
    : reference;
}

function remember<T>(work: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const done = new Map<string, Promise<T>>();
  return (key) => {
    const known = done.get(key) ?? work(key);
    done.set(key, known);
    return known;
  };
}
