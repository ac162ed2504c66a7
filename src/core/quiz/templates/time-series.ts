// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { between, oneOf, walkOf } from "../parameter.ts";
import { sinceFirst } from "../release.ts";
import { list, num, sum } from "../show.ts";
import { defineTemplate, type QuizTemplate } from "../template.ts";
import { units } from "../unit.ts";

/** Exponential average that starts from the first value. */
function emaFromFirst(values: readonly number[], alpha: number): number {
  return values.reduce((average, value, i) => (i === 0 ? value : average + alpha * (value - average)), 0);
}

const ema = defineTemplate({
  id: "series-ema",
  topic: "time-series",
  level: 2,
  ...sinceFirst,
  parameters: { span: oneOf(3, 4, 7, 9), closes: walkOf(6, 50, 0.05, 0.1) },
  answer: { kind: "numeric", unit: units.points, decimals: 3, tolerance: 0.01 },
  text: (p) => ({
    en: `Closes, oldest first: ${list(p.closes, num)}. An exponential moving average of span ${num(p.span)} has the smoothing weight 2 / (span + 1) and starts from the first close. What is its value after the last close, to 3 decimals?`,
    zh: `收盘价由旧到新为 ${list(p.closes, num)}。跨度为 ${num(p.span)} 的指数移动平均，其平滑系数为 2 /（跨度 + 1），并以第一个收盘价为初值。最后一个收盘价之后其值是多少？保留 3 位小数。`,
  }),
  solve: (p) => emaFromFirst(p.closes, 2 / (p.span + 1)),
  misconceptions: {
    "Wilder's weight of one over the span": (p) => emaFromFirst(p.closes, 1 / p.span),
    "weights of old and new exchanged": (p) =>
      p.span === 3 ? Number.NaN : emaFromFirst(p.closes, 1 - 2 / (p.span + 1)),
    "simple average": (p) => sum(p.closes) / p.closes.length,
    "oldest close taken for the newest": (p) => emaFromFirst([...p.closes].reverse(), 2 / (p.span + 1)),
  },
});

interface Serial {
  readonly ratio: number;
  readonly rho: number;
}

/** Factor from monthly to annual Sharpe ratio under AR(1) returns (Lo, 2002, eq. 20), over the first `lags` lags. */
function annualFactor(rho: number, lags: number): number {
  let covariance = 0;
  for (let k = 1; k <= lags; k++) covariance += (12 - k) * rho ** k;
  return 12 / Math.sqrt(12 + 2 * covariance);
}

const serialSharpe = defineTemplate({
  id: "series-autocorrelated-sharpe",
  topic: "time-series",
  level: 3,
  ...sinceFirst,
  parameters: { ratio: between(0.15, 0.6, 0.01), rho: between(-0.35, 0.45, 0.05) },
  answer: { kind: "numeric", unit: units.ratio, decimals: 2, tolerance: 0.015 },
  text: (p: Serial) => ({
    en: `A fund's monthly Sharpe ratio is ${num(p.ratio)}. Its monthly returns follow an AR(1) process with first-order autocorrelation ${num(p.rho)}, so that the autocorrelation at lag k is its k-th power. Annual return is the sum of 12 monthly returns. What is the annual Sharpe ratio when the autocorrelation at every lag is accounted for, to 2 decimals?`,
    zh: `某基金的月度夏普比率为 ${num(p.ratio)}。其月度收益率服从 AR(1) 过程，一阶自相关系数为 ${num(p.rho)}，因此 k 阶自相关系数等于它的 k 次方。年收益率为 12 个月度收益率之和。计入所有阶的自相关后，年化夏普比率是多少？保留 2 位小数。`,
  }),
  accept: (p) => Math.abs(p.rho) >= 0.1,
  solve: (p) => p.ratio * annualFactor(p.rho, 11),
  misconceptions: {
    "independent returns: ×√12": (p) => p.ratio * Math.sqrt(12),
    "×12": (p) => p.ratio * 12,
    "only the first lag": (p) => (Math.abs(p.rho) < 0.25 ? Number.NaN : p.ratio * annualFactor(p.rho, 1)),
    "sign of the autocorrelation": (p) => p.ratio * annualFactor(-p.rho, 11),
  },
});

const halfLife = defineTemplate({
  id: "series-half-life",
  topic: "time-series",
  level: 2,
  ...sinceFirst,
  parameters: { phi: between(0.8, 0.98, 0.005) },
  answer: { kind: "choice", unit: units.bars, decimals: 1 },
  text: ({ phi }) => ({
    en: `A spread reverts to its mean as an AR(1) process in bars, with coefficient ${num(phi)}. After how many bars is half of a deviation expected to be gone?`,
    zh: `某价差按K线服从均值回复的 AR(1) 过程，系数为 ${num(phi)}。预期经过多少根K线，偏离会消失一半？`,
  }),
  solve: ({ phi }) => Math.log(0.5) / Math.log(phi),
  misconceptions: {
    "half of the mean life of one minus the coefficient": ({ phi }) => 0.5 / (1 - phi),
    "half-life of the squared deviation": ({ phi }) => Math.log(0.5) / (2 * Math.log(phi)),
    "of the part that is lost in a bar": ({ phi }) => Math.log(0.5) / Math.log(1 - phi),
    "mean life instead of half-life": ({ phi }) => -1 / Math.log(phi),
    "a linear decay": ({ phi }) => 1 / (1 - phi),
    "time until a quarter is left": ({ phi }) => Math.log(0.25) / Math.log(phi),
    "first-order expansion of the logarithm": ({ phi }) => Math.LN2 / (1 - phi),
  },
});

/** Time series. */
export const timeSeries: readonly QuizTemplate[] = [ema, serialSharpe, halfLife];
