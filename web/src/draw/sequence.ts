/**
 * The events of a lane by their start. Where they lie stands in columns of numbers, and an
 * item is made when it is asked for: of 200,000 events, few are ever drawn one by one.
 */
import type { LineFragment } from "../api/generated";
import { endOf, itemOf, placedTime, startOf, type Item } from "./items";

export class Sequence {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many days the longest has. */
  readonly longest: number;
  /** The day after all of them; -Infinity if there are none. */
  readonly end: number;
  private readonly made: Item[] = [];

  private constructor(
    /** The numbers of events. */
    private readonly rows: readonly number[],
    columns: { starts: Int32Array; ends: Int32Array },
    private readonly make: (row: number) => Item,
    private readonly idOf: (row: number) => string,
  ) {
    [this.starts, this.ends] = [new Int32Array(rows.length), new Int32Array(rows.length)];
    let [longest, end] = [0, -Infinity];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const from = columns.starts[row] ?? 0;
      const to = columns.ends[row] ?? 0;
      this.starts[i] = from;
      this.ends[i] = to;
      if (to - from > longest) longest = to - from;
      if (to > end) end = to;
    }
    [this.longest, this.end] = [longest, end];
  }

  /** Some of the events of columns, given in the order of their start. */
  static of(columns: Columns, rows: readonly number[]): Sequence {
    const { lines } = columns;
    const make = (row: number) => {
      const item = lines[row] && itemOf(lines[row]);
      if (!item) throw new Error(`event ${row} has no place`);
      return item;
    };
    return new Sequence(rows, columns, make, (row) => lines[row]?.id ?? "");
  }

  /** Items as they are, given in the order of their start. */
  static from(items: Item[]): Sequence {
    const at = (row: number) => items[row] as Item;
    const columns = { starts: Int32Array.from(items, (item) => item.start), ends: Int32Array.from(items, (item) => item.end) };
    return new Sequence([...items.keys()], columns, at, (row) => at(row).id);
  }

  get length(): number {
    return this.rows.length;
  }
  at(i: number): Item {
    return (this.made[i] ??= this.make(this.rows[i] ?? 0));
  }
  id(i: number): string {
    return this.idOf(this.rows[i] ?? 0);
  }
  find(id: string): Item | undefined {
    for (let i = 0; i < this.length; i++) if (this.id(i) === id) return this.at(i);
    return undefined;
  }
  *[Symbol.iterator](): Generator<Item> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }
  /** How many start before a day. */
  before(day: number): number {
    let [least, most] = [0, this.length];
    while (least < most) {
      const middle = (least + most) >> 1;
      if ((this.starts[middle] ?? 0) < day) least = middle + 1;
      else most = middle;
    }
    return least;
  }
}

/** Where events lie. Events without a place are in no order. */
export interface Columns {
  lines: readonly LineFragment[];
  starts: Int32Array;
  ends: Int32Array;
  /** The numbers of those with a place, by their start. */
  order: number[];
}

export function columnsOf(lines: readonly LineFragment[]): Columns {
  const [starts, ends] = [new Int32Array(lines.length), new Int32Array(lines.length)];
  const order: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const time = line && placedTime(line);
    if (!time) continue;
    const start = startOf(time);
    starts[i] = start;
    ends[i] = endOf(time, start);
    order.push(i);
  }
  return { lines, starts, ends, order: byStart(order, starts, ends) };
}

/** Sorts the numbers of events by their start. Answers mostly are in that order already, or in the opposite one. */
function byStart(order: number[], starts: Int32Array, ends: Int32Array): number[] {
  const compare = (a: number, b: number) => (starts[a] ?? 0) - (starts[b] ?? 0) || (ends[a] ?? 0) - (ends[b] ?? 0);
  let [rises, falls] = [true, true];
  for (let i = 1; i < order.length && (rises || falls); i++) {
    const by = compare(order[i - 1] ?? 0, order[i] ?? 0);
    rises &&= by <= 0;
    falls &&= by >= 0;
  }
  if (rises) return order;
  if (falls) return order.reverse();
  // Counting takes a tenth of the time of comparing; of those of a year and longer, which is longer does not matter.
  const byLength = counted(order, (row) => Math.min(365, (ends[row] ?? 0) - (starts[row] ?? 0)));
  return counted(byLength, (row) => starts[row] ?? 0);
}

/** Sorts by whole numbers, and leaves equals in their order. */
function counted(order: number[], keyOf: (row: number) => number): number[] {
  let [least, most] = [Infinity, -Infinity];
  for (const row of order) {
    const key = keyOf(row);
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const next = new Int32Array(most - least + 2);
  for (const row of order) next[keyOf(row) - least + 1]!++;
  for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
  const sorted = new Array<number>(order.length);
  for (const row of order) sorted[next[keyOf(row) - least]!++] = row;
  return sorted;
}
