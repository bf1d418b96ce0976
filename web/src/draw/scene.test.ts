import { describe, expect, it } from "vitest";
import type { LineFragment } from "../api/generated";
import { dayNumber, isoDay } from "./days";
import { gapsOf } from "./gaps";
import { itemOf, type Item } from "./items";
import { comparedLanes, inWindow, lanesOf, type Lane } from "./lanes";
import { axisHeight, paint, paintAxis, ticks } from "./paint";
import { SvgPen } from "./pen";
import { columnsOf, Sequence } from "./sequence";
import { bucketOverview, dayAt, extentOf, layBuckets, layOut, markAt, overview, xOf, type Frame } from "./scene";

const day = dayNumber;
const item = (id: string, from: string, to: string, more: Partial<Item> = {}): Item => ({
  id,
  start: day(from),
  end: day(to) + 1,
  openStart: false,
  openEnd: false,
  approximate: false,
  status: "ASSERTED",
  means: "CALL",
  weight: 1,
  conflict: false,
  envoy: false,
  label: "Call",
  published: [],
  against: [],
  ...more,
});
const lane = (...items: Item[]): Lane => ({ key: "k", label: "A – B", note: "", items: Sequence.from(items), pinned: false });
const frame = (from: string, to: string, more: Partial<Frame> = {}): Frame => ({ from: day(from), to: day(to), width: 1100, height: 200, scroll: 0, gutter: 100, laneHeight: 60, published: false, gaps: false, ...more });

const party = (id: string, name = id) => ({ __typename: "Person" as const, id, name, country: null });
const line = (id: string, time: Partial<NonNullable<LineFragment["time"]>> | null, more: Partial<LineFragment> = {}): LineFragment => ({
  id,
  type: "CONTACT",
  means: "CALL",
  status: "ASSERTED",
  summary: id,
  several: false,
  articleCount: 1,
  publisherCount: 1,
  time: time && { edtf: "", earliest: "2024-01-01", latest: "2024-01-31", precision: "MONTH", approximate: false, text: null, boundOnly: false, ...time },
  participants: [
    { role: "INITIATOR", entity: party("b"), onBehalfOf: null },
    { role: "RECIPIENT", entity: party("a"), onBehalfOf: null },
  ],
  conflicts: [],
  firstReports: { nodes: [{ article: { publisher: "Post", published: "2024-02-03" } }] },
  ...more,
});

describe("days", () => {
  it("count without a calendar", () => {
    expect(isoDay(day("2024-02-29") + 1)).toBe("2024-03-01");
    for (let at = day("1890-12-25"); at < day("2110-01-01"); at += 17) expect(day(isoDay(at))).toBe(at);
    for (const iso of ["0001-01-01", "1970-01-01", "2000-02-29", "9999-12-31"]) expect(isoDay(day(iso))).toBe(iso);
    expect(isoDay(-9e9)).toBe("0001-01-01");
    expect(isoDay(9e9)).toBe("9999-12-31");
  });
});

describe("items", () => {
  it("lie over their whole span", () => {
    const found = itemOf(line("e", {}));
    expect([found?.start, found?.end]).toEqual([day("2024-01-01"), day("2024-02-01")]);
  });
  it("have no point where the source gives none", () => {
    expect(itemOf(line("e", null))).toBeUndefined();
    expect(itemOf(line("e", { earliest: "0001-01-01", boundOnly: true }))).toBeUndefined();
    expect(itemOf(line("e", { earliest: "0001-01-01", latest: "9999-12-31" }))).toBeUndefined();
  });
  it("end at what is known where the other end is open", () => {
    expect(itemOf(line("e", { earliest: "0001-01-01" }))).toMatchObject({ openStart: true, end: day("2024-02-01") });
    expect(itemOf(line("e", { latest: "9999-12-31" }))).toMatchObject({ openEnd: true, start: day("2024-01-01") });
  });
});

