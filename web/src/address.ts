/**
 * The address is the page's only state: what is asked, how it is shown and what is open.
 * Everything here is a pure function of the query string and back.
 */
export type View = "timeline" | "graph" | "list" | "review" | "query";
export type Lanes = "pair" | "person" | "publisher";

export interface Address {
  /** One party: an ID, a name, or country:XX for a side. */
  who: string;
  /** The other party, written in the same way. */
  with: string;
  /** EDTF. */
  during: string;
  knownBy: string;
  means: string[];
  status: string[];
  publisher: string;
  place: string;
  text: string;
  about: string;
  minArticles: number;
  view: View;
  lanes: Lanes;
  /** Newest first unless "asc". */
  order: "desc" | "asc";
  /** The part of the time axis that is shown, as two days. */
  window: string;
  /** Parties shown below each other, besides who. */
  compare: string[];
  /** Lanes that stay on top. */
  pins: string[];
  /** The open event. */
  event: string;
  /** The open article, and the passage in it. */
  article: string;
  at: string;
  /** From and to of a chain of contacts. */
  path: string[];
  /** A query in the editor, where it differs from the view's. */
  gql: string;
}

export const start: Readonly<Address> = {
  who: "",
  with: "",
  during: "",
  knownBy: "",
  means: [],
  status: [],
  publisher: "",
  place: "",
  text: "",
  about: "",
  minArticles: 0,
  view: "timeline",
  lanes: "pair",
  order: "desc",
  window: "",
  compare: [],
  pins: [],
  event: "",
  article: "",
  at: "",
  path: [],
  gql: "",
};

const views: readonly string[] = ["timeline", "graph", "list", "review", "query"];
const lanes: readonly string[] = ["pair", "person", "publisher"];
const lists = ["means", "status", "compare", "pins", "path"] as const;
const texts = ["who", "with", "during", "knownBy", "publisher", "place", "text", "about", "window", "event", "article", "at", "gql"] as const;

/** Reads a query string; what it does not understand is left out. */
export function parse(search: string): Address {
  const given = new URLSearchParams(search);
  const address: Address = structuredClone(start) as Address;
  for (const key of texts) address[key] = given.get(key) ?? "";
  for (const key of lists) address[key] = split(given.get(key));
  address.minArticles = Math.max(0, Math.trunc(Number(given.get("minArticles"))) || 0);
  const view = given.get("view") ?? "";
  if (views.includes(view)) address.view = view as View;
  const by = given.get("lanes") ?? "";
  if (lanes.includes(by)) address.lanes = by as Lanes;
  if (given.get("order") === "asc") address.order = "asc";
  address.path = address.path.slice(0, 2);
  return address;
}

/** Writes an address as short as it can be: what is as at the start is left out. */
export function format(address: Address): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(address)) {
    const first = start[key as keyof Address];
    if (Array.isArray(value)) {
      if (value.length > 0) out.set(key, value.map((v) => encodeURIComponent(String(v))).join(","));
    } else if (value !== first) {
      out.set(key, String(value));
    }
  }
  const text = out.toString();
  return text ? `?${text}` : "";
}

function split(list: string | null): string[] {
  if (!list) return [];
  return list.split(",").filter(Boolean).map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether the address asks anything at all. */
export function asks(a: Address): boolean {
  return Boolean(
    a.who || a.with || a.during || a.knownBy || a.publisher || a.place || a.text || a.about || a.minArticles || a.means.length || a.status.length || a.path.length || a.compare.length,
  );
}

/** The fields that say which events count; a change of one of them closes what is open. */
export const asked = ["who", "with", "during", "knownBy", "means", "status", "publisher", "place", "text", "about", "minArticles", "compare", "path"] as const;
