import { describe, expect, it } from "vitest";
import { formsOfPeriod, periodsIn } from "../../src/answer/periods.ts";

describe("periodsIn", () => {
  it.each<[string, string[]]>([
    ["Tháng 12/2019 có gì?", ["Tháng 12"]],
    ["thang 9 nam 2018 ket nap bao nhieu", ["thang 9"]],
    ["Quý III-2022 có nhiệm vụ nào?", ["Quý III"]],
    ["quy 1 nam 2022", ["quy 1"]],
    ["What was done in November 2019?", ["in November"]],
    ["What happened in the third quarter?", ["third quarter"]],
    ["How was the third-quarter 2022 meeting held?", ["third-quarter"]],
    ["How was the Q1 2022 briefing held?", ["Q1 2022"]],
    ["Đảng bộ Q1 có bao nhiêu chi bộ?", []],
    ["Trong 9 tháng đầu năm 2018, quy định và quy chế nào có?", []],
    ["May the party committee decide?", []],
  ])("finds in %j what must be there", (question, periods) => {
    expect(periodsIn(question)).toEqual(periods);
  });
});

describe("formsOfPeriod", () => {
  it.each<[string, string]>([
    ["tháng 12", "trong thang 12-2019"],
    ["tháng 9", "9 thang dau nam 2018"],
    ["tháng 9", "chin thang dau nam 2018"],
    ["in november", "ngay 09/11/2019"],
    ["tháng 2", "tu 02/2022"],
    ["quý III", "quy 3 nam 2022"],
    ["first quarter", "quy i-2022"],
  ])("says %j in %j", (period, text) => {
    expect(formsOfPeriod(period)?.test(text)).toBe(true);
  });

  it.each<[string, string]>([
    ["tháng 12", "thang 1 va thang 2"],
    ["tháng 1", "ngay 11/11/2019"],
    ["quý III", "quy ii-2022"],
    ["Q1 2022", "quy iv"],
  ])("does not say %j in %j", (period, text) => {
    expect(formsOfPeriod(period)?.test(text)).toBe(false);
  });

  it("is of periods only", () => expect(formsOfPeriod("Hà Tĩnh")).toBeUndefined());
});
