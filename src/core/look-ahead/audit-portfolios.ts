import { alignMarkets } from "../backtest/portfolio/align-markets.ts";
import { type Bars, barColumns, sliceBars } from "../bars.ts";
import type { Path } from "../paths/path.ts";
import { createRandom } from "../random.ts";
import { auditPaths } from "./audit-paths.ts";

/** Several markets on one axis of time, as a path; `bars` is the first of them. */
export interface PortfolioPath extends Path {
  readonly markets: readonly Bars[];
}

/** Bars by which the second market begins late. */
const lateBars = 100;
/** Share of bars that the third market lacks. */
const missing = 0.03;
/** Of each seven walks of auditPaths these have a bar each weekday. */
const weekdayWalks: readonly number[] = [0, 2, 3, 5];

/**
 * Portfolios for an audit without market data: `count` times three daily random walks of auditPaths on one axis of 1,000
 * weekdays, of which the second begins 100 bars late and the third lacks three bars in a hundred. Same seed, same
 * portfolios.
 */
export function auditPortfolios(seed: string, count: number): readonly PortfolioPath[] {
  const walks = auditPaths(`${seed}|portfolios`, 7 * count).filter((_, i) => weekdayWalks.includes(i % 7));
  return Array.from({ length: count }, (_, i): PortfolioPath => {
    const [whole, late, holed] = walks.slice(3 * i, 3 * i + 3) as [Path, Path, Path];
    const random = createRandom(`${seed}|portfolios|${i}`);
    const { time, length } = whole.bars;
    const kept = Array.from({ length }, (_, t) => t).filter((t) => t === 0 || random.next() >= missing);
    const { markets } = alignMarkets([
      whole.bars,
      sliceBars({ ...late.bars, time }, lateBars, length),
      pick({ ...holed.bars, time }, kept),
    ]);
    return { ...whole, id: `portfolio-${i + 1}`, bars: markets[0] ?? whole.bars, markets };
  });
}

function pick(bars: Bars, kept: readonly number[]): Bars {
  const columns = barColumns.map((name) => [name, Float64Array.from(kept, (t) => bars[name][t] as number)]);
  return { ...bars, ...(Object.fromEntries(columns) as Partial<Bars>), length: kept.length };
}
