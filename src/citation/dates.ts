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
