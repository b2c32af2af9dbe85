import { matchAt } from "./patterns.ts";

/** A date as printed in Vietnamese documents (`02/01/2020`, `3-12-2021`, `ngày 02 tháng 01 năm 2020`) as ISO, or `null`. */
export function isoDate(day: string, month: string, year: string): string | null {
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || y > 2200 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return date.toISOString().slice(0, 10);
}

/** `2020-01-02` → `02/01/2020`. */
export function printedDate(iso: string): string {
  return iso.split("-").reverse().join("/");
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(?:${MONTHS.join("|")})[a-z]{0,6}\\.?`;
// Bare digits with a second date behind them are a period: "(01/01/2020 - 31/12/2020)".
const DATE = new RegExp(
  [
    "(?<called>(?:(?:duoc\\s{1,3})?(?:ban\\s{1,3}hanh|ky|issued)\\s{1,3})?(?:ngay|dated|on|of)\\s{1,3}(?:the\\s{1,3})?)?(?:" +
      "(?<day>\\d{1,2})\\s{0,3}[/.\\-–]\\s{0,3}(?<month>\\d{1,2})\\s{0,3}[/.\\-–]\\s{0,3}(?<year>\\d{4})(?!\\d)",
    "(?<d>\\d{1,2})\\s{1,3}thang\\s{1,3}(?<m>\\d{1,2})(?:\\s{1,3}nam|,)?\\s{1,3}(?<y>\\d{4})(?!\\d)",
    `(?<first>${MONTH})\\s{1,3}(?<on>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?<of>\\d{4})(?!\\d)`,
    `(?<eday>\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s{1,3})?(?<emonth>${MONTH}),?\\s{1,3}(?<eyear>\\d{4})(?!\\d))`,
  ].join("|"),
  "y",
);
const PERIOD = /\s{0,3}[-–]\s{0,3}\d/y;

/** A date that stands right at `at` of a folded text; `iso` is `null` for a day that the calendar does not have. */
export function readDate(
  folded: string,
  at: number,
): { readonly iso: string | null; readonly end: number } | undefined {
  const match = matchAt(DATE, folded, at);
  if (!match?.groups) return undefined;
  const end = at + match[0].length;
  const { called, day, month, year, d, m, y, first, on, of, eday, emonth, eyear } = match.groups;
  if (!called && matchAt(PERIOD, folded, end)) return undefined;
  const named = first ?? emonth;
  const monthNumber = month ?? m ?? (named ? String(MONTHS.indexOf(named.slice(0, 3)) + 1) : "");
  return { iso: isoDate(day ?? d ?? on ?? eday ?? "", monthNumber, year ?? y ?? of ?? eyear ?? ""), end };
}
