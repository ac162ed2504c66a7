import type { DevelopmentStats, Spread } from "../paths/development-stats.ts";
import type { Lang } from "../task.ts";

const labels: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: {
    head: "| statistic | low | median | high |",
    intro: "{windows} development windows of {bars} bars, none of them scored; {barsPerYear} bars a year.",
    drift: "drift a year, %",
    volatility: "volatility a year, %",
    autocorrelation: "autocorrelation of returns at lag 1",
    gap: "share of variance in opening gaps, %",
    kurtosis: "excess kurtosis of returns",
    cost: "cost of a trade (fee and slippage), basis points",
  },
  zh: {
    head: "| 统计量 | 最低 | 中位 | 最高 |",
    intro: "{windows} 个开发窗口，每个 {bars} 根 K 线，均不计分；每年 {barsPerYear} 根 K 线。",
    drift: "年化漂移，%",
    volatility: "年化波动率，%",
    autocorrelation: "收益率一阶自相关",
    gap: "开盘跳空占方差的比例，%",
    kurtosis: "收益率超额峰度",
    cost: "单次交易成本（手续费与滑点），基点",
  },
};

/** A market as a prompt shows it: a table of statistics, without name, price level or date. */
export function describeMarket(stats: DevelopmentStats, lang: Lang): string {
  const words = labels[lang];
  const row = (label: string | undefined, spread: Spread, scale: number, digits: number): string =>
    `| ${label} | ${[spread.low, spread.median, spread.high].map((value) => (value * scale).toFixed(digits)).join(" | ")} |`;
  const intro = (words["intro"] ?? "")
    .replace("{windows}", String(stats.windows))
    .replace("{bars}", String(stats.bars))
    .replace("{barsPerYear}", String(stats.barsPerYear));
  return [
    intro,
    "",
    words["head"],
    "| --- | ---: | ---: | ---: |",
    row(words["drift"], stats.driftPerYear, 100, 1),
    row(words["volatility"], stats.volatilityPerYear, 100, 1),
    row(words["autocorrelation"], stats.autocorrelation1, 1, 3),
    row(words["gap"], stats.gapShare, 100, 1),
    row(words["kurtosis"], stats.excessKurtosis, 1, 2),
    row(words["cost"], stats.costBps, 1, 1),
  ].join("\n");
}
