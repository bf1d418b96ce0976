/** Draws a scene with a pen: what each fact looks like is here and nowhere else. */
import { scaleUtc } from "d3-scale";
import { rangeInWords } from "../format/time";
import { m } from "../messages";
import { fromDate, isoDay, toDate } from "./days";
import { happened } from "./gaps";
import { glyphs, type Glyph } from "./glyphs";
import type { Pen } from "./pen";
import { xOf, type Frame, type Mark, type Row, type Scene } from "./scene";

export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  line: string;
  strong: string;
  accent: string;
  warn: string;
  lanes: string[];
}

export const axisHeight = 26;

/** Draws everything but the axis; open and current are IDs of events. */
export function paint(scene: Scene, pen: Pen, p: Palette, open = "", current = ""): void {
  const f = scene.frame;
  for (const tick of ticks(f)) if (tick.x > f.gutter) pen.path(`M${r(tick.x)} 0V${f.height}`, { stroke: p.line, width: tick.major ? 1 : 0.5 });
  for (const row of scene.rows) pen.path(`M0 ${r(row.y + row.h)}H${f.width}`, { stroke: p.line, width: 1 });
  for (const bin of scene.bins) pen.rect(bin.x, bin.y, bin.w, bin.h, { fill: laneColor(p, bin.lane), alpha: 0.75 });
  for (const silence of scene.silences) drawSilence(silence, pen, p);
  for (const link of scene.links) {
    const top = Math.min(link.y0, link.y1) - 15;
    pen.path(`M${r(link.x0)} ${r(link.y0 - 8)}V${r(top)}H${r(link.x1)}V${r(link.y1 - 8)}`, { stroke: p.warn, width: 1.2, dash: [4, 3] });
  }
  for (const at of scene.reported) {
    pen.path(`M${r(at.fromX)} ${r(at.fromY)}L${r(at.x)} ${r(at.y - 3)}`, { stroke: p.strong, width: 0.7, dash: [1, 3] });
    pen.path(`M${r(at.x)} ${r(at.y - 6)}l3.5 6h-7z`, { fill: p.paper, stroke: p.soft, width: 1 });
  }
  for (const mark of scene.marks) drawMark(mark, pen, p, mark.item.id === open, mark.item.id === current, f);
  for (const row of scene.rows) drawName(row, pen, p, f);
}

/** The colour of a lane. */
export function laneColor(p: Palette, index: number): string {
  return p.lanes[index % p.lanes.length] ?? p.ink;
}

function drawSilence({ x0, x1, y, from, to }: Scene["silences"][number], pen: Pen, p: Palette): void {
  const words = m.nothingBetween(rangeInWords(isoDay(from), isoDay(to - 1)));
  pen.path(`M${r(x0 + 3)} ${r(y - 3)}v6M${r(x0 + 3)} ${r(y)}H${r(x1 - 3)}M${r(x1 - 3)} ${r(y - 3)}v6`, { stroke: p.strong, width: 1, dash: [2, 3] });
  const width = words.length * 5.8 + 12;
  if (x1 - x0 < width + 20) return;
  pen.rect((x0 + x1 - width) / 2, y - 8, width, 16, { fill: p.paper });
  pen.text(words, (x0 + x1) / 2, y, { color: p.soft, size: 11.5, center: true });
}

