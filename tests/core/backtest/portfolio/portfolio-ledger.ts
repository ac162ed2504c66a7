import type { PortfolioOptions } from "../../../../src/core/backtest/portfolio/backtest-portfolio.ts";
import type { Bars } from "../../../../src/core/bars.ts";
import type { Costs } from "../../../../src/core/costs.ts";
import type { PositionsInput } from "../../../../src/core/positions.ts";

/** One bar of the axis in the ledger. */
export interface PortfolioLine {
  readonly equity: number;
  readonly units: readonly number[];
}

/** An instrument in the books. */
interface Line {
  readonly bars: Bars;
  readonly positions: PositionsInput;
  readonly costs: Costs;
  units: number;
  /** Last price seen. */
  price: number;
  /** Bars seen so far. */
  seen: number;
  filled: number;
  entry: { readonly price: number; best: number; readonly decided: number } | null;
}

/**
 * A portfolio as a book-keeper would write it: one time after the other, prices looked up by time, equity after all by
 * bisection, stops as conditions on prices. Slow, and written to be different from the back-test.
 */
export function portfolioLedger(
  markets: readonly Bars[],
  positions: readonly PositionsInput[],
  options: PortfolioOptions,
): PortfolioLine[] {
  const times = [...new Set(markets.flatMap(({ time }) => [...time]))].sort((a, b) => a - b);
  const lines = markets.map((bars, i): Line => {
    const [own, costs] = [positions[i], options.costs[i]];
    if (own === undefined || costs === undefined) throw new Error("incomplete case");
    return { bars, positions: own, costs, units: 0, price: 0, seen: 0, filled: 0, entry: null };
  });
  let cash = options.initial;
  let dead = false;
  return times.map((time, t) => {
    if (dead) return { equity: 0, units: lines.map(() => 0) };
    const here = lines.map(({ bars }) => bars.time.indexOf(time));
    const priced = (column: "open" | "high" | "low" | "close") =>
      lines.forEach((line, i) => {
        if ((here[i] ?? -1) >= 0) line.price = line.bars[column][here[i] ?? 0] ?? Number.NaN;
      });
    const worth = () => lines.reduce((sum, { units, price }) => sum + (units === 0 ? 0 : units * price), cash);
    priced("open");
    const before = worth();
    const costOf = (line: Line, bar: number, traded: number, price: number) => {
      const { feeBps, slippageBps, minFee = 0, halfSpread } = line.costs;
      const half = halfSpread?.[bar] || 0;
      return Math.max((feeBps / 1e4) * traded, minFee) + (slippageBps / 1e4 + half / price) * traded;
    };
    if (t > 0 && before <= 0) dead = true;
    const all: { line: Line; weight: number; bar: number }[] = [];
    lines.forEach((line, i) => {
      const bar = here[i] ?? -1;
      if (dead || bar < 0 || line.seen++ === 0) return;
      const { wanted, decided } = wantedAt(line.positions.target, t - 1);
      if (wanted !== line.filled) {
        all.push({ line, weight: wanted, bar });
        line.filled = wanted;
        line.entry = wanted === 0 ? null : { price: line.price, best: line.price, decided };
        return;
      }
      const stopped = line.entry !== null && beyond(line, line.price, line.price, line.price) !== null;
      const lowStop = line.entry && beyond(line, line.price, line.bars.low[bar] ?? 0, line.bars.high[bar] ?? 0);
      // A stop touched in a bar that opens beyond the take-profit counts as the stop: not at the open.
      const profitAtOpen = line.entry !== null && beyond(line, line.price, line.price, line.price)?.kind === "profit";
      if (stopped && !(profitAtOpen && lowStop?.kind === "stop")) {
        all.push({ line, weight: 0, bar });
        line.entry = null;
      } else if (options.rebalance === "every-bar") {
        const flat = line.units === 0 && line.filled !== 0 && hasStops(line.positions) && line.entry === null;
        all.push({ line, weight: flat ? 0 : line.filled, bar });
      }
    });
    const isFar = ({ line, weight }: (typeof all)[number]) =>
      Math.abs(weight - (line.units * line.price) / before) > 1e-12;
    // A right weight has to be mended once others have paid; flat stays flat.
    const orders = all.some(isFar) ? all.filter((order) => isFar(order) || order.weight !== 0) : [];
    if (!dead && orders.length > 0) {
      const paid = (equity: number) =>
        orders.reduce(
          (sum, { line, weight, bar }) =>
            sum + costOf(line, bar, Math.abs(weight * equity - line.units * line.price), line.price),
          0,
        );
      let [low, high] = [0, before];
      if (paid(0) >= before) dead = true;
      for (let i = 0; i < 120 && !dead; i++) {
        const middle = (low + high) / 2;
        if (middle + paid(middle) > before) high = middle;
        else low = middle;
      }
      const after = (low + high) / 2;
      for (const { line, weight, bar } of dead ? [] : orders) {
        const held = line.units * line.price;
        if (Math.abs(weight * after - held) <= 1e-12 * before) continue;
        cash -= weight * after - held + costOf(line, bar, Math.abs(weight * after - held), line.price);
        line.units = (weight * after) / line.price;
      }
    }
    lines.forEach((line, i) => {
      const bar = here[i] ?? -1;
      if (dead || bar < 0 || line.entry === null) return;
      const hit = beyond(line, line.price, line.bars.low[bar] ?? 0, line.bars.high[bar] ?? 0);
      const high = line.filled > 0 ? (line.bars.high[bar] ?? 0) : (line.bars.low[bar] ?? 0);
      line.entry.best = line.filled > 0 ? Math.max(line.entry.best, high) : Math.min(line.entry.best, high);
      if (hit === null) return;
      cash += line.units * hit.price - costOf(line, bar, Math.abs(line.units * hit.price), hit.price);
      line.units = 0;
      line.entry = null;
    });
    priced("close");
    lines.forEach((line, i) => {
      if (dead || (here[i] ?? -1) < 0) return;
      const value = line.units * line.price;
      cash -= (value * (line.costs.fundingBps ?? 0)) / 1e4;
      cash -= (Math.max(0, -value) * (line.costs.borrowBps ?? 0)) / 1e4 / line.bars.barsPerYear;
    });
    if (worth() <= 0) dead = true;
    return { equity: dead ? 0 : worth(), units: lines.map(({ units }) => (dead ? 0 : units)) };
  });
}

