/** Names of the parties in the address, which has their IDs. */
import { SvelteMap } from "svelte/reactivity";
import { countryName } from "../ask/countries";
import { m } from "../messages";
import { ask } from "./client";
import { PartyDocument } from "./generated";

const names = new SvelteMap<string, string>();
const asked = new Set<string>();

/** What to show for a party of the address: its name as soon as that is known. */
export function nameOf(party: string): string {
  const side = /^country:([A-Z]{2})$/u.exec(party);
  if (side?.[1]) return m.sideOf(countryName(side[1]) || side[1]);
  if (!/^(?:per|org|pla)_/u.test(party)) return party;
  if (!asked.has(party)) {
    asked.add(party);
    ask(PartyDocument, { ref: { id: party } })
      .then(({ entity }) => names.set(party, entity?.name ?? party))
      .catch(() => asked.delete(party));
  }
  return names.get(party) ?? "…";
}
