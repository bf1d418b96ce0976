import { describe, expect, it } from "vitest";
import { within } from "./window";

describe("a window within a period", () => {
  it.each([
    ["", "2024-01-01/2024-02-01", "2024-01-01/2024-02-01"],
    ["2023", "2022-06-01/2024-02-01", "2023/2023"],
    ["2023/..", "2022-06-01/2024-02-01", "2023/2024-02-01"],
    ["../2023-05", "2022-06-01/2024-02-01", "2022-06-01/2023-05"],
    ["2020", "2022-06-01/2024-02-01", ""],
    ["2020", "", ""],
  ])("%s, %s", (during, window, both) => {
    expect(within(during, window)).toBe(both);
  });
});
