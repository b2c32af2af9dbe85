import { fold } from "../core/text.ts";
import { issuersOfSuffix } from "./issuers.ts";
import { KIND_WORD } from "./patterns.ts";
import { readIssuer } from "./read-issuer.ts";

const TERM = /^(?: kh(?:óa|oá) [IVX]{1,5})?$/u;

/**
 * The issuer at the end of a title: "về những điều đảng viên không được làm của Bộ Chính trị". A title that speaks of a
 * document ("về Quy chế làm việc của Bộ Chính trị") may mean its issuer.
 */
export function issuerInTitle(title: string, suffix: string | null): { at: number; name: string } | undefined {
  const at = title.lastIndexOf(" của ");
  if (at === -1 || suffix === null) return undefined;
  const printed = title.slice(at + 5);
  const issuer = readIssuer(printed, fold(printed), 0);
  if (issuer?.body?.rank !== "top" || !TERM.test(printed.slice(issuer.end))) return undefined;
  const isSigner = issuersOfSuffix(suffix).includes(issuer.name);
  return isSigner && !KIND_WORD.test(fold(title.slice(0, at))) ? { at, name: issuer.name } : undefined;
}
