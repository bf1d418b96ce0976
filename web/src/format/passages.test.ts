import { describe, expect, it } from "vitest";
import { segments } from "./passages";

describe("segments", () => {
  it("count in code points, beyond the basic plane too", () => {
    const text = "🐟 Lim called Okoro.\n\nThe end.";
    const report = { start: 2, end: 18 };
    const mention = { start: 2, end: 5 };
    const [first = [], second = []] = segments(text, [report], [mention], report);
    expect(first.map((s) => s.text)).toEqual(["🐟 ", "Lim", " called Okoro", "."]);
    expect(first[1]).toMatchObject({ mention, opens: true, reports: [report], at: true });
    expect(first[2]?.ends).toEqual([report]);
    expect(second.map((s) => s.text)).toEqual(["The end."]);
  });
  it("keep every word, whatever overlaps or lies outside", () => {
    const text = "abc def\nghi";
    const cut = segments(text, [{ start: 0, end: 9 }, { start: 4, end: 99 }], [{ start: -3, end: 2 }, { start: 1, end: 5 }]);
    expect(cut.map((p) => p.map((s) => s.text).join("")).join("\n")).toBe(text);
  });
  it("take a moment for ten thousand mentions and reports", () => {
    const text = "Lim ".repeat(10_000);
    const ranges = Array.from({ length: 10_000 }, (_, i) => ({ start: 4 * i, end: 4 * i + 3 }));
    const start = performance.now();
    const [paragraph = []] = segments(text, ranges, ranges);
    expect(paragraph.filter((s) => s.mention && s.reports.length === 1)).toHaveLength(10_000);
    // Looking through all of them for each would take many seconds.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
