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

type Participant = LineFragment["participants"][number];

/** The two parties that lead a contact, besides those who only brought others together. */
function leaders(line: LineFragment): [Participant | undefined, Participant | undefined] {
  const parts = line.participants;
  const a = parts.find((p) => p.role === "INITIATOR") ?? parts.find((p) => p.role !== "MEDIATOR");
  const b = parts.find((p) => p.role === "RECIPIENT") ?? parts.find((p) => p !== a && p.role !== "MEDIATOR");
  return [a, b];
}

/** The keys of the lanes that an event lies in. */
function keysOf(line: LineFragment, by: Lanes): string[] {
  if (by === "pair") return [pairKey(line)];
  if (by === "person") return [...new Set(line.participants.map((p) => p.entity.id))];
  return [...new Set(line.firstReports.nodes.map((r) => r.article.publisher ?? ""))];
}

function pairKey(line: LineFragment): string {
  const [a, b] = leaders(line);
  if (!a || !b) return a?.entity.id ?? "";
  const [one, other] = [a.entity.id, b.entity.id];
  if (one === other) return one;
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** What a lane is called, by its first event. */
function nameOf(line: LineFragment, by: Lanes, key: string, first: string): { label: string; note: string } {
  if (by === "pair") return pairName(line, first);
  if (by === "person") return { label: line.participants.find((p) => p.entity.id === key)?.entity.name ?? key, note: "" };
  return { label: key || m.noPublisher, note: "" };
}

function pairName(line: LineFragment, first: string): { label: string; note: string } {
  const [a, b] = leaders(line);
  if (!a) return { label: m.timeUnknown, note: "" };
  if (!b || a.entity.id === b.entity.id) return { label: a.entity.name, note: "" };
  const sender = a.onBehalfOf ?? b.onBehalfOf;
  const turned = !sender && (b.entity.id === first || (a.entity.id !== first && a.entity.name > b.entity.name));
  const two = turned ? [b.entity, a.entity] : [a.entity, b.entity];
  return { label: two.map((e) => e.name).join(sender ? " ⇢ " : " – "), note: sender ? m.forParty(sender.name) : "" };
}

/** Sorts events into lanes: pinned ones first, then those with most events. */
export function lanesOf(lines: LineFragment[], by: Lanes, options: { first?: string; pins?: string[] } = {}): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const line of lines) {
    const item = itemOf(line);
    if (!item) continue;
    for (const key of keysOf(line, by)) {
      const lane = lanes.get(key);
      if (lane) lane.items.push(item);
      else lanes.set(key, { key, ...nameOf(line, by, key, options.first ?? ""), items: [item], pinned: options.pins?.includes(key) ?? false });
    }
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

function sorted(lanes: Lane[]): Lane[] {
  for (const lane of lanes) byStart(lane.items);
  return lanes.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.items.length - a.items.length || (a.label < b.label ? -1 : 1));
}

function byStart(items: Item[]): Item[] {
  return items.sort((a, b) => a.start - b.start || a.end - b.end);
}
