import type { Costs } from "../../core/costs.ts";

/** Funding of a bar cannot take the whole position. */
const mostFunding = 9999;

/** All costs `times` as high: fee, slippage, spread, least fee, borrowing and funding. `times` ≥ 0. */
export function scaleCosts(costs: Costs, times: number): Costs {
  const { feeBps, slippageBps, minFee, halfSpread, borrowBps, fundingBps } = costs;
  return {
    feeBps: feeBps * times,
    slippageBps: slippageBps * times,
    ...(minFee !== undefined && { minFee: minFee * times }),
    ...(halfSpread !== undefined && { halfSpread: halfSpread.map((spread) => spread * times) }),
    ...(borrowBps !== undefined && { borrowBps: borrowBps * times }),
    ...(fundingBps !== undefined && { fundingBps: Math.min(mostFunding, Math.max(-mostFunding, fundingBps * times)) }),
  };
}
