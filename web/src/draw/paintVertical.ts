/** Draws the timeline of a phone; what the marks mean is as in paint.ts. */
import { rangeInWords } from "../format/time";
import { m } from "../messages";
import { isoDay } from "./days";
import { happened } from "./gaps";
import { glyphs, type Glyph } from "./glyphs";
import { body, dates, drawDot, drawSigns, laneColor, type Palette } from "./paint";
import type { Pen } from "./pen";
import { axisWidth, labelHeight, middleOf, wordsAt, yOf, type Spot, type VerticalFrame, type VerticalScene } from "./vertical";

export function paintVertical(scene: VerticalScene, pen: Pen, p: Palette, open = "", current = ""): void {
  const f = scene.frame;
  drawAxis(f, pen, p);
  for (const bin of scene.bins) pen.rect(axisWidth + 8, bin.y, (f.width - axisWidth - 20) * bin.share, bin.h, { fill: laneColor(p, 0), alpha: 0.75 });
  for (const silence of scene.silences) drawSilence(silence, pen, p, f);
  for (const { y0, y1 } of scene.links) pen.path(`M${axisWidth + 14} ${y0}h-7V${y1}h7`, { stroke: p.warn, width: 1.2, dash: [4, 3] });
  for (const spot of scene.spots) drawSpot(spot, pen, p, f, spot.item.id === open, spot.item.id === current);
}

function drawAxis(f: VerticalFrame, pen: Pen, p: Palette): void {
  pen.path(`M${axisWidth} 0V${f.height}`, { stroke: p.line, width: 1 });
  for (const { day, label, major } of dates(f.from, f.to, Math.max(2, Math.floor(f.height / 60)))) {
    const y = yOf(day, f);
    if (y < 8 || y > f.height - 8) continue;
    pen.path(`M${axisWidth} ${y}H${f.width}`, { stroke: p.line, width: major ? 1 : 0.5 });
    // The year of the first label stands on a line of its own, so that the column stays narrow.
    const [word = "", ...year] = label.split(/ (?=\d{4}$)/u);
    pen.text(word, 6, year.length ? y - 7 : y, { color: major ? p.ink : p.soft, size: 12, bold: major, width: axisWidth - 8 });
    if (year.length) pen.text(year.join(" "), 6, y + 7, { color: p.soft, size: 12, width: axisWidth - 8 });
  }
}

function drawSilence({ y0, y1, from, to, wordsY }: VerticalScene["silences"][number], pen: Pen, p: Palette, f: VerticalFrame): void {
  const x = axisWidth + 22;
  pen.path(`M${x - 3} ${y0 + 4}h6M${x} ${y0 + 4}V${y1 - 4}M${x - 3} ${y1 - 4}h6`, { stroke: p.strong, width: 1, dash: [2, 3] });
  if (wordsY === undefined) return;
  const words = m.nothingBetween(rangeInWords(isoDay(from), isoDay(to - 1)));
  pen.text(words, x + 10, wordsY, { color: p.soft, size: 12, width: f.width - x - 18 });
}

function drawSpot(spot: Spot, pen: Pen, p: Palette, f: VerticalFrame, open: boolean, current: boolean): void {
  const { item, x, y0, y1 } = spot;
  if (y1 < -4 || y0 > f.height + 4) return;
  const color = laneColor(p, spot.lane);
  const middle = middleOf(spot, f);
  const half = 4 + item.weight;
  if (open || current) pen.rect(x - half - 4, y0 - 4, 2 * half + 8, y1 - y0 + 8, { stroke: open ? p.ink : p.strong, width: open ? 2 : 1.2, radius: 10 });
  if (item.openStart || item.openEnd) drawOpen(spot, pen, color, f.newestFirst);
  else if (spot.dot) drawDot({ item, x0: x - half, x1: x + half, y: (y0 + y1) / 2 }, pen, p, color);
  else drawBar(spot, half, pen, p, color);
  drawSigns(item, x, middle, item.conflict || item.status === "DISPUTED" ? middle - 10 : middle, pen, p, color);
  if (spot.labelY === undefined) return;
  const y = spot.labelY + labelHeight / 2;
  pen.path(`M${x + half + 3} ${middle}L${wordsAt - 4} ${y}`, { stroke: p.line, width: 1 });
  pen.text(spot.name, wordsAt, y - 8, { color: p.ink, size: 13, width: f.width - wordsAt - 8 });
  pen.path(glyphs[item.means as Glyph] ?? glyphs.UNSPECIFIED, { x: wordsAt, y: y + 2, scale: 0.75, stroke: p.soft, width: 1.7 });
  pen.text(item.label, wordsAt + 17, y + 9, { color: p.soft, size: 12, width: f.width - wordsAt - 25 });
}

function drawBar({ item, x, y0, y1 }: Spot, half: number, pen: Pen, p: Palette, color: string): void {
  const box = [x - half, y0, 2 * half, y1 - y0] as const;
  if (item.approximate && happened.has(item.status)) pen.rect(...box, { fill: color, radius: half, fade: "down" });
  else pen.rect(box[0] + 0.8, y0 + 0.8, box[2] - 1.6, Math.max(1, box[3] - 1.6), { ...body(item, p, color), radius: half });
  const around = [x - half - 3, y0 - 2, 2 * half + 6, y1 - y0 + 4] as const;
  if (item.envoy) pen.rect(...around, { stroke: color, width: 1.2, dash: [4, 2.5], radius: half + 3 });
  if (item.status === "CONFIRMED") pen.rect(...around, { stroke: color, width: 1.2, radius: half + 3 });
}

/** An arrow to the open side. */
function drawOpen({ item, x, y0, y1 }: Spot, pen: Pen, color: string, newestFirst: boolean): void {
  const up = item.openStart !== newestFirst;
  const [stop, tip, way] = up ? [y1, y0, 1] : [y0, y1, -1];
  pen.path(`M${x - 6} ${stop}H${x + 6}M${x} ${stop}V${tip}M${x - 4} ${tip + 5 * way}L${x} ${tip}L${x + 4} ${tip + 5 * way}`, { stroke: color, width: 1 + item.weight * 0.6, ...(happened.has(item.status) ? {} : { dash: [2, 3] }) });
}
