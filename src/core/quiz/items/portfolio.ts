// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Portfolio theory. */
export const portfolioItems: readonly QuizItem[] = [
  {
    id: "item-mean-variance-noise",
    topic: "portfolio",
    level: 2,
    ...sinceFirst,
    text: {
      en: "An unconstrained mean-variance optimiser is fed sample means and a sample covariance of many assets over few observations. What does its portfolio typically look like out of sample?",
      zh: "把许多资产在少量观测上的样本均值与样本协方差输入无约束的均值—方差优化器。其组合在样本外通常表现如何？",
    },
    options: [
      wrong(
        "diversification is automatic",
        "Well spread, because optimisation always diversifies, with a Sharpe ratio near that in sample",
        "分散良好，因为优化总会带来分散，夏普比率与样本内接近",
      ),
      wrong(
        "noise makes it cautious",
        "Close to equal weights, as the noise cancels out",
        "接近等权，因为噪声相互抵消",
      ),
      right(
        "Extreme long and short weights, and a Sharpe ratio far below that in sample",
        "多空权重极端，夏普比率远低于样本内",
      ),
      wrong(
        "only covariance errors matter",
        "Concentrated in the least volatile asset, because errors in means do not matter",
        "集中于波动率最低的资产，因为均值的估计误差无关紧要",
      ),
    ],
  },
];
