import type { Answer, Choice, Citation } from "../../src/core/answer.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import type { Passage } from "../../src/core/passage.ts";

export type Answered = Extract<Answer, { kind: "answered" }>;
export type Which = Extract<Answer, { kind: "which" }>;
export type NoEvidence = Extract<Answer, { kind: "no-evidence" }>;

const common = {
  language: "vi",
  understoodAs: null,
  followsOn: null,
  topic: null,
  timings: { embedMs: 0, searchMs: 0, composeMs: 0, totalMs: 0 },
} as const;

export function directiveHead(facts: Partial<DirectiveHead> = {}): DirectiveHead {
  return {
    id: "qd-213",
    file: "qd-213.md",
    kind: "Quy định",
    number: "213-QĐ/TW",
    title: "Về trách nhiệm của đảng viên nơi cư trú",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    status: "unknown",
    successor: null,
    isDigest: false,
    source: null,
    access: null,
    ...facts,
  };
}

export function citation(
  marker: number,
  quote: string,
  {
    directive = {},
    passage = {},
    uncertain = [],
  }: { directive?: Partial<DirectiveHead>; passage?: Partial<Passage>; uncertain?: Citation["uncertain"] } = {},
): Citation {
  const span = { start: 0, end: quote.length };
  return {
    marker,
    quote,
    span,
    passage: {
      id: `qd-213#${marker}`,
      directiveId: "qd-213",
      path: ["Điều 2", "khoản 1"],
      page: null,
      span,
      text: quote,
      ...passage,
    },
    directive: directiveHead(directive),
    uncertain,
  };
}

export function answered(text: string, citations: Answered["citations"], facts: Partial<Answered> = {}): Answered {
  return { ...common, kind: "answered", text, citations, composer: "extractive", fallback: null, ...facts };
}

export function choice(number: string, facts: Partial<Choice> = {}): Choice {
  return {
    number,
    kind: "Nghị quyết",
    serial: number.split("-")[0] ?? number,
    issuer: null,
    issuedOn: null,
    title: null,
    question: `Nghị quyết số ${number} nói gì?`,
    ...facts,
  };
}

export function which(text: string, choices: Which["choices"]): Which {
  return { ...common, kind: "which", text, choices };
}

export function noEvidence(text: string, facts: Partial<NoEvidence> = {}): NoEvidence {
  return { ...common, kind: "no-evidence", text, reason: "not-covered", nearest: [], ...facts };
}

export const QUOTE = "Đảng viên giữ mối liên hệ với chi uỷ nơi cư trú.";
export const ANSWER = answered("Giữ liên hệ với chi uỷ nơi cư trú [1].", [citation(1, QUOTE)]);
