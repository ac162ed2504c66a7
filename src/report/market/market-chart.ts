import type { CustomSeriesRenderItem } from "echarts";
import type { Bars } from "../../core/bars.ts";
import type { FindingLevel, MarketFinding } from "../../core/market/market-finding.ts";
import { curve, shortNumber, timeAxis, valueAxis } from "../charts/axes.ts";
import { colors, draw, sayInChart } from "../charts/draw.ts";
import { formatShortCount } from "../format.ts";
import type { Html } from "../html.ts";

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

const size = { width: 1080, height: 520, left: 62, stretches: 480 };
const panels = [
  { top: 22, height: 312 },
  { top: 360, height: 84 },
  { top: 458, height: 24 },
] as const;
/** Lines across the price beyond which a picture shows nothing any more. */
const mostMarks = 200;

/** A stretch of bars: time of its middle bar, its last close, lowest and highest price, mean of the known volumes (NaN for none). */
type Stretch = readonly [time: number, close: number, low: number, high: number, volume: number];

/**
 * Prices as closes over ranges of low to high (candles where there are few bars), volume, and a strip with a tick for each finding;
 * errors and warnings are lines across the prices, long gaps are shaded.
 */
export function marketChart({ label, bars, findings }: MarketChartInput): Html {
  const stretches = stretchesOf(bars);
  const [first = 0, last = first] = [bars.time[0], bars.time[bars.length - 1]];
  const span = { min: first, max: last > first ? last : first + 1, dates: true };
  const low = stretches.reduce((least, stretch) => Math.min(least, stretch[2]), Number.POSITIVE_INFINITY);
  const high = stretches.reduce((most, stretch) => Math.max(most, stretch[3]), 0);
  const log = high / low > 4;
  const marks = findings.filter(({ time }) => time !== null && time >= first && time <= last);
  return draw({
    label,
    width: size.width,
    height: size.height,
    option: {
      grid: panels.map((panel) => ({ left: size.left, right: 12, outerBoundsMode: "none", ...panel })),
      xAxis: [timeAxis(0, span, false), timeAxis(1, span, false), timeAxis(2, span, true)],
      yAxis: [
        {
          ...valueAxis(0, sayInChart(log ? "chartPriceLog" : "chartPrice"), shortNumber),
          ...(log
            ? { type: "log", logBase: 2, min: 2 ** Math.floor(Math.log2(low)), max: 2 ** Math.ceil(Math.log2(high)) }
            : { scale: true }),
        },
        { ...valueAxis(1, "", formatShortCount), min: 0, splitNumber: 2 },
        { ...valueAxis(2, "", () => ""), min: 0, max: 3, splitLine: { show: false } },
      ],
      series: [
        custom(0, gapsOf(bars), shade),
        custom(0, stretches, bars.length <= size.stretches / 2 ? candle(bars) : range),
        curve(0, pairs(stretches, 1), colors.strategy, 1.3),
        custom(
          1,
          stretches.filter((stretch) => stretch[4] >= 0),
          volumeBar,
        ),
        ...(["note", "warning", "error"] as const).flatMap((level, row) => {
          const times = marks.filter((finding) => finding.level === level).map(({ time }) => [time ?? 0, row]);
          return [
            custom(2, times, tick(level)),
            ...(level === "note" ? [] : [custom(0, times.slice(0, mostMarks), acrossPrices(level))]),
          ];
        }),
      ],
    },
  });
}

function stretchesOf(bars: Bars): readonly Stretch[] {
  const count = Math.min(bars.length, size.stretches);
  return Array.from({ length: count }, (_, s) => {
    const from = Math.floor((s * bars.length) / count);
    const to = Math.floor(((s + 1) * bars.length) / count);
    let low = Number.POSITIVE_INFINITY;
    let high = 0;
    let sum = 0;
    let known = 0;
    for (let t = from; t < to; t++) {
      low = Math.min(low, bars.low[t] as number);
      high = Math.max(high, bars.high[t] as number);
      if (!((bars.volume[t] as number) >= 0)) continue;
      sum += bars.volume[t] as number;
      known += 1;
    }
    return [bars.time[(from + to) >> 1] as number, bars.close[to - 1] as number, low, high, sum / known];
  });
}

