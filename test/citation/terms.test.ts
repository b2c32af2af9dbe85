import { describe, expect, it } from "vitest";
import { sameSeries } from "../../src/citation/terms.ts";

const CENTRAL = { suffix: "TW", isState: false };
const LOCAL = { suffix: "TU", isState: false };
const STATE = { suffix: "CP", isState: true };

describe("sameSeries", () => {
  it.each<
    [a: string, b: string, numbering: { suffix: string | null; isState: boolean }, expected: boolean, reason: string]
  >([
    ["2022-08-05", "2022-02-08", CENTRAL, true, "one term of the Central Committee"],
    ["2017-10-25", "2022-06-16", CENTRAL, false, "18-NQ/TW of two terms"],
    ["2021-01-24", "2021-01-25", CENTRAL, false, "the day the congress opens begins a term"],
    ["2026-01-09", "2026-02-25", CENTRAL, false, "399-QĐ/TW and what came after the XIV congress"],
    ["1980-01-01", "1981-01-01", CENTRAL, false, "before the terms that are known"],
    ["1980-01-01", "1980-01-01", CENTRAL, true, "the same day"],
    ["2016-05-16", "2018-05-17", LOCAL, true, "between two local congresses"],
    ["2014-12-01", "2016-01-01", LOCAL, false, "two local terms"],
    ["2015-06-01", "2015-07-01", LOCAL, false, "months of congresses belong to no term for sure"],
    ["2020-12-01", "2021-02-01", LOCAL, true, "a local term runs over the national congress"],
    ["2020-01-01", "2020-12-31", STATE, true, "numbers of the state: one year"],
    ["2020-12-31", "2021-01-01", STATE, false, "numbers of the state: two years"],
    [
      "2020-01-01",
      "2020-02-01",
      { suffix: null, isState: false },
      true,
      "nothing known of the issuer: as a local body",
    ],
  ])("%s and %s", (a, b, numbering, expected) => {
    expect([sameSeries(a, b, numbering), sameSeries(b, a, numbering)]).toEqual([expected, expected]);
  });
});
