import { expectedShortfall } from "../../core/metrics/expected-shortfall.ts";
import { valueAtRisk } from "../../core/metrics/value-at-risk.ts";
import { formatPercent } from "../format.ts";
import type { Html } from "../html.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot, sayInPlot } from "./plot.ts";

/** Counts of equal bins. */
export interface Histogram {
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
  /** Values beyond the ends, which are counted in the outermost bins. */
  readonly beyond: number;
}

const bins = 41;

/**
 * Counts over `bins` equal bins between the 0.2 % and the 99.8 % quantile, made even about 0, so that one crash does
 * not press all else into one bin; what lies beyond counts in the outermost bins. null without two different values.
 */
export function histogram(values: Float64Array): Histogram | null {
  const sorted = values.slice().sort();
  const n = sorted.length;
  const low = sorted[Math.floor(0.002 * (n - 1))] ?? 0;
  const high = sorted[Math.ceil(0.998 * (n - 1))] ?? 0;
  const reach = Math.max(Math.abs(low), Math.abs(high));
  if (n < 2 || reach < 1e-12) return null;
  const width = (2 * reach) / bins;
  const counts = new Array<number>(bins).fill(0);
  let beyond = 0;
  for (const value of sorted) {
    const place = Math.floor((value + reach) / width);
    const bin = Math.min(bins - 1, Math.max(0, place));
    if (Math.abs(value) > reach) beyond++;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from: -reach, width, counts, beyond };
}

/** How often each return a bar came, with the value at risk and the expected shortfall marked; null if none ever differed. */
export function distributionChart(label: string, returns: Float64Array): Html | null {
  const found = histogram(returns);
  if (found === null) return null;
  const { from, width, counts } = found;
  const middle = (i: number): number => from + (i + 0.5) * width;
  // Bars without a position return exactly 0 and would dwarf the rest: the axis ends above the second highest bin.
  const [highest = 1, second = 1] = counts.toSorted((a, b) => b - a);
  const top = highest > 3 * second ? Math.max(1, 1.5 * second) : highest;
  return plot({
    label,
    width: 440,
    x: { kind: "linear", domain: [from, -from], format: (value) => formatPercent(value, 1) },
    panels: [
      {
        title: "chartReturns",
        height: 158,
        domain: [0, top],
        format: String,
        layers: [
          {
            kind: "bars",
            x: counts.map((_, i) => middle(i)),
            y: counts,
            base: 0,
            width,
            color: (i) => (middle(i) + width / 2 <= 1e-15 ? colors.loss : colors.strategy),
          },
          ...riskMarks(returns, from, top),
        ],
      },
    ],
  });
}

function riskMarks(returns: Float64Array, from: number, top: number): readonly Layer[] {
  const [risk, shortfall] = [valueAtRisk(returns), expectedShortfall(returns)];
  const mark = (loss: number | null, text: "chartVar" | "chartEs", line: number): readonly Layer[] => {
    if (loss === null || loss <= 0 || -loss < from) return [];
    const at: Layer = { kind: "rule", x: -loss, color: colors.ink, dash: line === 1 ? "4 3" : "1 3" };
    const words: Layer = {
      kind: "text",
      x: -loss,
      y: top,
      dx: line === 1 ? 4 : -4,
      dy: 10,
      anchor: line === 1 ? "start" : "end",
      text: sayInPlot(text),
      color: colors.ink,
    };
    return [at, words];
  };
  return [...mark(risk, "chartVar", 1), ...mark(shortfall, "chartEs", 2)];
}
