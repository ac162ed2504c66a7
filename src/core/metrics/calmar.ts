import { finite } from "./finite.ts";

/**
 * Calmar ratio: compound annual growth over maximum drawdown, both of the whole back-test (Young 1991 takes the last
 * three years); null where either is undefined or 0; −1 at ruin. `calmar(0.1, 0.25)` is 0.4.
 */
export function calmar(cagr: number | null, maxDrawdown: number | null): number | null {
  return cagr && maxDrawdown ? finite(cagr / maxDrawdown) : null;
}
