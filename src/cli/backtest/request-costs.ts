import type { LoadedMarket } from "../../adapters/market-data.ts";
import type { Costs } from "../../core/costs.ts";

/** Costs that the user named; undefined = the market's own, or none. */
export interface RequestedCosts {
  readonly feeBps: number | undefined;
  readonly slippageBps: number | undefined;
  /** In the currency of equity. */
  readonly minFee: number | undefined;
  readonly borrowBps: number | undefined;
  readonly fundingBps: number | undefined;
}

/**
 * The costs of a back-test: what the user named goes before what the market states. `spread` is the quoted one, [n].
 */
export function requestCosts(asked: RequestedCosts, market: LoadedMarket, spread: Float64Array | null): Costs {
  const stated = market.costs;
  const extras: Pick<Costs, "minFee" | "borrowBps" | "fundingBps"> = {
    minFee: asked.minFee ?? stated?.minFee,
    borrowBps: asked.borrowBps ?? stated?.borrowBps,
    fundingBps: asked.fundingBps ?? stated?.fundingBps,
  };
  return {
    feeBps: asked.feeBps ?? stated?.feeBps ?? 0,
    slippageBps: asked.slippageBps ?? stated?.slippageBps ?? 0,
    ...extras,
    ...(spread === null ? {} : { halfSpread: spread.map((width) => width / 2) }),
  };
}

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
