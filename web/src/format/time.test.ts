import { describe, expect, it } from "vitest";
import { timeInWords } from "./time";

const span = (edtf: string, earliest: string, latest: string, more = {}) => ({ edtf, earliest, latest, precision: "DAY", approximate: false, boundOnly: false, ...more });

describe("times in words", () => {
  it.each([
    [span("2025-07", "2025-07-01", "2025-07-31"), "July 2025"],
    [span("2026-02-10", "2026-02-10", "2026-02-10"), "10 February 2026"],
    [span("2026-02-02/2026-02-08", "2026-02-02", "2026-02-08"), "2–8 February 2026"],
    [span("2022", "2022-01-01", "2022-12-31"), "2022"],
    [span("2022/2024", "2022-01-01", "2024-12-31"), "2022–2024"],
    [span("2022-22", "2022-06-01", "2022-08-31"), "summer 2022"],
    [span("2022-09~", "2022-09-01", "2022-09-30", { approximate: true }), "about September 2022"],
    [span("../2025-12-21", "0001-01-01", "2025-12-21", { boundOnly: true }), "by 21 December 2025"],
    [span("../2025-12-21", "0001-01-01", "2025-12-21"), "until 21 December 2025"],
    [span("2025-12-21/..", "2025-12-21", "9999-12-31"), "since 21 December 2025"],
    [null, "time unknown"],
  ])("%j is %s", (time, words) => {
    expect(timeInWords(time).replace(/[\u2009\u202f]/gu, "")).toBe(words);
  });
});
