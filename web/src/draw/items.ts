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
  /** Worded when it is first drawn, which most are not. */
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
  const open = { start: time.earliest === openStart, end: time.latest === openEnd };
  if (open.start && open.end) return undefined;
  const start = open.start ? dayNumber(time.latest) + 1 : dayNumber(time.earliest);
  const end = open.end ? dayNumber(time.earliest) : dayNumber(time.latest) + 1;
  const against = line.conflicts.flatMap((c) => c.reports.map((r) => r.event.id)).filter((id) => id !== line.id);
  const means = line.means ?? "UNSPECIFIED";
  let label: string | undefined;
  return {
    id: line.id,
    start,
    end,
    openStart: open.start,
    openEnd: open.end,
    approximate: time.approximate,
    status: line.status,
    means,
    weight: line.articleCount >= 4 ? 3 : line.articleCount >= 2 ? 2 : 1,
    conflict: line.conflicts.length > 0,
    envoy: line.participants.some((p) => p.onBehalfOf),
    get label() {
      return (label ??= `${m.means[means] ?? ""}, ${shortTime(time)}${line.articleCount > 1 ? ` (${line.articleCount})` : ""}`);
    },
    published: line.firstReports.nodes.flatMap((r) => (r.article.published ? [dayNumber(r.article.published)] : [])),
    against: [...new Set(against)],
  };
}
