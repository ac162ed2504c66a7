// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Returns and measures of risk. */
export const returnsRiskItems: readonly QuizItem[] = [
  {
    id: "item-sortino-versus-sharpe",
    topic: "returns-risk",
    level: 2,
    ...sinceFirst,
    text: {
      en: "Two strategies have the same mean return and the same standard deviation. X's returns are positively skewed, Y's are negatively skewed. What follows for their Sortino ratios with a target of zero?",
      zh: "两个策略的平均收益率与标准差均相同。X 的收益分布正偏，Y 的收益分布负偏。以零为目标收益时，两者的索提诺比率关系如何？",
    },
    options: [
      right("X's tends to be higher: less of its variance lies below zero", "X 往往更高：其方差中落在零以下的部分更小"),
      wrong(
        "equal mean and deviation fix every ratio",
        "They are equal, because mean and standard deviation are equal and nothing else enters",
        "两者相等，因为均值与标准差都相同，而比率不取决于其他量",
      ),
      wrong(
        "positive skewness means more frequent losses and so a lower ratio",
        "Y's tends to be higher, because a negative skew means that most of its returns are gains",
        "Y 往往更高，因为负偏意味着它的大多数收益率为正",
      ),
      wrong("Sortino needs symmetric returns", "Neither is defined for skewed returns", "收益偏斜时两者都没有定义"),
    ],
  },
];
