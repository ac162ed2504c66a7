import {
  BaselineSeries,
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  type IChartApi,
  type ISeriesApi,
  LineSeries,
  LineType,
  PriceScaleMode,
  type SeriesMarker,
  type Time,
  type UTCTimestamp,
} from "lightweight-charts";
import { colorOf, word } from "../words.ts";
import type { ExploredPath } from "./read-path.ts";

/** How the price is shown. */
export interface ExploreView {
  readonly candles: boolean;
  readonly log: boolean;
}

/** Price with fills, equity beside its rivals, drawdown and position on one axis of time. */
export interface ExploreChart {
  readonly chart: IChartApi;
  /** Called with the bar under the cross hair, or null. */
  onBar(tell: (bar: number | null) => void): void;
  dispose(): void;
}

const shares = [5, 3.2, 1.2, 1.2];

/** Draws one back-test into `host`, which has a size. */
export function drawExploreChart(host: HTMLElement, path: ExploredPath, view: ExploreView): ExploreChart {
  const intraday = path.length > 1 && ((path.time.at(-1) ?? 0) - (path.time[0] ?? 0)) / (path.length - 1) < 80_000;
  const chart = createChart(host, {
    autoSize: true,
    layout: {
      background: { color: "transparent" },
      textColor: colorOf("muted"),
      fontSize: 11,
      panes: { separatorColor: colorOf("rule"), enableResize: true },
    },
    grid: { vertLines: { visible: false }, horzLines: { color: colorOf("rule") } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderColor: colorOf("rule"), timeVisible: intraday, secondsVisible: false, minBarSpacing: 0.05 },
    localization: { locale: word("exploreBar") === "bar" ? "en-GB" : "zh-CN" },
  });
  drawPrice(chart, path, view);
  drawEquity(chart, path);
  const percent = {
    type: "custom",
    formatter: (value: number) => `${(100 * value).toFixed(1)} %`,
    minMove: 0.0001,
  } as const;
  const drawdown = chart.addSeries(BaselineSeries, { ...shadedIn("loss"), priceFormat: percent }, 2);
  drawdown.setData(line(path, path.drawdown));
  const steps = { lineType: LineType.WithSteps, priceFormat: percent };
  const position = chart.addSeries(BaselineSeries, { ...shadedIn("position"), ...steps }, 3);
  position.setData(line(path, path.position));
  chart.panes().forEach((pane, i) => {
    pane.setStretchFactor(shares[i] ?? 1);
  });
  chart.timeScale().fitContent();
  const bars = new Map(Array.from(path.time, (time, i) => [time, i]));
  return {
    chart,
    onBar: (tell) =>
      chart.subscribeCrosshairMove(({ time }) => tell(typeof time === "number" ? (bars.get(time) ?? null) : null)),
    dispose: () => chart.remove(),
  };
}

function drawPrice(chart: IChartApi, path: ExploredPath, { candles, log }: ExploreView): void {
  const format = { type: "custom", formatter: shortPrice, minMove: 1e-9 } as const;
  const up = colorOf("up");
  const down = colorOf("down");
  let price: ISeriesApi<"Candlestick"> | ISeriesApi<"Line">;
  if (candles) {
    const options = { upColor: up, downColor: down, wickUpColor: up, wickDownColor: down, borderVisible: false };
    const series = chart.addSeries(CandlestickSeries, { ...options, priceFormat: format, ...quiet });
    series.setData(
      Array.from(path.time, (time, i) => ({
        time: time as UTCTimestamp,
        open: path.open[i] as number,
        high: path.high[i] as number,
        low: path.low[i] as number,
        close: path.close[i] as number,
      })),
    );
    price = series;
  } else {
    price = chart.addSeries(LineSeries, { color: colorOf("market"), lineWidth: 2, priceFormat: format, ...quiet });
    price.setData(line(path, path.close));
  }
  price.priceScale().applyOptions({ mode: log ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal });
  createSeriesMarkers<Time>(
    price as ISeriesApi<"Line">,
    path.fills.map((fill) => markOf(path, fill)),
  );
}

function markOf(path: ExploredPath, [bar, , kind]: ExploredPath["fills"][number]): SeriesMarker<Time> {
  const time = (path.time[bar] ?? 0) as UTCTimestamp;
  if (kind === "stop") return { time, position: "aboveBar", shape: "square", color: colorOf("loss"), size: 0.8 };
  return kind === "buy"
    ? { time, position: "belowBar", shape: "arrowUp", color: colorOf("position") }
    : { time, position: "aboveBar", shape: "arrowDown", color: colorOf("loss") };
}

function drawEquity(chart: IChartApi, path: ExploredPath): void {
  const format = { type: "price", precision: 3, minMove: 0.001 } as const;
  const add = (column: Float64Array, color: string, lineWidth: 1 | 2, lineStyle: 0 | 2): void => {
    const series = chart.addSeries(
      LineSeries,
      { color: colorOf(color), lineWidth, lineStyle, priceFormat: format, ...quiet },
      1,
    );
    series.setData(line(path, column));
  };
  add(path.hold, "market", 1, 0);
  if (path.constant !== null) add(path.constant, "ink", 1, 2);
  add(path.equity, "strategy", 2, 0);
}

const quiet = { priceLineVisible: false, lastValueVisible: false } as const;

/** A curve with the area between it and zero shaded. */
function shadedIn(color: string): object {
  const [solid, faint] = [colorOf(color), colorOf(color).replace(/^rgb\((.*)\)$/, "rgba($1, 0.2)")];
  const fills = { topFillColor1: faint, topFillColor2: faint, bottomFillColor1: faint, bottomFillColor2: faint };
  const lines = { topLineColor: solid, bottomLineColor: solid, lineWidth: 1 };
  return { baseValue: { type: "price", price: 0 }, ...fills, ...lines, ...quiet };
}

function line(path: ExploredPath, column: Float64Array): { time: UTCTimestamp; value: number }[] {
  return Array.from(path.time, (time, i) => ({ time: time as UTCTimestamp, value: column[i] as number }));
}

/** No more digits than a price has: 1.0834, 4212.5, 0.00001234. */
export function shortPrice(value: number): string {
  return String(Number(value.toPrecision(value >= 1e5 ? 8 : 6)));
}
