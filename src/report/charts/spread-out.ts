/**
 * Heights moved apart until each is `gap` from the next, in the order they had, within `low` … `high` while there is
 * room: labels along an edge. What is far from its neighbours stays where it is.
 */
export function spreadOut(heights: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = heights.map((_, i) => i).sort((i, j) => (heights[i] as number) - (heights[j] as number));
  const placed = new Array<number>(heights.length).fill(low);
  let next = low;
  for (const i of order) {
    placed[i] = Math.max(next, heights[i] as number);
    next = (placed[i] as number) + gap;
  }
  next = high;
  for (const i of order.reverse()) {
    placed[i] = Math.min(next, placed[i] as number);
    next = (placed[i] as number) - gap;
  }
  return placed;
}
