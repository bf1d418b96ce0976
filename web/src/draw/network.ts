/** Events as a network: who was in contact with whom, and who acted for whom. */
import type { LineFragment } from "../api/generated";
import { openEnd, openStart } from "../format/time";
import { happened } from "./gaps";

export interface Node {
  id: string;
  name: string;
  kind: string;
  /** How many of the events it took part in. */
  events: number;
}
export interface Link {
  key: string;
  a: string;
  b: string;
  /** How many contacts took place, or are said to have. */
  count: number;
  /** How many were only planned, asked for, possible or denied. */
  others: number;
  earliest: string;
  latest: string;
  /** True for "a acted for b"; it is no contact. */
  envoy: boolean;
}
export interface Network {
  nodes: Node[];
  links: Link[];
  /** How many parties the limit left out. */
  left: number;
}

/** Builds the network of the parties with most events; those in keep are always in it. */
export function networkOf(lines: LineFragment[], limit: number, keep: ReadonlySet<string> = new Set()): Network {
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  const seen = new Set<string>();
  for (const line of lines) {
    if (seen.has(line.id)) continue;
    seen.add(line.id);
    const met = line.participants.map((p) => p.entity);
    for (const entity of new Map([...met, ...line.participants.flatMap((p) => p.onBehalfOf ?? [])].map((e) => [e.id, e])).values()) {
      const node = nodes.get(entity.id) ?? { id: entity.id, name: entity.name, kind: entity.__typename, events: 0 };
      node.events++;
      nodes.set(entity.id, node);
    }
    for (const [i, one] of met.entries()) for (const two of met.slice(i + 1)) if (one.id !== two.id) count(links, one.id, two.id, line);
    for (const part of line.participants) if (part.onBehalfOf && part.onBehalfOf.id !== part.entity.id) acted(links, part.entity.id, part.onBehalfOf.id);
  }
  const ranked = [...nodes.values()].sort((a, b) => Number(keep.has(b.id)) - Number(keep.has(a.id)) || b.events - a.events || (a.id < b.id ? -1 : 1));
  const shown = ranked.slice(0, limit);
  const ids = new Set(shown.map((n) => n.id));
  return { nodes: shown, links: [...links.values()].filter((l) => ids.has(l.a) && ids.has(l.b)), left: ranked.length - shown.length };
}

function count(links: Map<string, Link>, one: string, two: string, line: LineFragment): void {
  const [a, b] = one < two ? [one, two] : [two, one];
  const key = `${a} ${b}`;
  const link = links.get(key) ?? { key, a, b, count: 0, others: 0, earliest: "", latest: "", envoy: false };
  links.set(key, link);
  if (!happened.has(line.status)) {
    link.others++;
    return;
  }
  link.count++;
  const { time } = line;
  if (time && time.earliest !== openStart && (!link.earliest || time.earliest < link.earliest)) link.earliest = time.earliest;
  if (time && time.latest !== openEnd && time.latest > link.latest) link.latest = time.latest;
}

function acted(links: Map<string, Link>, envoy: string, sender: string): void {
  const key = `${envoy} for ${sender}`;
  const link = links.get(key) ?? { key, a: envoy, b: sender, count: 0, others: 0, earliest: "", latest: "", envoy: true };
  link.count++;
  links.set(key, link);
}

/** A place to start from that depends on the ID alone, so that the same network looks the same. */
export function seat(id: string): { x: number; y: number } {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  const angle = ((hash & 0xffff) / 0xffff) * 2 * Math.PI;
  const radius = 40 + (hash >>> 16) / 655;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}
