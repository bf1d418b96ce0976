/** Lines about an event that more than one view shows. */
import type { LineFragment } from "../api/generated";
import { m } from "../messages";
import { openStart } from "./time";

/** Who reports an event: a publisher or two by name, more by number. */
export function reporters(line: LineFragment): string {
  const names = [...new Set(line.firstReports.nodes.map((r) => r.article.publisher).filter((p): p is string => Boolean(p)))];
  if (line.articleCount > 1) return names.length && names.length === line.publisherCount && names.length <= 2 ? names.join(", ") : m.articles(line.articleCount);
  return names[0] ?? m.noPublisher;
}

/** The day of the first report that has one; empty if none has. */
export function firstReported(line: LineFragment): string {
  return line.firstReports.nodes.map((r) => r.article.published ?? "").filter(Boolean).sort()[0] ?? "";
}

/** Events of several lists as one, each once, in the order of time; those without a time last. */
export function merged(lines: LineFragment[], ascending: boolean): LineFragment[] {
  const once = [...new Map(lines.map((line) => [line.id, line])).values()];
  const start = (line: LineFragment) => (!line.time ? "" : line.time.earliest === openStart ? line.time.latest : line.time.earliest);
  return once.sort((a, b) => {
    const [x, y] = [start(a), start(b)];
    if (!x || !y) return x ? -1 : y ? 1 : 0;
    return (x < y ? -1 : x > y ? 1 : 0) * (ascending ? 1 : -1);
  });
}
