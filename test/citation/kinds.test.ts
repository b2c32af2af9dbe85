import { describe, expect, it } from "vitest";
import { KINDS, type Kind } from "../../src/citation/kinds.ts";
import { findNumbered } from "../../src/citation/numbered.ts";
import { fold } from "../../src/core/text.ts";

const withSymbols = KINDS.flatMap((kind) =>
  [...kind.symbols, ...(kind.inferred ?? [])].map((symbol) => [kind, symbol] as const),
);

function numberOf({ only }: Kind, symbol: string): string {
  return only === "state" ? `12/2020/${symbol}-CP` : `12-${symbol}/TW`;
}

describe("every kind", () => {
  it("is named once", () => {
    const names = KINDS.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(fold);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(withSymbols.map(([kind, symbol]) => [kind.name, symbol, kind] as const))(
    "%s is found with its symbol %s",
    (name, symbol, kind) => {
      const number = numberOf(kind, symbol);
      expect(findNumbered(`${name} số ${number}`).map(({ reference }) => [reference.kind, reference.number])).toEqual([
        [name, number],
      ]);
    },
  );

  it.each(KINDS.filter(({ naming }) => naming === "short").map(({ name }) => name))(
    "%s is found by its serial alone",
    (name) => {
      expect(findNumbered(`${name} 12`).map(({ reference }) => [reference.kind, reference.serial])).toEqual([
        [name, "12"],
      ]);
    },
  );

  it.each(KINDS.filter(({ naming }) => naming !== "short").map(({ name }) => name))(
    "%s is not found by its serial alone",
    (name) => {
      expect(findNumbered(`${name} số 12`)).toEqual([]);
    },
  );

  it.each(KINDS.flatMap(({ name, english }) => english.map((word) => [word, name] as const)))(
    "%s is %s",
    (word, name) => {
      const kind = KINDS.find((each) => each.name === name);
      const [symbol] = kind ? [...kind.symbols, ...(kind.inferred ?? [])] : [];
      const number = symbol && kind ? numberOf(kind, symbol) : "12/2020/QH14";
      expect(findNumbered(`${word} No. ${number}`)[0]?.reference.kind).toBe(name);
    },
  );
});

it("a symbol of several kinds leaves the kind open, but for those that only the other side has", () => {
  const kindOf = (number: string) => findNumbered(number)[0]?.reference.kind;
  expect(["12-QĐ/TW", "12/QĐ-TTg", "12-TT/TW", "12/2020/TT-BNV", "12-QĐi/TW", "12-TB/TW"].map(kindOf)).toEqual([
    null,
    "Quyết định",
    "Thông tri",
    "Thông tư",
    "Quy định",
    "Thông báo",
  ]);
});
