/** Which lane an event lies in: that of its pair, of each of its people, or of each publisher. */
import type { Lanes } from "../address";
import type { LineFragment } from "../api/generated";
import { m } from "../messages";
import { itemOf, type Item } from "./items";

export interface Lane {
  key: string;
  label: string;
  /** Whom a party acts for; empty if all act for themselves. */
  note: string;
  /** By their start. */
  items: Item[];
  pinned: boolean;
  /** How many days the longest of them has; counted when it is first needed. */
  longest?: number;
}

interface Place {
  key: string;
  label: string;
  note?: string;
}

/** The two parties that lead a contact, besides those who only brought others together. */
function pair(line: LineFragment, first: string): Place {
  const parts = line.participants.filter((p) => p.role !== "MEDIATOR");
  const a = parts.find((p) => p.role === "INITIATOR") ?? parts[0];
  const b = parts.find((p) => p.role === "RECIPIENT") ?? parts.find((p) => p !== a);
  if (!a) return { key: "", label: m.timeUnknown };
  if (!b || a === b) return { key: a.entity.id, label: a.entity.name };
  const sender = a.onBehalfOf ?? b.onBehalfOf;
  const turned = !sender && b.entity.id !== a.entity.id && (b.entity.id === first || (a.entity.id !== first && a.entity.name > b.entity.name));
  const two = turned ? [b.entity, a.entity] : [a.entity, b.entity];
  return {
    key: two.map((e) => e.id).sort().join(" "),
    label: two.map((e) => e.name).join(sender ? " ⇢ " : " – "),
    note: sender ? m.forParty(sender.name) : "",
  };
}

function places(line: LineFragment, by: Lanes, first: string): Place[] {
  if (by === "pair") return [pair(line, first)];
  if (by === "person") return line.participants.map((p) => ({ key: p.entity.id, label: p.entity.name }));
  const names = new Set(line.firstReports.nodes.map((r) => r.article.publisher ?? ""));
  return [...names].map((name) => ({ key: name, label: name || m.noPublisher }));
}

/** Sorts events into lanes: pinned ones first, then those with most events. */
export function lanesOf(lines: LineFragment[], by: Lanes, options: { first?: string; pins?: string[] } = {}): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const line of lines) {
    const item = itemOf(line);
    if (!item) continue;
    for (const place of places(line, by, options.first ?? "")) put(lanes, place, item, options.pins);
  }
  return sorted([...lanes.values()]);
}

/** One lane for each of several parties, in the order given. */
export function comparedLanes(groups: { key: string; label: string; lines: LineFragment[] }[]): Lane[] {
  return groups.map(({ key, label, lines }) => ({ key, label, note: "", pinned: false, items: byStart(lines.flatMap((line) => itemOf(line) ?? [])) }));
}

/** The lanes that have something in a window, those with most of it first after pinned ones. */
export function inWindow(lanes: Lane[], window: { from: number; to: number }): Lane[] {
  const count = (lane: Lane) => lane.items.filter((item) => item.start <= window.to && item.end >= window.from).length;
  return lanes
    .map((lane) => ({ lane, inside: count(lane) }))
    .filter(({ lane, inside }) => inside > 0 || lane.pinned)
    .sort((a, b) => Number(b.lane.pinned) - Number(a.lane.pinned) || b.inside - a.inside)
    .map(({ lane }) => lane);
}

function put(lanes: Map<string, Lane>, place: Place, item: Item, pins: string[] = []): void {
  const lane = lanes.get(place.key);
  if (!lane) lanes.set(place.key, { key: place.key, label: place.label, note: place.note ?? "", items: [item], pinned: pins.includes(place.key) });
  else if (lane.items.at(-1) !== item) lane.items.push(item);
}

function sorted(lanes: Lane[]): Lane[] {
  for (const lane of lanes) byStart(lane.items);
  return lanes.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.items.length - a.items.length || (a.label < b.label ? -1 : 1));
}

function byStart(items: Item[]): Item[] {
  return items.sort((a, b) => a.start - b.start || a.end - b.end);
}
