import { fold } from "../core/text.ts";

/** A line of a `queries.jsonl`; the other fields hold texts and what is known of the right answer. */
export interface EvaluationQuery {
  readonly id: string;
  readonly relevant: readonly string[];
  readonly [field: string]: unknown;
}

/** A way to ask the same questions. */
export interface Form {
  /** Stands in reports, where a later run looks its questions up. */
  readonly name: string;
  readonly label: string;
  /** `undefined` where the question has no text in this form. */
  textOf(query: EvaluationQuery): string | undefined;
}

const KNOWN: readonly (Pick<Form, "name" | "label"> & { readonly field: string; readonly isFolded: boolean })[] = [
  { name: "accented", label: "as written", field: "text", isFolded: false },
  { name: "folded", label: "typed without diacritics", field: "text", isFolded: true },
  { name: "english", label: "in English", field: "text_en", isFolded: false },
];

/** The text of a field, as it stands there or without diacritics. */
export function formOf(field: string, { isFolded }: { readonly isFolded: boolean }): Form {
  const own = isFolded ? `${field}, folded` : field;
  const known = KNOWN.find((form) => form.field === field && form.isFolded === isFolded);
  return {
    name: known?.name ?? own,
    label: known?.label ?? own,
    textOf(query) {
      const text = query[field];
      if (typeof text !== "string") return undefined;
      return isFolded ? fold(text) : text;
    },
  };
}

/** As written, without diacritics, and in English; a form that no question has is left out. */
export function allForms(queries: readonly EvaluationQuery[]): Form[] {
  return KNOWN.map(({ field, isFolded }) => formOf(field, { isFolded })).filter((form) =>
    queries.some((query) => form.textOf(query) !== undefined),
  );
}
