import { describe, expect, it } from "vitest";
import { asks, format, parse, start } from "./address";

describe("address", () => {
  it("is empty at the start", () => {
    expect(format({ ...start })).toBe("");
    expect(parse("")).toEqual(start);
    expect(asks(parse(""))).toBe(false);
  });

  it("comes back as it was", () => {
    const address = {
      ...start,
      who: "Zoë, of “A & B”",
      with: "country:RU",
      means: ["CALL", "VISIT"],
      compare: ["a,b", "c%"],
      minArticles: 2,
      view: "graph" as const,
      order: "asc" as const,
    };
    expect(parse(format(address))).toEqual(address);
    expect(asks(address)).toBe(true);
  });

  it("leaves out what it does not understand", () => {
    expect(parse("?view=evil&lanes=&minArticles=-3&order=x&other=1")).toEqual(start);
    expect(parse("?means=%25E0%25A4").means).toEqual(["%E0%A4"]);
  });
});
