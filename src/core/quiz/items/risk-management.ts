// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Risk management. */
export const riskManagementItems: readonly QuizItem[] = [
  {
    id: "item-var-subadditive",
    topic: "risk-management",
    level: 2,
    ...sinceFirst,
    text: {
      en: "Two bonds default independently, each with a probability a little below the tail level of a value-at-risk. What can be said of value-at-risk and expected shortfall of the pair?",
      zh: "两只债券相互独立违约，各自的违约概率都略低于风险价值（VaR）的尾部水平。关于该组合的 VaR 与预期损失（ES），可以得出什么结论？",
    },
    options: [
      wrong(
        "value-at-risk always rewards diversification",
        "Both measures of the pair are below the sums of the single ones, because risks diversify",
        "组合的两种度量都低于单独度量之和，因为风险会分散",
      ),
      wrong(
        "independence makes both additive",
        "Both measures of the pair equal the sums of the single ones",
        "组合的两种度量都等于单独之和",
      ),
      right(
        "Value-at-risk of the pair may exceed the sum of the single ones; expected shortfall may not",
        "组合的 VaR 可能超过单独之和，ES 则不会",
      ),
      wrong(
        "expected shortfall is the one that fails",
        "Expected shortfall of the pair may exceed the sum of the single ones; value-at-risk may not",
        "组合的 ES 可能超过单独之和，VaR 则不会",
      ),
    ],
  },
];
