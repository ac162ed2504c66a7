import type { Costs } from "../../core/costs.ts";

/** The costs in words: those that are always there, and the others where they are not 0. */
export function describeCosts({ feeBps, slippageBps, minFee, borrowBps, fundingBps, halfSpread }: Costs): string {
  return [
    `fee ${feeBps} bp`,
    `slippage ${slippageBps} bp`,
    ...(minFee ? [`least fee ${minFee}`] : []),
    ...(halfSpread ? ["half the spread"] : []),
    ...(borrowBps ? [`borrow ${borrowBps} bp a year`] : []),
    ...(fundingBps ? [`funding ${fundingBps} bp a bar`] : []),
  ].join(", ");
}
