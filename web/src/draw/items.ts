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

/** The item of an event; nothing if the time is unknown or a mere bound, since no point of the axis is its place. */
export function itemOf(line: LineFragment): Item | undefined {
  const { time } = line;
  if (!time || time.boundOnly) return undefined;
  if (time.earliest === openStart && time.latest === openEnd) return undefined;
  return new EventItem(line, time);
}

/** A class, since 50,000 objects with getters of their own take longer to make than to draw; what few events need is worked out when it is asked for. */
class EventItem implements Item {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;

  constructor(
    private readonly line: LineFragment,
    private readonly time: NonNullable<LineFragment["time"]>,
  ) {
    this.id = line.id;
    this.openStart = time.earliest === openStart;
    this.openEnd = time.latest === openEnd;
    this.start = this.openStart ? dayNumber(time.latest) + 1 : dayNumber(time.earliest);
    this.end = this.openEnd ? dayNumber(time.earliest) : dayNumber(time.latest) + 1;
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
