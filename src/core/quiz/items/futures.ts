// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Futures and rolls. */
export const futuresItems: readonly QuizItem[] = [
  {
    id: "item-contango-roll",
    topic: "futures",
    level: 1,
    ...sinceFirst,
    text: {
      en: "A fund keeps a long position in the nearest oil future and rolls it every month while the curve is in steep contango and the spot price stays unchanged. What happens to its value?",
      zh: "某基金持有最近月原油期货多头并每月移仓，期限结构处于陡峭升水（contango），而现货价格保持不变。其净值会如何变化？",
    },
    options: [
      wrong(
        "roll yield has the sign of the curve's slope",
        "It rises, because each new contract is worth more than the old one",
        "上升，因为每个新合约都比旧合约更值钱",
      ),
      wrong(
        "only the spot price matters",
        "It does not change, because the spot price does not",
        "不变，因为现货价格没有变",
      ),
      right("It falls, as each contract slides down to spot", "下跌，因为每个合约都向现货价格滑落"),
      wrong(
        "the loss happens at the moment of the roll",
        "It falls on roll days only, by the price gap between the two contracts",
        "只在移仓日下跌，跌幅为两个合约之间的价差",
      ),
    ],
  },
  {
    id: "item-back-adjustment-negative",
    topic: "futures",
    level: 3,
    ...sinceFirst,
    text: {
      en: "Decades of futures are joined by adding the roll gap to all earlier prices (difference adjustment), and a strategy computes percentage returns on the result. What goes wrong, in a market long in backwardation or contango?",
      zh: "将数十年的期货价格用差值法拼接（把移仓价差加到此前所有价格上），策略再在该序列上计算百分比收益率。在长期贴水或升水的市场中会出什么问题？",
    },
    options: [
      wrong(
        "difference adjustment keeps returns",
        "Nothing: the adjustment keeps both price differences and percentage returns",
        "没有问题：这种调整同时保留价格差与百分比收益率",
      ),
      right(
        "Early prices drift far from the traded level, even below zero: percentage returns are distorted",
        "早期价格严重偏离真实成交水平，甚至低于零：百分比收益率失真",
      ),
      wrong(
        "only the days of the roll are wrong",
        "Only the returns of the roll days are wrong, and they can simply be dropped from the series",
        "只有移仓日的收益率是错的，从序列中剔除即可",
      ),
      wrong(
        "adjustment looks ahead in signals",
        "All returns are right, but every moving average looks ahead by one contract",
        "所有收益率都正确，但每条移动平均都会向前多看一个合约",
      ),
    ],
  },
];