function hasStops({ stopLoss, takeProfit, trailingStop }: PositionsInput): boolean {
  return stopLoss !== undefined || takeProfit !== undefined || trailingStop !== undefined;
}

/** The target in force after bar t, and the bar from which on it is. */
function wantedAt(target: ArrayLike<number>, t: number): { wanted: number; decided: number } {
  let [wanted, decided] = [0, -1];
  for (let bar = 0; bar <= t; bar++) {
    const value = target[bar] ?? Number.NaN;
    if (!Number.isNaN(value) && value !== wanted) [wanted, decided] = [value, bar];
  }
  return { wanted, decided };
}

/** The stop that prices from `low` to `high` meet, with its fill for a bar that opens at `open`; null if they meet none. */
function beyond(
  line: Line,
  open: number,
  low: number,
  high: number,
): { kind: "stop" | "profit"; price: number } | null {
  if (line.entry === null) return null;
  const { price, best, decided } = line.entry;
  const side = Math.sign(line.filled);
  const of = (column: ArrayLike<number> | undefined) => column?.[decided] ?? Number.NaN;
  const [stopLoss, trailing, profit] = [
    price * (1 - side * of(line.positions.stopLoss)),
    best * (1 - side * of(line.positions.trailingStop)),
    price * (1 + side * of(line.positions.takeProfit)),
  ];
  const levels = [stopLoss, trailing].filter((level) => !Number.isNaN(level));
  if (levels.length > 0) {
    const level = side > 0 ? Math.max(...levels) : Math.min(...levels);
    if (side > 0 ? low <= level : high >= level)
      return { kind: "stop", price: side > 0 ? Math.min(level, open) : Math.max(level, open) };
  }
  if (side > 0 ? high >= profit : low <= profit)
    return { kind: "profit", price: side > 0 ? Math.max(profit, open) : Math.min(profit, open) };
  return null;
}
