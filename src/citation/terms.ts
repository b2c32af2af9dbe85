// Party numbers begin again with 01 for each kind at every committee's term (Quy định 399-QĐ/TW), so two dates of one
// number in one term are one document and a mistake; in two terms they are two documents.

// Opening days of the national congresses VI to XIV.
const CONGRESSES = [
  "1986-12-15",
  "1991-06-24",
  "1996-06-28",
  "2001-04-19",
  "2006-04-18",
  "2011-01-12",
  "2016-01-20",
  "2021-01-25",
  "2026-01-19",
] as const;

/**
 * Whether documents of one number with these ISO dates come from one series of numbers. `suffix` is that of the number,
 * `isState` whether it is of the state, whose numbers begin again every year.
 */
export function sameSeries(
  a: string,
  b: string,
  { suffix, isState }: { suffix: string | null; isState: boolean },
): boolean {
  if (a === b) return true;
  if (isState) return a.slice(0, 4) === b.slice(0, 4);
  const isCentral = suffix?.endsWith("TW") ?? false;
  const term = isCentral ? centralTerm : localTerm;
  return term(a) !== null && term(a) === term(b);
}

function centralTerm(date: string): number | null {
  const term = CONGRESSES.findLastIndex((opening) => opening <= date);
  return term === -1 ? null : term;
}

/** Local congresses are held from spring to autumn of 2015, 2020, 2025 …: these months belong to no term for sure. */
function localTerm(date: string): number | null {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [april, november] = [3, 10];
  const month = months % 60;
  return april <= month && month < november ? null : Math.floor((months - november) / 60);
}
