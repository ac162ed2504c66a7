import type { Bars } from "../../core/bars.ts";
import type { FindingLevel, MarketFinding } from "../../core/market/market-finding.ts";
import { ratioAxis, shortNumber } from "../charts/axes.ts";
import { colors } from "../charts/colors.ts";
import type { Layer } from "../charts/plot/layer.ts";
import { plot } from "../charts/plot.ts";
import { formatShortCount } from "../format.ts";
import type { Html } from "../html.ts";
import { type Candles, candlesOf } from "./candles.ts";

/** A market and where something was found in it. */
export interface MarketChartInput {
  readonly label: string;
  /** At least one. */
  readonly bars: Bars;
  readonly findings: readonly MarketFinding[];
}

/** Colours of findings by their level, as variables of the page. */
export const levelColors: Readonly<Record<FindingLevel, string>> = {
  error: colors.loss,
  warning: "var(--keyword)",
  note: colors.muted,
};

/** Candles that a picture of this width shows apart from one another. */
export const mostCandles = 270;
/** Lines across the prices beyond which a picture shows nothing any more. */
const mostRules = 150;
/** Ticks of one level, spread over all there are. */
const mostTicks = 600;

/**
 * Prices as candles (each of several bars where there are many), volume, and a strip with a tick for each finding, errors highest;
 * errors and warnings are lines across the prices, long times without a bar are shaded.
 */
export function marketChart({ label, bars, findings }: MarketChartInput): Html {
  const candles = candlesOf(bars, mostCandles);
  const [first = 0, last = first] = [bars.time[0], bars.time[bars.length - 1]];
  const domain = [first, last > first ? last : first + 1] as const;
  const prices = ratioAxis([...candles.low, ...candles.high]);
  const timesOf = (level: FindingLevel): readonly number[] =>
    findings
      .filter((finding) => finding.level === level)
      .flatMap(({ time, times }) => times ?? (time === null ? [] : [time]))
      .filter((time) => time >= first && time <= last)
      .sort((a, b) => a - b);
  return plot({
    label,
    width: 1080,
    left: 58,
    x: { kind: "time", domain },
    panels: [
      {
        title: prices.kind === "log" ? "chartPriceLog" : "chartPrice",
        height: 320,
        ...prices,
        format: (price) => fewDigits(price, shortNumber),
        layers: [
          ...gapsOf(bars).map(([x0, x1]): Layer => ({ kind: "span", x0, x1, color: colors.market, opacity: 0.22 })),
          ...rules(timesOf("warning"), levelColors.warning),
          ...rules(timesOf("error"), levelColors.error),
          priceLayer(candles),
        ],
      },
      {
        height: 80,
        domain: [0, null],
        format: (units) => fewDigits(units, formatShortCount),
        layers: [volumeLayer(candles, domain)],
      },
      {
        height: 30,
        domain: [0, 3],
        ticks: [],
        format: () => "",
        layers: (["note", "warning", "error"] as const).map((level, row) => strip(timesOf(level), row, level, domain)),
      },
    ],
  });
}

/** A label that fits beside the axis: a power of ten for what is very small or very large. */
function fewDigits(value: number, usual: (value: number) => string): string {
  return value === 0 || (value >= 1e-3 && value < 1e12) ? usual(value) : value.toExponential(0);
}

function priceLayer({ time, open, high, low, close }: Candles): Layer {
  return { kind: "candles", x: time, open, high, low, close, up: colors.strategy, down: colors.market };
}

function volumeLayer({ time, volume }: Candles, [first, last]: readonly [number, number]): Layer {
  return { kind: "bars", x: time, y: volume, base: 0, width: (last - first) / mostCandles, color: colors.market };
}

/** Ticks of one level in the strip, one row a level. */
function strip(times: readonly number[], row: number, level: FindingLevel, domain: readonly [number, number]): Layer {
  const x = spread(times, mostTicks);
  const width = (domain[1] - domain[0]) / 450;
  return { kind: "bars", x, y: x.map(() => row + 0.9), base: row + 0.1, width, color: levelColors[level] };
}

function rules(times: readonly number[], color: string): readonly Layer[] {
  return spread(times, mostRules).map((x) => ({ kind: "rule", x, color }));
}

/** At most `most` of the values, evenly taken. */
function spread(values: readonly number[], most: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => i % stride === 0);
}

/** Ends of the (at most 40) longest times without a bar: of more than a week and eight usual steps. */
function gapsOf(bars: Bars): readonly (readonly [from: number, to: number])[] {
  const steps = new Float64Array(Math.max(0, bars.length - 1));
  for (let t = 0; t < steps.length; t++) steps[t] = (bars.time[t + 1] as number) - (bars.time[t] as number);
  const usual = steps.slice().sort()[steps.length >> 1] ?? 0;
  const least = Math.max(8 * usual, 7 * 86_400_000);
  const long: number[] = [];
  for (let t = 0; t < steps.length; t++) if ((steps[t] as number) > least) long.push(t);
  return long
    .sort((a, b) => (steps[b] as number) - (steps[a] as number))
    .slice(0, 40)
    .map((t) => [bars.time[t] as number, bars.time[t + 1] as number]);
}
