/** The address as reactive state, and what little the page remembers besides. */
import { asked, format, parse, type Address } from "./address";

class Page {
  address: Address = $state(parse(location.search));
  /** A message that is read out and goes away by itself. */
  notice = $state("");
  /** How many decisions were made or undone here: what is shown is then read again. */
  edited = $state(0);
  /** When the server stopped answering; empty while it answers. */
  gone = $state("");

  constructor() {
    addEventListener("popstate", () => (this.address = parse(location.search)));
  }

  /** Goes to a changed address. What is open closes when something else is asked. */
  go(change: Partial<Address>, how: "push" | "replace" = "push"): void {
    const next = { ...$state.snapshot(this.address), ...change };
    if (asked.some((key) => key in change) && !("event" in change)) Object.assign(next, { event: "", article: "", at: "" });
    if (asked.some((key) => key in change) && !("window" in change)) next.window = "";
    const search = format(next);
    this.address = next;
    const url = location.pathname + search;
    if (how === "replace" || url === location.pathname + location.search) history.replaceState(null, "", url);
    else history.pushState(null, "", url);
  }

  /** The link to what is shown. */
  link(change: Partial<Address> = {}): string {
    return location.origin + location.pathname + format({ ...$state.snapshot(this.address), ...change });
  }

  private timer = 0;
  say(text: string): void {
    this.notice = "";
    clearTimeout(this.timer);
    // A change of text is what a screen reader reads out, even if it is the same text again.
    queueMicrotask(() => (this.notice = text));
    this.timer = window.setTimeout(() => (this.notice = ""), 5000);
  }

  async copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.say(done);
    } catch {
      this.fallback = text;
    }
  }
  /** Text that could not be copied, for the reader to select. */
  fallback = $state("");
}

export const page = new Page();

/** Whether an event of the keyboard comes from a field that takes text. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  return at instanceof HTMLElement && (at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(at.tagName) || event.composedPath().some((e) => e instanceof HTMLElement && e.isContentEditable));
}
