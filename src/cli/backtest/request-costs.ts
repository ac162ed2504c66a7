import type { Costs } from "../../core/costs.ts";
import type { LoadedMarket } from "../../load-market.ts";

/** Costs that the user named; undefined = the market's own, or none. */
export interface RequestedCosts {
  readonly feeBps: number | undefined;
  readonly slippageBps: number | undefined;
  /** In the currency of equity. */
  readonly minFee: number | undefined;
  readonly borrowBps: number | undefined;
  readonly fundingBps: number | undefined;
}

/** The costs of a back-test: what the user named goes before what the market states; half of its spread comes on top. */
export function requestCosts(asked: RequestedCosts, { costs: stated, halfSpread }: LoadedMarket): Costs {
  const extras: Pick<Costs, "minFee" | "borrowBps" | "fundingBps"> = {
    minFee: asked.minFee ?? stated?.minFee,
    borrowBps: asked.borrowBps ?? stated?.borrowBps,
    fundingBps: asked.fundingBps ?? stated?.fundingBps,
  };
  return {
    feeBps: asked.feeBps ?? stated?.feeBps ?? 0,
    slippageBps: asked.slippageBps ?? stated?.slippageBps ?? 0,
    ...extras,
    ...(halfSpread === null ? {} : { halfSpread }),
  };
}