describe("lanes", () => {
  const envoy = line("f", {}, { participants: [{ role: "INITIATOR", entity: party("c"), onBehalfOf: party("a") }, { role: "RECIPIENT", entity: party("b"), onBehalfOf: null }] });
  it("are one for each pair, whoever called", () => {
    const other = line("g", {}, { participants: [{ role: "INITIATOR", entity: party("a"), onBehalfOf: null }, { role: "RECIPIENT", entity: party("b"), onBehalfOf: null }, { role: "MEDIATOR", entity: party("m"), onBehalfOf: null }] });
    const lanes = lanesOf([line("e", {}), other, envoy], "pair");
    expect(lanes.map((l) => [l.label, l.note, l.items.length])).toEqual([["a – b", "", 2], ["c ⇢ b", "for a", 1]]);
  });
  it("are one for each person or publisher", () => {
    expect(lanesOf([line("e", {}), envoy], "person").map((l) => l.key)).toEqual(["b", "a", "c"]);
    expect(lanesOf([line("e", {})], "publisher").map((l) => l.label)).toEqual(["Post"]);
  });
  it("put pinned ones first, and the party that was asked for first in its pair", () => {
    expect(lanesOf([line("e", {}), envoy], "person", { pins: ["c"] })[0]?.key).toBe("c");
    expect(lanesOf([line("e", {})], "pair", { first: "b" })[0]?.label).toBe("b – a");
  });
  it("are only those with something in a window, of more than can be loaded", () => {
    const [near, far, open] = [lane(item("a", "2024-05-01", "2024-05-02")), lane(item("b", "2020-01-01", "2020-01-02")), lane(item("c", "2030-01-01", "2030-01-01", { openStart: true }))];
    expect(inWindow([far, open, near], { from: day("2024-01-01"), to: day("2024-12-31") })).toEqual([near]);
    expect(inWindow([{ ...far, pinned: true }, near], { from: day("2024-01-01"), to: day("2024-12-31") })).toHaveLength(2);
  });
  it("stand in the given order when compared, empty ones too", () => {
    expect(comparedLanes([{ key: "x", label: "X", lines: [] }, { key: "y", label: "Y", lines: [line("e", {})] }]).map((l) => l.items.length)).toEqual([0, 1]);
  });
});

describe("columns", () => {
  const at = (id: string, earliest: string, latest = earliest) => line(id, { earliest, latest });
  const ids = (lines: LineFragment[]) => columnsOf(lines).order.map((row) => lines[row]?.id);
  it("have events by their start, whatever the order of the answer", () => {
    const [a, b, c, long] = [at("a", "0009-01-01"), at("b", "1950-03-01"), at("c", "2024-05-01"), at("l", "2024-05-01", "2024-06-01")];
    for (const lines of [[a, b, c, long], [long, c, b, a], [b, long, a, c], [c, long, b, a]]) expect(ids(lines)).toEqual(["a", "b", "c", "l"]);
  });
  it("leave out events without a place", () => {
    expect(ids([line("none", null), at("a", "2024-05-01"), line("bound", { boundOnly: true })])).toEqual(["a"]);
  });
  it("make an item that lies where its columns say", () => {
    for (const open of [{}, { earliest: "0001-01-01" }, { latest: "9999-12-31" }, { latest: "2024-01-01" }]) {
      const columns = columnsOf([line("e", open)]);
      const [item] = Sequence.of(columns, columns.order);
      expect(item).toMatchObject({ start: columns.starts[0], end: columns.ends[0] });
    }
  });
});

describe("gaps", () => {
  it("lie between contacts that took place; plans and denials do not end them", () => {
    const gaps = gapsOf(lane(item("a", "2022-09-01", "2022-09-30"), item("p", "2024-01-01", "2024-01-01", { status: "PLANNED" }), item("b", "2025-07-01", "2025-07-31")));
    expect(gaps).toEqual([{ from: day("2022-10-01"), to: day("2025-07-01") }]);
  });
  it("are none after an open end or before an open start", () => {
    expect(gapsOf(lane(item("a", "2020-01-01", "2020-01-01", { openEnd: true }), item("b", "2025-01-01", "2025-01-01")))).toEqual([]);
  });
});

