/**
 * Share of all n bars that close with a position, long or short of any size, in [0, 1]; null without bars. Bar 0 never
 * has one, so buy-and-hold comes to (n − 1)/n; a bar that ends in ruin, and those after, count as flat.
 */
export function exposure(position: ArrayLike<number>): number | null {
  const n = position.length;
  if (n === 0) return null;
  let held = 0;
  for (let t = 0; t < n; t++) if (position[t] !== 0) held++;
  return held / n;
}
