/**
 * An article's text cut where reports and mentions begin and end. The API counts in code
 * points; JavaScript counts in UTF-16 units, so the text is cut by code points here.
 */
export interface Range {
  start: number;
  end: number;
}
export interface Segment<R extends Range, M extends Range> extends Range {
  text: string;
  /** Reports whose quote this is part of. */
  reports: R[];
  /** The mention that this is part of. */
  mention: M | undefined;
  /** Whether a mention begins here. */
  opens: boolean;
  /** Reports whose quote ends here. */
  ends: R[];
  at: boolean;
}

/** Cuts a text into paragraphs of segments; at is the passage that the address names. */
export function segments<R extends Range, M extends Range>(text: string, reports: R[], mentions: M[], at?: Range): Segment<R, M>[][] {
  const points = Array.from(text);
  const cuts = new Set([0, points.length]);
  for (const range of [...reports, ...mentions, ...(at ? [at] : [])]) cuts.add(clamp(range.start, points)).add(clamp(range.end, points));
  for (const [i, point] of points.entries()) if (point === "\n") cuts.add(i).add(i + 1);
  const sorted = [...cuts].sort((a, b) => a - b);
  // Of mentions that overlap, the first and longest is a link.
  const links = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end).filter(outermost());
  const paragraphs: Segment<R, M>[][] = [[]];
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1];
    if (end === undefined) break;
    const words = points.slice(start, end).join("");
    if (words === "\n") {
      if (paragraphs.at(-1)?.length) paragraphs.push([]);
      continue;
    }
    const covers = (range: Range) => range.start <= start && range.end >= end;
    const mention = links.find(covers);
    paragraphs.at(-1)?.push({
      text: words,
      start,
      end,
      reports: reports.filter(covers),
      mention,
      opens: mention?.start === start,
      ends: reports.filter((report) => report.end === end),
      at: Boolean(at && covers(at)),
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function outermost(): (range: Range) => boolean {
  let end = -1;
  return (range) => {
    if (range.start < end || range.end <= range.start) return false;
    end = range.end;
    return true;
  };
}

function clamp(at: number, points: string[]): number {
  return Math.min(points.length, Math.max(0, at));
}