describe("scene", () => {
  it("puts days where they belong, and back", () => {
    const f = frame("2024-01-01", "2025-01-01");
    expect(xOf(f.from, f)).toBe(100);
    expect(xOf(f.to, f)).toBe(1100);
    expect(dayAt(xOf(day("2024-06-01"), f), f)).toBeCloseTo(day("2024-06-01"));
  });
  it("draws short spans as dots in their middle, longer ones as bars over all of it", () => {
    const f = frame("2024-01-01", "2024-12-31");
    const [dot, bar] = layOut([lane(item("d", "2024-03-01", "2024-03-01"), item("m", "2024-06-01", "2024-08-31"))], f).marks;
    expect(dot).toMatchObject({ dot: true });
    expect(((dot?.x0 ?? 0) + (dot?.x1 ?? 0)) / 2).toBeCloseTo(xOf(day("2024-03-01") + 0.5, f));
    expect(bar).toMatchObject({ dot: false, x0: xOf(day("2024-06-01"), f), x1: xOf(day("2024-09-01"), f) });
  });
  it("never lets marks of a lane cover each other while there is room", () => {
    const scene = layOut([lane(item("a", "2024-01-01", "2024-06-30"), item("b", "2024-03-01", "2024-04-30"), item("c", "2024-05-01", "2024-08-30"))], frame("2024-01-01", "2024-12-31"));
    for (const one of scene.marks) for (const two of scene.marks) if (one !== two && one.y === two.y) expect(one.x1 <= two.x0 || two.x1 <= one.x0).toBe(true);
  });
  it("shows a density where a lane is crowded, and counts everything in it", () => {
    const many = Array.from({ length: 1000 }, (_, i) => item(`e${i}`, isoDay(day("2024-01-01") + (i % 300)), isoDay(day("2024-01-01") + (i % 300))));
    many.sort((a, b) => a.start - b.start);
    const scene = layOut([lane(...many)], frame("2024-01-01", "2024-12-31"));
    expect(scene.marks).toEqual([]);
    expect(scene.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(1000);
  });
  it("leaves out lanes and events that are out of sight", () => {
    const lanes = Array.from({ length: 100 }, () => lane(item("a", "2024-02-01", "2024-02-02"), item("z", "2030-01-01", "2030-01-01")));
    const scene = layOut(lanes, frame("2024-01-01", "2024-12-31", { scroll: 600 }));
    expect(scene.rows.map((r) => r.lane)).toEqual([10, 11, 12, 13]);
    expect(scene.marks.every((mark) => mark.item.id === "a")).toBe(true);
  });
  it("links what contradicts each other once", () => {
    const scene = layOut([lane(item("a", "2024-02-01", "2024-02-20", { conflict: true, against: ["b"] }), item("b", "2024-07-01", "2024-07-20", { conflict: true, against: ["a"] }))], frame("2024-01-01", "2024-12-31"));
    expect(scene.links).toHaveLength(1);
  });
  it("finds the mark under a point", () => {
    const scene = layOut([lane(item("a", "2024-02-01", "2024-03-20"))], frame("2024-01-01", "2024-12-31"));
    const [mark] = scene.marks;
    expect(markAt(scene, (mark?.x0 ?? 0) + 3, mark?.y ?? 0)?.item.id).toBe("a");
    expect(markAt(scene, 1090, 190)).toBeUndefined();
  });
  it("knows its extent, and counts each event once in the overview", () => {
    const one = item("a", "2024-02-01", "2024-03-20");
    const lanes = [lane(one), lane(one)];
    const extent = extentOf(lanes);
    expect(extent && extent.from < one.start && extent.to > one.end).toBe(true);
    expect(extent && overview(lanes, extent, 10).reduce((a, b) => a + b)).toBe(1);
    expect(extentOf([lane()])).toBeUndefined();
  });
});

describe("counted events", () => {
  const buckets = [{ from: day("2024-01-01"), to: day("2024-02-01"), count: 4 }, { from: day("2024-06-01"), to: day("2024-07-01"), count: 16 }];
  it("are a density in one lane", () => {
    const { bins } = layBuckets(buckets, "All", frame("2024-01-01", "2024-12-31", { height: 48 }));
    expect(bins.map((b) => b.count)).toEqual([4, 16]);
    expect((bins[1]?.h ?? 0) / (bins[0]?.h ?? 1)).toBeCloseTo(2);
  });
  it("keep their sum in the overview", () => {
    const counts = bucketOverview(buckets, { from: day("2023-01-01"), to: day("2025-01-01") }, 50);
    expect(counts.reduce((a, b) => a + b)).toBeCloseTo(20);
  });
});

describe("axis", () => {
  it.each([
    ["1950-01-01", "2030-01-01", "1960"],
    ["2022-01-01", "2024-12-31", "2023"],
    ["2024-01-15", "2024-11-15", "Mar"],
    ["2024-02-01", "2024-02-08", "2 Feb"],
  ])("from %s to %s has %s", (from, to, label) => {
    expect(ticks(frame(from, to)).map((tick) => tick.label)).toContain(label);
  });
});

describe("svg", () => {
  it("is well formed whatever names hold", () => {
    const pen = new SvgPen();
    const colors = { paper: "#fff", ink: "#000", soft: "#555", line: "#ddd", strong: "#888", accent: "#00f", warn: "#a50", lanes: ["#123456"] };
    const hostile = `<script>alert("1")</script>\u0000\u202e&`;
    const f = frame("2024-01-01", "2024-12-31");
    paint(layOut([{ ...lane(item("a", "2024-02-01", "2024-04-20", { approximate: true, label: hostile, conflict: true })), label: hostile }], f), pen, colors, "a");
    paintAxis(f, pen, colors, f.height);
    const svg = pen.picture(f.width, f.height + axisHeight, "#fff", hostile, hostile);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg.match(/<(?!\/|path|rect|circle|stop)/gu)?.length).toBe(svg.match(/<\//gu)?.length);
  });
});