function drawName(row: Row, pen: Pen, p: Palette, f: Frame): void {
  const color = laneColor(p, row.color);
  if (f.gutter === 0) {
    const room = f.width - 30;
    pen.rect(0, row.y + 5, 3, 15, { fill: color, radius: 1.5 });
    pen.text(row.note ? `${row.label} (${row.note})` : row.label, 10, row.y + 12.5, { color: p.ink, size: 12.5, width: room });
    if (row.pinned) pen.path(glyphs.pin, { x: f.width - 18, y: row.y + 6, scale: 0.75, stroke: p.soft, width: 1.6 });
    return;
  }
  const middle = row.y + row.h / 2;
  pen.rect(0, row.y + 0.5, f.gutter - 1, row.h - 1, { fill: p.paper });
  pen.rect(0, row.y + 8, 3, row.h - 16, { fill: color, radius: 1.5 });
  const room = f.gutter - 42;
  const [first, second] = row.note ? [row.label, row.note] : inLines(row.label, room);
  pen.text(first, 16, second ? middle - 9 : middle, { color: p.ink, size: 13, width: room });
  if (second) pen.text(second, 16, middle + 9, { color: row.note ? p.soft : p.ink, size: row.note ? 12 : 13, width: room });
  if (row.pinned) pen.path(glyphs.pin, { x: f.gutter - 22, y: middle - 6, scale: 0.75, stroke: p.soft, width: 1.6 });
}

/** The names of a pair stand in two lines where they are too long for one. */
function inLines(label: string, room: number): [string, string] {
  const dash = label.indexOf(" – ");
  return dash < 0 || label.length * 6.7 <= room ? [label, ""] : [label.slice(0, dash + 2), label.slice(dash + 3)];
}

function drawMark(mark: Mark, pen: Pen, p: Palette, open: boolean, current: boolean, f: Frame): void {
  const { item, x0, x1, y, h } = mark;
  if (x1 < f.gutter - 4 || x0 > f.width + 4) return;
  const color = laneColor(p, mark.lane);
  const middle = (x0 + x1) / 2;
  if (open || current) pen.rect(x0 - 6, y - h / 2 - 6, x1 - x0 + 12, h + 12, { stroke: open ? p.ink : p.strong, width: open ? 2 : 1.2, radius: 10 });
  if (item.openStart || item.openEnd) drawOpen(mark, pen, color);
  else if (mark.dot) drawDot(mark, pen, p, color);
  else drawBar(mark, pen, p, color);
  drawSigns(item, middle, y, y - h / 2, pen, p, color);
  if (!mark.labelled) return;
  pen.path(glyphs[item.means as Glyph] ?? glyphs.UNSPECIFIED, { x: mark.labelX, y: y - 6, scale: 0.75, stroke: p.soft, width: 1.7 });
  pen.text(item.label, mark.labelX + 17, y, { color: p.soft, size: 12 });
}

/** What is drawn over a mark: struck through, asked for, in doubt. */
export function drawSigns(item: Mark["item"], x: number, y: number, top: number, pen: Pen, p: Palette, color: string): void {
  if (item.status === "DENIED") pen.path(`M${r(x - 7)} ${r(y + 7)}L${r(x + 7)} ${r(y - 7)}`, { stroke: color, width: 1.8 });
  if (item.status === "REQUESTED") pen.text("?", x, y + 0.5, { color: p.ink, size: 10, bold: true, center: true });
  if (item.status === "DISPUTED" || item.conflict) pen.path(glyphs.warn, { x: x - 6, y: Math.max(1, top - 14), scale: 0.75, stroke: p.warn, fill: p.paper, width: 1.9 });
}

/** Outline for what has not happened, dotted for what only may. */
export function body(item: Mark["item"], p: Palette, color: string): { fill: string; stroke: string; width: number; dash?: number[] } {
  return { fill: happened.has(item.status) ? color : p.paper, stroke: color, width: 1.6, ...(item.status === "HYPOTHETICAL" && { dash: [1.5, 3] }) };
}

/** An arrow on the open side, which is as long as it is because it has to be some length. */
function drawOpen({ item, x0, x1, y, h }: Mark, pen: Pen, color: string): void {
  const [stop, tip, way] = item.openStart ? [x1, x0, 1] : [x0, x1, -1];
  const d = `M${r(stop)} ${r(y - h / 2 - 2)}V${r(y + h / 2 + 2)}M${r(stop)} ${r(y)}H${r(tip)}M${r(tip + 5 * way)} ${r(y - 4)}L${r(tip)} ${r(y)}L${r(tip + 5 * way)} ${r(y + 4)}`;
  pen.path(d, { stroke: color, width: 1 + item.weight * 0.6, ...(happened.has(item.status) ? {} : { dash: [2, 3] }) });
}

