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
  const sorted = cuts(points, [...reports, ...mentions, ...(at ? [at] : [])]);
  // Of mentions that overlap, the first and longest is a link.
  const links = new Sweep([...mentions].sort(inText).filter(outermost()));
  const quotes = new Sweep([...reports].sort(inText));
  const ending = new Map<number, R[]>();
  for (const report of reports) ending.set(report.end, [...(ending.get(report.end) ?? []), report]);
  const paragraphs: Segment<R, M>[][] = [[]];
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1];
    if (end === undefined) break;
    const words = points.slice(start, end).join("");
    if (words === "\n") {
      if (paragraphs.at(-1)?.length) paragraphs.push([]);
      continue;
    }
    const mention = links.over(start, end)[0];
    paragraphs.at(-1)?.push({
      text: words,
      start,
      end,
      reports: quotes.over(start, end),
      mention,
      opens: mention?.start === start,
      ends: ending.get(end) ?? [],
      at: Boolean(at && at.start <= start && at.end >= end),
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Where anything begins or ends, in order; a line break is a segment of its own. */
function cuts(points: string[], ranges: Range[]): number[] {
  const found = new Set([0, points.length]);
  for (const range of ranges) found.add(clamp(range.start, points)).add(clamp(range.end, points));
  for (const [i, point] of points.entries()) if (point === "\n") found.add(i).add(i + 1);
  return [...found].sort((a, b) => a - b);
}

const inText = (a: Range, b: Range) => a.start - b.start || b.end - a.end;

/** Ranges in the order of the text, asked for one segment after the other: of thousands, each is looked at where it lies only. */
class Sweep<T extends Range> {
  private open: T[] = [];
  private next = 0;

  constructor(private readonly ranges: T[]) {}

  /** The ranges that cover a segment; segments must come in order. */
  over(start: number, end: number): T[] {
    for (let range = this.ranges[this.next]; range && range.start <= start; range = this.ranges[++this.next]) this.open.push(range);
    this.open = this.open.filter((range) => range.end > start);
    return this.open.filter((range) => range.end >= end);
  }
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
