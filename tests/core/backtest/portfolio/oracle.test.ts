import { expect, test } from "vitest";
import { alignMarkets } from "../../../../src/core/backtest/portfolio/align-markets.ts";
import { backtestPortfolio } from "../../../../src/core/backtest/portfolio/backtest-portfolio.ts";
import { optionsOf, portfolioCase } from "./portfolio-cases.ts";
import { portfolioLedger } from "./portfolio-ledger.ts";

for (const mode of ["on-change", "every-bar"] as const) {
  test(`${mode}: 200 portfolios with gaps, stops and costs equal a ledger solved by bisection to 1e-9`, () => {
    let ruined = 0;
    let stopped = 0;
    for (let i = 0; i < 200; i++) {
      const seed = `${mode}|${i}`;
      const wildness = [0.001, 0.02, 0.2, 0.5][i % 4] ?? 0;
      const each = portfolioCase(seed, 1 + (i % 5), 60, wildness, [0, 5, 50, 500][(i >> 2) % 4] ?? 0);
      const options = optionsOf(each, mode);
      const aligned = alignMarkets(each.markets);
      const { equity, legs, ruinBar } = backtestPortfolio(aligned, each.positions, options);
      let peak = 1000;
      portfolioLedger(each.markets, each.positions, options).forEach((line, t) => {
        peak = Math.max(peak, line.equity);
        expect(Math.abs((equity[t] ?? NaN) - line.equity) / peak, `equity at bar ${t} of ${seed}`).toBeLessThan(1e-9);
        legs.forEach(({ position }, leg) => {
          const units = line.units[leg] ?? NaN;
          const held = units === 0 ? 0 : units * (aligned.markets[leg]?.close[t] ?? NaN);
          const found = (position[t] ?? NaN) * (equity[t] ?? NaN);
          expect(Math.abs(found - held) / peak, `holding ${leg} at bar ${t} of ${seed}`).toBeLessThan(1e-9);
        });
      });
      if (ruinBar !== null) ruined++;
      if (legs.some(({ stops }) => stops.length > 0)) stopped++;
    }
    expect(ruined, "portfolios that end in ruin").toBeGreaterThan(10);
    expect(ruined).toBeLessThan(150);
    expect(stopped, "portfolios with stops").toBeGreaterThan(50);
  });
}
