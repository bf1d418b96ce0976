/**
 * The timeline on a phone: time runs down, all lanes share it, and each event has its words
 * beside it. Geometry only, as in scene.ts; paintVertical.ts draws it.
 */
import { gapsOf } from "./gaps";
import type { Item } from "./items";
import type { Lane } from "./lanes";
import { Sequence } from "./sequence";

export interface VerticalFrame {
  from: number;
  to: number;
  width: number;
  height: number;
  /** Whether time runs up, as lists with the newest first do. */
  newestFirst: boolean;
}
/** An event: where it lies, and where its words stand if there is room for them. */
export interface Spot {
  item: Item;
  lane: number;
  /** What its lane is called. */
  name: string;
  x: number;
  y0: number;
  y1: number;
  dot: boolean;
  labelY: number | undefined;
}
export interface VerticalScene {
  frame: VerticalFrame;
  spots: Spot[];
  /** How many begin in a few pixels, where they are too many to tell apart. */
  bins: { y: number; h: number; share: number }[];
  /** Spans without contacts, with words where those of events leave room. */
  silences: { y0: number; y1: number; from: number; to: number; wordsY: number | undefined }[];
  /** Events that contradict each other. */
  links: { y0: number; y1: number }[];
}

/** Room for dates, then for marks, then for words. */
export const axisWidth = 52;
const pitch = 17;
const columns = 4;
export const wordsAt = axisWidth + 14 + columns * pitch;
export const labelHeight = 34;
/** Words may stand this far from their mark, with a line to it. */
const astray = 70;
const crowded = 90;
const dotSize = 13;
const arrow = 30;
const binHeight = 6;

export function yOf(day: number, f: VerticalFrame): number {
  const part = (day - f.from) / (f.to - f.from);
  return f.height * (f.newestFirst ? 1 - part : part);
}

export function layVertical(lanes: Lane[], f: VerticalFrame): VerticalScene {
  const scene: VerticalScene = { frame: f, spots: [], bins: [], silences: [], links: [] };
  const perPixel = (f.to - f.from) / Math.max(1, f.height);
  const reach = (arrow + 6) * perPixel;
  const parts = lanes.map(({ items }) => [items.before(f.from - reach - items.longest), items.before(f.to + reach)] as const);
  const many = parts.reduce((sum, [first, last]) => sum + last - first, 0) > 8 * crowded;
  const spots = many ? [] : spotsIn(lanes, parts, f, reach);
  if (many || spots.length > crowded) {
    density(scene, lanes, perPixel);
    return scene;
  }
  scene.spots = arrange(spots, f);
  scene.links = linksOf(scene.spots);
  for (const gap of gapsOf({ items: Sequence.from(inOrder(scene.spots)) })) {
    const [a, b] = [yOf(gap.from, f), yOf(gap.to, f)];
    const [y0, y1] = [Math.max(0, Math.min(a, b)), Math.min(f.height, Math.max(a, b))];
    if (y1 - y0 > 40) scene.silences.push({ y0, y1, ...gap, wordsY: freeLine(scene.spots, y0, y1) });
  }
  return scene;
}

/** A height for one line of words, as near to the middle as the words of events allow. */
function freeLine(spots: Spot[], y0: number, y1: number): number | undefined {
  const half = 9;
  const free = (y: number) => !spots.some(({ labelY }) => labelY !== undefined && y + half > labelY && y - half < labelY + labelHeight);
  const middle = (y0 + y1) / 2;
  for (let away = 0; away <= (y1 - y0) / 2 - half; away += 3) for (const y of [middle - away, middle + away]) if (free(y)) return y;
  return undefined;
}

/** Events of several lanes count once, in the first. */
function spotsIn(lanes: Lane[], parts: (readonly [number, number])[], f: VerticalFrame, reach: number): Spot[] {
  const found = new Map<string, Spot>();
  for (const [lane, { items, label, note }] of lanes.entries()) {
    const [first, last] = parts[lane] ?? [0, 0];
    for (let i = first; i < last; i++) {
      if ((items.ends[i] ?? 0) < f.from - reach || found.has(items.id(i))) continue;
      const item = items.at(i);
      found.set(item.id, { item, lane, name: note ? `${label} (${note})` : label, x: 0, ...span(item, f), labelY: undefined });
    }
  }
  return [...found.values()];
}

