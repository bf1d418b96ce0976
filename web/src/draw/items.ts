/** Events as the timeline draws them: where they lie and how sure that is. */
import type { LineFragment } from "../api/generated";
import { openEnd, openStart, shortTime } from "../format/time";
import { m } from "../messages";
import { dayNumber } from "./days";

export interface Item {
  id: string;
  /** The first day, and the day after the last; both are the known end where the other is open. */
  start: number;
  end: number;
  openStart: boolean;
  openEnd: boolean;
  approximate: boolean;
  status: string;
  means: string;
  /** 1, 2 or 3: one article, two or three, more. */
  weight: number;
  conflict: boolean;
  /** Somebody took part for somebody else. */
  envoy: boolean;
  readonly label: string;
  /** The days on which the first reports were published. */
  published: number[];
  /** Events that contradict this one, or that a "first" or "last" of it speaks of. */
  against: string[];
}

type Time = NonNullable<LineFragment["time"]>;

/** The time of an event that has a place on the axis: not one that is unknown or a mere bound. */
export function placedTime({ time }: LineFragment): Time | undefined {
  if (!time || time.boundOnly) return undefined;
  if (time.earliest === openStart && time.latest === openEnd) return undefined;
  return time;
}

/** The day on which an event starts; its known end where its start is open. */
export function startOf(time: Time): number {
  return time.earliest === openStart ? dayNumber(time.latest) + 1 : dayNumber(time.earliest);
}

/** The day after an event; its known start where its end is open. */
export function endOf(time: Time, start: number): number {
  if (time.latest === openEnd) return dayNumber(time.earliest);
  if (time.earliest === openStart) return start;
  return time.latest === time.earliest ? start + 1 : dayNumber(time.latest) + 1;
}

/** The item of an event; nothing if it has no place on the axis. */
export function itemOf(line: LineFragment): Item | undefined {
  const time = placedTime(line);
  if (!time) return undefined;
  const start = startOf(time);
  return new EventItem(line, time, start, endOf(time, start));
}

/** What few events need is worked out when it is asked for. */
class EventItem implements Item {
  constructor(
    private readonly line: LineFragment,
    private readonly time: Time,
    readonly start: number,
    readonly end: number,
  ) {}
  get id(): string {
    return this.line.id;
  }
  get openStart(): boolean {
    return this.time.earliest === openStart;
  }
  get openEnd(): boolean {
    return this.time.latest === openEnd;
  }
  get approximate(): boolean {
    return this.time.approximate;
  }
  get status(): string {
    return this.line.status;
  }
  get means(): string {
    return this.line.means ?? "UNSPECIFIED";
  }
  get weight(): number {
    const count = this.line.articleCount;
    if (count >= 4) return 3;
    return count >= 2 ? 2 : 1;
  }
  get conflict(): boolean {
    return this.line.conflicts.length > 0;
  }
  get envoy(): boolean {
    return this.line.participants.some((p) => p.onBehalfOf);
  }
  get label(): string {
    const count = this.line.articleCount;
    return `${m.means[this.means] ?? ""}, ${shortTime(this.time)}${count > 1 ? ` (${count})` : ""}`;
  }
  get published(): number[] {
    return this.line.firstReports.nodes.flatMap((r) => (r.article.published ? [dayNumber(r.article.published)] : []));
  }
  get against(): string[] {
    const ids = this.line.conflicts.flatMap((c) => c.reports.map((r) => r.event.id));
    return [...new Set(ids)].filter((id) => id !== this.id);
  }
}
