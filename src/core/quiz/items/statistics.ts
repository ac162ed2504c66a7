// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Statistics. */
export const statisticsItems: readonly QuizItem[] = [
  {
    id: "item-overlapping-returns",
    topic: "statistics",
    level: 3,
    ...sinceFirst,
    text: {
      en: "A researcher regresses overlapping one-year returns, sampled monthly, on a predictor and reports ordinary least-squares t-statistics. The predictor has no power. What will be seen over many such studies?",
      zh: "某研究者以按月取样的重叠一年期收益率对某预测变量做回归，并报告普通最小二乘的 t 统计量。该变量实际上毫无预测力。重复大量此类研究会看到什么？",
    },
    options: [
      right(
        "Far more significant results than the nominal level, because the errors are autocorrelated",
        "显著结果远多于名义水平，因为误差项存在自相关",
      ),
      wrong(
        "more observations only help",
        "About as many significant results as the nominal level says",
        "显著结果的比例与名义水平大致相符",
      ),
      wrong(
        "overlap biases the slope towards zero",
        "Fewer significant results than the nominal level, because overlapping smooths the noise away",
        "显著结果少于名义水平，因为重叠把噪声平滑掉了",
      ),
      wrong(
        "overlap biases the slope itself",
        "A slope that is biased away from zero by a factor of about twelve, with correct standard errors",
        "斜率偏离零约十二倍，但标准误是正确的",
      ),
    ],
  },
];
