import { type PositionsInput, stopColumns } from "../../positions.ts";
import { checkExtraCosts, checkStops } from "../check-detail.ts";
import { checkOptions, checkValues } from "../check-inputs.ts";
import { checkNames } from "../check-names.ts";
import type { AlignedMarkets } from "./align-markets.ts";
import type { PortfolioOptions } from "./backtest-portfolio.ts";
import { grossBreach } from "./gross-breach.ts";

/** Throws RangeError for the first input that a portfolio back-test cannot use; says which market and where. */
export function checkPortfolio(
  aligned: AlignedMarkets,
  positions: readonly PositionsInput[],
  options: PortfolioOptions,
): void {
  checkNames("options", options);
  const { initial, costs, rebalance } = options;
  const wanted = aligned.markets.length;
  checkCount("positions", positions?.length, wanted);
  checkCount("costs", costs?.length, wanted);
  positions.forEach((each, i) => {
    const [bars, cost] = [aligned.own[i], costs[i]];
    if (bars === undefined || cost === undefined) return;
    named(i, () => {
      checkNames("positions", each);
      checkNames("costs", cost);
      checkOptions({ initial, costs: cost, rebalance });
      checkExtraCosts(cost, bars.length);
      for (const name of ["target", ...stopColumns] as const) checkLength(name, each[name], aligned.length);
      checkValues(bars, each.target);
      if (stopColumns.some((name) => each[name] !== undefined)) checkStops(bars, { target: each.target });
      for (const name of stopColumns) checkStopValues(name, each[name]);
    });
  });
  const breach = grossBreach(positions);
  if (breach !== null) {
    const { bar, gross } = breach;
    throw new RangeError(`the targets of bar ${bar} add up to ${gross}: their sizes must add up to at most 1`);
  }
}

function checkCount(name: string, found: number | undefined, wanted: number): void {
  if (found === undefined)
    throw new RangeError(`${name} is no list: it must have one entry for each of ${wanted} markets`);
  if (found !== wanted)
    throw new RangeError(`${name} has ${found} entries for ${wanted} markets: it must have one each`);
}

function named(market: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`market ${market}: ${error.message}`);
    throw error;
  }
}

function checkLength(name: string, column: ArrayLike<number> | undefined, length: number): void {
  if (column === undefined && name === "target")
    throw new RangeError("target is not there: it must have one value a bar");
  if (column !== undefined && column.length !== length) {
    throw new RangeError(`${name} has ${column.length} values for ${length} bars of the axis: it must have one a bar`);
  }
}

function checkStopValues(name: string, column: ArrayLike<number> | undefined): void {
  for (let t = 0; t < (column?.length ?? 0); t++) {
    const stop = column?.[t] as number;
    if (!(stop > 0) && !Number.isNaN(stop)) {
      throw new RangeError(`${name}[${t}] is ${stop}: it must be a fraction above 0, or NaN for none`);
    }
  }
}
