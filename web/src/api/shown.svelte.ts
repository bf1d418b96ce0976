/**
 * The events that the page shows. Of very many, those in the window of the timeline are
 * loaded whenever it changes; else all are there and the window only moves over them.
 */
import type { Address } from "../address";
import { ask } from "./client";
import { asVariables, Compared, Events, plenty } from "./events.svelte";
import { BucketsDocument, type BucketsQuery } from "./generated";
import { within } from "./window";

export class Shown {
  readonly all = new Events();
  private readonly windowed = new Events();
  readonly compared = new Compared();
  /** How many begin in each month or year, where all are too many to load. */
  buckets: BucketsQuery["timeline"] = $state.raw([]);
  private turn = 0;

  /** Loads what an address asks for. */
  load(address: Address): void {
    void this.all.load(address);
    void this.compared.load(address);
    this.buckets = [];
  }
  /** Counts all events over time; called once they are known to be too many. */
  async count(address: Address): Promise<void> {
    const turn = ++this.turn;
    if (!this.tooMany) return;
    const { orderBy: _, ...filters } = asVariables(address);
    try {
      let { timeline } = await ask(BucketsDocument, { ...filters, by: "MONTH" });
      if (timeline.length > 1200) ({ timeline } = await ask(BucketsDocument, { ...filters, by: "YEAR" }));
      if (turn === this.turn) this.buckets = timeline;
    } catch {
      // The overview then shows what is loaded.
    }
  }
  /** Loads the window's own events where all are too many. */
  look(address: Address): void {
    const during = within(address.during, address.window);
    if (this.tooMany && during) void this.windowed.load({ ...address, during }, {}, 2000);
  }
  get tooMany(): boolean {
    return this.all.total > plenty;
  }
  /** The events to list and draw. */
  now(window: string): Events {
    return this.tooMany && window && (this.windowed.lines.length > 0 || this.windowed.loading) ? this.windowed : this.all;
  }
}
