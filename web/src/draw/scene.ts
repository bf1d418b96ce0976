/**
 * The geometry of the timeline: lanes and a window of days become marks with positions.
 * Nothing here knows the DOM or a canvas; paint.ts draws a scene on either.
 */
import { gapsOf } from "./gaps";
import type { Item } from "./items";
import type { Lane } from "./lanes";
import type { Sequence } from "./sequence";

/** What is seen: days from and to, the size in pixels, and how far lanes are scrolled. */
export interface Frame {
  from: number;
  to: number;
  width: number;
  height: number;
  scroll: number;
  /** Room for the names of lanes; 0 puts the name of counted events above them. */
  gutter: number;
  laneHeight: number;
  /** Whether to mark when events were reported. */
  published: boolean;
  /** Whether to mark long spans without contacts. */
  gaps: boolean;
}

export interface Mark {
  item: Item;
  lane: number;
  x0: number;
  x1: number;
  y: number;
  h: number;
  dot: boolean;
  labelled: boolean;
  labelX: number;
}
/** How many events of a crowded lane lie in a few pixels. */
export interface Bin {
  lane: number;
  x: number;
  w: number;
  y: number;
  h: number;
  count: number;
}
export interface Row {
  lane: number;
  label: string;
  note: string;
  pinned: boolean;
  y: number;
  h: number;
  color: number;
}
/** Two marks that contradict each other. */
export interface Link {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
export interface Silence {
  x0: number;
  x1: number;
  y: number;
  from: number;
  to: number;
}
/** The day on which an event was reported. */
export interface Reported {
  x: number;
  y: number;
  fromX: number;
  fromY: number;
}
export interface Scene {
  frame: Frame;
  rows: Row[];
  marks: Mark[];
  bins: Bin[];
  links: Link[];
  silences: Silence[];
  reported: Reported[];
}

export const colors = 8;
const heights = [0, 7, 10, 13];
/** Spans of fewer pixels are dots. */
const dotted = 11;
const binWidth = 6;
const arrow = 34;
/** More marks than this in a lane's window are drawn as a density. */
const crowded = 300;
const rowPitch = 15;

/** The horizontal position of a day. */
export function xOf(day: number, f: Frame): number {
  return f.gutter + ((day - f.from) / (f.to - f.from)) * (f.width - f.gutter);
}

/** The day at a horizontal position. */
export function dayAt(x: number, f: Frame): number {
  return f.from + ((x - f.gutter) / (f.width - f.gutter)) * (f.to - f.from);
}

/** How high lanes are: as high as fit, within reason. */
export function laneHeightFor(lanes: number, height: number): number {
  return Math.max(46, Math.min(120, Math.floor(height / Math.max(1, lanes))));
}

/** Lays out what a frame shows of the lanes. */
export function layOut(lanes: Lane[], f: Frame): Scene {
  const scene: Scene = { frame: f, rows: [], marks: [], bins: [], links: [], silences: [], reported: [] };
  const first = Math.max(0, Math.floor(f.scroll / f.laneHeight));
  const last = Math.min(lanes.length - 1, Math.floor((f.scroll + f.height) / f.laneHeight));
  for (let i = first; i <= last; i++) {
    const lane = lanes[i];
    if (!lane) continue;
    const y = i * f.laneHeight - f.scroll;
    scene.rows.push({ lane: i, label: lane.label, note: lane.note, pinned: lane.pinned, y, h: f.laneHeight, color: i % colors });
    layLane(scene, lane, i, y);
  }
  link(scene);
  return scene;
}

function layLane(scene: Scene, lane: Lane, index: number, top: number): void {
  const f = scene.frame;
  const reach = ((arrow + 6) * (f.to - f.from)) / (f.width - f.gutter);
  const room = f.laneHeight - 10;
  const start = top + 5;
  const { items } = lane;
  // The part of them, by their start, that can reach into the frame.
  const [first, last] = [items.before(f.from - reach - items.longest), items.before(f.to + reach)];
  const seen: Item[] = [];
  if (last - first <= 4 * crowded) for (let i = first; i < last; i++) if ((items.ends[i] ?? 0) >= f.from - reach) seen.push(items.at(i));
  if (last - first > 4 * crowded || seen.length > crowded || !pack(scene, seen, index, start, room)) density(scene, items, index, start, room);
  if (!f.gaps) return;
  for (const gap of gapsOf(lane)) {
    const [x0, x1] = [Math.max(f.gutter, xOf(gap.from, f)), Math.min(f.width, xOf(gap.to, f))];
    if (x1 - x0 > 60) scene.silences.push({ x0, x1, y: top + f.laneHeight - 10, from: gap.from, to: gap.to });
  }
}

/** Puts marks into rows so that none covers another; false if they are too many for that. */
function pack(scene: Scene, items: Item[], lane: number, top: number, room: number): boolean {
  const f = scene.frame;
  const rows = Math.max(1, Math.floor(room / rowPitch));
  const ends = new Array<number>(rows).fill(-Infinity);
  const rowOf: number[] = [];
  const boxes = items.map((item) => box(item, f));
  for (const [i, b] of boxes.entries()) {
    let row = ends.findIndex((end) => end + 2 <= b.x0);
    if (row < 0) {
      if (items.length > 60) return false;
      // A few that overlap share the last row: they stay marks that can be opened.
      row = rows - 1;
    }
    ends[row] = Math.max(ends[row] ?? 0, b.x1);
    rowOf[i] = row;
  }
  const used = Math.max(1, ...rowOf.map((row) => row + 1));
  const pitch = Math.min(22, room / used);
  const start = top + (room - pitch * used) / 2;
  const next = new Array<number>(rows).fill(Infinity);
  const marks: Mark[] = [];
  for (let i = items.length - 1; i >= 0; i--) {
    const [item, b, row] = [items[i], boxes[i], rowOf[i] ?? 0];
    if (!item || !b) continue;
    const labelX = Math.max(b.x1, f.gutter) + 6;
    const width = item.label.length * 6.4 + 18;
    const labelled = labelX + width < Math.min(next[row] ?? Infinity, f.width) && b.x1 > f.gutter && b.x0 < f.width;
    marks.push({ item, lane, x0: b.x0, x1: b.x1, y: start + pitch * (row + 0.5), h: heights[item.weight] ?? 7, dot: b.dot, labelled, labelX });
    next[row] = b.x0 - 8;
  }
  scene.marks.push(...marks.reverse());
  if (f.published) reportDays(scene, marks, top + room);
  return true;
}

function box(item: Item, f: Frame): { x0: number; x1: number; dot: boolean } {
  const [x0, x1] = [xOf(item.start, f), xOf(item.end, f)];
  if (item.openStart) return { x0: x1 - arrow, x1, dot: false };
  if (item.openEnd) return { x0, x1: x0 + arrow, dot: false };
  if (x1 - x0 >= dotted) return { x0, x1, dot: false };
  const r = (heights[item.weight] ?? 7) / 2 + 1.5;
  return { x0: (x0 + x1) / 2 - r, x1: (x0 + x1) / 2 + r, dot: true };
}

function density(scene: Scene, items: Sequence, lane: number, top: number, room: number): void {
  const f = scene.frame;
  const width = f.width - f.gutter;
  const bins = Math.ceil(width / binWidth);
  const days = ((f.to - f.from) * binWidth) / width;
  const counts = new Uint32Array(bins);
  let most = 0;
  // Events count where they begin, as on the server; being in that order, they need no pass over all of them.
  let before = items.before(f.from);
  for (let i = 0; i < bins; i++) {
    const after = items.before(f.from + (i + 1) * days);
    counts[i] = after - before;
    most = Math.max(most, after - before);
    before = after;
  }
  for (const [i, count] of counts.entries()) {
    if (!count) continue;
    const h = Math.max(2, room * Math.sqrt(count / most));
    scene.bins.push({ lane, x: f.gutter + i * binWidth, w: binWidth - 1, y: top + room - h, h, count });
  }
}

/** Joins what contradicts each other, where both are in sight; each two once. */
function link(scene: Scene): void {
  const at = new Map<string, Mark>();
  for (const mark of scene.marks) if (mark.item.conflict && !at.has(mark.item.id)) at.set(mark.item.id, mark);
  for (const mark of at.values()) {
    for (const id of mark.item.against) {
      const other = at.get(id);
      if (!other || (other.item.against.includes(mark.item.id) && other.item.id < mark.item.id)) continue;
      scene.links.push({ x0: (mark.x0 + mark.x1) / 2, y0: mark.y, x1: (other.x0 + other.x1) / 2, y1: other.y });
    }
  }
}

function reportDays(scene: Scene, marks: Mark[], y: number): void {
  const f = scene.frame;
  for (const mark of marks)
    for (const day of new Set(mark.item.published)) {
      const x = xOf(day + 0.5, f);
      if (x >= f.gutter && x <= f.width) scene.reported.push({ x, y, fromX: Math.max(f.gutter, mark.x1), fromY: mark.y });
    }
}

/** The mark at a point, the nearest where several are. */
export function markAt(scene: Scene, x: number, y: number, slack = 5): Mark | undefined {
  let best: Mark | undefined;
  let least = Infinity;
  for (const mark of scene.marks) {
    const end = mark.labelled ? mark.labelX + mark.item.label.length * 6 : mark.x1;
    const dx = Math.max(mark.x0 - x, 0, x - end);
    const dy = Math.max(0, Math.abs(y - mark.y) - mark.h / 2);
    const away = dx * dx + dy * dy;
    if (dx <= slack && dy <= slack && away <= least) [best, least] = [mark, away];
  }
  return best;
}

/** Events counted by the server, in one period each. */
export interface Bucket {
  from: number;
  to: number;
  count: number;
}

/** Lays counted events out as one lane above all others. */
export function layBuckets(buckets: Bucket[], label: string, f: Frame): Scene {
  const scene: Scene = { frame: f, rows: [{ lane: 0, label, note: "", pinned: false, y: 0, h: f.height, color: colors - 1 }], marks: [], bins: [], links: [], silences: [], reported: [] };
  const seen = buckets.filter((bucket) => bucket.to > f.from && bucket.from < f.to);
  const most = Math.max(1, ...seen.map((bucket) => bucket.count));
  const above = f.gutter === 0 ? 18 : 4;
  for (const bucket of seen) {
    const [x0, x1] = [Math.max(f.gutter, xOf(bucket.from, f)), Math.min(f.width, xOf(bucket.to, f))];
    const h = Math.max(2, (f.height - above - 4) * Math.sqrt(bucket.count / most));
    scene.bins.push({ lane: colors - 1, x: x0, w: Math.max(1, x1 - x0 - 1), y: f.height - 1 - h, h, count: bucket.count });
  }
  return scene;
}

/** Counts over time of what the server counted. */
export function bucketOverview(buckets: Bucket[], extent: { from: number; to: number }, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  const scale = parts / (extent.to - extent.from);
  for (const bucket of buckets) {
    const first = Math.max(0, Math.floor((bucket.from - extent.from) * scale));
    const last = Math.min(parts - 1, Math.max(first, Math.ceil((bucket.to - extent.from) * scale) - 1));
    for (let i = first; i <= last; i++) counts[i] = (counts[i] ?? 0) + bucket.count / (last - first + 1);
  }
  return counts;
}

/** The first and last day that lanes reach, with some room around; nothing if they are empty. */
export function extentOf(lanes: Lane[]): { from: number; to: number } | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const { items } of lanes) {
    from = Math.min(from, items.starts[0] ?? Infinity);
    to = Math.max(to, items.end);
  }
  if (from > to) return undefined;
  const room = Math.max(4, (to - from) * 0.06);
  return { from: from - room, to: to + room * 1.6 };
}

/** How many events begin in each part of an extent. */
export function overview(lanes: Lane[], extent: { from: number; to: number }, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  const seen = new Set<string>();
  const scale = parts / (extent.to - extent.from);
  for (const { items } of lanes)
    for (let i = 0; i < items.length; i++) {
      if (seen.has(items.id(i))) continue;
      seen.add(items.id(i));
      const at = Math.floor(((items.starts[i] ?? 0) - extent.from) * scale);
      if (at >= 0 && at < parts) counts[at] = (counts[at] ?? 0) + 1;
    }
  return counts;
}
