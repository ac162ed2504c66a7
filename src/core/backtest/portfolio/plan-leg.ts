import type { Bars } from "../../bars.ts";
import { inForce, type PositionsInput, stopColumns } from "../../positions.ts";
import { findStops } from "../find-stops.ts";
import { splitBars } from "../split-bars.ts";
import type { StopFill } from "../stop-fill.ts";

/** What one instrument of a portfolio does at each bar of the axis, before anything is known of equity. */
export interface LegPlan {
  /** [length] The target to fill at this open; NaN where the instrument does not trade: no bar, or its first. */
  readonly target: Float64Array;
  /** [length] Price at which a stop closes it inside the bar; NaN = none. */
  readonly stopPrice: Float64Array;
  /** Stops that close it, by bar of the axis. */
  readonly stops: ReadonlyMap<number, StopFill>;
}

/**
 * Orders and stops of one instrument. A target that changes while the instrument has no bar is filled at the open of its
 * next one; what it was in between is forgotten. The first bar of an instrument never trades, as that of one market does
 * not. Stops are those of the bar whose target is in force; findStops states their rules, over bars of the instrument's own.
 *
 * @param bars The instrument's own bars.
 * @param ownBar [length] Its bar at each bar of the axis, −1 = none.
 * @param positions [length] columns, checked.
 */
export function planLeg(bars: Bars, ownBar: Int32Array, positions: PositionsInput): LegPlan {
  const axisBar = axisBars(ownBar, bars.length);
  const own = onOwnBars(axisBar, ownBar.length, positions);
  const hasStops = stopColumns.some((name) => positions[name] !== undefined);
  const fills = hasStops ? findStops(bars, own) : [];
  const rows = splitBars(bars, own.target, fills);
  const target = new Float64Array(ownBar.length).fill(Number.NaN);
  const stopPrice = target.slice();
  for (let row = 1; row < rows.barOf.length; row++) {
    const bar = rows.barOf[row] as number;
    const t = axisBar[bar] as number;
    if (bar !== rows.barOf[row - 1]) target[t] = rows.target[row - 1] as number;
    else stopPrice[t] = rows.bars.open[row] as number;
  }
  const stops = fills.map((fill) => ({ ...fill, bar: axisBar[fill.bar] as number }));
  return { target, stopPrice, stops: new Map(stops.map((fill) => [fill.bar, fill])) };
}

function axisBars(ownBar: Int32Array, length: number): Int32Array {
  const bars = new Int32Array(length);
  for (let t = 0; t < ownBar.length; t++) if ((ownBar[t] as number) >= 0) bars[ownBar[t] as number] = t;
  return bars;
}

/** Columns of the axis as those of the own bars: at each what is in force just before the next one opens. */
function onOwnBars(
  axisBar: Int32Array,
  length: number,
  positions: PositionsInput,
): PositionsInput & { target: Float64Array } {
  const held = inForce(positions);
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(axisBar, (_, bar) => column[(axisBar[bar + 1] ?? length) - 1] as number);
  const own: { -readonly [name in (typeof stopColumns)[number]]?: Float64Array } = {};
  for (const name of stopColumns) {
    const column = held[name];
    if (column !== undefined) own[name] = pick(column);
  }
  return { target: pick(held.target), ...own };
}
