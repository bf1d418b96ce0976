/**
 * The events that the page shows. Of very many, those in the window of the timeline are
 * loaded whenever it changes; else all are there and the window only moves over them.
 */
import type { Address } from "../address";
import { Compared, Events, plenty } from "./events.svelte";
import { within } from "./window";

export class Shown {
  readonly all = new Events();
  private readonly windowed = new Events();
  readonly compared = new Compared();

  /** Loads what an address asks for. */
  load(address: Address): void {
    void this.all.load(address);
    void this.compared.load(address);
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
