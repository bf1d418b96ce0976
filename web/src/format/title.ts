/** What the address asks for as one line, for titles of pictures, exports and the window. */
import type { Address } from "../address";
import { nameOf } from "../api/names.svelte";
import { m } from "../messages";
import { periodInWords } from "./time";

/** The title of what is shown. */
export function titleOf(a: Address): string {
  const parties = a.path.length === 2 ? a.path.map(nameOf).join(" → ") : [a.who, a.with].filter(Boolean).map(nameOf).join(` ${m.withParty} `);
  const parts = [parties, ...a.compare.map((id) => `${m.against} ${nameOf(id)}`), a.during && periodInWords(a.during), a.text && m.words(a.text), a.about && m.aboutChip(a.about)];
  return m.titleOf(parts.filter(Boolean).join(", "));
}
