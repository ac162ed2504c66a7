// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Numerics of trading in TypeScript. */
export const numericsItems: readonly QuizItem[] = [
  {
    id: "item-one-pass-variance",
    topic: "numerics",
    level: 3,
    ...sinceFirst,
    text: {
      en: "In TypeScript, the variance of the prices of a share quoted near a million with moves of a few cents is computed as mean(x²) − mean(x)² in doubles over a rolling window with running sums. What must be expected?",
      zh: "在 TypeScript 中，某股票报价接近一百万而变动仅几分钱，用双精度滚动求和按 mean(x²) − mean(x)² 计算价格方差。应预料到什么？",
    },
    options: [
      wrong(
        "doubles are exact for prices",
        "A correct result, because doubles hold about sixteen digits and prices have fewer than ten",
        "结果正确，因为双精度约有十六位有效数字，而价格不足十位",
      ),
      wrong(
        "overflow is the danger",
        "Infinity after some time: the sum of squares overflows",
        "一段时间后平方和溢出为无穷大",
      ),
      wrong(
        "the bias is ddof",
        "A value too small by a constant factor, because the population formula is used instead of the sample one",
        "数值按固定比例偏小，因为用的是总体公式而非样本公式",
      ),
      right(
        "Most digits cancel and errors pile up: the result may be useless or negative",
        "有效数字大多相消且误差累积：结果可能毫无意义甚至为负",
      ),
    ],
  },
];
