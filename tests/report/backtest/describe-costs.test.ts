import { expect, it } from "vitest";
import { describeCosts } from "../../../src/report/backtest/describe-costs.ts";

it("fee and slippage are always told, the others where they are not 0", () => {
  expect(describeCosts({ feeBps: 0, slippageBps: 0, borrowBps: 0 })).toBe("fee 0 bp, slippage 0 bp");
  const all = { feeBps: 1, slippageBps: 2.5, minFee: 3, borrowBps: 50, fundingBps: -1, halfSpread: Float64Array.of(1) };
  expect(describeCosts(all)).toBe(
    "fee 1 bp, slippage 2.5 bp, least fee 3, half the spread, borrow 50 bp a year, funding -1 bp a bar",
  );
  expect(describeCosts(all, "zh")).toBe(
    "费用 1 bp，滑点 2.5 bp，最低费用 3，半个价差，融券 50 bp／年，资金费 -1 bp／根",
  );
});
