/** Links to the server's exports, for exactly what the address asks for. */
import type { Address } from "../address";
import { partyRef } from "./party";

/** The formats of GET /export, with what their files end in. */
export const formats = [
  { format: "csv", ending: "csv" },
  { format: "jsonl", ending: "jsonl" },
  { format: "markdown", ending: "md" },
  { format: "bibtex", ending: "bib" },
  { format: "timelinejs", ending: "json" },
  { format: "icalendar", ending: "ics" },
  { format: "graphml", ending: "graphml" },
  { format: "gexf", ending: "gexf" },
  { format: "followthemoney", ending: "ftm.json" },
] as const;

/** The address of an export. */
export function exportLink(a: Address, format: string, title: string): string {
  const query = new URLSearchParams({ format });
  const party = (key: string, value: string) => {
    if (!value) return;
    const ref = partyRef(value);
    if ("id" in ref) query.set(`${key}Id`, ref.id);
    else if ("country" in ref) query.set(`${key}Country`, ref.country);
    else query.set(key, ref.name);
  };
  party("who", a.who);
  party("with", a.with);
  party("place", a.place);
  if (a.means.length) query.set("means", a.means.join(","));
  if (a.status.length) query.set("status", a.status.join(","));
  for (const key of ["during", "knownBy", "publisher", "text", "about"] as const) if (a[key]) query.set(key, a[key]);
  if (a.minArticles) query.set("minArticles", String(a.minArticles));
  query.set("orderBy", a.order === "asc" ? "TIME_ASC" : "TIME_DESC");
  if (title) query.set("title", title);
  return `export?${query.toString()}`;
}
