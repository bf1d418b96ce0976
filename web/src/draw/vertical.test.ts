import { describe, expect, it } from "vitest";
import { dayNumber as day, isoDay } from "./days";
import type { Item } from "./items";
import type { Lane } from "./lanes";
import { paintVertical } from "./paintVertical";
import { SvgPen } from "./pen";
import { Sequence } from "./sequence";
import { labelHeight, layVertical, spotAt, wordsAt, yOf, type VerticalFrame } from "./vertical";

const item = (id: string, from: string, to = from, more: Partial<Item> = {}): Item => ({ id, start: day(from), end: day(to) + 1, openStart: false, openEnd: false, approximate: false, status: "ASSERTED", means: "CALL", weight: 1, conflict: false, envoy: false, label: "Call", published: [], against: [], ...more });
const lane = (label: string, ...items: Item[]): Lane => ({ key: label, label, note: "", items: Sequence.from(items), pinned: false });
const frame = (more: Partial<VerticalFrame> = {}): VerticalFrame => ({ from: day("2024-01-01"), to: day("2025-01-01"), width: 320, height: 366, newestFirst: true, ...more });

describe("the vertical timeline", () => {
  it("has the newest at the top, or the oldest where lists begin with it", () => {
    const lanes = [lane("A – B", item("old", "2024-02-01"), item("new", "2024-11-01"))];
    const order = (newestFirst: boolean) => layVertical(lanes, frame({ newestFirst })).spots.map((spot) => spot.item.id);
    expect(order(true)).toEqual(["new", "old"]);
    expect(order(false)).toEqual(["old", "new"]);
  });
  it("lays events over their whole span, and open ones to the side that is open", () => {
    const f = frame();
    const [open, bar] = layVertical([lane("A", item("m", "2024-03-01", "2024-06-30"), item("o", "2024-09-01", "2024-09-01", { openEnd: true }))], f).spots;
    expect(bar).toMatchObject({ y0: yOf(day("2024-07-01"), f), y1: yOf(day("2024-03-01"), f), dot: false });
    expect(open?.y1).toBeCloseTo(yOf(day("2024-09-01"), f));
    expect(open?.y0).toBeLessThan(open?.y1 ?? 0);
  });
  it("never lets words or, while there is room, marks cover each other", () => {
    const items = Array.from({ length: 12 }, (_, i) => item(`e${i}`, isoDay(day("2024-05-01") + 3 * i)));
    const { spots } = layVertical([lane("A", ...items)], frame());
    const labels = spots.flatMap((spot) => (spot.labelY === undefined ? [] : [spot.labelY]));
    expect(labels.length).toBeGreaterThan(3);
    for (const [i, y] of labels.entries()) if (i) expect(y - (labels[i - 1] ?? 0)).toBeGreaterThanOrEqual(labelHeight);
    expect(Math.max(...labels)).toBeLessThanOrEqual(366 - labelHeight);
    for (const one of spots) for (const two of spots) if (one !== two && one.x === two.x && one.x < 110) expect(one.y1 <= two.y0 || two.y1 <= one.y0).toBe(true);
  });
  it("shows an event once, though it lies in the lanes of two people", () => {
    const call = item("c", "2024-05-01");
    expect(layVertical([lane("A", call), lane("B", call)], frame()).spots.map((spot) => spot.name)).toEqual(["A"]);
  });
  it("shows a density where events are too many", () => {
    const many = Array.from({ length: 1000 }, (_, i) => item(`e${i}`, isoDay(day("2024-01-01") + Math.floor(i / 3))));
    const scene = layVertical([lane("A", ...many)], frame());
    expect(scene.spots).toEqual([]);
    expect(Math.max(...scene.bins.map((bin) => bin.share))).toBe(1);
    expect(scene.bins.every((bin) => bin.y >= -6 && bin.y < 366)).toBe(true);
  });
  it("shows long silences, and joins what contradicts each other", () => {
    const scene = layVertical([lane("A", item("a", "2024-01-10", "2024-01-10", { conflict: true, against: ["b"] }), item("b", "2024-11-10", "2024-11-10", { conflict: true, against: ["a"] }))], frame());
    expect(scene.silences).toHaveLength(1);
    const at = scene.silences[0]?.wordsY ?? -1;
    expect(at).toBeGreaterThan(0);
    for (const { labelY = -99 } of scene.spots) expect(Math.abs(at - labelY - labelHeight / 2)).toBeGreaterThan(labelHeight / 2);
    expect(scene.links).toHaveLength(1);
  });
  it("finds the event under a finger, on its words as well", () => {
    const scene = layVertical([lane("A", item("a", "2024-02-01"), item("b", "2024-10-01"))], frame());
    for (const spot of scene.spots) {
      expect(spotAt(scene, spot.x + 10, (spot.y0 + spot.y1) / 2)?.item.id).toBe(spot.item.id);
      expect(spotAt(scene, wordsAt + 50, (spot.labelY ?? 0) + 5)?.item.id).toBe(spot.item.id);
    }
    expect(spotAt(scene, 200, 200)).toBeUndefined();
  });
  it("draws every status and time", () => {
    const all = ["ASSERTED", "CONFIRMED", "PLANNED", "REQUESTED", "HYPOTHETICAL", "DENIED", "DISPUTED"].flatMap((status, i) => [
      item(`${status}1`, `2024-0${i + 1}-02`, `2024-0${i + 1}-25`, { status, approximate: i % 2 === 0, envoy: i === 3 }),
      item(`${status}2`, `2024-0${i + 1}-27`, `2024-0${i + 1}-27`, { status, openStart: i === 1, openEnd: i === 2 }),
    ]);
    const pen = new SvgPen();
    const colors = { paper: "#fff", ink: "#000", soft: "#555", line: "#ddd", strong: "#888", accent: "#00f", warn: "#a50", lanes: ["#123456"] };
    paintVertical(layVertical([lane("A – B", ...all)], frame({ height: 900 })), pen, colors, "ASSERTED1", "DENIED1");
    const svg = pen.picture(320, 900, "#fff", "", "");
    expect(svg).not.toMatch(/NaN|undefined/u);
    expect(svg.match(/A – B/gu)?.length).toBe(14);
  });
});
