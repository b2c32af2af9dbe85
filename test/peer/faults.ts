import type { Fields } from "./refusal.ts";

/** What a call meets instead of being answered as usual. */
export type Fault =
  | { readonly kind: "too-many-requests"; readonly retryAfter: number }
  | { readonly kind: "server-error" }
  | { readonly kind: "blocked" }
  /** The connection breaks and nothing was done. */
  | { readonly kind: "reset-before-applying" }
  /** The call is carried out, but its answer is lost: what makes duplicates of those who try again. */
  | { readonly kind: "reset-after-applying" }
  /** The call is carried out, and answered late. */
  | { readonly kind: "slow"; readonly durationMs: number };

/** A call as it arrived, with its fields; reading a file is the method "download". */
export interface Call {
  readonly method: string;
  readonly fields: Fields;
}

/** Which fault a call meets, if any. */
export type FaultRule = (call: Call) => Fault | undefined;

interface PlannedFault {
  readonly fault: Fault;
  readonly method: string | undefined;
}

/** Faults that are planned for calls to come. */
export function createFaults() {
  const planned: PlannedFault[] = [];
  const rules = new Set<FaultRule>();
  return {
    /** The next call, or the next call of `method`, meets `fault`; several calls in the order of planning. */
    failNext(fault: Fault, method?: string, times = 1): void {
      for (const _ of Array.from({ length: times })) planned.push({ fault, method });
    },
    /** Every call is shown to `rule`; what is returned takes the rule away. */
    failWhen(rule: FaultRule): () => void {
      rules.add(rule);
      return () => void rules.delete(rule);
    },
    take(call: Call): Fault | undefined {
      const at = planned.findIndex(({ method }) => method === undefined || method === call.method);
      const [next] = at < 0 ? [] : planned.splice(at, 1);
      if (next) return next.fault;
      for (const rule of rules) {
        const fault = rule(call);
        if (fault) return fault;
      }
      return undefined;
    },
  };
}
