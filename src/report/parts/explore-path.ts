import { exploreData } from "../charts/explore-data.ts";
import type { Html } from "../html.ts";
import { fillsOf } from "./fills.ts";
import type { PathAnalysis } from "./path-analysis.ts";
import { barOfPath } from "./path-market.ts";

/** One path of an attempt as data for the chart that explores. */
export function explorePath({ market, positions, result, constant }: PathAnalysis): Html {
  const { scored, path } = market;
  const { time, open, high, low, close } = scored;
  return exploreData({
    name: path,
    firstBar: barOfPath(market, 0),
    ...{ time, open, high, low, close },
    equity: result.equity,
    constant: constant.result.equity,
    position: result.position,
    fills: fillsOf(scored, positions.target, result),
  });
}
