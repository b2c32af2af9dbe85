import { z } from "@hono/zod-openapi";
import { isoDate, nullableText, question, span, status, uncertainWordsSchema } from "./schemas.ts";

/** Longest draft that is checked, in characters. */
export const MAX_DRAFT_LENGTH = 200_000;

const evidenceSchema = z
  .object({
    documentId: z.string(),
    passageId: z.string(),
    quote: z.string().openapi({ description: "Verbatim: the document's text at `span`" }),
    span,
    uncertain: uncertainWordsSchema,
  })
  .openapi("Evidence");

const relationSchema = z
  .object({
    type: z.enum([
      "supersedes",
      "superseded-by",
      "orders-replacement-of",
      "replacement-ordered-by",
      "amends",
      "amended-by",
      "supplements",
      "supplemented-by",
      "repeals",
      "repealed-by",
      "guides",
      "guided-by",
      "implements",
      "implemented-by",
      "issues",
      "issued-with",
    ]),
    number: z.string().openapi({ description: "Of the other document, or as much of its name as is known" }),
    issuedOn: isoDate,
    evidence: evidenceSchema,
  })
  .openapi("Relation");

const contradictionSchema = z
  .object({
    field: z.enum(["kind", "issuer", "issuedOn", "title"]),
    values: z
      .array(
        z.object({
          value: z.string(),
          evidence: z.array(evidenceSchema).openapi({ description: "Empty where the document's own head says it" }),
        }),
      )
      .min(2),
  })
  .openapi("Contradiction");

const facts = {
  number: nullableText,
  kind: nullableText,
  title: nullableText,
  issuer: nullableText,
  issuedOn: isoDate,
};

const candidateSchema = z
  .object({
    ...facts,
    status,
    held: z.boolean().openapi({ description: "Whether the library has its text; otherwise only `mentions`" }),
    relations: z.array(relationSchema),
    mentions: z.array(evidenceSchema),
    documentId: nullableText.openapi({ description: "Of the text held" }),
    isDigest: z.boolean().openapi({ description: "The text held is a summary, not the wording of the document" }),
    citation: z.string().openapi({ example: "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị" }),
    shortCitation: z.string().openapi({ example: "Quy định 213-QĐ/TW" }),
    standing: z
      // `.nullable()` of a named schema would lose its null, or give it to every use of the name.
      .object({ status, by: z.union([relationSchema, z.null()]), since: isoDate })
      .openapi("Standing", { description: "As far as the library shows; on the day of `asOf` where that is given" }),
    contradictions: z.array(contradictionSchema),
  })
  .openapi("CiteCandidate");
export const citeSchema = z
  .object({ query: z.string(), candidates: z.array(candidateSchema) })
  .openapi("CiteResult", { description: "No candidate: not in this library, which is not `does not exist`" });

const checkedSchema = z
  .object({
    text: z.string(),
    span,
    number: nullableText,
    verdict: z.enum(["verified", "mismatch", "superseded", "unknown", "ambiguous"]),
    problems: z.array(
      z
        .object({
          field: z.enum(["number", "kind", "issuedOn", "issuer", "title", "status", "place"]),
          found: z.string().openapi({ description: "As the draft has it" }),
          expected: nullableText.openapi({ description: "As the library has it" }),
          message: z.string(),
          evidence: z.array(evidenceSchema),
        })
        .openapi("CitationProblem"),
    ),
    suggestion: nullableText.openapi({ description: "How the citation should read, where the library can tell" }),
    status: status.nullable().openapi({ description: "Of the document, where it is one" }),
    candidates: z.array(z.object({ ...facts, status, held: z.boolean() }).openapi("KnownDocument")),
  })
  .openapi("CheckedCitation");
export const checkSchema = z
  .object({
    text: z.string().openapi({ description: "Canonical text of the draft; the spans of `citations` point into it" }),
    citations: z.array(checkedSchema),
  })
  .openapi("CheckResult");

export const citeBodySchema = z
  .object({
    text: question,
    asOf: z.iso.date().optional().openapi({ description: "Asks for the standing on that day", example: "2020-01-02" }),
  })
  .openapi("CiteRequest");
export const checkBodySchema = z.object({ text: z.string().max(MAX_DRAFT_LENGTH) }).openapi("CheckRequest");

export type CiteJson = z.infer<typeof citeSchema>;
export type CheckJson = z.infer<typeof checkSchema>;
