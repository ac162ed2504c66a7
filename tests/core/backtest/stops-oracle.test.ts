import { expect, test } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import type { Costs } from "../../../src/core/costs.ts";
import { detailedLedger } from "./detailed-ledger.ts";
import { stopCase } from "./stop-markets.ts";

const n = 80;

function expectEqual(seed: string, wildness: number, costs: Costs, rebalance: "on-change" | "every-bar"): number {
  const { bars, positions } = stopCase(seed, n, wildness);
  const options = { initial: 1000, costs, rebalance };
  const result = backtest(bars, positions, options);
  let peak = 1000;
  detailedLedger(bars, positions, options).forEach((line, t) => {
    const equity = result.equity[t] ?? Number.NaN;
    expect(Math.abs(equity - line.equity) / peak, `equity at bar ${t} of ${seed}`).toBeLessThan(1e-9);
    const held = line.units * (bars.close[t] ?? 0);
    expect(Math.abs((result.position[t] ?? 0) * equity - held) / peak, `holding at ${t} of ${seed}`).toBeLessThan(1e-9);
    const fill = result.stops?.find(({ bar }) => bar === t);
    if (fill === undefined) expect(line.stopPrice, `stop at bar ${t} of ${seed}`).toBeNull();
    else expect(line.stopPrice, `stop at bar ${t} of ${seed}`).toBeCloseTo(fill.price, 9);
    peak = Math.max(peak, line.equity);
  });
  return result.stops?.length ?? 0;
}

const spread = Float64Array.from({ length: n }, (_, t) => (t % 7 === 3 ? Number.NaN : 0.01 * (1 + (t % 5))));
const kinds: readonly (readonly [string, Costs])[] = [
  ["no costs", { feeBps: 0, slippageBps: 0 }],
  ["fee and slippage", { feeBps: 10, slippageBps: 5 }],
  ["a least fee", { feeBps: 10, slippageBps: 5, minFee: 2 }],
  ["a half-spread", { feeBps: 1, slippageBps: 0, halfSpread: spread }],
  ["borrow and funding", { feeBps: 1, slippageBps: 1, borrowBps: 800, fundingBps: 3 }],
  [
    "funding paid by shorts, and all the others",
    { feeBps: 5, slippageBps: 1, minFee: 1, halfSpread: spread, borrowBps: 300, fundingBps: -5 },
  ],
];

for (const rebalance of ["on-change", "every-bar"] as const) {
  test.each(kinds)(`${rebalance}, %s: 80 markets with stops equal a naive ledger to 1e-9`, (name, costs) => {
    let fills = 0;
    for (let i = 0; i < 80; i++) {
      fills += expectEqual(`${rebalance}|${name}|${i}`, [0.001, 0.02, 0.2, 0.5][i % 4] ?? 0, costs, rebalance);
    }
    expect(fills).toBeGreaterThan(150);
  });
}
