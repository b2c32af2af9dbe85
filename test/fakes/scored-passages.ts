import type { DirectiveHead } from "../../src/core/directive.ts";
import type { ScoredPassage } from "../../src/core/passage.ts";
import { normalise } from "../../src/core/text.ts";

/** The passages of one directive whose canonical text is `texts` joined by an empty line. */
export function scoredPassages(texts: readonly string[], head: Partial<DirectiveHead> = {}): ScoredPassage[] {
  const directive: DirectiveHead = {
    id: "d1",
    file: "quy-dinh-213.md",
    kind: "Quy định",
    number: "213-QĐ/TW",
    title: "Quy định về đảng viên ở nơi cư trú",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    status: "unknown",
    successor: null,
    isDigest: false,
    source: null,
    access: null,
    ...head,
  };
  const canonical = texts.map(normalise);
  return canonical.map((text, index) => {
    const start = canonical.slice(0, index).reduce((sum, { length }) => sum + length + 2, 0);
    const id = `${directive.id}-p${index + 1}`;
    const span = { start, end: start + text.length };
    const passage = { id, directiveId: directive.id, path: [`Điều ${index + 1}`], page: null, span, text };
    return { passage, directive, score: 1 / (index + 1), near: [] };
  });
}
