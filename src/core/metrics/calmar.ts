import { finite } from "./finite.ts";
import { rounding } from "./rounding.ts";

/**
 * Calmar ratio: compound annual growth over maximum drawdown, both of the whole back-test (Young 1991 takes the last
 * three years); null where either is undefined or 0, up to 1e-12; −1 at ruin. `calmar(0.1, 0.25)` is 0.4.
 */
export function calmar(cagr: number | null, maxDrawdown: number | null): number | null {
  if (cagr === null || maxDrawdown === null) return null;
  return Math.abs(cagr) > rounding && maxDrawdown > rounding ? finite(cagr / maxDrawdown) : null;
}
