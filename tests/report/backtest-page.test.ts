import { beforeAll, describe, expect, it } from "vitest";
import { backtest } from "../../src/core/backtest.ts";
import type { Bars } from "../../src/core/bars.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import type { Positions } from "../../src/core/positions.ts";
import { createRandom } from "../../src/core/random.ts";
import { analyseMarket } from "../../src/report/backtest/analyse-market.ts";
import { mostExplored } from "../../src/report/backtest/explorer.ts";
import { type BacktestPageInput, backtestPage } from "../../src/report/backtest-page.ts";
import { formatPercent } from "../../src/report/format.ts";

/** A random walk from 2020-01-01 on, a bar every `stepMs`. */
function walk(n: number, stepMs = 86_400_000): Bars {
  const random = createRandom(`walk|${n}`);
  const column = (): Float64Array => new Float64Array(n);
  const bars = { time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let price = 100;
  for (let t = 0; t < n; t++) {
    bars.time[t] = Date.UTC(2020, 0, 1) + t * stepMs;
    bars.open[t] = price * Math.exp(0.002 * random.normal());
    price = (bars.open[t] as number) * Math.exp(0.0003 + 0.01 * random.normal());
    bars.close[t] = price;
    bars.high[t] = Math.max(price, bars.open[t] as number) * 1.003;
    bars.low[t] = Math.min(price, bars.open[t] as number) / 1.003;
  }
  return { length: n, barsPerYear: 365, ...bars };
}

/** Long after a rise of 10 bars, short after a fall, out at 3 %. */
function trend({ close }: Bars): Positions {
  const target = close.map((price, t) => (t < 10 ? 0 : price > (close[t - 10] as number) ? 1 : -0.5));
  return { target, stopLoss: new Float64Array(close.length).fill(0.03) };
}

function made(bars: Bars, more: Partial<BacktestPageInput> = {}): BacktestPageInput {
  const positions = more.positions ?? trend(bars);
  const options = more.options ?? {
    initial: 1000,
    costs: { feeBps: 1, slippageBps: 2 },
    rebalance: "on-change" as const,
  };
  return {
    name: "trend <b>",
    file: "trend.ts",
    market: "some <i>market",
    bars,
    positions,
    options,
    result: backtest(bars, positions, options),
    code: "export default {};",
    benchmark: "0.1",
    ...more,
  };
}

const bars = walk(800);
const input = made(bars);
const analysis = analyseMarket(input);
if (analysis === null) throw new Error("800 bars can be analysed");
let page = "";
beforeAll(() => {
  page = backtestPage(input);
});

describe("back-test page", () => {
  it("says first what came of it: the numbers are those of the metrics", () => {
    const { metrics, held } = analysis;
    expect(metrics).toEqual(computeMetrics(bars, input.result));
    expect(page).toContain(`Return ${formatPercent(metrics.totalReturn)} (${formatPercent(metrics.cagr)} a year)`);
    expect(page).toContain(`buying and holding returned ${formatPercent(held.metrics.totalReturn)} with`);
    expect(page).toContain(`收益率 ${formatPercent(metrics.totalReturn)}`);
  });

  it("sets the strategy beside buying and holding and beside its own mean position", () => {
    const { metrics, held, constant } = analysis;
    const cells = [metrics, held.metrics, constant.metrics].map(
      (each) => `<td>${formatPercent(each.totalReturn)}</td>`,
    );
    expect(page).toContain(`总收益率</span></a></th>${cells.join("")}`);
    expect(constant.share).toBeGreaterThan(-1);
    expect(constant.share).toBeLessThan(1);
  });

  it("has the pictures and tables of a path: price, returns, rolling, excursions, costs, heat map, drawdowns, trades", () => {
    const words = ["入场", "单根收益分布", "滚动夏普与贝塔", "交易的有利与不利波动", "成本敏感性", "月度与年度收益"];
    for (const word of [...words, "最大的回撤", "交易明细", "策略行为", "结果可信吗"]) expect(page).toContain(word);
    expect(page).toContain('data-figure="path"');
    expect(page.match(/<figure/g)).toHaveLength(5);
    expect(page).toContain('class="path-data"');
  });

  it("dates are real: years of the heat map, entries of trades, peaks of drawdowns", () => {
    for (const year of [2020, 2021, 2022]) expect(page).toContain(`<th scope="row" class="l">${year}</th>`);
    const [trade] = analysis.trades;
    const [fall] = analysis.drawdowns;
    const day = (ms = Number.NaN): string => new Date(ms).toISOString().slice(0, 10);
    expect(page).toContain(`<td data-v="${trade?.entryBar}">${day(trade?.entryTime)}</td>`);
    expect(page).toContain(`<td data-v="${fall?.peakBar}">${day(fall?.start)}</td>`);
    expect(page).toContain("<dd>2020-01-01</dd>");
  });

  it("bars shorter than a day have a time", () => {
    expect(backtestPage(made(walk(60, 300_000)))).toContain("<dd>2020-01-01 04:55</dd>");
  });

  it("every number is explained in the glossary, and names are escaped", () => {
    for (const key of ["maxDrawdown", "mae", "constantExposure", "es95"]) expect(page).toContain(`id="term-${key}"`);
    expect(page).toContain("<h1>trend &lt;b&gt; · some &lt;i&gt;market</h1>");
    expect(page).not.toContain("<i>market");
  });

  it("nothing undefined reaches the page", () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("a file of positions has no code, and no program that could be audited", () => {
    const given = backtestPage(made(bars, { code: null }));
    expect(given).not.toContain('id="code"');
    expect(given).toContain("the positions were given, not the program");
    expect(page).toContain("walkforward audit");
  });

  it("without costs there is no cost sensitivity, and a doubt", () => {
    const options = { ...input.options, costs: { feeBps: 0, slippageBps: 0 } };
    const free = backtestPage(made(bars, { options }));
    expect(free).not.toContain("成本敏感性");
    expect(free).toContain("none are charged here");
  });

  it("one bar is no back-test: the page says so", () => {
    const one = backtestPage(made(walk(1)));
    expect(one).toContain("One bar is no back-test");
    expect(one).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("ruin is dated", () => {
    const crash = walk(40);
    crash.close[20] = 1000;
    crash.high[20] = 1000;
    const positions = { target: new Float64Array(40).fill(-1) };
    expect(backtestPage(made(crash, { positions }))).toContain("Ruined on 2020-01-21: equity reached 0.");
  });
});

describe("a long series", () => {
  it("of 20 000 bars is explored in under 1.2 MB; one of 60 000 is not, says so, and stays under 500 kB", () => {
    const whole = backtestPage(made(walk(20_000)));
    expect(whole).toContain('class="path-data"');
    expect(whole.length).toBeLessThan(1.2e6);
    const long = backtestPage(made(walk(60_000, 300_000)));
    expect(long).not.toContain('class="path-data"');
    expect(long).toContain("are more than one page explores");
    expect(long).toMatch(/The picture marks the 400 of [\d\u2009]+ trades that moved equity most/);
    expect(long.length).toBeLessThan(500_000);
    expect(mostExplored).toBeLessThan(1e6);
  });
});
