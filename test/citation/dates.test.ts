import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate, printedDate, readDate } from "../../src/citation/dates.ts";

describe("isoDate", () => {
  it.each<[day: string, month: string, year: string, expected: string | null, reason: string]>([
    ["02", "01", "2020", "2020-01-02", "day before month"],
    ["2", "1", "2020", "2020-01-02", "without zeros"],
    ["31", "12", "1999", "1999-12-31", "the last day of a year"],
    ["29", "2", "2020", "2020-02-29", "a leap year"],
    ["29", "2", "2000", "2000-02-29", "a leap century"],
    ["29", "2", "2019", null, "no leap year"],
    ["31", "4", "2020", null, "April has 30 days"],
    ["0", "1", "2020", null, "no day 0"],
    ["32", "1", "2020", null, "no day 32"],
    ["1", "0", "2020", null, "no month 0"],
    ["1", "13", "2020", null, "no month 13"],
    ["1", "1", "20", null, "a year of two digits"],
    ["1", "1", "1899", null, "before any party document"],
    ["1", "1", "2201", null, "far away"],
    ["", "", "", null, "nothing"],
    ["x", "1", "2020", null, "no number"],
  ])("%s/%s/%s → %s: %s", (day, month, year, expected) => expect(isoDate(day, month, year)).toBe(expected));

  it("reads every day that is printed", () => {
    const day = fc.date({ min: new Date("1930-02-03"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [d = "", m = "", y = ""] = printedDate(iso).split("/");
        expect(isoDate(d, m, y)).toBe(iso);
      }),
    );
  });
});

describe("readDate", () => {
  it.each<[folded: string, expected: string | null | undefined, reason: string]>([
    ["02/01/2020", "2020-01-02", "digits"],
    ["ngay 2-1-2020", "2020-01-02", "with its word"],
    ["ngay 02 thang 01 nam 2020", "2020-01-02", "in words"],
    ["ngay 02 thang 01, 2020", "2020-01-02", "in words, with a comma"],
    ["january 2, 2020", "2020-01-02", "in English"],
    ["2nd january 2020", "2020-01-02", "in English, day first"],
    ["dated sept. 2, 2020", "2020-09-02", "a month of four letters"],
    ["31/02/2020", null, "no such day, but a date"],
    ["01/01/2020 - 31/12/2020", undefined, "a period"],
    ["02/01/20201", undefined, "no year"],
    ["thang 01 nam 2020", undefined, "a month"],
    ["2020", undefined, "a year"],
    ["", undefined, "nothing"],
  ])("%j: %s, %s", (folded, expected) => {
    const date = readDate(folded, 0);
    expect(date?.iso).toBe(expected);
    if (expected) expect(date?.end).toBe(folded.length);
  });
});
