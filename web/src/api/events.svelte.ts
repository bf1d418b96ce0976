/** The events that the address asks for, page after page until there are enough. */
import type { Address } from "../address";
import { ApiError, ask } from "./client";
import { ContactsDocument, type ContactsQuery, type ContactsQueryVariables, type LineFragment } from "./generated";
import { page } from "../page.svelte";
import { partyRef } from "./party";

export type Line = LineFragment;

/** How many events a view loads by itself; beyond that, it loads what the window shows. */
export const plenty = 5000;
const perPage = 100;

export class Events {
  lines: Line[] = $state.raw([]);
  total = $state(0);
  /** Names of the question that nobody bears, each with those that come near. */
  unknown: ContactsQuery["contacts"]["unknownNames"] = $state.raw([]);
  loading = $state(false);
  error: ApiError | undefined = $state.raw();
  private turn = 0;

  /** Loads what an address asks for; a later call makes an earlier one stop. */
  async load(address: Address, more: Partial<ContactsQueryVariables> = {}, enough = plenty): Promise<void> {
    const turn = ++this.turn;
    this.loading = true;
    this.error = undefined;
    const variables = { ...asVariables(address), ...more };
    let lines: Line[] = [];
    let after: string | null = null;
    try {
      do {
        // The first page is small, so that something is there to see soon.
        const first: number = after ? perPage : 50;
        const { contacts }: ContactsQuery = await ask(ContactsDocument, { ...variables, first, after });
        if (turn !== this.turn) return;
        page.gone = "";
        lines = lines.concat(contacts.nodes);
        this.total = contacts.totalCount;
        this.unknown = contacts.unknownNames;
        this.lines = lines;
        after = contacts.pageInfo.hasNextPage ? (contacts.pageInfo.endCursor ?? null) : null;
        // Of very many, a part shows that there are many; the window asks for its own.
        if (contacts.totalCount > plenty) enough = Math.min(enough, 500);
      } while (after && lines.length < enough);
    } catch (cause) {
      if (turn !== this.turn) return;
      this.error = cause instanceof ApiError ? cause : new ApiError(String(cause), "UNKNOWN");
      if (this.error.code === "UNREACHABLE") page.gone ||= new Date().toLocaleTimeString();
      // What is shown stays when only the server went away.
      else [this.lines, this.total] = [[], 0];
    } finally {
      if (turn === this.turn) this.loading = false;
    }
  }
}

/** The events of several parties, each for itself, at the same scale. */
export class Compared {
  groups: { key: string; lines: Line[] }[] = $state.raw([]);
  private turn = 0;

  async load(address: Address): Promise<void> {
    const turn = ++this.turn;
    if (!address.compare.length) {
      this.groups = [];
      return;
    }
    const parties = [address.who, ...address.compare].filter(Boolean);
    const events = parties.map(() => new Events());
    await Promise.all(parties.map((who, i) => events[i]?.load({ ...address, who, compare: [] }, {}, 1000)));
    if (turn === this.turn) this.groups = parties.map((key, i) => ({ key, lines: events[i]?.lines ?? [] }));
  }
}

/** The filters of an address as the API takes them. */
export function asVariables(a: Address): ContactsQueryVariables {
  return {
    ...(a.who ? { who: partyRef(a.who) } : {}),
    ...(a.with ? { with: partyRef(a.with) } : {}),
    ...(a.place ? { place: partyRef(a.place) } : {}),
    ...(a.means.length ? { means: a.means as NonNullable<ContactsQueryVariables["means"]> } : {}),
    ...(a.status.length ? { status: a.status as NonNullable<ContactsQueryVariables["status"]> } : {}),
    ...(a.during ? { during: a.during } : {}),
    ...(a.knownBy ? { knownBy: a.knownBy } : {}),
    ...(a.publisher ? { publisher: a.publisher } : {}),
    ...(a.minArticles ? { minArticles: a.minArticles } : {}),
    ...(a.text ? { text: a.text } : {}),
    ...(a.about ? { about: a.about } : {}),
    orderBy: a.order === "asc" ? "TIME_ASC" : "TIME_DESC",
  };
}
