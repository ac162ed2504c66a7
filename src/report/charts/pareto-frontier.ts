/** A point that is better the less it costs and the more it is worth. */
export interface Offer {
  readonly cost: number;
  readonly value: number;
}

/**
 * Indices of the points that no other beats: none costs as little or less and is worth as much or more, one of them
 * strictly. By rising cost, and so by rising value; equal points are all on it.
 */
export function paretoFrontier(points: readonly Offer[]): readonly number[] {
  const order = points.map((_, i) => i).sort((i, j) => compare(points[i] as Offer, points[j] as Offer));
  const kept: number[] = [];
  let best: Offer | null = null;
  for (const i of order) {
    const point = points[i] as Offer;
    const same = best !== null && point.value === best.value && point.cost === best.cost;
    if (best !== null && point.value <= best.value && !same) continue;
    kept.push(i);
    best = point;
  }
  return kept;
}

/** Cheaper first; of equally cheap ones the more valuable. */
function compare(a: Offer, b: Offer): number {
  return a.cost - b.cost || b.value - a.value;
}
