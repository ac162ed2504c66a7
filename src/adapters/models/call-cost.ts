import type { Prices } from "../../core/model.ts";
import type { Usage } from "../../core/reply.ts";

/**
 * Price of one call, US dollars: tokens times prices per million. Cached input costs the input price where no price
 * for it is stated (pessimistic). null without the prices or the counts that it takes.
 *
 * @example callCost({ inputTokens: 1e6, cachedTokens: 0, outputTokens: 5e5, reasoningTokens: 0 }, { input: 2, cachedInput: null, output: 8 }) // 6
 */
export function callCost(usage: Usage, prices: Prices): number | null {
  const { inputTokens, outputTokens } = usage;
  if (inputTokens === null || outputTokens === null || prices.input === null || prices.output === null) return null;
  const cached = Math.min(usage.cachedTokens ?? 0, inputTokens);
  const cachedPrice = prices.cachedInput ?? prices.input;
  return ((inputTokens - cached) * prices.input + cached * cachedPrice + outputTokens * prices.output) / 1e6;
}
