import { describe, expect, it } from "vitest";
import { batches } from "./loading";

const file = (name: string, bytes: number) => ({ name, text: "x".repeat(bytes) });

describe("batches", () => {
  it("puts small files into one request, in their order", () => {
    expect(batches([file("a", 10), file("b", 10)]).sent.map((batch) => batch.map((s) => s.name))).toEqual([["a", "b"]]);
  });
  it("begins another request where one is full, by size or by number", () => {
    expect(batches([file("a", 400_000), file("b", 400_000)]).sent).toHaveLength(2);
    expect(batches(Array.from({ length: 41 }, (_, i) => file(String(i), 1))).sent.map((batch) => batch.length)).toEqual([20, 20, 1]);
  });
  it("keeps files out that no request can hold", () => {
    const { sent, tooLarge } = batches([file("a", 10), file("b", 800_000)]);
    expect([sent.length, tooLarge.map((s) => s.name)]).toEqual([1, ["b"]]);
  });
});
