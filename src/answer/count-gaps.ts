import type { Ask } from "../core/answer.ts";
import type { Gaps } from "../core/gaps.ts";

interface Counting {
  readonly gaps: Pick<Gaps, "note">;
  readonly now: () => number;
  /** A gap that could not be counted is no reason to answer nothing. */
  readonly onFailure: (error: unknown) => void;
}

/** Asks as before, and counts what found no evidence; what says nothing, or asks an empty library, shows no gap. */
export function countGaps(ask: Ask, { gaps, now, onFailure }: Counting): Ask {
  return async (question, options) => {
    const answer = await ask(question, options);
    if (answer.kind !== "no-evidence") return answer;
    const { reason, followsOn, understoodAs } = answer;
    if (reason === "empty-question" || reason === "empty-library") return answer;
    await gaps.note(followsOn ?? understoodAs ?? question, reason, now()).catch(onFailure);
    return answer;
  };
}
