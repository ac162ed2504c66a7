import { rollingBeta } from "../../core/metrics/rolling-beta.ts";
import { rollingSharpe } from "../../core/metrics/rolling-sharpe.ts";
import type { Html } from "../html.ts";
import { shortNumber } from "./axes.ts";
import { colors } from "./colors.ts";
import { plot } from "./plot.ts";

/** Returns of a strategy and of its market, bar by bar. */
export interface RollingInput {
  readonly label: string;
  readonly returns: Float64Array;
  readonly market: Float64Array;
  readonly barsPerYear: number;
  /** Bars of the window, at least 2. */
  readonly window: number;
  /** Number of the bar that the first return belongs to. */
  readonly firstBar: number;
  /** [returns] Times, ms UTC, instead of the numbers of bars. */
  readonly time?: ArrayLike<number>;
}

/** The window that suits so many returns: a tenth of them, at least 20; null where that leaves nothing to roll over. */
export function rollingWindow(returns: number): number | null {
  const window = Math.max(20, Math.round(returns / 10));
  return returns >= 2 * window ? window : null;
}

/** Sharpe ratio and beta over the last bars of each bar. */
export function rollingChart({ label, returns, market, barsPerYear, window, firstBar, time }: RollingInput): Html {
  const x = Float64Array.from(returns, (_, i) => time?.[i] ?? firstBar + i);
  const [from = 0, to = from + 1] = [x[0], x.at(-1)];
  const line = (y: Float64Array, color: string): { kind: "line"; x: Float64Array; y: Float64Array; color: string } => ({
    kind: "line",
    x,
    y,
    color,
  });
  return plot({
    label,
    width: 440,
    x:
      time === undefined
        ? { kind: "linear", domain: [from, Math.max(to, from + 1)], title: "chartBars" }
        : { kind: "time", domain: [from, to] },
    panels: [
      {
        title: "chartRollingSharpe",
        height: 84,
        format: shortNumber,
        layers: [
          { kind: "rule", y: 0, color: colors.muted },
          line(rollingSharpe(returns, window, barsPerYear), colors.strategy),
        ],
      },
      {
        title: "chartRollingBeta",
        height: 62,
        format: shortNumber,
        layers: [
          { kind: "rule", y: 0, color: colors.muted },
          line(rollingBeta(returns, market, window), colors.position),
        ],
      },
    ],
  });
}