/** Starts and ends of the (at most 40) longest times without a bar: those of more than a week and eight times the commonest step. */
function gapsOf(bars: Bars): readonly (readonly [from: number, to: number])[] {
  const steps = new Float64Array(Math.max(0, bars.length - 1));
  for (let t = 0; t < steps.length; t++) steps[t] = (bars.time[t + 1] as number) - (bars.time[t] as number);
  const usual = steps.slice().sort()[steps.length >> 1] ?? 0;
  const least = Math.max(8 * usual, 7 * 86_400_000);
  const long = Array.from(steps.keys()).filter((t) => (steps[t] as number) > least);
  return long
    .sort((a, b) => (steps[b] as number) - (steps[a] as number))
    .slice(0, 40)
    .map((t) => [bars.time[t] as number, bars.time[t + 1] as number]);
}

function pairs(stretches: readonly Stretch[], at: 1): Float64Array {
  return Float64Array.from(stretches.flatMap((stretch) => [stretch[0], stretch[at]]));
}

function custom(grid: number, data: readonly (readonly number[])[], renderItem: Render): object {
  return { type: "custom", xAxisIndex: grid, yAxisIndex: grid, silent: true, clip: true, data, renderItem };
}

type Render = CustomSeriesRenderItem;
type Item = ReturnType<Render>;
type Api = Parameters<Render>[1];

function line(from: readonly number[], to: readonly number[], stroke: string, lineWidth: number, opacity = 1): object {
  const shape = { x1: from[0] ?? 0, y1: from[1] ?? 0, x2: to[0] ?? 0, y2: to[1] ?? 0 };
  return { type: "line", shape, style: { stroke, lineWidth, opacity } };
}

const numberAt = (api: Api, at: number): number => Number(api.value(at));

const range: Render = (_, api) => {
  const time = numberAt(api, 0);
  const [from, to] = [api.coord([time, numberAt(api, 2)]), api.coord([time, numberAt(api, 3)])];
  return line(from, to, colors.market, 1.6, 0.55) as Item;
};

/** Hollow where the close is above the open. */
function candle(bars: Bars): Render {
  return (params, api) => {
    const t = params.dataIndex;
    const at = (price: number): number[] => api.coord([bars.time[t] as number, price]);
    const [open, close] = [bars.open[t] as number, bars.close[t] as number];
    const width = Math.max(1, Math.min(9, (0.6 * (size.width - size.left)) / bars.length));
    const [x = 0, top = 0] = at(Math.max(open, close));
    const bottom = at(Math.min(open, close))[1] ?? top;
    const fill = close > open ? "var(--paper)" : colors.market;
    const shape = { x: x - width / 2, y: top, width, height: Math.max(1, bottom - top) };
    const body = { type: "rect", shape, style: { fill, stroke: colors.market, lineWidth: 1 } };
    return {
      type: "group",
      children: [line(at(bars.low[t] as number), at(bars.high[t] as number), colors.market, 1), body],
    } as Item;
  };
}

const volumeBar: Render = (_, api) => {
  const time = numberAt(api, 0);
  return line(api.coord([time, 0]), api.coord([time, numberAt(api, 4)]), colors.market, 1.6) as Item;
};

const shade: Render = (_, api) => {
  const { top, height } = panels[0];
  const [x = 0] = api.coord([numberAt(api, 0), 1]);
  const [end = x] = api.coord([numberAt(api, 1), 1]);
  const shape = { x, y: top, width: Math.max(1.5, end - x), height };
  return { type: "rect", shape, style: { fill: "var(--mark)" } } as Item;
};

function tick(level: FindingLevel): Render {
  return (_, api) => {
    const [time, row] = [numberAt(api, 0), numberAt(api, 1)];
    return line(api.coord([time, row + 0.1]), api.coord([time, row + 0.9]), levelColors[level], 2) as Item;
  };
}

function acrossPrices(level: FindingLevel): Render {
  const { top, height } = panels[0];
  return (_, api) => {
    const [x = 0] = api.coord([numberAt(api, 0), 1]);
    return line([x, top], [x, top + height], levelColors[level], level === "error" ? 1.6 : 1.1, 0.75) as Item;
  };
}
