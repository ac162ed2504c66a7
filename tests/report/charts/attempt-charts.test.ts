import { describe, expect, it } from "vitest";
import { simpleReturns } from "../../../src/core/metrics/simple-returns.ts";
import { forwardFill } from "../../../src/core/positions.ts";
import { auditChart } from "../../../src/report/charts/audit-chart.ts";
import { costChart } from "../../../src/report/charts/cost-chart.ts";
import { distributionChart, histogram } from "../../../src/report/charts/distribution-chart.ts";
import { excursionChart } from "../../../src/report/charts/excursion-chart.ts";
import { pathDetailChart } from "../../../src/report/charts/path-detail-chart.ts";
import { pathUtilityChart } from "../../../src/report/charts/path-utility-chart.ts";
import { meanColumn, pooledChart } from "../../../src/report/charts/pooled-chart.ts";
import { rollingChart, rollingWindow } from "../../../src/report/charts/rolling-chart.ts";
import { utilityChart } from "../../../src/report/charts/utility-chart.ts";
import type { Html } from "../../../src/report/html.ts";
import { analysePath, type PathAnalysis } from "../../../src/report/parts/path-analysis.ts";
import { pathMarket } from "../../../src/report/parts/path-market.ts";
import { storedPath, trendAnswer } from "../stored-paths.ts";
import { goldenPicture } from "./golden-picture.ts";

function analysed(path: string): PathAnalysis {
  const stored = storedPath(path);
  const found = analysePath(pathMarket(stored), trendAnswer(stored));
  if (found === null) throw new Error("the path cannot be analysed");
  return found;
}

const one = analysed("p1");
const two = analysed("p2");
const detail = (analysis: PathAnalysis): Html =>
  pathDetailChart({
    label: "detail",
    x: Float64Array.from(analysis.result.equity, (_, i) => 59 + i),
    axis: "bars",
    bars: analysis.market.scored,
    equity: analysis.result.equity,
    held: analysis.market.held.result.equity,
    constant: analysis.constant.result.equity,
    position: analysis.result.position,
    trades: analysis.trades,
    stops: analysis.result.stops ?? [],
  });

const target = forwardFill(Array.from(one.given.target));
const pictures: Readonly<Record<string, () => Html | null>> = {
  "path-detail": () => detail(one),
  rolling: () =>
    rollingChart({
      label: "rolling",
      returns: one.returns,
      market: simpleReturns(one.market.scored.close),
      barsPerYear: 365,
      window: 25,
      firstBar: 60,
    }),
  distribution: () => distributionChart("returns", one.returns),
  excursions: () => excursionChart("excursions", one.trades),
  costs: () => costChart("costs", one.costs),
  utility: () =>
    utilityChart(
      "parts",
      [
        { name: "R", value: 0.2 },
        { name: "S", value: -0.1 },
        { name: "A", value: -0.25 },
      ],
      { name: "U", value: -0.15 },
    ),
  "path-utility": () =>
    pathUtilityChart("U of each path", [
      { name: ["history", "历史"], values: [0.4, -0.2, 0.4].map((own) => ({ own, held: 0.1 })) },
      { name: ["twin", "孪生"], values: [{ own: -0.6, held: null }] },
    ]),
  pooled: () =>
    pooledChart(
      "pooled",
      [one, two].map(({ result, market, constant }) => ({
        equity: result.equity,
        held: market.held.result.equity,
        constant: constant.result.equity,
      })),
    ),
  "look-ahead": () => auditChart({ label: "offence", bars: one.market.bars, target, bar: 104, cut: 111, wanted: null }),
  "first-difference": () =>
    auditChart({ label: "difference", bars: one.market.bars, target, bar: 139, cut: null, wanted: 0.25 }),
};

describe("pictures of a strategy's report", () => {
  it.each(Object.keys(pictures))("%s is drawn as it was", async (name) => {
    const picture = pictures[name]?.() ?? null;
    if (picture === null) throw new Error(`no picture ${name}`);
    await expect(goldenPicture(picture)).toMatchFileSnapshot(`../golden/${name}.svg`);
  });

  it("entries, exits and stops are as many marks as the back-test has", () => {
    const { text } = detail(one);
    const marks = (color: string): number =>
      (
        text.match(new RegExp(`<path d="([^"]*)" fill="${color.replaceAll(/[()]/g, "\\$&")}"/>`))?.[1]?.match(/M/g) ??
        []
      ).length;
    expect(marks("var(--strategy)")).toBe(one.trades.filter((trade) => trade.side === "long").length);
    expect(marks("var(--loss)")).toBe(one.trades.filter((trade) => trade.side === "short").length);
    expect(marks("var(--keyword)")).toBe(one.result.stops?.length);
  });
});

describe("histogram", () => {
  it("counts every value once", () => {
    const found = histogram(one.returns);
    expect(found?.counts.reduce((sum, count) => sum + count, 0)).toBe(250);
  });

  it("lies even about 0, with what is beyond in the outermost bins", () => {
    const values = Float64Array.from({ length: 2000 }, (_, i) => (i === 0 ? -5 : ((i % 101) - 50) / 1000));
    const found = histogram(values);
    expect(found?.from).toBeCloseTo(-0.05, 12);
    expect(found?.beyond).toBe(1);
    expect(found?.counts).toHaveLength(41);
  });

  it("returns that are all 0 have none", () => {
    expect(histogram(new Float64Array(100))).toBeNull();
    expect(distributionChart("", new Float64Array(100))).toBeNull();
  });
});

describe("rollingWindow", () => {
  it.each([
    [750, 75],
    [100, 20],
    [39, null],
  ])("of %d returns is %s", (returns, window) => expect(rollingWindow(returns)).toBe(window));
});

describe("meanColumn", () => {
  it("goes as far as the shortest column", () => {
    expect(meanColumn([Float64Array.of(1, 2, 3), Float64Array.of(3, 4)])).toEqual(Float64Array.of(2, 3));
    expect(meanColumn([])).toEqual(new Float64Array(0));
  });
});
