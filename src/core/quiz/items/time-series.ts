// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Time series. */
export const timeSeriesItems: readonly QuizItem[] = [
  {
    id: "item-garch-forecast",
    topic: "time-series",
    level: 2,
    ...sinceFirst,
    text: {
      en: "A stationary GARCH(1,1) model is in a volatile spell. How does its forecast of the variance of a single future day behave as that day moves further away?",
      zh: "某平稳的 GARCH(1,1) 模型正处于高波动阶段。随着所预测的那一天越来越远，其对单日方差的预测如何变化？",
    },
    options: [
      wrong("today's variance persists", "It stays at today's level", "保持在今天的水平"),
      wrong(
        "variance grows with the horizon",
        "It grows in proportion to the horizon, like the variance of a random walk",
        "与预测期限成正比增长，如同随机游走的方差",
      ),
      wrong(
        "mean reversion taken for oscillation",
        "It falls below the long-run variance first and then swings around it",
        "先跌破长期方差，然后围绕其上下摆动",
      ),
      right("It decays geometrically towards the long-run variance", "按几何速度向长期方差衰减"),
    ],
  },
  {
    id: "item-cointegration",
    topic: "time-series",
    level: 2,
    ...sinceFirst,
    text: {
      en: "Two share prices are each integrated of order one, their daily returns have a correlation near one, and no cointegration is found. What does that mean for a pairs trade on their price spread?",
      zh: "两只股票的价格均为一阶单整，日收益率相关系数接近一，但未发现协整关系。这对基于价差的配对交易意味着什么？",
    },
    options: [
      wrong(
        "correlation implies reversion",
        "The spread reverts to its mean, because returns so highly correlated cannot drift apart",
        "价差会回归均值，因为收益率高度相关的价格不可能越走越远",
      ),
      right(
        "The spread may wander without bound: correlated returns do not make it stationary",
        "价差可能无限漂移：收益率相关并不能使其平稳",
      ),
      wrong(
        "integration rules out any trade",
        "Neither price may be traded, having a unit root",
        "含单位根的价格都不能交易",
      ),
      wrong(
        "hedge ratio from correlation",
        "The spread becomes stationary once the hedge ratio is set to the correlation of the returns",
        "只要将对冲比例设为收益率的相关系数，价差就会变得平稳",
      ),
    ],
  },
];
