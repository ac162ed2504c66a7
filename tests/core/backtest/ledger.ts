import type { BacktestOptions } from "../../../src/core/backtest.ts";
import type { Bars } from "../../../src/core/bars.ts";

/** One line of the ledger. */
export interface LedgerLine {
  readonly equity: number;
  readonly traded: number;
  readonly units: number;
}

/**
 * The same execution model kept as a ledger, without the closed form: what equity is after a trade is found by bisection
 * of "equity after = equity before − cost of the units that it takes to hold the weight". Slow, and written to be
 * different from the kernel.
 */
export function ledger(bars: Bars, target: readonly number[], options: BacktestOptions): LedgerLine[] {
  const rate = options.costs.feeBps / 1e4 + options.costs.slippageBps / 1e4;
  const lines: LedgerLine[] = [];
  let account = { cash: options.initial, units: 0 };
  const wanted = target.map((_, t) => target.slice(0, t + 1).findLast((value) => !Number.isNaN(value)) ?? 0);
  for (let t = 0; t < bars.length; t++) {
    const open = bars.open[t] ?? 0;
    let traded = 0;
    if (lines.some(({ equity }) => equity === 0)) {
      lines.push({ equity: 0, traded: 0, units: 0 });
      continue;
    }
    if (t > 0) {
      const worth = account.cash + account.units * open;
      const weight = wanted[t - 1] ?? 0;
      const due = options.rebalance === "every-bar" || weight !== (wanted[t - 2] ?? 0);
      const after = due && worth > 0 ? afterTrade(worth, account.units * open, weight, rate) : worth;
      if (after <= 0) {
        lines.push({ equity: 0, traded: 0, units: 0 });
        continue;
      }
      if (due) {
        const units = (weight * after) / open;
        traded = Math.abs(units - account.units) * open;
        account = { cash: after - units * open, units };
      }
    }
    const equity = Math.max(0, account.cash + account.units * (bars.close[t] ?? 0));
    lines.push({ equity, traded, units: equity === 0 ? 0 : account.units });
  }
  return lines;
}

/** Equity after a trade to `weight`: the root of e + rate·|weight·e − held| = worth in [0, worth]; 0 where there is none. */
function afterTrade(worth: number, held: number, weight: number, rate: number): number {
  const excess = (e: number) => e + rate * Math.abs(weight * e - held) - worth;
  if (excess(0) >= 0) return 0;
  let [low, high] = [0, worth];
  for (let i = 0; i < 120; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
