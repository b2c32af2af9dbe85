import type { Citation, Language } from "../core/answer.ts";
import type { PassageStore } from "../core/ports.ts";
import { blanked } from "../core/text.ts";
import { spansWithin, uncertainWords } from "../core/uncertain.ts";
import { findFigures } from "./figures.ts";
import { PHRASES, type Phrases } from "./phrases.ts";
import { unsupported } from "./verify.ts";

/** Text and quotes of an answer, however it came about. */
interface Quoting {
  readonly text: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

// More of them are a poor scan, which the quotes below show.
const MAX_NAMED = 5;

/** The citations with what character recognition is not sure of; the text itself says so of the figures that it gives. */
export async function withUncertain(
  { text, citations: [first, ...rest] }: Quoting,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Quoting> {
  const found = await store.uncertainIn([...new Set([first, ...rest].map(({ directive }) => directive.id))]);
  const flagged = (citation: Citation): Citation => ({
    ...citation,
    uncertain: spansWithin(found.get(citation.directive.id) ?? [], citation.span),
  });
  const citations = [flagged(first), ...rest.map(flagged)] as const;
  const doubted = doubtedFigures(text, citations, language);
  if (doubted.length === 0) return { text, citations };
  const named = doubted.slice(0, MAX_NAMED).map((figure) => `“${figure}”`);
  const list = [...named, ...(doubted.length > MAX_NAMED ? ["…"] : [])].join(", ");
  return { text: `${text}\n${PHRASES[language].uncertainFigures(list)}`, citations };
}

/** What has to be said wherever a quote is shown: a line for the figures, one for the other words, or none. */
export function uncertainLines(
  quoted: Parameters<typeof uncertainWords>[0],
  { figures, words }: Phrases["uncertain"],
): string[] {
  const uncertain = uncertainWords(quoted);
  const listed = (areFigures: boolean) => {
    const some = uncertain.filter(({ isFigure }) => isFigure === areFigures).map(({ text }) => `“${text}”`);
    return [...new Set(some)].join(", ");
  };
  const [someFigures, someWords] = [listed(true), listed(false)];
  return [...(someFigures ? [figures(someFigures)] : []), ...(someWords ? [words(someWords)] : [])];
}

/** Figures of the text that rest on uncertain words: as the quote prints them, or as the text does where it differs. */
function doubtedFigures(text: string, citations: readonly Citation[], language: Language): string[] {
  const words = citations.flatMap(uncertainWords);
  if (words.length === 0) return [];
  const given = new Set(findFigures(text).map((figure) => figure.text));
  const printed = words
    .filter((word) => word.isFigure && findFigures(word.text).some((figure) => given.has(figure.text)))
    .map((word) => word.text);
  // A language model may write them otherwise: nothing bears them out once the uncertain words are gone.
  const foreign = unsupported(text, citations, language);
  const rewritten = unsupported(text, citations.map(withoutUncertain), language).filter(
    (figure) => !foreign.includes(figure) && !printed.some((word) => word.includes(figure) || figure.includes(word)),
  );
  return [...new Set([...printed, ...rewritten])];
}

function withoutUncertain(citation: Citation): { readonly quote: string } {
  const from = citation.span.start;
  const uncertain = uncertainWords(citation).map(({ span: { start, end } }) => ({
    start: start - from,
    end: end - from,
  }));
  return { quote: blanked(citation.quote, uncertain) };
}