function span(item: Item, f: VerticalFrame): { y0: number; y1: number; dot: boolean } {
  const [start, end] = [yOf(item.start, f), yOf(item.end, f)];
  const later = f.newestFirst ? -1 : 1;
  if (item.openStart) return { y0: Math.min(end, end - arrow * later), y1: Math.max(end, end - arrow * later), dot: false };
  if (item.openEnd) return { y0: Math.min(start, start + arrow * later), y1: Math.max(start, start + arrow * later), dot: false };
  const [y0, y1] = [Math.min(start, end), Math.max(start, end)];
  if (y1 - y0 >= dotSize) return { y0, y1, dot: false };
  const middle = (y0 + y1) / 2;
  return { y0: middle - dotSize / 2, y1: middle + dotSize / 2, dot: true };
}

/** Puts spots into columns so that none covers another while there is room, and words beside them. */
function arrange(spots: Spot[], f: VerticalFrame): Spot[] {
  spots.sort((a, b) => a.y0 - b.y0 || a.y1 - b.y1);
  const ends = new Array<number>(columns).fill(-Infinity);
  let below = 0;
  for (const spot of spots) {
    const free = ends.findIndex((end) => end + 3 <= spot.y0);
    const column = free < 0 ? columns - 1 : free;
    ends[column] = Math.max(ends[column] ?? 0, spot.y1);
    spot.x = axisWidth + 14 + pitch * (column + 0.5);
    if (spot.y1 < 0 || spot.y0 > f.height) continue;
    const middle = middleOf(spot, f);
    const y = Math.max(below, Math.min(middle - labelHeight / 2, f.height - labelHeight));
    if (y - middle > astray || y + labelHeight > f.height + 2) continue;
    spot.labelY = y;
    below = y + labelHeight;
  }
  return spots;
}

/** The middle of what is seen of a spot. */
export function middleOf(spot: Spot, f: VerticalFrame): number {
  return (Math.max(0, spot.y0) + Math.min(f.height, spot.y1)) / 2;
}

const inOrder = (spots: Spot[]) => spots.map((spot) => spot.item).sort((a, b) => a.start - b.start || a.end - b.end);

function linksOf(spots: Spot[]): { y0: number; y1: number }[] {
  const at = new Map(spots.filter((spot) => spot.item.conflict).map((spot) => [spot.item.id, spot]));
  const links: { y0: number; y1: number }[] = [];
  for (const spot of at.values())
    for (const id of spot.item.against) {
      const other = at.get(id);
      if (!other || (other.item.against.includes(spot.item.id) && other.item.id < spot.item.id)) continue;
      links.push({ y0: (spot.y0 + spot.y1) / 2, y1: (other.y0 + other.y1) / 2 });
    }
  return links;
}

function density(scene: VerticalScene, lanes: Lane[], perPixel: number): void {
  const f = scene.frame;
  const counts: number[] = [];
  const days = binHeight * perPixel;
  for (let from = f.from; from < f.to; from += days) counts.push(lanes.reduce((sum, { items }) => sum + items.before(from + days) - items.before(from), 0));
  const most = Math.max(1, ...counts);
  for (const [i, count] of counts.entries()) {
    if (!count) continue;
    const y = f.newestFirst ? f.height - (i + 1) * binHeight : i * binHeight;
    scene.bins.push({ y, h: binHeight - 1, share: Math.sqrt(count / most) });
  }
}

/** The event under a finger: its words, or the nearest mark. */
export function spotAt(scene: VerticalScene, x: number, y: number, slack = 12): Spot | undefined {
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of scene.spots) {
    if (spot.labelY !== undefined && x >= wordsAt - 4 && y >= spot.labelY && y < spot.labelY + labelHeight) return spot;
    const [dx, dy] = [Math.max(0, Math.abs(x - spot.x) - dotSize / 2), Math.max(spot.y0 - y, 0, y - spot.y1)];
    if (dx <= slack && dy <= slack && dx * dx + dy * dy < least) [best, least] = [spot, dx * dx + dy * dy];
  }
  return best;
}
