import { expect, it } from "vitest";
import { pairsOf } from "./pairs";

const part = (id: string) => ({ id });

it("judges the pairs that are in doubt", () => {
  expect(pairsOf({ parts: [part("a"), part("b"), part("c")], comparisons: [{ a: part("b"), b: part("c") }] })).toEqual([{ a: "b", b: "c" }]);
});
it("judges all parts against the first where nothing is compared", () => {
  expect(pairsOf({ parts: [part("a"), part("b"), part("c")], comparisons: [] })).toEqual([
    { a: "a", b: "b" },
    { a: "a", b: "c" },
  ]);
  expect(pairsOf({ parts: [], comparisons: [] })).toEqual([]);
});
