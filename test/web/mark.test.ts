import { expect, it } from "vitest";
import { findMark } from "../../src/web/mark.ts";
import { regulation213 } from "../fakes/held-documents.ts";

const { directive, passages } = regulation213;
const [first, second] = passages.map(({ span }) => span);

it.each([
  ["nothing is named", {}, undefined],
  ["a passage is named", { at: "quy-dinh-213:2" }, second],
  ["a passage and a quote in it", { at: "quy-dinh-213:1", start: "10", end: "20" }, { start: 10, end: 20 }],
  ["a span alone", { start: "10", end: "400" }, { start: 10, end: 400 }],
  ["a quote that lies outside its passage", { at: "quy-dinh-213:1", start: "10", end: "400" }, first],
  ["a quote that is no number", { at: "quy-dinh-213:1", start: "a", end: "20" }, first],
  ["a passage that is gone", { at: "quy-dinh-213:99", start: "10", end: "20" }, "gone"],
  ["a span beyond the text", { start: "10", end: "999999" }, "gone"],
  ["an empty span", { start: "10", end: "10" }, "gone"],
  ["a span from behind", { start: "20", end: "10" }, "gone"],
  ["half a span", { start: "10" }, "gone"],
  ["a negative span", { start: "-1", end: "10" }, "gone"],
])("%s", (_, query, expected) => {
  const given = { at: undefined, start: undefined, end: undefined, ...query };
  expect(findMark(given, directive, passages)).toEqual(expected);
});
