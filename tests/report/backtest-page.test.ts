import { describe, expect, it } from "vitest";
import { backtestPage } from "../../src/report/backtest-page.ts";
import { metrics } from "./records.ts";

const day = 86_400_000;
const page = (code: string | null): string =>
  backtestPage({
    name: "sma <cross>",
    file: "cross.ts",
    market: "some-market",
    initial: 1000,
    time: [0, day, 2 * day, 3 * day],
    costs: { feeBps: 1, slippageBps: 2 },
    rebalance: "on-change",
    barsPerYear: 252,
    curve: {
      close: [100, 50, 25, 12],
      equity: [1000, 1000, 1100, 6000],
      position: [0, 0, -1, -1],
    },
    metrics: metrics({ totalReturn: 5, sharpe: 1.234 }),
    held: metrics({ totalReturn: -0.88 }),
    code,
    benchmark: "0.1",
  });

describe("back-test page", () => {
  it("sets the strategy's metrics beside buying and holding; what does not exist is a dash", () => {
    expect(page(null)).toContain("total return</th><td>500.0\u00a0%</td><td>−88.0\u00a0%</td>");
    expect(page(null)).toContain("Sharpe ratio, annual</th><td>1.23</td><td>–</td>");
  });

  it("a range wider than fourfold is drawn on a logarithmic scale", () => {
    expect(page(null)).toContain("equity (log scale)");
  });

  it("dates are real ones here, and names are escaped", () => {
    expect(page(null)).toContain("<dd>1970-01-04</dd>");
    expect(page(null)).toContain("sma &lt;cross&gt; on some-market");
  });

  it("charts name their parts in English and in Chinese", () => {
    expect(page(null)).toContain('<tspan class="en">drawdown</tspan><tspan class="zh">回撤</tspan>');
  });

  it("code stands below only if there is a strategy", () => {
    expect(page(null)).not.toContain("<h2>Code</h2>");
    expect(page("export default {};")).toContain("<h2>Code</h2>");
  });
});
