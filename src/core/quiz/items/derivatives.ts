// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Derivatives and Greeks. */
export const derivativesItems: readonly QuizItem[] = [
  {
    id: "item-short-straddle-greeks",
    topic: "derivatives",
    level: 1,
    ...sinceFirst,
    text: {
      en: "Which signs do gamma, theta and vega of a short at-the-money straddle have?",
      zh: "平值跨式空头的 gamma、theta、vega 符号分别是什么？",
    },
    options: [
      wrong(
        "signs of a long straddle",
        "Gamma positive, theta negative, vega positive",
        "gamma 为正，theta 为负，vega 为正",
      ),
      right("Gamma negative, theta positive, vega negative", "gamma 为负，theta 为正，vega 为负"),
      wrong(
        "short options lose time value",
        "Gamma negative, theta negative, vega negative",
        "gamma 为负，theta 为负，vega 为负",
      ),
      wrong(
        "gamma and vega of opposite sign",
        "Gamma positive, theta positive, vega negative",
        "gamma 为正，theta 为正，vega 为负",
      ),
    ],
  },
  {
    id: "item-realised-versus-implied",
    topic: "derivatives",
    level: 3,
    ...sinceFirst,
    text: {
      en: "A trader buys an option at an implied volatility well below the volatility that is then realised and hedges its delta at the implied volatility until expiry. Which statement about the profit holds?",
      zh: "某交易者以明显低于其后实际波动率的隐含波动率买入期权，并按隐含波动率对冲 delta 直至到期。关于盈亏，哪种说法成立？",
    },
    options: [
      wrong(
        "profit locked in at the start",
        "It is fixed at the start, equal to vega times the difference of volatilities, whatever the path",
        "从一开始就已确定，等于 vega 乘以波动率之差，与路径无关",
      ),
      wrong(
        "path-independence of the hedge",
        "It depends only on the final price of the underlying, because the delta hedge removes the path",
        "只取决于标的的最终价格，因为 delta 对冲消除了路径的影响",
      ),
      wrong(
        "a cheap option can still lose to theta on any path",
        "It is negative on calm days and zero on average",
        "平静的日子为负，平均为零",
      ),
      right(
        "It is positive but depends on the path: large where gamma is large while the price moves",
        "为正，但取决于路径：价格变动时 gamma 越大，盈利越多",
      ),
    ],
  },
];
