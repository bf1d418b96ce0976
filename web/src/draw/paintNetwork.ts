/** Draws a network with a pen. */
import type { Link, Network, Node } from "./network";
import type { Palette } from "./paint";
import type { Pen } from "./pen";

export interface Spot {
  x: number;
  y: number;
}
export interface View {
  width: number;
  height: number;
  /** The point of the layout in the middle, and pixels for each of its units. */
  x: number;
  y: number;
  k: number;
}

export function onScreen(spot: Spot, v: View): Spot {
  return { x: v.width / 2 + (spot.x - v.x) * v.k, y: v.height / 2 + (spot.y - v.y) * v.k };
}

export function radius(node: Node): number {
  return 6 + Math.min(10, 1.8 * Math.sqrt(node.events));
}

/** A view that has every spot in it. */
export function fitted(spots: Spot[], width: number, height: number): View {
  if (!spots.length) return { width, height, x: 0, y: 0, k: 1 };
  const xs = spots.map((s) => s.x);
  const ys = spots.map((s) => s.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min(2.2, (width - Math.min(190, width * 0.3)) / Math.max(1, right - left), (height - 90) / Math.max(1, bottom - top));
  return { width, height, x: (left + right) / 2, y: (top + bottom) / 2, k: Math.max(0.02, k) };
}

/** Draws links below, parties above, and names over all where there is room, the busiest first. */
export function paintNetwork(network: Network, places: ReadonlyMap<string, Spot>, v: View, pen: Pen, p: Palette, marked: { chosen: string; pins: ReadonlySet<string>; centers: ReadonlySet<string> }): void {
  const at = (id: string) => onScreen(places.get(id) ?? { x: 0, y: 0 }, v);
  for (const link of network.links) drawLink(link, at(link.a), at(link.b), pen, p, marked.chosen);
  const seen = network.nodes.map((node) => ({ node, ...at(node.id), r: radius(node) })).filter(({ x, y }) => x > -80 && y > -30 && x < v.width + 80 && y < v.height + 30);
  for (const { node, x, y, r } of seen) {
    const fill = p.lanes[node.kind === "Person" ? 0 : node.kind === "Organization" ? 2 : 4];
    if (marked.chosen === node.id) pen.circle(x, y, r + 5, { stroke: p.ink, width: 2 });
    if (node.kind === "Person") pen.circle(x, y, r, { fill, stroke: p.paper, width: 1.5 });
    else pen.rect(x - r, y - r, 2 * r, 2 * r, { fill, stroke: p.paper, width: 1.5, radius: 4 });
    if (marked.pins.has(node.id)) pen.circle(x, y, 2.5, { fill: p.paper });
  }
  const taken: Box[] = seen.map(({ x, y, r }) => ({ x0: x - r, x1: x + r, y0: y - r, y1: y + r }));
  for (const { node, x, y, r } of seen) {
    const bold = marked.centers.has(node.id);
    const size = bold ? 14 : 12.5;
    const shown = node.name.length > 34 ? `${node.name.slice(0, 33)}…` : node.name;
    const box = room(taken, v.width, { x, y, r }, { w: shown.length * size * (bold ? 0.6 : 0.56), h: size + 4 }, bold || marked.chosen === node.id);
    if (!box) continue;
    taken.push(box);
    pen.rect(box.x0 - 2, box.y0 - 1, box.x1 - box.x0 + 4, box.y1 - box.y0 + 2, { fill: p.paper, alpha: 0.82, radius: 3 });
    pen.text(shown, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, { color: p.ink, size, bold, center: true });
  }
}

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Where a name covers nothing and is not cut: below its party, above, or at a side. One that has to be shown stands below. */
function room(taken: Box[], width: number, { x, y, r }: Spot & { r: number }, { w, h }: { w: number; h: number }, needed: boolean): Box | undefined {
  const from = (left: number, y0: number): Box => {
    const x0 = Math.max(4, Math.min(left, width - w - 4));
    return { x0, x1: x0 + w, y0, y1: y0 + h };
  };
  const boxes = [from(x - w / 2, y + r + 2), from(x - w / 2, y - r - 2 - h), from(x + r + 3, y - h / 2), from(x - r - 3 - w, y - h / 2)];
  const free = boxes.find((box) => taken.every((t) => t.x1 <= box.x0 || t.x0 >= box.x1 || t.y1 <= box.y0 || t.y0 >= box.y1));
  return free ?? (needed ? boxes[0] : undefined);
}

function drawLink(link: Link, a: Spot, b: Spot, pen: Pen, p: Palette, chosen: string): void {
  const near = link.a === chosen || link.b === chosen;
  const d = `M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`;
  if (link.envoy) return pen.path(d, { stroke: p.soft, width: 1.3, dash: [5, 4] });
  if (!link.count) return pen.path(d, { stroke: p.strong, width: 1, dash: [1.5, 4] });
  pen.path(d, { stroke: near ? p.accent : p.strong, width: Math.min(9, 1.2 + 1.4 * Math.sqrt(link.count)), alpha: near ? 0.9 : 0.5 });
  const length = Math.hypot(a.x - b.x, a.y - b.y);
  if (link.count < 2 || length < 70) return;
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  pen.circle(x, y, 8.5, { fill: p.paper });
  pen.text(String(link.count), x, y, { color: p.soft, size: 11, center: true });
}

/** The party at a point. */
export function nodeAt(network: Network, places: ReadonlyMap<string, Spot>, v: View, x: number, y: number): Node | undefined {
  return network.nodes.findLast((node) => {
    const s = onScreen(places.get(node.id) ?? { x: 0, y: 0 }, v);
    return Math.hypot(s.x - x, s.y - y) <= radius(node) + 4;
  });
}

/** The link at a point, within some pixels. */
export function linkAt(network: Network, places: ReadonlyMap<string, Spot>, v: View, x: number, y: number): Link | undefined {
  return network.links.find((link) => {
    const [a, b] = [onScreen(places.get(link.a) ?? { x: 0, y: 0 }, v), onScreen(places.get(link.b) ?? { x: 0, y: 0 }, v)];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(a.x + along * dx - x, a.y + along * dy - y) < 6;
  });
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