export function drawDot({ item, x0, x1, y }: Pick<Mark, "item" | "x0" | "x1" | "y">, pen: Pen, p: Palette, color: string): void {
  const [middle, radius] = [(x0 + x1) / 2, (x1 - x0) / 2 - 1];
  if (item.approximate) pen.circle(middle, y, radius + 4, { fill: color, alpha: 0.25 });
  if (item.envoy) pen.circle(middle, y, radius + 2.6, { stroke: color, width: 1.2, dash: [3, 2.2] });
  if (item.status === "CONFIRMED") {
    pen.circle(middle, y, radius + 2, { stroke: color, width: 1.3, fill: p.paper });
    pen.circle(middle, y, radius - 0.6, { fill: color });
  } else pen.circle(middle, y, radius, body(item, p, color));
}

function drawBar({ item, x0, x1, y, h }: Mark, pen: Pen, p: Palette, color: string): void {
  const style = body(item, p, color);
  if (item.approximate && happened.has(item.status)) pen.rect(x0, y - h / 2, x1 - x0, h, { fill: color, radius: h / 2, fade: "across" });
  else pen.rect(x0 + 0.8, y - h / 2, Math.max(1, x1 - x0 - 1.6), h, { ...style, radius: h / 2 });
  if (item.envoy) pen.rect(x0 - 2, y - h / 2 - 3, x1 - x0 + 4, h + 6, { stroke: color, width: 1.2, dash: [4, 2.5], radius: h / 2 + 3 });
  if (item.status === "CONFIRMED") pen.rect(x0 - 2, y - h / 2 - 3, x1 - x0 + 4, h + 6, { stroke: color, width: 1.2, radius: h / 2 + 3 });
}

export interface Tick {
  x: number;
  label: string;
  major: boolean;
}

const dayLabel = new Intl.DateTimeFormat(m.locale, { day: "numeric", month: "short", timeZone: "UTC" });
const monthLabel = new Intl.DateTimeFormat(m.locale, { month: "short", timeZone: "UTC" });

/** Where the axis has lines, and what stands at them: from centuries down to days. */
export function ticks(f: Frame): Tick[] {
  return dates(f.from, f.to, Math.max(2, Math.floor((f.width - f.gutter) / 90))).map(({ day, ...tick }) => ({ x: xOf(day, f), ...tick }));
}

/** Round dates between two days, about as many as asked for; the first of each year has the year with it. */
export function dates(from: number, to: number, count: number): { day: number; label: string; major: boolean }[] {
  let year = Number.NaN;
  return scaleUtc()
    .domain([toDate(from), toDate(to)])
    .ticks(count)
    .filter((date) => date.getTime() % 86_400_000 === 0)
    .map((date) => {
      const first = date.getUTCFullYear() !== year;
      year = date.getUTCFullYear();
      const start = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
      const words = start ? String(year) : date.getUTCDate() === 1 ? monthLabel.format(date) : dayLabel.format(date);
      return { day: fromDate(date), label: first && !start ? `${words} ${year}` : words, major: start };
    });
}

/** Draws the axis as a strip. */
export function paintAxis(f: Frame, pen: Pen, p: Palette, y = 0): void {
  for (const tick of ticks(f)) {
    if (tick.x < f.gutter || tick.x > f.width - 8) continue;
    pen.path(`M${r(tick.x)} ${y + axisHeight - 7}v7`, { stroke: p.strong, width: 1 });
    pen.text(tick.label, tick.x + 4, y + axisHeight / 2, { color: tick.major ? p.ink : p.soft, size: 12, bold: tick.major });
  }
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
