import type { Backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import { forwardFill } from "../../core/positions.ts";
import type { ExploreFill } from "../charts/explore-data.ts";

/**
 * Every order that a back-test filled, in order: at the open of a bar where the share wanted is another than the share held,
 * and where a stop was touched.
 *
 * @param target Targets as given, n numbers; NaN keeps the one before
 */
export function fillsOf(bars: Bars, target: ArrayLike<number>, result: Backtest): readonly ExploreFill[] {
  const wanted = forwardFill(target);
  const stops = new Map(result.stops?.map((stop) => [stop.bar, stop]));
  const fills: ExploreFill[] = [];
  for (let t = 1; t < bars.length; t++) {
    if (!((result.turnover[t] as number) > 0)) continue;
    const stop = stops.get(t);
    const held = result.position[t - 1] as number;
    const want = wanted[t - 1] as number;
    const changed = want !== (wanted[t - 2] ?? 0);
    if (stop === undefined || (changed && !stop.atOpen)) {
      if (want !== held) fills.push({ bar: t, price: bars.open[t] as number, kind: want > held ? "buy" : "sell" });
    }
    if (stop !== undefined) fills.push({ bar: t, price: stop.price, kind: "stop" });
  }
  return fills;
}
