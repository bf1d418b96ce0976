/** Days as whole numbers since 1970-01-01, so that geometry needs no calendar. */
const ms = 86_400_000;

/** The number of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / ms);
}

/** The ISO day of a number, cut to the years that the API writes. */
export function isoDay(day: number): string {
  const least = -719162; // 0001-01-01
  const most = 2932896; // 9999-12-31
  return new Date(Math.min(most, Math.max(least, Math.round(day))) * ms).toISOString().slice(0, 10);
}

export function toDate(day: number): Date {
  return new Date(day * ms);
}

export function fromDate(date: Date): number {
  return date.getTime() / ms;
}
