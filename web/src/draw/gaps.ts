/** Spans in which a lane has nothing: as telling as what it has. */
import type { Lane } from "./lanes";

export interface Gap {
  from: number;
  to: number;
}

/** What took place or may have; a plan or a denial does not end a silence. */
export const happened: ReadonlySet<string> = new Set(["ASSERTED", "CONFIRMED", "DISPUTED"]);

/** The longest spans between two contacts that are said to have taken place, longest first. */
export function gapsOf(lane: Pick<Lane, "items">, least = 180, most = 2): Gap[] {
  const gaps: Gap[] = [];
  let end = -Infinity;
  for (const item of lane.items) {
    if (!happened.has(item.status)) continue;
    const start = item.openStart ? -Infinity : item.start;
    if (start - end >= least && end > -Infinity) gaps.push({ from: end, to: start });
    end = Math.max(end, item.openEnd ? Infinity : item.end);
  }
  return gaps.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, most);
}
