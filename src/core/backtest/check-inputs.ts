import type { BacktestColumns, BacktestOptions } from "../backtest.ts";
import type { Bars } from "../bars.ts";

/** Throws RangeError unless starting equity, costs and mode are ones that a back-test can use. */
export function checkOptions(options: BacktestOptions): void {
  const { initial, costs, rebalance } = options;
  if (!(initial > 0 && initial < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`initial is ${initial}: starting equity must be a number above 0`);
  }
  checkBps("feeBps", costs.feeBps);
  checkBps("slippageBps", costs.slippageBps);
  if (rebalance !== "on-change" && rebalance !== "every-bar") {
    throw new RangeError(`rebalance is ${String(rebalance)}: it must be on-change or every-bar`);
  }
}

function checkBps(name: string, bps: number): void {
  if (!(bps >= 0 && bps < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} is ${bps}: it must be a number of at least 0 (basis points)`);
  }
}

/** Throws RangeError for bars without prices, and for a column that is not as long as the bars. */
export function checkLengths(bars: Bars, target: ArrayLike<number>, into: BacktestColumns): void {
  for (const name of ["open", "close"] as const) {
    if (bars[name] === undefined) throw new RangeError(`bars has no ${name}: wanted bars, as createBars makes them`);
    checkLength(name, bars[name], bars.length);
  }
  checkLength("target", target, bars.length);
  checkLength("equity", into.equity, bars.length);
  checkLength("position", into.position, bars.length);
  checkLength("turnover", into.turnover, bars.length);
}

function checkLength(name: string, column: ArrayLike<number>, length: number): void {
  if (column.length !== length) {
    throw new RangeError(`${name} has ${column.length} values for ${length} bars: it must have one a bar`);
  }
}

/** Throws RangeError for the first open, else close, else target that is not one, and says where it is. */
export function checkValues(bars: Bars, target: ArrayLike<number>): void {
  checkPrices("open", bars.open);
  checkPrices("close", bars.close);
  for (let t = 0; t < target.length; t++) {
    const wanted = target[t] as number;
    if (!isTarget(wanted)) {
      throw new RangeError(`target[${t}] is ${wanted}: it must lie in [-1, 1], or be NaN to keep the one before`);
    }
  }
}

function checkPrices(name: string, prices: Float64Array): void {
  for (let t = 0; t < prices.length; t++) {
    const price = prices[t] as number;
    if (!isPrice(price)) throw new RangeError(`${name}[${t}] is ${price}: prices must be numbers above 0`);
  }
}

/** True for a finite number above 0. */
export function isPrice(x: number): boolean {
  return x > 0 && x < Number.POSITIVE_INFINITY;
}

/** True for a number in [−1, 1], and for NaN, which keeps the target before. */
export function isTarget(x: number): boolean {
  return (x >= -1 && x <= 1) || Number.isNaN(x);
}
