import type { Costs } from "../../core/costs.ts";
import type { PageLang } from "../dictionary.ts";
import { sayText } from "../say.ts";

/** The costs in words: those that are always there, and the others where they are not 0. English unless told otherwise. */
export function describeCosts(costs: Costs, lang: PageLang = "en"): string {
  const { feeBps, slippageBps, minFee, borrowBps, fundingBps, halfSpread } = costs;
  return [
    sayText(lang, "costFee", { bps: feeBps }),
    sayText(lang, "costSlippage", { bps: slippageBps }),
    ...(minFee ? [sayText(lang, "costMinFee", { fee: minFee })] : []),
    ...(halfSpread ? [sayText(lang, "costHalfSpread")] : []),
    ...(borrowBps ? [sayText(lang, "costBorrow", { bps: borrowBps })] : []),
    ...(fundingBps ? [sayText(lang, "costFunding", { bps: fundingBps })] : []),
  ].join(lang === "zh" ? "，" : ", ");
}
