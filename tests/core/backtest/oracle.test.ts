import { expect, test } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import { ledger } from "./ledger.ts";
import { settings, someTargets, walk } from "./markets.ts";

// Cancellation in cash + units·price costs digits after a crash, for both, so they are compared at the scale of the peak.
function expectEqual(seed: string, wildness: number, bps: number, mode: "on-change" | "every-bar"): number | null {
  const bars = walk(seed, 80, wildness);
  const target = someTargets(seed, 80);
  const options = settings(bps, mode, 1000);
  const result = backtest(bars, target, options);
  let peak = 1000;
  ledger(bars, target, options).forEach((line, t) => {
    const equity = result.equity[t] ?? Number.NaN;
    const before = t > 0 ? (result.equity[t - 1] ?? 0) : 1000;
    expect(Math.abs(equity - line.equity) / peak, `equity at bar ${t} of ${seed}`).toBeLessThan(1e-9);
    const held = line.units * (bars.close[t] ?? 0);
    expect(Math.abs((result.position[t] ?? 0) * equity - held) / peak, `holding at bar ${t} of ${seed}`).toBeLessThan(
      1e-9,
    );
    if (line.traded === 0) expect(result.turnover[t] ?? 0).toBeLessThan(1e-9);
    else expect(before > 0 && equity >= 0).toBe(true);
    peak = Math.max(peak, line.equity);
  });
  return result.ruinBar;
}

for (const mode of ["on-change", "every-bar"] as const) {
  test(`${mode}: 400 quiet and wild markets equal a ledger solved by bisection to 1e-9`, () => {
    const ruins: (number | null)[] = [];
    for (let i = 0; i < 400; i++) {
      const wildness = [0.001, 0.02, 0.2, 0.8][i % 4] ?? 0;
      ruins.push(expectEqual(`${mode}|${i}`, wildness, [0, 5, 50, 500, 2500][i % 5] ?? 0, mode));
    }
    const ruined = ruins.filter((bar) => bar !== null).length;
    expect(ruined, "markets that end in ruin").toBeGreaterThan(30);
    expect(ruined).toBeLessThan(370);
  });
}
