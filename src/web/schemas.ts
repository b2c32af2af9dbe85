import { z } from "@hono/zod-openapi";

/** Longest question, search or citation text, in characters; Telegram's message limit. */
export const MAX_QUESTION_LENGTH = 4096;
/** Most passages that one search returns. */
const MAX_HITS = 100;

export const question = z.string().trim().min(1).max(MAX_QUESTION_LENGTH);
export const nullableText = z.string().nullable();
export const isoDate = nullableText.openapi({ description: "ISO date", example: "2020-01-02" });
const path = z.array(z.string()).openapi({ description: "Outermost first", example: ["Điều 1", "khoản 2"] });
const page = z.int().min(1).nullable();
export const status = z.enum(["unknown", "in-force", "superseded", "replacement-ordered"]);

export const span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .openapi("Span", { description: "Half-open range of UTF-16 offsets into the document's text" });

export const uncertainWordsSchema = z
  .array(z.object({ text: z.string(), span, isFigure: z.boolean() }).openapi("UncertainWords"))
  .openapi({
    description: "Words that character recognition is not sure of; figures have to be checked against the original",
  });

const documentFields = {
  id: z.string(),
  file: z.string().openapi({ description: "Base name of the ingested file" }),
  kind: nullableText,
  number: nullableText,
  title: z.string(),
  issuer: nullableText,
  issuedOn: isoDate,
  status,
};
const documentSchema = z.object(documentFields).openapi("Document");

const hitSchema = z
  .object({
    passageId: z.string(),
    path,
    page,
    score: z.number(),
    text: z.string(),
    span,
    uncertain: uncertainWordsSchema.optional(),
    document: documentSchema,
  })
  .openapi("Hit");
export const hitsSchema = z.object({ hits: z.array(hitSchema) }).openapi("Hits", { description: "Best first" });

const citationSchema = z
  .object({
    marker: z.int().min(1),
    quote: z.string().openapi({ description: "Verbatim: the document's text at `span`" }),
    passageId: z.string(),
    span,
    path,
    page,
    uncertain: uncertainWordsSchema,
    document: documentSchema,
  })
  .openapi("Citation");

const choiceSchema = z
  .object({
    number: nullableText,
    kind: nullableText,
    serial: z.string(),
    issuer: nullableText,
    issuedOn: isoDate,
    title: nullableText,
    question: z.string().openapi({ description: "Ask this to mean this document" }),
  })
  .openapi("Choice");

const common = {
  text: z.string(),
  language: z.enum(["vi", "en"]),
  understoodAs: nullableText,
  followsOn: nullableText.openapi({
    description: "The question as it reads by itself, where it was understood from the ones before",
  }),
  timings: z
    .object({ embedMs: z.number(), searchMs: z.number(), composeMs: z.number(), totalMs: z.number() })
    .openapi("Timings"),
};
export const answerSchema = z
  .discriminatedUnion("kind", [
    z
      .object({
        kind: z.literal("answered"),
        ...common,
        citations: z.array(citationSchema).min(1),
        composer: z.enum(["extractive", "llm"]),
        fallback: z.enum(["llm-failed", "llm-unverified", "llm-found-nothing", "llm-budget"]).nullable(),
      })
      .openapi("Answered"),
    z.object({ kind: z.literal("which"), ...common, choices: z.array(choiceSchema).min(2) }).openapi("Which"),
    z
      .object({
        kind: z.literal("no-evidence"),
        ...common,
        reason: z.enum(["empty-question", "empty-library", "unknown-document", "no-passage", "not-covered"]),
        nearest: z.array(hitSchema),
      })
      .openapi("NoEvidence"),
  ])
  .openapi("Answer");

const sourceSchema = z
  .object({ publisher: nullableText, title: nullableText, date: isoDate, url: nullableText })
  .openapi("Source");
const registerStatus = status.openapi({ description: "As far as the texts of the library show" });
const registerFields = {
  ...documentFields,
  status: registerStatus,
  successor: nullableText.openapi({ description: "Number of what superseded this document, where its own file says" }),
  isDigest: z.boolean().openapi({ description: "A summary, not the wording of the document itself" }),
  source: sourceSchema.nullable(),
};
const mentionedSchema = z
  .object({
    number: nullableText,
    kind: nullableText,
    title: nullableText,
    issuer: nullableText,
    issuedOn: isoDate,
    status: registerStatus,
    citation: z.string().openapi({ example: "Quy định số 680-QĐ/TU, ngày 16/05/2018" }),
    mentions: z.int().min(1).openapi({ description: "How often texts of the library name it" }),
  })
  .openapi("MentionedDocument");
export const registerSchema = z
  .object({
    documents: z.array(z.object(registerFields).openapi("RegisterEntry")),
    mentioned: z.array(mentionedSchema).openapi({ description: "Not held: known from other documents only" }),
  })
  .openapi("Register");
export const fullDocumentSchema = z
  .object({
    ...registerFields,
    text: z.string().openapi({ description: "Canonical text; every span points into it" }),
    uncertain: uncertainWordsSchema,
    passages: z.array(z.object({ passageId: z.string(), path, page, span })),
  })
  .openapi("FullDocument");

export const readinessSchema = z
  .object({
    ready: z.boolean(),
    documents: z.int(),
    passages: z.int(),
    search: z.object({ number: z.boolean(), words: z.boolean(), meaning: z.boolean() }),
    embeddingModel: nullableText,
    llm: z.boolean(),
    telegram: z.enum(["off", "polling", "webhook"]),
    problem: nullableText,
  })
  .openapi("Readiness");

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "What to do about it" }),
  })
  .openapi("Problem", { description: "RFC 9457" });

export const askBodySchema = z.object({ question, lang: z.enum(["vi", "en"]).optional() }).openapi("AskRequest");
export const searchQuerySchema = z.object({
  q: question,
  k: z.coerce.number<string>().int().min(1).max(MAX_HITS).default(10),
});

export type DocumentJson = z.infer<typeof documentSchema>;
export type HitJson = z.infer<typeof hitSchema>;
export type HitsJson = z.infer<typeof hitsSchema>;
export type AnswerJson = z.infer<typeof answerSchema>;
export type RegisterJson = z.infer<typeof registerSchema>;
export type FullDocumentJson = z.infer<typeof fullDocumentSchema>;
