/** Which pairs a decision about a review judges. */
export interface Questioned {
  parts: { id: string }[];
  comparisons: { a: { id: string }; b: { id: string } }[];
}

/** The pairs that are compared in a review; of one without comparisons, its first part with each other one. */
export function pairsOf(review: Questioned): { a: string; b: string }[] {
  if (review.comparisons.length) return review.comparisons.map(({ a, b }) => ({ a: a.id, b: b.id }));
  const [first, ...others] = review.parts;
  return first ? others.map((other) => ({ a: first.id, b: other.id })) : [];
}
