/** Titles inside the pictures. */
export const chartWords = {
  chartBars: ["bar of the path, warm-up first", "路径中的第几根 K 线（含预热）"],
  chartScoredBars: ["scored bar", "计分区间第几根 K 线"],
  chartRollingSharpe: ["Sharpe ratio a year", "年化夏普"],
  chartRollingBeta: ["beta", "贝塔"],
  chartReturns: ["bars", "K 线根数"],
  chartVar: ["VaR 95 %", "VaR 95%"],
  chartEs: ["ES 95 %", "ES 95%"],
  chartMae: ["MAE, percent of the entry price", "最大不利波动（占入场价）"],
  chartMfe: ["MFE, percent of the entry price", "最大有利波动（占入场价）"],
  chartCostTimes: ["costs, times the path’s own", "成本倍数"],
  chartTotalReturn: ["total return", "总收益率"],
  chartSharpe: ["Sharpe ratio a year", "年化夏普"],
  chartUtility: ["U, from 0 by its parts", "U：从 0 逐部分累加"],
  chartPathUtility: ["U of one path", "单条路径的 U"],
  chartTarget: ["target", "目标仓位"],
  chartCut: ["the cut", "截断处"],
} as const;
