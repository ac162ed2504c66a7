/** Measures of one back-test. */
export const metricTerms = {
  totalReturn: {
    name: ["total return", "总收益率"],
    definition: [
      "Equity at the end over equity at the start, less 1, after costs.",
      "期末净值除以期初净值再减 1，已扣成本。",
    ],
    unit: "fraction",
  },
  buyAndHold: {
    name: ["buy and hold", "买入持有"],
    definition: [
      "What buying the market itself at the first open that counts and holding it to the last bar came to.",
      "在计入的第一根开盘买入该市场并持有到最后一根的结果。",
    ],
    unit: "fraction",
  },
  cagr: {
    name: ["CAGR", "年化复合收益率"],
    definition: ["Growth per year that compounds to the total return.", "按年复利后等于总收益率的年增长率。"],
    unit: "fractionAYear",
  },
  volatility: {
    name: ["volatility", "波动率"],
    definition: [
      "Standard deviation (ddof 1) of the returns a bar, times the root of bars per year.",
      "每根收益率的标准差（自由度减 1）乘以每年根数的平方根。",
    ],
    unit: "fractionAYear",
  },
  sharpe: {
    name: ["Sharpe ratio", "夏普比率"],
    definition: [
      "Mean over standard deviation of the returns a bar, times the root of bars per year; no interest is taken off.",
      "每根收益率的均值除以标准差，再乘以每年根数的平方根；无风险利率取 0。",
    ],
    unit: "aYear",
  },
  sortino: {
    name: ["Sortino ratio", "索提诺比率"],
    definition: [
      "Like Sharpe, over the root mean square of the negative returns alone.",
      "与夏普相同，但分母只用负收益的均方根。",
    ],
    unit: "aYear",
  },
  maxDrawdown: {
    name: ["max drawdown", "最大回撤"],
    definition: ["Deepest fall of equity below its highest value until then.", "净值自此前最高点的最大跌幅。"],
    unit: "fraction",
  },
  maxDrawdownBars: {
    name: ["its length", "回撤时长"],
    definition: [
      "Bars from the peak of the deepest drawdown until it was made good, or to the end.",
      "从最大回撤的顶点到收复（或到期末）的 K 线根数。",
    ],
    unit: "bars",
  },
  calmar: {
    name: ["Calmar ratio", "卡玛比率"],
    definition: ["CAGR over max drawdown.", "年化复合收益率除以最大回撤。"],
    unit: "pure",
  },
  exposure: {
    name: ["exposure", "持仓时间占比"],
    definition: ["Share of the bars that close with a position.", "收盘时有持仓的 K 线所占比例。"],
    unit: "fraction",
  },
  turnover: {
    name: ["turnover", "换手"],
    definition: ["Traded value over equity, added up over all orders.", "每次成交额除以净值，累计。"],
    unit: "timesEquity",
  },
  orders: {
    name: ["orders", "下单次数"],
    definition: ["Fills; a flip from long to short is one.", "成交次数；由多翻空算一次。"],
    unit: "count",
  },
  trades: {
    name: ["trades", "交易笔数"],
    definition: [
      "From flat, or from a flip, to flat again; one still open at the end counts.",
      "从空仓（或翻仓）到再次空仓为一笔；期末未平的也算。",
    ],
    unit: "count",
  },
  winRate: {
    name: ["win rate", "胜率"],
    definition: ["Share of the trades that earned, after costs.", "扣除成本后盈利的交易所占比例。"],
    unit: "fraction",
  },
  profitFactor: {
    name: ["profit factor", "盈亏比"],
    definition: ["What the winning trades earned over what the others lost.", "盈利交易总额除以亏损交易总额。"],
    unit: "pure",
  },
  skewness: {
    name: ["skewness", "偏度"],
    definition: [
      "Third standardised moment of the returns: below 0, the left tail is the longer.",
      "收益率的三阶标准矩：小于 0 表示左尾更长。",
    ],
    unit: "pure",
  },
  excessKurtosis: {
    name: ["excess kurtosis", "超额峰度"],
    definition: [
      "Fourth standardised moment of the returns less 3: above 0, tails fatter than the normal’s.",
      "收益率的四阶标准矩减 3：大于 0 表示尾部比正态更厚。",
    ],
    unit: "pure",
  },
  var95: {
    name: ["value at risk, 95 %", "风险价值（95%）"],
    definition: ["The loss of a bar that 1 bar in 20 exceeds.", "每 20 根 K 线中有 1 根会超过的单根亏损。"],
    unit: "fractionABar",
  },
  es95: {
    name: ["expected shortfall, 95 %", "预期亏损（95%）"],
    definition: ["Mean loss of the worst bar in 20.", "最差 5% 的 K 线的平均亏损。"],
    unit: "fractionABar",
  },
  psr: {
    name: ["probabilistic Sharpe", "概率夏普"],
    definition: [
      "Probability that the true Sharpe ratio is above 0, given length, skewness and kurtosis (Bailey and López de Prado).",
      "考虑样本长度、偏度与峰度后，真实夏普大于 0 的概率（Bailey 与 López de Prado）。",
    ],
    unit: "share",
  },
  alpha: {
    name: ["alpha", "阿尔法"],
    definition: ["Mean return beyond beta times the market’s, a year.", "超出“贝塔×市场收益”的平均收益，年化。"],
    unit: "fractionAYear",
  },
  beta: {
    name: ["beta", "贝塔"],
    definition: [
      "Slope of the returns on the market’s: 1 moves like it, 0 does not care.",
      "收益率对市场收益率的斜率：1 表示同步，0 表示无关。",
    ],
    unit: "pure",
  },
  informationRatio: {
    name: ["information ratio", "信息比率"],
    definition: ["Sharpe ratio of the returns less the market’s.", "相对市场超额收益的夏普比率。"],
    unit: "aYear",
  },
  finalEquity: {
    name: ["final equity", "期末净值"],
    definition: ["Equity at the last close.", "最后一根收盘时的净值。"],
    unit: "timesStart",
  },
  mae: {
    name: ["MAE", "最大不利波动"],
    definition: [
      "Maximum adverse excursion: furthest move of the price against the trade while it was held.",
      "持仓期间价格朝不利方向走过的最远距离。",
    ],
    unit: "fractionOfEntry",
  },
  mfe: {
    name: ["MFE", "最大有利波动"],
    definition: [
      "Maximum favourable excursion: furthest move of the price in favour of the trade while it was held.",
      "持仓期间价格朝有利方向走过的最远距离。",
    ],
    unit: "fractionOfEntry",
  },
  minTrackRecord: {
    name: ["minimum track record", "最短业绩长度"],
    definition: [
      "Bars needed before this Sharpe ratio is above 0 with 95 % confidence.",
      "以 95% 置信度认定夏普大于 0 所需的 K 线根数。",
    ],
    unit: "bars",
  },
} as const;
