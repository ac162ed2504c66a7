import { finite } from "./finite.ts";

/**
 * Growth of equity over the whole back-test: E[last]/E[0] − 1, a fraction ≥ −1; −1 at ruin; null without bars.
 * `totalReturn([100, 90, 120])` is 0.2.
 */
export function totalReturn(equity: ArrayLike<number>): number | null {
  if (equity.length === 0) return null;
  const start = equity[0] as number;
  return finite(((equity[equity.length - 1] as number) - start) / start);
}
