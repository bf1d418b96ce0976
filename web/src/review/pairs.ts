/** Which pairs a decision about a card judges. */
export interface Questioned {
  parts: { id: string }[];
  comparisons: { a: { id: string }; b: { id: string } }[];
}

/** The pairs that are compared on a card; of a card without comparisons, its first part with each other one. */
export function pairsOf(card: Questioned): { a: string; b: string }[] {
  if (card.comparisons.length) return card.comparisons.map(({ a, b }) => ({ a: a.id, b: b.id }));
  const [first, ...others] = card.parts;
  return first ? others.map((other) => ({ a: first.id, b: other.id })) : [];
}
