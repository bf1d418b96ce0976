/** A window of days within a period of the question; empty if there is no window. */
export function within(during: string, window: string): string {
  const [from = "", to = ""] = window.split("/");
  if (!from || !to) return "";
  const [start = "", end = ""] = during.includes("/") ? during.split("/") : [during, during];
  // Periods are compared as text, which orders days as well as months and years.
  const first = /^\d{4}/u.test(start) && start > from ? start : from;
  const last = /^\d{4}/u.test(end) && `${end}~` < to ? end : to;
  return first.slice(0, 4) > last.slice(0, 4) ? "" : `${first}/${last}`;
}
