/** Which lane an event lies in: that of its pair, of each of its people, or of each publisher. */
import type { Lanes } from "../address";
import type { LineFragment } from "../api/generated";
import { m } from "../messages";
import { columnsOf, Sequence } from "./sequence";

export interface Lane {
  key: string;
  label: string;
  /** Whom a party acts for; empty if all act for themselves. */
  note: string;
  items: Sequence;
  pinned: boolean;
}

type Participant = LineFragment["participants"][number];

/** The two parties that lead a contact, besides those who only brought others together. */
function leaders(line: LineFragment): [Participant | undefined, Participant | undefined] {
  const parts = line.participants;
  // Nearly all events are like this, and there may be 200,000 of them.
  if (parts.length === 2 && parts[0]?.role === "INITIATOR" && parts[1]?.role === "RECIPIENT") return [parts[0], parts[1]];
  const a = parts.find((p) => p.role === "INITIATOR") ?? parts.find((p) => p.role !== "MEDIATOR");
  const b = parts.find((p) => p.role === "RECIPIENT") ?? parts.find((p) => p !== a && p.role !== "MEDIATOR");
  return [a, b];
}

/** A lane whose events are still being collected, by their numbers. */
interface Draft extends Omit<Lane, "items"> {
  rows: number[];
}

/** The lanes that are being made, found by their keys. */
class Drafts {
  readonly all: Draft[] = [];
  private readonly byKey = new Map<string, Draft>();
  private readonly byPair = new Map<string, Map<string, Draft>>();

  constructor(
    private readonly by: Lanes,
    private readonly options: { first?: string; pins?: string[] },
  ) {}

  /** The lanes that an event lies in. */
  of(line: LineFragment): Draft | Draft[] {
    if (this.by === "pair") return this.ofPair(line);
    const keys = this.by === "person" ? line.participants.map((p) => p.entity.id) : line.firstReports.nodes.map((r) => r.article.publisher ?? "");
    return [...new Set(keys)].map((key) => this.keyed(this.byKey, key, key, line));
  }
  /** Looks a pair up by one and then by the other, since texts put together are slow keys. */
  private ofPair(line: LineFragment): Draft {
    const [a, b] = leaders(line);
    const one = a?.entity.id ?? "";
    const other = b?.entity.id ?? one;
    const least = one < other ? one : other;
    const most = one < other ? other : one;
    let found = this.byPair.get(least);
    if (!found) this.byPair.set(least, (found = new Map()));
    return found.get(most) ?? this.keyed(found, most, least === most ? least : `${least} ${most}`, line);
  }
  private keyed(drafts: Map<string, Draft>, at: string, key: string, line: LineFragment): Draft {
    let draft = drafts.get(at);
    if (!draft) {
      draft = { key, ...nameOf(line, this.by, key, this.options.first ?? ""), pinned: this.options.pins?.includes(key) ?? false, rows: [] };
      drafts.set(at, draft);
      this.all.push(draft);
    }
    return draft;
  }
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
  const columns = columnsOf(lines);
  const drafts = new Drafts(by, options);
  // A lane is called by the first of its events in the answer, and has them by their start.
  const lanesAt = lines.map((line) => drafts.of(line));
  for (const row of columns.order) {
    const at = lanesAt[row];
    if (Array.isArray(at)) for (const draft of at) draft.rows.push(row);
    else at?.rows.push(row);
  }
  return drafts.all
    .filter((draft) => draft.rows.length > 0)
    .map(({ rows, ...lane }) => ({ ...lane, items: Sequence.of(columns, rows) }))
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.items.length - a.items.length || (a.label < b.label ? -1 : 1));
}

/** One lane for each of several parties, in the order given. */
export function comparedLanes(groups: { key: string; label: string; lines: LineFragment[] }[]): Lane[] {
  return groups.map(({ key, label, lines }) => {
    const columns = columnsOf(lines);
    return { key, label, note: "", pinned: false, items: Sequence.of(columns, columns.order) };
  });
}

/** The lanes that have something in a window, those with most of it first after pinned ones. */
export function inWindow(lanes: Lane[], window: { from: number; to: number }): Lane[] {
  return lanes
    .map((lane) => ({ lane, inside: countIn(lane.items, window) }))
    .filter(({ lane, inside }) => inside > 0 || lane.pinned)
    .sort((a, b) => Number(b.lane.pinned) - Number(a.lane.pinned) || b.inside - a.inside)
    .map(({ lane }) => lane);
}

function countIn({ starts, ends }: Sequence, window: { from: number; to: number }): number {
  let count = 0;
  for (let i = 0; i < starts.length; i++) if ((starts[i] ?? 0) <= window.to && (ends[i] ?? 0) >= window.from) count++;
  return count;
}
