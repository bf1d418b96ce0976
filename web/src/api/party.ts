/** A party as the API takes it. */
export function partyRef(party: string): { id: string } | { name: string } | { country: string } {
  const side = /^country:([A-Z]{2})$/u.exec(party);
  if (side?.[1]) return { country: side[1] };
  return /^(?:per|org|pla)_/u.test(party) ? { id: party } : { name: party };
}
