import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import type { DirectiveHead } from "../../src/core/directive.ts";
import { agrees, type DocumentReference, ownReference } from "../../src/core/reference.ts";

function read(text: string): DocumentReference {
  const [found] = findReferences(text);
  if (!found) throw new Error(`"${text}" names no document`);
  return found.reference;
}

const head: DirectiveHead = {
  id: "a",
  file: "a.md",
  kind: "Quy định",
  number: "213-QĐ/TW",
  title: "Về trách nhiệm của đảng viên",
  issuer: "Bộ Chính trị",
  issuedOn: "2020-01-02",
  status: "unknown",
  successor: null,
  isDigest: false,
  source: null,
  access: null,
};

describe("agrees", () => {
  it.each<[a: string, b: string, expected: boolean, reason: string]>([
    ["QĐ 213", "Quy định 213-QĐ/TW", true, "the part fits the whole"],
    ["QĐ 213", "Quyết định 213-QĐ/TW", true, "QĐ stands for both kinds"],
    ["QĐ 18", "Nghị quyết 18-NQ/TW", false, "QĐ does not stand for every kind"],
    ["Quy định 213", "Quyết định 213", false, "two kinds"],
    ["Quy định 213", "213-QĐ/TW", true, "the kind of the number is open"],
    ["Kết luận 213", "213-QĐ/TW", false, "QĐ is no Kết luận"],
    ["08-QĐ/TW", "08-QĐi/TW", true, "both may be a Quy định"],
    ["Quyết định 08-QĐ/TW", "08-QĐi/TW", false, "QĐi is a Quy định"],
    ["213-QĐ/TW", "214-QĐ/TW", false, "two numbers"],
    ["213-QĐ/TW", "213-QĐ/TU", false, "two issuers"],
    ["15-NQ/TƯ", "15-NQ/TW", true, "TƯ is met for Trung ương"],
    ["15-NQ/TƯ", "15-NQ/TU", true, "TƯ is met for a tỉnh ủy"],
    ["15-NQ/TW", "15-NQ/TU", false, "TW is never a tỉnh ủy"],
    ["nq 02-nq/duk", "02-NQ/ĐUK", true, "typed without marks"],
    ["213-QĐ/TW ngày 02/01/2020", "213-QĐ/TW ngày 2-1-2020", true, "the same day"],
    ["213-QĐ/TW ngày 02/01/2020", "213-QĐ/TW ngày 03/01/2020", false, "two days"],
    ["213-QĐ/TW ngày 02/01/2020", "213-QĐ/TW", true, "one day is open"],
    ["16/2020/NĐ-CP", "16/2021/NĐ-CP", false, "the state counts anew every year"],
    ["16/2020/NĐ-CP", "Nghị định 16", true, "the year is open"],
    ["Thông tư 10", "Thông tri 10", false, "TT stands for two kinds"],
  ])("%s and %s: %s, %s", (a, b, expected) => {
    expect([agrees(read(a), read(b)), agrees(read(b), read(a))]).toEqual([expected, expected]);
  });

  it("holds for every reference with itself", () => {
    for (const text of ["QĐ 213", "213-QĐ/TW", "16/2020/NĐ-CP", "Quy định 213-QĐ/TW, ngày 02/01/2020"]) {
      expect(agrees(read(text), read(text))).toBe(true);
    }
  });
});

describe("ownReference", () => {
  it.each<[number: string | null, expected: readonly (string | null)[], reason: string]>([
    ["213-QĐ/TW", ["213", "QĐ", "TW"], "a party number"],
    ["05-CT/TW", ["5", "CT", "TW"], "without the leading zero"],
    ["08-QĐi/TW", ["8", "QĐi", "TW"], "two letters"],
    ["198-KH/CĐKT", ["198", "KH", "CĐKT"], "an unknown issuer"],
    ["16/2020/NĐ-CP", ["16", "NĐ", "CP"], "a state number with its year"],
    ["16/CT-TTg", ["16", "CT", "TTg"], "a state number"],
    ["229", ["229", null, null], "only the serial is known"],
    [null, ["", null, null], "no number"],
  ])("%s → %j: %s", (number, expected) => {
    const { serial, symbol, suffix } = ownReference({ ...head, number });
    expect([serial, symbol, suffix]).toEqual(expected);
  });

  it("agrees with the same document named in a text", () => {
    expect(agrees(ownReference(head), read("Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"))).toBe(true);
  });

  it("does not agree with a number when the document has none", () => {
    expect(agrees(ownReference({ ...head, number: null }), read("QĐ 213"))).toBe(false);
  });
});
