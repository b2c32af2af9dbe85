import { compareIssuers, issuersOfSuffix } from "./issuers.ts";

/** Whether the body signs with the suffix; `undefined` where nothing is known of the suffix. */
export function signsWith(issuer: string, suffix: string | null): boolean | undefined {
  const signers = suffix === null ? [] : issuersOfSuffix(suffix);
  if (signers.length === 0) return undefined;
  return signers.some((signer) => compareIssuers(signer, issuer) !== "different");
}
