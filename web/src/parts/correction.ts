/** What a form changes of a report: only fields whose value is another. */
import type { Correction, Party } from "../api/edits";

/** A party or source as the form shows it. */
export interface Named {
  id: string;
  name: string;
}
export interface Part {
  entity: Named;
  role: string;
  onBehalfOf?: Named | null;
}
/** What a report says, as the form holds it. */
export interface Said {
  means: string;
  status: string;
  /** EDTF; empty for none. */
  time: string;
  place: Named | undefined;
  participants: Part[];
  attributedTo: Named[];
}

/** The correction that leads from what is held now to what the form says. */
export function correctionOf(before: Said, after: Said): Correction {
  const change: Correction = {};
  const clear: string[] = [];
  if (after.means && after.means !== before.means) change.means = after.means;
  if (after.status !== before.status) change.status = after.status;
  const time = after.time.trim();
  if (time !== before.time && time) change.time = time;
  if (time !== before.time && !time) clear.push("TIME");
  if (after.place && after.place.id !== before.place?.id) change.place = after.place.id;
  if (!after.place && before.place) clear.push("PLACE");
  if (differ(parties(before), parties(after))) change.participants = parties(after);
  const sources = after.attributedTo.map((source) => source.id);
  if (differ(before.attributedTo.map((source) => source.id), sources)) {
    if (sources.length) change.attributedTo = sources;
    else clear.push("ATTRIBUTED_TO");
  }
  return clear.length ? { ...change, clear } : change;
}

function parties(said: Said): Party[] {
  return said.participants.map(({ entity, role, onBehalfOf }) => ({ entity: entity.id, role, ...(onBehalfOf ? { onBehalfOf: onBehalfOf.id } : {}) }));
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
