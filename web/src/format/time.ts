/** Times in words, as exact as the source and no more. */
import { m } from "../messages";

export interface Span {
  edtf: string;
  earliest: string;
  latest: string;
  precision: string;
  approximate: boolean;
  boundOnly: boolean;
}

/** An open side of a span, as the API writes it. */
export const openStart = "0001-01-01";
export const openEnd = "9999-12-31";

const style = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(m.locale, { timeZone: "UTC", ...options });
const dayStyle = style({ day: "numeric", month: "long", year: "numeric" });
const monthStyle = style({ month: "long", year: "numeric" });
const shortDay = style({ day: "numeric", month: "short", year: "numeric" });
const shortMonth = style({ month: "short", year: "numeric" });

/** A span in words: "July 2025", "2–8 February 2026", "by 21 December 2025". */
export function timeInWords(time: Span | null | undefined): string {
  if (!time) return m.timeUnknown;
  const words = spanInWords(time);
  return time.approximate ? m.about(words) : words;
}

function spanInWords(time: Span): string {
  const open = { start: time.earliest === openStart, end: time.latest === openEnd };
  if (open.start && open.end) return m.timeUnknown;
  if (open.start) return time.boundOnly ? m.by(dayInWords(time.latest)) : m.until(dayInWords(time.latest));
  if (open.end) return m.since(dayInWords(time.earliest));
  const season = /^(\d{4})-(2[1-4])[~?%]?$/u.exec(time.edtf);
  if (season) return m.season(Number(season[2]) - 21, season[1] ?? "");
  return rangeInWords(time.earliest, time.latest);
}

/** Two days in the shortest words that say them: a year, a month, a range. */
export function rangeInWords(earliest: string, latest: string): string {
  const [a, b] = [utc(earliest), utc(latest)];
  if (earliest === latest) return dayStyle.format(a);
  const wholeMonths = a.getUTCDate() === 1 && new Date(b.getTime() + 86400000).getUTCDate() === 1;
  if (!wholeMonths) return dayStyle.formatRange(a, b);
  if (a.getUTCMonth() === 0 && b.getUTCMonth() === 11) {
    const [from, to] = [String(a.getUTCFullYear()), String(b.getUTCFullYear())];
    return from === to ? from : `${from}–${to}`;
  }
  return earliest.slice(0, 7) === latest.slice(0, 7) ? monthStyle.format(a) : monthStyle.formatRange(a, b);
}

/** A day in words. */
export function dayInWords(day: string): string {
  return dayStyle.format(utc(day));
}

/** A day in few letters. */
export function shortDayInWords(day: string): string {
  return shortDay.format(utc(day));
}

/** A span for a label on the timeline. */
export function shortTime(time: Span | null | undefined): string {
  if (!time || time.earliest === openStart || time.latest === openEnd) return timeInWords(time);
  const month = time.earliest.slice(0, 7) === time.latest.slice(0, 7) && time.earliest !== time.latest;
  const words = time.precision === "MONTH" && month ? shortMonth.format(utc(time.earliest)) : time.earliest === time.latest ? shortDay.format(utc(time.earliest)) : spanInWords(time);
  return time.approximate ? m.about(words) : words;
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A period as the address has it, in words where it is of whole days, months or years. */
export function periodInWords(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  const words = (point: string) => {
    if (/^\d{4}$/u.test(point)) return point;
    if (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(point)) return monthStyle.format(utc(`${point}-01`));
    return /^\d{4}-\d{2}-\d{2}$/u.test(point) && !Number.isNaN(utc(point).getTime()) ? dayInWords(point) : point;
  };
  if (to === undefined) return words(from);
  if (from === ".." || from === "") return m.until(words(to));
  return to === ".." || to === "" ? m.since(words(from)) : `${words(from)} – ${words(to)}`;
}
